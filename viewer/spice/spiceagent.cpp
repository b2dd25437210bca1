// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceagent.h"

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

void SpiceAgent::resize(int monitor, QRect area)
{
    spice_main_channel_update_display_enabled(main(), monitor, TRUE, FALSE);
    spice_main_channel_update_display(main(), monitor, area.x(), area.y(), area.width(), area.height(), FALSE);
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
