// SPDX-License-Identifier: GPL-3.0-or-later
// Where a terminal's bytes come from and go to: one opening of a guest's port, whoever made it. GUI thread; nothing
// here blocks. Destroying it lets go of the port.
#pragma once

#include <QByteArray>
#include <QObject>

class ByteChannel : public QObject {
    Q_OBJECT
public:
    enum class Ending {
        Ended,  ///< the guest, its hypervisor or another program closed it
        Held,   ///< another program has it
        Failed, ///< it could not be opened
        Hopeless, ///< and will not be, however often it is tried
    };

    using QObject::QObject;

    /// What has arrived. Whoever does not read loses the oldest of it.
    virtual QByteArray read() = 0;
    /// Bytes that were lost before those that read() gave last.
    virtual qint64 skipped() const = 0;
    /// How much of it was taken over; less where the guest does not read.
    virtual qsizetype write(QByteArrayView bytes) = 0;

Q_SIGNALS:
    void opened();
    void readyRead();
    /// Once, and the last of all.
    void closed(ByteChannel::Ending ending);
};
