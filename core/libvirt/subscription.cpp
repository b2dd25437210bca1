// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/subscription.h"

#include "core/libvirt/blocking.h"

Subscription::Subscription(std::shared_ptr<SinkGate> gate, std::function<void()> deregister)
    : m_gate(std::move(gate)), m_deregister(std::move(deregister))
{
}

void Subscription::reset()
{
    if (const auto gate = std::exchange(m_gate, nullptr))
        gate->close();
    if (auto deregister = std::exchange(m_deregister, nullptr))
        runWhereItMayBlock(std::move(deregister));
}
