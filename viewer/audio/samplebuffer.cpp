// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/samplebuffer.h"

#include <algorithm>
#include <cstring>

void SampleBuffer::begin(int frameSize, int rate)
{
    m_frameSize = frameSize;
    m_rate = rate;
    m_ring = QByteArray(bytesFor(longest), '\0');
    m_start = m_filled = 0;
    if (!isOpen())
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qsizetype SampleBuffer::bytesFor(std::chrono::milliseconds time) const
{
    return qsizetype(time.count() * m_rate / 1000) * m_frameSize;
}

std::chrono::milliseconds SampleBuffer::waiting() const
{
    return std::chrono::milliseconds(1000 * (m_filled / m_frameSize) / m_rate);
}

void SampleBuffer::add(const QByteArray &samples)
{
    const qsizetype size = m_ring.size();
    qsizetype count = samples.size() - samples.size() % m_frameSize;
    if (count == 0 || size == 0)
        return;
    // Late anyway: go on with the newest, at a length that survives a little delay.
    const qsizetype kept = bytesFor(comfortable);
    const char *from = samples.constData();
    if (m_filled + count > size) {
        const qsizetype tooMuch = m_filled + count - kept;
        const qsizetype held = std::min(tooMuch, m_filled);
        m_start = (m_start + held) % size;
        m_filled -= held;
        from += tooMuch - held;
        count -= tooMuch - held;
    }
    const qsizetype end = (m_start + m_filled) % size;
    const qsizetype first = std::min(count, size - end);
    std::memcpy(m_ring.data() + end, from, size_t(first));
    std::memcpy(m_ring.data(), from + first, size_t(count - first));
    m_filled += count;
}

qint64 SampleBuffer::readData(char *into, qint64 count)
{
    const qsizetype size = m_ring.size();
    const qsizetype wanted = qsizetype(count) - qsizetype(count) % m_frameSize;
    const qsizetype taken = std::min(wanted, m_filled);
    if (size > 0) {
        const qsizetype first = std::min(taken, size - m_start);
        std::memcpy(into, m_ring.constData() + m_start, size_t(first));
        std::memcpy(into + first, m_ring.constData(), size_t(taken - first));
        m_start = (m_start + taken) % size;
        m_filled -= taken;
    }
    std::memset(into + taken, 0, size_t(wanted - taken));
    return wanted;
}
