// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolestatus.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/format.h"
#include "ui/console/consoledetails.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletool.h"
#include "ui/console/consolewords.h"
#include "ui/console/securitywords.h"
#include "viewer/widget/consolewidget.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr int grid = 8;
constexpr auto figuresEvery = 1s;

void set(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}
} // namespace

ConsoleStatus::ConsoleStatus(const ConsoleLink &link, const ConsoleWidget &screen, QWidget *parent)
    : QWidget(parent), m_link(link), m_screen(screen)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(2 * grid);
    const auto add = [&](QLabel *&label, QLabel *made) {
        label = made;
        label->setForegroundRole(QPalette::PlaceholderText);
        auto small = label->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        label->setFont(small);
        row->addWidget(label);
    };
    add(m_connection, new QLabel(this));
    add(m_size, new QLabel(this));
    add(m_rate, new QLabel(this));
    add(m_latency, new QLabel(this));
    add(m_received, new QLabel(this));
    m_details = consoleTool(this, {}, tr("Details"));
    m_details->setFont(m_rate->font());
    m_details->setToolTip(tr("Show what is known of the connection"));
    connect(m_details, &QToolButton::clicked, this, &ConsoleStatus::openDetails);
    row->addWidget(m_details);
    row->addStretch();
    add(m_clipboard, new ElidedLabel(this));
    add(m_release, new ElidedLabel(this));
    connect(&m_tick, &QTimer::timeout, this, [this] {
        // Asked here alone: the session counts from one question to the next.
        if (const auto *session = m_link.session())
            m_figures = session->statistics();
        refresh();
        Q_EMIT counted();
    });
}

void ConsoleStatus::setCounting(bool on)
{
    if (on != m_tick.isActive())
        on ? m_tick.start(figuresEvery) : m_tick.stop();
}

void ConsoleStatus::setClipboardShared(bool shared)
{
    m_clipboardShared = shared;
    refresh();
}

void ConsoleStatus::refresh()
{
    auto *session = m_link.session();
    const bool shown = session && m_link.state() == ConsoleLink::State::Live;
    set(m_connection, shown ? securitywords::connection(m_link) : QString());
    const auto pixels = shown ? session->framebuffer().size() : QSize();
    set(m_size, pixels.isEmpty() ? QString() : tr("%1 × %2").arg(pixels.width()).arg(pixels.height()));
    set(m_rate, shown ? tr("%n frame(s)/s", nullptr, int(m_figures.framesPerSecond + 0.5)) : QString());
    set(m_latency, shown && m_figures.latency ? consolewords::latency(*m_figures.latency) : QString());
    set(m_received, shown && m_figures.bytesReceived > 0 ? format::size(Bytes(m_figures.bytesReceived)) : QString());
    for (auto *label : {m_latency, m_received})
        label->setVisible(!label->text().isEmpty());
    m_details->setVisible(shown);
    set(m_clipboard, shown && m_clipboardShared ? tr("Clipboard shared") : QString());
    m_clipboard->setVisible(!m_clipboard->text().isEmpty());
    const auto held = consolewords::release(m_screen);
    m_release->setForegroundRole(shown && (m_screen.isGrabbed() || m_link.isViewOnly()) ? QPalette::WindowText : QPalette::PlaceholderText);
    set(m_release, !shown ? QString()
                   : m_link.isViewOnly()    ? tr("View only")
                   : m_screen.isGrabbed()   ? tr("Press %1 to release keyboard and pointer").arg(held)
                                            : tr("Click into the picture to type; %1 releases").arg(held));
}

void ConsoleStatus::openDetails()
{
    if (m_link.session())
        (new ConsoleDetails(m_link, this))->show();
}

void ConsoleStatus::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        openDetails();
}
