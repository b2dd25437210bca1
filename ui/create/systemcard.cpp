// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/systemcard.h"

#include "core/downloads/filename.h"
#include "core/inventory/inventory.h"
#include "ui/common/format.h"
#include "ui/create/networkchoices.h"
#include "ui/create/oschooser.h"
#include "ui/create/recipetext.h"
#include "ui/create/windowsrows.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace {
constexpr int grid = 8;
constexpr int badge = 40;
} // namespace

SystemCard::SystemCard(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(new QLabel(this)), m_source(new QLabel(this)), m_consequences(new QLabel(this)),
      m_choose(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    for (auto *label : {m_title, m_source, m_consequences}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setForegroundRole(label == m_source ? QPalette::PlaceholderText : QPalette::Text);
    }
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_choose->setAutoDefault(false);
    m_choose->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_choose, &QPushButton::clicked, this, &SystemCard::choose);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_source);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addSpacing(badge + 12);
    upper->addLayout(words, 1);
    upper->addWidget(m_choose, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(12);
    column->addLayout(upper);
    column->addWidget(m_consequences);
    column->addWidget(new WindowsRows(context, this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&context, &WizardContext::changed, this, &SystemCard::refresh);
    refresh();
}

QString SystemCard::source() const
{
    using R = WizardContext::Recognition;
    const auto file = QFileInfo(m_context.recipe().mediaPath).fileName();
    const auto size = m_context.mediaSize().isZero() ? QString() : format::size(m_context.mediaSize());
    if (const auto &image = m_context.recipe().download; image) {
        const auto name = fileNameOf(image->url);
        if (m_context.isSystemChosen())
            return tr("Chosen by you");
        //: %1 is a file, %2 a server, %3 a size
        return size.isEmpty() ? tr("%1 from %2").arg(name, image->url.host()) : tr("%1 from %2 · %3").arg(name, image->url.host(), size);
    }
    if (m_context.recipe().source == MediaSource::NetworkInstall) {
        const auto &install = m_context.networkInstall().install();
        if (m_context.isSystemChosen())
            return tr("Chosen by you");
        if (install.way == NetworkInstall::Way::Tree && m_context.networkInstall().isLooking())
            return tr("Looking at %1…").arg(QUrl(install.address).host());
        if (install.tree && !install.tree->osId.isEmpty())
            return tr("Recognised from %1").arg(install.tree->url.toDisplayString(QUrl::RemoveUserInfo));
        return tr("Say which one it will be to get settings that suit it.");
    }
    if (m_context.recognition() == R::Working)
        return tr("Looking into %1…").arg(file);
    if (m_context.isSystemChosen())
        return tr("Chosen by you");
    if (m_context.recognition() == R::Recognised)
        //: %1 is a file, %2 its size
        return tr("Recognised from %1 · %2").arg(file, size);
    if (m_context.recognition() == R::Failed)
        return tr("%1 could not be looked into").arg(file);
    if (m_context.recognition() == R::Unknown && !m_context.identity().volumeLabel.isEmpty())
        return tr("%1 · %2 · labelled “%3”").arg(file, size, m_context.identity().volumeLabel);
    if (m_context.recognition() == R::Unknown)
        return tr("%1 · %2").arg(file, size);
    return tr("Say which one it will be to get settings that suit it.");
}

QStringList SystemCard::consequences() const
{
    QStringList lines;
    const auto &needs = m_context.recipe().os;
    const auto &outcome = m_context.outcome();
    if (!needs.known || !m_context.survey())
        return lines;
    if (outcome.uefi && outcome.secureBoot)
        lines.append(tr("UEFI with Secure Boot"));
    else if (outcome.uefi)
        lines.append(tr("UEFI firmware"));
    if (outcome.tpm)
        lines.append(tr("TPM 2.0 added"));
    if (needs.isWindows)
        lines.append(tr("Windows enlightenments on"));
    if (needs.virtioDisk && outcome.diskBus == u"virtio")
        lines.append(tr("Fast virtio devices"));
    if (needs.os.endOfLife)
        lines.append(tr("Its makers no longer support this version"));
    return lines;
}

void SystemCard::refresh()
{
    m_title->setText(recipetext::system(m_context));
    m_source->setText(source());
    const auto lines = consequences();
    m_consequences->setText(lines.isEmpty() ? QString() : QStringLiteral("✓ ") + lines.join(QStringLiteral("     ✓ ")));
    m_consequences->setVisible(!lines.isEmpty());
    const bool named = !m_context.recipe().os.os.name.isEmpty();
    m_choose->setText(named ? tr("Not this?") : tr("Choose the system…"));
    m_choose->setAccessibleName(m_choose->text());
    update();
}

void SystemCard::choose()
{
    auto *chooser = new OsChooser(m_context.inventory().osDatabase(), this);
    connect(chooser, &OsChooser::chosen, &m_context, &WizardContext::chooseSystem);
    chooser->open();
}

void SystemCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto edge = palette().color(QPalette::Text);
    edge.setAlphaF(0.16F);
    painter.setPen(edge);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    const bool named = !m_context.recipe().os.os.name.isEmpty();
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 2.0 * grid - badge : 2.0 * grid;
    const qreal middle = (m_title->geometry().top() + m_source->geometry().bottom()) / 2.0;
    const QRectF box(x, middle - badge / 2.0, badge, badge);
    const auto accent = palette().color(QPalette::Highlight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(named ? accent : edge);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(named ? palette().color(QPalette::HighlightedText) : palette().color(QPalette::Text));
    auto large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.5);
    painter.setFont(large);
    painter.drawText(box, Qt::AlignCenter, named ? m_context.recipe().os.os.name.left(1).toUpper() : QStringLiteral("?"));
}
