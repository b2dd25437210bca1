// SPDX-License-Identifier: GPL-3.0-or-later
// A console view on a session without a network, whose facets a test fills.
#pragma once

#include "tests/ui/support/world.h"
#include "tests/viewer/widget/fakesession.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoleview.h"
#include "viewer/session/guestclipboard.h"
#include "viewer/session/guestfiles.h"
#include "viewer/session/usbredirection.h"
#include "viewer/widget/consolewidget.h"

#include <QImage>

/// Finds a way at once, to nowhere.
class NoWay final : public DisplayRoute {
public:
    void find(QObject *, Found found) override { found(DisplayWay{displays::vnc(), DisplayWay::Path::Ssh, {}, {}, {}}); }
};

class FakeUsb final : public UsbRedirection {
public:
    using UsbRedirection::UsbRedirection;
    Availability availability() const override { return available; }
    QList<UsbDevice> devices() const override { return all; }
    int freePorts() const override { return free; }
    void redirect(const QString &id) override { redirectedIds << id; }
    void release(const QString &id) override { releasedIds << id; }
    void setAutomatic(bool on) override { automatic = on; }

    Availability available = Availability::Ready;
    QList<UsbDevice> all;
    QStringList redirectedIds, releasedIds;
    int free = 1;
    bool automatic = false;
};

class FakeTransfer final : public FileTransfer {
public:
    using FileTransfer::FileTransfer;
    QString name() const override { return QStringLiteral("notes.txt"); }
    qint64 size() const override { return 100; }
    qint64 sent() const override { return gone; }
    void cancel() override { cancelled = true; }
    qint64 gone = 0;
    bool cancelled = false;
};

class FakeFiles final : public GuestFiles {
public:
    using GuestFiles::GuestFiles;
    bool canReceive() const override { return receives; }
    void send(const QStringList &paths) override { sentPaths << paths; }
    bool canShareFolder() const override { return false; }
    QString sharedFolder() const override { return {}; }
    void shareFolder(const QString &, bool) override {}
    QStringList sentPaths;
    bool receives = true;
};

class FakeClipboard final : public GuestClipboard {
public:
    using GuestClipboard::GuestClipboard;
    QList<ClipboardForm> forms() const override { return {ClipboardForm::Text}; }
    bool isHeardOf() const override { return heard; }
    void offer(const QList<ClipboardForm> &) override {}
    void provide(ClipboardForm, const QByteArray &) override {}
    void request(ClipboardForm) override {}
    bool heard = false;
};

/// A session with all facets.
class RichSession final : public FakeSession {
public:
    using FakeSession::FakeSession;
    GuestFiles *guestFiles() override { return &files; }
    UsbRedirection *usbRedirection() override { return &usb; }
    GuestClipboard *guestClipboard() override { return &clipboard; }
    bool hasPictureQuality() const override { return true; }
    void setPictureQuality(PictureQuality chosen) override { quality = chosen; }
    PictureQuality pictureQuality() const override { return quality; }
    FakeFiles files;
    FakeUsb usb;
    FakeClipboard clipboard;
    PictureQuality quality = PictureQuality::Automatic;
};

/// A view whose link is live as soon as open() was called; there is a picture after show().
class FakeConsole {
public:
    FakeConsole()
        : link(nullptr, [this](const DisplayKind &, QObject *parent) { return session = new RichSession(parent); }),
          view(link, world.settings, QStringLiteral("a-machine"))
    {
        view.setTitle(QStringLiteral("guest"), QStringLiteral("on host"));
        view.resize(640, 480);
        view.show();
    }
    void open() { link.open(std::make_unique<NoWay>()); }
    void show(QSize size = {320, 200})
    {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        session->show(picture);
        QCoreApplication::processEvents();
    }
    ConsoleWidget &screen() { return *view.screen(); }

    World world;
    QPointer<RichSession> session;
    ConsoleLink link;
    ConsoleView view;
};
