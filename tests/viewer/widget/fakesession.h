// SPDX-License-Identifier: GPL-3.0-or-later
// A session without a network: a test paints into it and sees what was sent.
#pragma once

#include "viewer/session/consolesession.h"

#include <QList>

class FakeSession : public ConsoleSession {
public:
    using ConsoleSession::ConsoleSession;

    QString protocolName() const override { return QStringLiteral("Fake"); }
    void open(Endpoint) override { setState(State::Connected); }
    void close() override
    {
        setState(State::Closed);
        Q_EMIT closed({});
    }
    void answerCredentials(const QString &, const QString &) override {}
    void sendKey(const ConsoleKey &key) override { keys.append(key); }
    PointerMode pointerMode() const override { return mode; }
    void sendPointer(QPoint position, int buttons) override { pointers.append({position, buttons}); }
    void sendRelativePointer(QPoint step, int buttons) override { steps.append({step, buttons}); }
    bool canResize() const override { return resizable; }
    void requestResize(QSize size) override { sizes.append(size); }
    std::optional<LockKeys> lockKeys() const override { return lights; }
    ConnectionSecurity security() const override { return protection; }
    int headCount() const override { return 1 + int(others.size()); }
    ConsoleSession *head(int number) override { return number == 0 ? this : others.value(number - 1); }
    int mostHeads() const override { return most; }
    void requestHeads(int count) override { headCounts.append(count); }
    ConsoleStatistics statistics() const override { return {}; }

    void setMode(PointerMode changed)
    {
        mode = changed;
        Q_EMIT pointerModeChanged();
    }
    /// Shows this picture as the decoder would.
    void show(const QImage &image)
    {
        if (framebuffer().pixels().size() != image.size())
            framebuffer().resize(image.size());
        draw(image, {});
    }
    void draw(const QImage &image, QPoint at)
    {
        QImage &pixels = framebuffer().pixels();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels.setPixel(at.x() + x, at.y() + y, image.pixel(x, y));
        }
        framebuffer().damage(QRect(at, image.size()));
        if (framebuffer().publish())
            Q_EMIT damaged();
    }

    struct Sent {
        QPoint position;
        int buttons;
        bool operator==(const Sent &) const = default;
    };
    QList<ConsoleKey> keys;
    QList<Sent> pointers;
    QList<Sent> steps;
    QList<QSize> sizes;
    QList<ConsoleSession *> others;
    QList<int> headCounts; ///< that were asked for
    int most = 0;
    std::optional<LockKeys> lights;
    ConnectionSecurity protection;
    bool resizable = false;
    PointerMode mode = PointerMode::Absolute;
};
