// SPDX-License-Identifier: GPL-3.0-or-later
// Ports of the host that lead to ports of a machine in a network of user mode. Values.
#pragma once

#include <QtGlobal>

#include <vector>

struct PortForward {
    enum class Protocol { Tcp, Udp };
    Protocol protocol = Protocol::Tcp;
    quint16 hostPort = 0;  ///< 0: not given yet
    quint16 guestPort = 0; ///< the same
    friend bool operator==(const PortForward &, const PortForward &) = default;
};

struct ForwardWishes {
    std::vector<PortForward> ports;
    bool isOpenToAll = false; ///< other computers may use them too; else the host alone
    friend bool operator==(const ForwardWishes &, const ForwardWishes &) = default;
};
