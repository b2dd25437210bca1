// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qemuguest.h"

#include "tests/support/spin.h"

#include <QFile>
#include <QJsonDocument>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace std::chrono_literals;

QStringList QemuGuest::bare()
{
    return QStringLiteral("-m 64 -kernel " VIVARIUM_BARE_GUEST).split(u' ');
}

QemuGuest::QemuGuest(QStringList arguments)
    : m_arguments(std::move(arguments)), m_folder(QStringLiteral("/tmp/vvqemu-XXXXXX"))
{
}

QemuGuest::~QemuGuest()
{
    kill();
}

void QemuGuest::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool QemuGuest::start()
{
    for (auto &each : m_arguments)
        each.replace(QStringLiteral("@"), m_folder.path());
    const QStringList common = QStringLiteral("-accel tcg -nodefaults -no-user-config -display none -serial stdio -qmp unix:%1,server=on,wait=off")
                                   .arg(path(QStringLiteral("qmp")))
                                   .split(u' ');
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { m_heard += m_process.readAllStandardOutput(); });
    m_process.start(QStringLiteral("qemu-system-x86_64"), common + m_arguments);
    const bool up = spinUntil(
        [this] {
            if (m_qmp.state() == QLocalSocket::UnconnectedState && QFile::exists(path(QStringLiteral("qmp"))))
                m_qmp.connectToServer(path(QStringLiteral("qmp")));
            return m_qmp.state() == QLocalSocket::ConnectedState || m_process.state() == QProcess::NotRunning;
        },
        30s);
    if (!up || m_qmp.state() != QLocalSocket::ConnectedState)
        return false;
    QObject::connect(&m_qmp, &QLocalSocket::readyRead, &m_process, [this] { m_answers += m_qmp.readAll(); });
    command(QStringLiteral("qmp_capabilities"));
    return true;
}

QString QemuGuest::problem()
{
    m_process.waitForFinished(200); // one that has just crashed is not known to have
    const QString end = m_process.state() == QProcess::NotRunning ? m_process.errorString() : QString();
    return QString::fromLocal8Bit(m_process.readAllStandardError()) + end;
}

double QemuGuest::cpuSeconds() const
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(processId()));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 12 ? (fields[11].toDouble() + fields[12].toDouble()) / double(sysconf(_SC_CLK_TCK)) : 0;
}

int QemuGuest::connectTo(const QString &name) const
{
    const QByteArray where = QFile::encodeName(path(name));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, where.constData(), sizeof address.sun_path - 1);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

QJsonObject QemuGuest::command(const QString &name, const QJsonObject &arguments)
{
    m_answers.clear();
    m_qmp.write(QJsonDocument(QJsonObject{{QStringLiteral("execute"), name}, {QStringLiteral("arguments"), arguments}}).toJson(QJsonDocument::Compact));
    QJsonObject answer;
    spinUntil(
        [&] {
            for (qsizetype end; (end = m_answers.indexOf('\n')) >= 0; m_answers.remove(0, end + 1)) {
                answer = QJsonDocument::fromJson(m_answers.left(end)).object();
                if (answer.contains(QStringLiteral("return")) || answer.contains(QStringLiteral("error")))
                    return true;
            }
            return m_qmp.state() != QLocalSocket::ConnectedState;
        },
        30s);
    return answer;
}

QImage QemuGuest::screendump()
{
    const QString file = path(QStringLiteral("screen.ppm"));
    command(QStringLiteral("screendump"), {{QStringLiteral("filename"), file}});
    return QImage(file).convertToFormat(QImage::Format_RGB32);
}

void QemuGuest::say(const QByteArray &line)
{
    m_process.write(line + '\n');
}

bool QemuGuest::waitToHear(const QByteArray &text, int seconds)
{
    return spinUntil([&] { return m_heard.contains(text) || m_process.state() == QProcess::NotRunning; }, std::chrono::seconds(seconds))
           && m_heard.contains(text);
}

bool QemuGuest::obeys(const QByteArray &line)
{
    forget();
    say(line);
    return waitToHear("ok\n");
}
