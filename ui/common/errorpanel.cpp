// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errorpanel.h"

#include "ui/common/shades.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace {
constexpr int grid = 8;

QLabel *sentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}
} // namespace

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent), m_what(sentence(this)), m_means(sentence(this)), m_next(sentence(this)), m_details(new QToolButton(this)),
      m_original(new QPlainTextEdit(this)), m_copy(new QPushButton(tr("Copy"), this))
{
    auto heading = m_what->font();
    heading.setBold(true);
    m_what->setFont(heading);

    m_details->setText(tr("Show details"));
    m_details->setAccessibleName(m_details->text());
    m_details->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setArrowType(Qt::RightArrow);
    m_details->setAutoRaise(true);
    m_details->setCheckable(true);
    m_details->setFocusPolicy(Qt::StrongFocus);
    connect(m_details, &QToolButton::toggled, this, &ErrorPanel::fold);

    m_original->setReadOnly(true);
    m_original->setTabChangesFocus(true);
    m_original->setAccessibleName(tr("Original message"));
    m_original->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_original->setFixedHeight(12 * grid);
    m_original->setFrameShape(QFrame::StyledPanel);
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(tr("Copies the original message to the clipboard."));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text.original); });

    auto *folding = new QHBoxLayout;
    folding->addWidget(m_details);
    folding->addStretch();
    folding->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid + 4, grid + 4, 2 * grid, grid + 4);
    column->setSpacing(grid);
    column->addWidget(m_what);
    column->addWidget(m_means);
    column->addWidget(m_next);
    column->addLayout(folding);
    column->addWidget(m_original);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    clear();
}

void ErrorPanel::setError(const ErrorText &text)
{
    m_text = text;
    m_details->setChecked(false);
    fold(false);
    placeWords();
    setVisible(!text.what.isEmpty());
}

void ErrorPanel::clear()
{
    setError({});
}

void ErrorPanel::placeWords()
{
    m_what->setText(m_text.what);
    m_means->setText(m_text.means);
    m_means->setVisible(!m_text.means.isEmpty());
    m_next->setText(m_text.next);
    m_next->setVisible(!m_text.next.isEmpty());
    m_original->setPlainText(m_text.original);
    m_details->setVisible(!m_text.original.isEmpty());
    setAccessibleName(m_text.what);
    setAccessibleDescription(QStringList{m_text.means, m_text.next}.join(u' ').trimmed());
}

void ErrorPanel::fold(bool open)
{
    m_details->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_original->setVisible(open);
    m_copy->setVisible(open);
}

void ErrorPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void ErrorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto text = palette().color(QPalette::WindowText);
    auto edge = text;
    edge.setAlphaF(0.16F);
    painter.setPen(edge);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    // A bar beside the words says "trouble" by shape, not by colour alone.
    painter.setPen(Qt::NoPen);
    painter.setBrush(shades::bad(palette()));
    const qreal edgeX = layoutDirection() == Qt::RightToLeft ? width() - grid - 4.0 : double(grid);
    painter.drawRoundedRect(QRectF(edgeX, grid + 4.0, 4.0, height() - 2.0 * (grid + 4)), 2, 2);
}
