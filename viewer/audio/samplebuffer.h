// SPDX-License-Identifier: GPL-3.0-or-later
// Samples on their way from a guest to a device: a ring that never holds more than a moment, so that sound does not
// lag behind the picture. Reads as silence where it is empty. One thread.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <chrono>

class SampleBuffer final : public QIODevice {
public:
    /// More than this is not kept: the oldest goes, down to `comfortable`.
    static constexpr auto longest = std::chrono::milliseconds(250);
    static constexpr auto comfortable = std::chrono::milliseconds(80);

    /// Empty, for frames of `frameSize` bytes at `rate` a second; `frameSize` and `rate` above 0.
    void begin(int frameSize, int rate);
    /// Whole frames; what is left over is dropped.
    void add(const QByteArray &samples);
    /// How much is waiting.
    std::chrono::milliseconds waiting() const;

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_ring.size(); }

protected:
    qint64 readData(char *into, qint64 count) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qsizetype bytesFor(std::chrono::milliseconds time) const;

    QByteArray m_ring;
    qsizetype m_start = 0;
    qsizetype m_filled = 0;
    int m_frameSize = 1;
    int m_rate = 1;
};
