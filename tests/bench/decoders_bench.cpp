// SPDX-License-Identifier: GPL-3.0-or-later
// How many full-HD updates a second each decoder draws on one thread, without a network, a screen or another viewer.
// Usage: decoders_bench [WORKLOAD...]; prints `name value unit`, by processor time.
#include "tests/bench/workload.h"
#include "viewer/rfb/decode/decoders.h"

#include <QImage>

#include <cstdio>
#include <cstring>

#include <time.h>

namespace {

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

bool draw(rfb::Decoders &decoders, QImage &image, const QByteArray &update)
{
    const rfb::Canvas canvas{reinterpret_cast<quint32 *>(image.bits()), image.bytesPerLine() / 4, image.width(), image.height()};
    qsizetype at = 0;
    rfb::ByteStream stream([&](uchar *into, size_t most) {
        const size_t now = std::min(most, size_t(update.size() - at));
        std::memcpy(into, update.constData() + at, now);
        at += qsizetype(now);
        return now;
    });
    const uchar *header = stream.take(4);
    for (int left = header ? qFromBigEndian<quint16>(header + 2) : 0; left > 0; --left) {
        const uchar *rectangle = stream.take(rfb::Rectangle::size);
        if (!rectangle || decoders.decode(stream, canvas, rfb::Rectangle::parse(rectangle)) != rfb::Decoded::Done)
            return false;
    }
    return header != nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    QList<QByteArray> names;
    for (int i = 1; i < argc; ++i)
        names += argv[i];
    const QSize size(1920, 1080);
    for (const QByteArray &name : names.isEmpty() ? Workload::names() : names) {
        const auto work = Workload::make(name, size);
        if (!work)
            return 2;
        rfb::Decoders decoders([] {});
        QImage image(size, QImage::Format_RGB32);
        const auto count = qint64(work->updates.size());
        double used = 0;
        qint64 drawn = 0;
        while (used < 1) {
            const double before = threadSeconds();
            for (qint64 i = 0; i < count; ++i, ++drawn) {
                if (!draw(decoders, image, work->update(drawn)))
                    return 1;
            }
            used += threadSeconds() - before;
        }
        std::printf("decode-%s %.1f frames/s\n", name.constData(), double(drawn) / used);
        std::fflush(stdout);
    }
    return 0;
}
