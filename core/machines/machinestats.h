// SPDX-License-Identifier: GPL-3.0-or-later
// Measured load of a running machine over time: fixed-size ring buffers, made at the first sample. GUI thread.
#pragma once

#include "core/base/bytes.h"

#include <array>
#include <optional>

/// One tick's measurement, as rates; a field is missing where the hypervisor does not say.
struct MachineSample {
    qint64 atMs = 0;                    ///< monotonic milliseconds
    std::optional<float> processor;     ///< 0 … 1 of all its vCPUs
    std::optional<Bytes> memoryUsed;    ///< by the guest where the balloon tells, else resident on the host
    std::optional<Bytes> memoryTotal;   ///< the balloon's present size
    std::optional<float> diskRead;      ///< bytes per second
    std::optional<float> diskWrite;     ///< bytes per second
    std::optional<float> diskRequests;  ///< per second
    std::optional<float> netReceived;   ///< bytes per second
    std::optional<float> netSent;       ///< bytes per second
};

/// The last `capacity` values of one figure, oldest first through at().
class History {
public:
    static constexpr int capacity = 120;
    void push(float value)
    {
        m_values[size_t(m_next)] = value;
        m_next = (m_next + 1) % capacity;
        m_count = m_count < capacity ? m_count + 1 : capacity;
    }
    int count() const { return m_count; }
    /// 0 is the oldest.
    float at(int index) const { return m_values[size_t((m_next - m_count + index + capacity) % capacity)]; }
    void clear() { m_count = 0; }

private:
    std::array<float, capacity> m_values{};
    int m_next = 0;
    int m_count = 0;
};

struct MachineStats {
    MachineSample last;       ///< a figure that one answer lacked is the one before
    int held = 0;             ///< samples since the last one that had every figure
    History processor;    ///< 0 … 1
    History memory;       ///< 0 … 1 of memoryTotal
    History disk;         ///< bytes per second, both directions
    History network;      ///< bytes per second, both directions
};
