// SPDX-License-Identifier: GPL-3.0-or-later
// One serial port or text console of a machine, opened once: bytes in, bytes out. Made by Machine::openTextConsole();
// destroying it lets go of the port. GUI thread; never blocks.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>

#include <memory>

class ConsoleStream;

class TextConsole final : public QObject {
    Q_OBJECT
public:
    ~TextConsole() override;

    bool isOpen() const;
    /// It was open, at least for a while.
    bool wasOpened() const { return m_stream != nullptr; }
    /// What has arrived since it was last asked. Whoever does not ask loses the oldest of it: see skipped().
    QByteArray read();
    /// Bytes that were dropped before those that read() gave last.
    qint64 skipped() const;
    /// How much of it was taken over; less where the guest does not read. Try the rest later.
    qsizetype write(QByteArrayView bytes);

Q_SIGNALS:
    void opened();
    void readyRead();
    /// Once, and the last of all. Error::Kind::Busy: another program has the port open.
    void closed(const Error &error);

private:
    friend class Machine;
    explicit TextConsole(QObject *parent);
    void take(const std::shared_ptr<ConsoleStream> &stream);
    void look();
    void end(const Error &error);

    std::shared_ptr<ConsoleStream> m_stream;
    qint64 m_skipped = 0;
    bool m_over = false;
};
