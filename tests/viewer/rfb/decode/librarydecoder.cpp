// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/decode/librarydecoder.h"

#include <thread>

#include <sys/socket.h>
#include <unistd.h>

#include <rfb/rfbclient.h>

std::optional<QImage> shownByLibrary(QSize size, const QByteArray &bytes, int count)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return {};
    std::thread writer([&] {
        for (qsizetype done = 0; done < bytes.size();) {
            const auto more = send(ends[0], bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
            if (more <= 0)
                break;
            done += more;
        }
        shutdown(ends[0], SHUT_WR);
    });
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::black);
    rfbClient *client = rfbGetClient(8, 3, 4);
    client->sock = ends[1];
    client->width = size.width();
    client->height = size.height();
    client->updateRect = {0, 0, size.width(), size.height()};
    client->frameBuffer = image.bits();
    client->format.redShift = 16;
    client->format.greenShift = 8;
    client->format.blueShift = 0;
    client->GotFrameBufferUpdate = [](rfbClient *, int, int, int, int) {};
    bool fine = true;
    for (int i = 0; fine && i < count; ++i)
        fine = HandleRFBServerMessage(client);
    shutdown(ends[1], SHUT_RDWR);
    writer.join();
    rfbClientCleanup(client);
    close(ends[0]);
    if (!fine)
        return {};
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] |= 0xff000000u;
    }
    return image;
}
