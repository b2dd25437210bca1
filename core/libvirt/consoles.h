// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's serial ports and text consoles as streams of bytes, and the monitor of its QEMU.
// https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenConsole
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>

/// An open console. Any thread; nothing here blocks. Bytes come in on the event loop's thread and go out on a lane of
/// its own, so that a daemon that hangs holds up nobody. Destroying it ends the stream, elsewhere.
class ConsoleStream final {
public:
    /// Called on the event loop's thread or a lane when there is something to take; once until take() is called.
    using Wake = std::function<void()>;

    /// What waits in both directions together never exceeds these. libvirt's own queue has no bound: it is emptied at
    /// once, and of what nobody takes the oldest is dropped.
    static constexpr qsizetype mostIncoming = 4 << 20;
    static constexpr qsizetype mostOutgoing = 1 << 20;

    struct Taken {
        QByteArray bytes;
        qint64 skipped = 0;         ///< bytes that were dropped before these
        std::optional<Error> ended; ///< nothing comes any more
    };

    ~ConsoleStream();
    ConsoleStream(const ConsoleStream &) = delete;
    ConsoleStream &operator=(const ConsoleStream &) = delete;

    Taken take();
    /// How much of it was taken over: less where the guest does not read.
    qsizetype write(QByteArrayView bytes);

    class Pipe;
    explicit ConsoleStream(std::shared_ptr<Pipe> pipe) : m_pipe(std::move(pipe)) {}

private:
    std::shared_ptr<Pipe> m_pipe;
};

namespace consoles {

enum class Hold {
    Ask,  ///< Error::Kind::Busy where another client has it open
    Take, ///< and it loses it
};
/// Blocks: call it on a lane. `device` as libvirt names it: "serial0", "console1" …
Result<std::shared_ptr<ConsoleStream>> open(const ConnectHandle &connection, const DomainHandle &domain, const QString &device, Hold hold,
                                            ConsoleStream::Wake wake);

enum class MonitorLanguage { Human, Json };
/// Blocks, and may hang with QEMU: call it on a lane. Marks the machine as tampered with, for as long as it runs.
/// Unsupported where the hypervisor is none of QEMU's.
Result<QString> monitor(const DomainHandle &domain, const QString &command, MonitorLanguage language);

} // namespace consoles
