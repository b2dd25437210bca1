// SPDX-License-Identifier: GPL-3.0-or-later
// A QEMU of the test's own, without libvirt: emulated, ended with the object, talked to over QMP and a serial port.
// One thread; all waiting runs the event loop.
#pragma once

#include <QImage>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

class QemuGuest final {
public:
    /// The machine that obeys lines (tests/support/guest), with `arguments` besides; empty where there is no QEMU.
    static QStringList bare();

    explicit QemuGuest(QStringList arguments);
    ~QemuGuest();

    /// False where it does not come up.
    bool start();
    /// What QEMU complained of, and how it ended if it did.
    QString problem();
    qint64 processId() const { return m_process.processId(); }
    /// Seconds of processor time so far.
    double cpuSeconds() const;
    void kill();

    /// A path in a folder of this guest's own.
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Connected to a socket there; -1 where it is refused.
    int connectTo(const QString &name) const;

    QJsonObject command(const QString &name, const QJsonObject &arguments = {});
    /// What QEMU itself says that the screen shows.
    QImage screendump();

    /// A line to the first serial port.
    void say(const QByteArray &line);
    /// Everything that the first serial port said.
    const QByteArray &heard() const { return m_heard; }
    void forget() { m_heard.clear(); }
    bool waitToHear(const QByteArray &text, int seconds = 30);
    /// say(), and the guest's "ok".
    bool obeys(const QByteArray &line);

private:
    QStringList m_arguments;
    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_qmp;
    QByteArray m_answers;
    QByteArray m_heard;
};
