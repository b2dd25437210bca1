// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceagent.h"

#include <utility>

SpiceAgent::SpiceAgent(SpiceChannel *channel)
    : m_channel(GRef<SpiceChannel>::share(channel))
{
    // Monitors are where their windows ask them to be.
    g_object_set(channel, "disable-display-align", TRUE, nullptr);
    m_connections.connect<&SpiceAgent::pointerUpdated>(channel, "main-mouse-update", this);
    m_connections.connect<&SpiceAgent::agentUpdated>(channel, "main-agent-update", this);
}

ConsoleSession::PointerMode SpiceAgent::pointerMode() const
{
    int mode = 0;
    g_object_get(m_channel.get(), "mouse-mode", &mode, nullptr);
    return mode == SPICE_MOUSE_MODE_SERVER ? ConsoleSession::PointerMode::Relative : ConsoleSession::PointerMode::Absolute;
}

bool SpiceAgent::isPresent() const
{
    gboolean present = FALSE;
    g_object_get(m_channel.get(), "agent-connected", &present, nullptr);
    return present;
}

bool SpiceAgent::can(guint capability) const
{
    return isPresent() && spice_main_channel_agent_test_capability(main(), capability);
}

// All of them at once: a monitor that the message leaves out is switched off.
void SpiceAgent::arrange(const QList<Monitor> &monitors)
{
    for (const int id : std::exchange(m_asked, {}))
        spice_main_channel_update_display_enabled(main(), id, FALSE, FALSE);
    int x = 0;
    for (const auto &each : monitors) {
        m_asked.append(each.id);
        spice_main_channel_update_display_enabled(main(), each.id, TRUE, FALSE);
        spice_main_channel_update_display(main(), each.id, x, 0, each.size.width(), each.size.height(), FALSE);
        x += each.size.width();
    }
    spice_main_channel_send_monitor_config(main());
}

void SpiceAgent::pointerUpdated(SpiceChannel *)
{
    Q_EMIT pointerModeChanged();
}

void SpiceAgent::agentUpdated(SpiceChannel *)
{
    Q_EMIT changed();
}
