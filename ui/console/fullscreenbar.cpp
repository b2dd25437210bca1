// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/fullscreenbar.h"

#include "core/settings/settings.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr int touch = 2;
constexpr int ownTools = 3; ///< behind the title and what addTool() brings
constexpr auto firstShown = 3s;
constexpr auto lingers = 1s;
} // namespace

FullScreenBar::FullScreenBar(QWidget *window) : QFrame(window), m_title(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setCursor(Qt::ArrowCursor);
    m_title->setTextFormat(Qt::PlainText);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_row->setContentsMargins(12, 4, 8, 4);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_stay = addButton(icons::pin(), tr("Keep this bar in view"));
    m_stay->setCheckable(true);
    m_move = addButton(icons::moveBar(), {});
    auto *leave = addButton(icons::fullScreen(), tr("Leave full screen"));
    leave->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(leave, &QToolButton::clicked, this, &FullScreenBar::leaveRequested);
    connect(m_stay, &QToolButton::clicked, this, [this](bool on) {
        setPlace({m_place.edge, on});
        Q_EMIT placeChanged(m_place);
    });
    connect(m_move, &QToolButton::clicked, this, [this] {
        setPlace({m_place.edge == Edge::Top ? Edge::Bottom : Edge::Top, m_place.stays});
        Q_EMIT placeChanged(m_place);
    });
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, &QWidget::hide);
    setPlace({});
    hide();
}

FullScreenBar::~FullScreenBar()
{
    disarm();
}

QToolButton *FullScreenBar::addButton(const QIcon &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    return button;
}

void FullScreenBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FullScreenBar::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->count() - ownTools, tool);
}

void FullScreenBar::setPlace(const Place &place)
{
    m_place = place;
    m_stay->setChecked(place.stays);
    const auto words = place.edge == Edge::Top ? tr("Move this bar to the bottom") : tr("Move this bar to the top");
    m_move->setText(words);
    m_move->setAccessibleName(words);
    m_move->setToolTip(words);
    this->place();
    if (m_armed && place.stays)
        m_hide.stop();
}

void FullScreenBar::keepPlaceIn(Settings &settings)
{
    setPlace({settings.get(keys::consoleBarEdge) == u"bottom" ? Edge::Bottom : Edge::Top, settings.get(keys::consoleBarStays)});
    connect(this, &FullScreenBar::placeChanged, this, [&settings](const Place &place) {
        settings.set(keys::consoleBarEdge, place.edge == Edge::Bottom ? QStringLiteral("bottom") : QStringLiteral("top"));
        settings.set(keys::consoleBarStays, place.stays);
    });
}

void FullScreenBar::arm()
{
    if (!m_armed)
        qApp->installEventFilter(this);
    m_armed = true;
    place();
    show();
    raise();
    hideSoon(firstShown);
}

void FullScreenBar::disarm()
{
    if (m_armed)
        qApp->removeEventFilter(this);
    m_armed = false;
    m_hide.stop();
    hide();
}

void FullScreenBar::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, m_place.edge == Edge::Top ? 0 : parentWidget()->height() - height());
}

void FullScreenBar::hideSoon(std::chrono::milliseconds wait)
{
    if (!m_place.stays)
        m_hide.start(wait);
}

bool FullScreenBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && watched->isWidgetType() && static_cast<QWidget *>(watched)->window() == window())
        followPointer(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
    return false;
}

void FullScreenBar::followPointer(QPoint global)
{
    const auto point = parentWidget()->mapFromGlobal(global);
    const bool atEdge = m_place.edge == Edge::Top ? point.y() <= touch : point.y() >= parentWidget()->height() - 1 - touch;
    if (isVisible() && geometry().contains(point)) {
        m_hide.stop();
    } else if (atEdge && point.x() >= geometry().left() && point.x() <= geometry().right()) {
        show();
        raise();
        m_hide.stop();
    } else if (isVisible() && !m_hide.isActive()) {
        hideSoon(lingers);
    }
}

void FullScreenBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.25F);
    painter.setPen(line);
    painter.setBrush(palette().color(QPalette::Window));
    // Rounded where it does not touch the edge.
    const auto grown = m_place.edge == Edge::Top ? QRectF(rect()).adjusted(0.5, -10, -0.5, -0.5) : QRectF(rect()).adjusted(0.5, 0.5, -0.5, 10);
    painter.drawRoundedRect(grown, 8, 8);
}
