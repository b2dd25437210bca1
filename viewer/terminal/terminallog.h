// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a guest writes to a file, as it comes, behind what the file holds already. Lives in the GUI thread; the
// file is written on a thread of its own, so that a slow disk holds up nobody. Bounded: a disk that does not keep up
// ends the log, and so does any failure.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

class TerminalLog final : public QObject {
    Q_OBJECT
public:
    /// Waits in memory at most.
    static constexpr size_t mostWaiting = 32U << 20;

    explicit TerminalLog(const QString &path, QObject *parent = nullptr);
    /// What waits is still written, and nobody waits for it.
    ~TerminalLog() override;

    const QString &path() const { return m_path; }
    void append(const QByteArray &bytes);

Q_SIGNALS:
    /// Once; nothing is written any more. `reason` is the system's; empty where the disk did not keep up.
    void failed(const QString &reason);

private:
    struct Shared;
    void fail();

    QString m_path;
    std::shared_ptr<Shared> m_shared;
    bool m_failed = false;
};
