// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolestatus.h"

#include "ui/console/consolelink.h"
#include "ui/console/consolewords.h"
#include "viewer/widget/consolewidget.h"

#include <QBoxLayout>
#include <QLabel>

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
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(2 * grid);
    const auto add = [&](QLabel *&label) {
        label = new QLabel(this);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto small = label->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        label->setFont(small);
        row->addWidget(label);
    };
    add(m_connection);
    add(m_size);
    add(m_rate);
    row->addStretch();
    add(m_release);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        // Asked here alone: the session counts from one question to the next.
        if (const auto *session = m_link.session())
            m_framesPerSecond = int(session->statistics().framesPerSecond + 0.5);
        refresh();
    });
}

void ConsoleStatus::setCounting(bool on)
{
    if (on != m_tick.isActive())
        on ? m_tick.start(figuresEvery) : m_tick.stop();
}

void ConsoleStatus::refresh()
{
    auto *session = m_link.session();
    const bool shown = session && m_link.state() == ConsoleLink::State::Live;
    set(m_connection, shown ? consolewords::connection(session->protocolName(), m_link.path()) : QString());
    const auto pixels = shown ? session->framebuffer().size() : QSize();
    set(m_size, pixels.isEmpty() ? QString() : tr("%1 × %2").arg(pixels.width()).arg(pixels.height()));
    set(m_rate, shown ? tr("%n frame(s)/s", nullptr, m_framesPerSecond) : QString());
    const auto held = consolewords::keys(m_screen.releaseKeys());
    m_release->setForegroundRole(shown && m_screen.isGrabbed() ? QPalette::WindowText : QPalette::PlaceholderText);
    set(m_release, !shown ? QString()
                   : m_screen.isGrabbed() ? tr("Press %1 to release keyboard and pointer").arg(held)
                                          : tr("Click into the picture to type; %1 releases").arg(held));
}
