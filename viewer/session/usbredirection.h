// SPDX-License-Identifier: GPL-3.0-or-later
// USB devices of this computer, handed to a guest over a session. GUI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

struct UsbDevice {
    QString id;           ///< stable while it is plugged in
    QString name;         ///< vendor and product, as the device calls itself
    bool redirected = false;
    bool busy = false;    ///< on its way to or from the guest
    QString refusal;      ///< why it cannot be redirected, in the library's words; empty where it can
};

class UsbRedirection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Availability {
        Ready,
        NoRedirector, ///< the machine has no redirection device
        NotBuilt,     ///< the library was built without it
        NoUsbAccess,  ///< this computer's USB bus cannot be read
    };
    virtual Availability availability() const = 0;
    virtual QList<UsbDevice> devices() const = 0;
    /// How many more devices the machine's redirectors can take.
    virtual int freePorts() const = 0;
    virtual void redirect(const QString &id) = 0;
    virtual void release(const QString &id) = 0;
    /// Whether devices that are plugged in while the console has the keyboard go to the guest.
    virtual void setAutomatic(bool on) = 0;

Q_SIGNALS:
    void changed();
    void failed(const QString &name, const QString &message, bool permission);
};
