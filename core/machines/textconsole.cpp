// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/textconsole.h"

#include "core/async/deliver.h"
#include "core/hosts/host_p.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/consoles.h"
#include "core/libvirt/domains.h"
#include "core/machines/machine.h"
#include "core/machines/machine_p.h"

#include <QPointer>

#include <utility>

TextConsole::TextConsole(QObject *parent) : QObject(parent) {}

TextConsole::~TextConsole() = default;

bool TextConsole::isOpen() const
{
    return m_stream && !m_over;
}

void TextConsole::take(const std::shared_ptr<ConsoleStream> &stream)
{
    m_stream = stream;
    Q_EMIT opened();
    look();
}

/// Nothing is taken here: what waits is bounded in the stream, and taken when somebody reads.
void TextConsole::look()
{
    if (!m_over)
        Q_EMIT readyRead();
}

QByteArray TextConsole::read()
{
    if (!m_stream)
        return {};
    auto taken = m_stream->take();
    m_skipped = taken.skipped;
    if (taken.ended)
        // The last bytes come first.
        QMetaObject::invokeMethod(this, [this, error = *taken.ended] { end(error); }, Qt::QueuedConnection);
    return std::move(taken.bytes);
}

qint64 TextConsole::skipped() const
{
    return m_skipped;
}

qsizetype TextConsole::write(QByteArrayView bytes)
{
    return m_stream && !m_over ? m_stream->write(bytes) : 0;
}

void TextConsole::end(const Error &error)
{
    if (!std::exchange(m_over, true))
        Q_EMIT closed(error);
}

namespace {
using Opened = std::shared_ptr<ConsoleStream>;

/// A guest that does not read its port stops the daemon from reading the connection that the port is on, after four
/// packets more than the port takes (max_client_requests): so each console has a connection of its own. Nobody is asked
/// for a password again; where one is needed, the host's own connection has to do.
Result<Opened> openApart(const ConnectHandle &shared, const DomainHandle &domain, const QString &daemon, const QString &device,
                         consoles::Hold hold, const ConsoleStream::Wake &wake)
{
    if (!daemon.isEmpty()) {
        if (const auto own = connections::open(daemon, Access::Full)) {
            if (const auto there = domains::lookup(*own, domains::uuidOf(domain)))
                return consoles::open(*own, *there, device, hold, wake);
        }
    }
    return consoles::open(shared, domain, device, hold, wake);
}
} // namespace

TextConsole *Machine::openTextConsole(const QString &device, ConsoleHold hold, QObject *parent)
{
    auto *console = new TextConsole(parent);
    // Where other threads leave what they have for it; outlives it in their hands.
    const std::shared_ptr<QObject> door(new QObject, [](QObject *object) { object->deleteLater(); });
    auto wake = [door, self = QPointer<TextConsole>(console)] { // looked into in the GUI thread alone
        QMetaObject::invokeMethod(door.get(), [self] {
            if (self)
                self->look();
        }, Qt::QueuedConnection);
    };
    const auto how = hold == ConsoleHold::Take ? consoles::Hold::Take : consoles::Hold::Ask;
    const auto daemon = d->session() ? d->session()->daemonAddress() : QString();
    auto opening = d->host.runSlow<Opened>([domain = d->domain, daemon, device, how, wake = std::move(wake)](const ConnectHandle &connection) {
        return openApart(connection, domain, daemon, device, how, wake);
    });
    deliver(opening, console, [console](const Result<Opened> &stream) {
        if (stream)
            console->take(*stream);
        else
            console->end(stream.error());
    });
    return console;
}

QFuture<Result<QString>> Machine::askMonitor(const QString &command, MonitorLanguage language)
{
    auto *session = d->session();
    if (!session || !d->host.isConnected())
        return d->host.runSlow<QString>([](const ConnectHandle &) -> Result<QString> { return failure(Error::Kind::Unreachable, {}); });
    const auto how = language == MonitorLanguage::Human ? consoles::MonitorLanguage::Human : consoles::MonitorLanguage::Json;
    return session->agent().run([domain = d->domain, command, how] { return consoles::monitor(domain, command, how); });
}
