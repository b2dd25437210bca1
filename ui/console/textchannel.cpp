// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/textchannel.h"

#include "core/machines/textconsole.h"

namespace {
ByteChannel::Ending endingOf(const Error &error, bool wasOpen)
{
    if (wasOpen)
        return ByteChannel::Ending::Ended;
    switch (error.kind) {
    case Error::Kind::Busy: return ByteChannel::Ending::Held;
    case Error::Kind::Unsupported:
    case Error::Kind::InvalidInput:
    case Error::Kind::Refused: return ByteChannel::Ending::Hopeless;
    default: return ByteChannel::Ending::Failed;
    }
}
} // namespace

TextChannel::TextChannel(Machine &machine, const QString &device, ConsoleHold hold, std::function<void(const Error &)> failed, QObject *parent)
    : ByteChannel(parent), m_console(machine.openTextConsole(device, hold, this))
{
    connect(m_console, &TextConsole::opened, this, &ByteChannel::opened);
    connect(m_console, &TextConsole::readyRead, this, &ByteChannel::readyRead);
    connect(m_console, &TextConsole::closed, this, [this, failed = std::move(failed)](const Error &error) {
        failed(error);
        Q_EMIT closed(endingOf(error, m_console->wasOpened()));
    });
}

QByteArray TextChannel::read()
{
    return m_console->read();
}

qint64 TextChannel::skipped() const
{
    return m_console->skipped();
}

qsizetype TextChannel::write(QByteArrayView bytes)
{
    return m_console->write(bytes);
}
