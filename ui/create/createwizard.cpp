// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/createwizard.h"

#include "core/appliances/appliance.h"
#include "core/inventory/inventory.h"
#include "ui/common/accentbutton.h"
#include "ui/common/labels.h"
#include "ui/common/shades.h"
#include "ui/create/copymenu.h"
#include "ui/create/receipt.h"
#include "ui/create/recipetext.h"
#include "ui/create/steps/accountstep.h"
#include "ui/create/steps/resourcesstep.h"
#include "ui/create/steps/reviewstep.h"
#include "ui/create/steps/whattorunstep.h"
#include "ui/create/stepslist.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace {
constexpr int grid = 8;

class Hairline final : public QWidget {
public:
    explicit Hairline(QWidget *parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), shades::line(palette())); }
};

QString droppedFile(const QMimeData *data)
{
    const auto urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

MediaSource sourceOf(const QString &path)
{
    static const QStringList disks{QStringLiteral("qcow2"), QStringLiteral("qcow"), QStringLiteral("raw"), QStringLiteral("vmdk"),
                                   QStringLiteral("vdi"), QStringLiteral("vhdx"), QStringLiteral("vhd"), QStringLiteral("qed"), QStringLiteral("xz"),
                                   QStringLiteral("gz"), QStringLiteral("zst"), QStringLiteral("bz2")};
    if (looksLikeAppliance(path))
        return MediaSource::Appliance;
    return disks.contains(QFileInfo(path).suffix().toLower()) ? MediaSource::ExistingDisk : MediaSource::InstallerImage;
}
} // namespace

CreateWizard::CreateWizard(Inventory &inventory, Host *preselected, QWidget *parent)
    : QDialog(parent), m_context(new WizardContext(inventory, preselected, this)), m_list(nullptr), m_pages(new QStackedWidget(this)),
      m_receipt(new Receipt(*m_context, this)), m_why(new QLabel(this)), m_back(labels::button(tr("&Back"), this)), m_next(labels::button(tr("&Next"), this)),
      m_create(new AccentButton(tr("&Create now"), this))
{
    setWindowTitle(tr("New machine"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    resize(1080, 700);
    setMinimumSize(860, 560);

    m_steps = {new WhatToRunStep(*m_context, this), new AccountStep(*m_context, this), new ResourcesStep(*m_context, this), new ReviewStep(*m_context, this)};
    QStringList titles;
    for (auto *step : m_steps) {
        titles.append(step->title());
        m_pages->addWidget(step);
    }
    m_list = new StepsList(windowTitle(), titles, this);
    m_list->setFixedWidth(210);
    m_receipt->setFixedWidth(262);
    m_create->setAccessibleName(tr("Create now"));
    m_create->setAutoDefault(false);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_why->setWordWrap(true);

    auto *cancel = labels::button(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_list, &StepsList::chosen, this, &CreateWizard::goTo);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(neighbour(Way::Back)); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(neighbour(Way::Forth)); });
    connect(m_create, &QPushButton::clicked, this, &CreateWizard::create);
    connect(m_context, &WizardContext::changed, this, &CreateWizard::refresh);
    connect(m_context, &WizardContext::hostsChanged, this, &CreateWizard::refresh);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_pages, 1);
    middle->addWidget(m_receipt);
    setTabOrder(m_list, m_pages);
    auto *line = new Hairline(this);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(3 * grid, 12, 2 * grid, 12);
    bottom->setSpacing(grid);
    bottom->addWidget(new CopyMenu(*m_context, this));
    bottom->addWidget(m_why, 1);
    for (auto *each : {cancel, m_back, m_next, m_create})
        bottom->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(line);
    column->addLayout(bottom);
    goTo(0);
}

CreateWizard::~CreateWizard() = default;

void CreateWizard::setMedia(const QString &path)
{
    m_context->setSource(sourceOf(path));
    m_context->setMediaPath(path);
    goTo(0);
}

/// The next step that is needed; the present one where there is none.
int CreateWizard::neighbour(Way way) const
{
    const int stride = way == Way::Forth ? 1 : -1;
    for (int step = m_pages->currentIndex() + stride; step >= 0 && step < int(m_steps.size()); step += stride) {
        if (m_steps[size_t(step)]->isNeeded())
            return step;
    }
    return m_pages->currentIndex();
}

void CreateWizard::goTo(int step)
{
    step = std::clamp(step, 0, int(m_steps.size()) - 1);
    m_pages->setCurrentIndex(step);
    m_list->setCurrent(step);
    if (auto *field = m_steps[size_t(step)]->firstField())
        field->setFocus();
    refresh();
}

void CreateWizard::refresh()
{
    const int step = m_pages->currentIndex();
    const bool last = step == int(m_steps.size()) - 1;
    const auto &findings = m_context->findings();
    const auto blocker = std::find_if(findings.begin(), findings.end(),
                                      [](const RecipeFinding &f) { return f.severity == RecipeFinding::Severity::Blocker; });
    const bool sufficient = m_context->isSufficient();
    m_back->setVisible(step > 0);
    m_next->setVisible(!last);
    m_create->setEnabled(sufficient);
    // Return goes on while something is missing, and creates once nothing is.
    m_create->setDefault(sufficient);
    m_next->setDefault(!sufficient && !last);
    QString why;
    if (blocker != findings.end())
        why = recipetext::finding(*blocker);
    else if (!sufficient && m_context->recognition() == WizardContext::Recognition::Working)
        why = tr("Recognising the image…");
    else if (!sufficient)
        why = recipetext::receiptNote(*m_context);
    m_why->setText(why);
    m_create->setToolTip(why);
    std::vector<bool> needed;
    for (const auto *each : m_steps)
        needed.push_back(each->isNeeded());
    m_list->setShown(needed);
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const auto &fields = m_steps[i]->fields();
        m_list->setTroubled(int(i), std::any_of(findings.begin(), findings.end(), [&fields](const RecipeFinding &f) {
            return f.severity == RecipeFinding::Severity::Blocker && std::find(fields.begin(), fields.end(), f.field) != fields.end();
        }));
    }
}

void CreateWizard::create()
{
    auto *job = m_context->create();
    if (!job)
        return;
    Q_EMIT jobStarted(job);
    accept();
}

void CreateWizard::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CreateWizard::dropEvent(QDropEvent *event)
{
    const auto path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    setMedia(path);
}
