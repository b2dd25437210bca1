// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/sshlinks.h"

#include "core/hosts/askserver.h"
#include "core/hosts/sshfailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <utility>

namespace {

constexpr qsizetype mostOutput = 64 * 1024;

// Control sockets have names of up to 108 bytes, of which ssh takes 60 for the hash and a temporary ending.
constexpr qsizetype longestFolder = 44;

QString findHelper()
{
    if (const auto given = qEnvironmentVariable("VIVARIUM_SSH_HELPER"); !given.isEmpty())
        return QFileInfo(given).isExecutable() ? QFileInfo(given).absoluteFilePath() : QString();
    const QDir here(QCoreApplication::applicationDirPath());
    for (const auto &candidate : {QStringLiteral("vivarium-ssh"), QStringLiteral("../libexec/vivarium/vivarium-ssh")}) {
        const QFileInfo file(here.filePath(candidate));
        if (file.isExecutable())
            return file.absoluteFilePath();
    }
    return {};
}

/// A process that must end without anybody waiting for it.
void letGo(QProcess *process)
{
    if (!process)
        return;
    process->disconnect();
    process->setParent(nullptr);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->terminate();
}

} // namespace

SshLink::SshLink(const QString &folder, const QString &helper, const HostUri &uri)
    : m_folder(folder), m_helper(helper), m_uri(uri), m_route(SshRoute::shared(uri, folder))
{
}

SshLink::~SshLink()
{
    close();
}

void SshLink::close()
{
    m_ended = true;
    letGo(std::exchange(m_check, nullptr));
    letGo(std::exchange(m_master, nullptr));
    m_ask.reset();
    m_watcher.reset();
    if (!m_folder.isEmpty())
        QDir(std::exchange(m_folder, QString())).removeRecursively();
}

void SshLink::start()
{
    const QDir folder(m_folder);
    if (!QDir().mkpath(m_folder) || !QFile::link(m_helper, folder.filePath(QStringLiteral("ssh")))
        || !QFile::link(m_helper, folder.filePath(QStringLiteral("askpass")))
        || !m_ask->listen(folder.filePath(QStringLiteral("ask")))) {
        giveUp({Error::Kind::Internal, QStringLiteral("A private folder for ssh could not be made."), m_folder});
        return;
    }
    m_watcher = std::make_unique<QFileSystemWatcher>(QStringList{m_folder});
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, &SshLink::lookForSocket);
    runMaster();
}

void SshLink::runMaster()
{
    m_master = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SSH_ASKPASS"), m_folder + QStringLiteral("/askpass"));
    environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    environment.insert(QStringLiteral("LC_MESSAGES"), QStringLiteral("C"));
    m_master->setProcessEnvironment(environment);
    m_master->setStandardInputFile(QProcess::nullDevice());
    m_master->setStandardOutputFile(QProcess::nullDevice());
    connect(m_master, &QProcess::readyReadStandardError, this, [this] {
        m_output += QString::fromLocal8Bit(m_master->readAllStandardError());
        m_output = m_output.right(mostOutput);
    });
    connect(m_master, &QProcess::finished, this, &SshLink::masterEnded);
    connect(m_master, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp({Error::Kind::Unsupported, m_master->errorString(), QStringLiteral("ssh")});
    });
    m_master->start(QStringLiteral("ssh"), m_route.masterArguments());
}

void SshLink::lookForSocket()
{
    if (m_up || m_ended || m_check)
        return;
    // ssh listens under a temporary name first, with an ending after the hash.
    static const QRegularExpression finished(QStringLiteral("^c-[0-9a-f]+$"));
    const auto names = QDir(m_folder).entryList(QDir::System | QDir::Files);
    if (!names.filter(finished).isEmpty())
        checkMaster();
}

void SshLink::checkMaster()
{
    m_check = new QProcess(this);
    m_check->setStandardInputFile(QProcess::nullDevice());
    connect(m_check, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        letGo(std::exchange(m_check, nullptr));
        if (m_up || m_ended)
            return;
        if (code != 0 || status != QProcess::NormalExit) {
            giveUp({Error::Kind::Internal, QStringLiteral("The ssh connection cannot be shared."), m_uri.host});
            return;
        }
        m_up = true;
        Q_EMIT up();
    });
    m_check->start(QStringLiteral("ssh"), m_route.checkArguments());
}

void SshLink::masterEnded()
{
    m_output += QString::fromLocal8Bit(m_master->readAllStandardError());
    auto error = sshFailure(m_output, m_uri.host);
    if (m_ask->wasDeclined() && error.kind == Error::Kind::AuthenticationNeeded)
        error.kind = Error::Kind::Cancelled;
    giveUp(error);
}

void SshLink::giveUp(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    if (m_ask)
        m_ask->close();
    Q_EMIT ended(error);
}

SshLinks::SshLinks(CredentialDesk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_helper(findHelper()) {}

SshLinks::~SshLinks() = default;

bool SshLinks::isAvailable() const
{
    return !m_helper.isEmpty();
}

std::unique_ptr<SshLink> SshLinks::makeLink(const QUuid &hostId, const QString &hostLabel, const HostUri &uri)
{
    if (!m_folder || !m_folder->isValid()) {
        // QTemporaryDir makes it for its owner alone (0700).
        const auto runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        const auto place = !runtime.isEmpty() && runtime.size() <= longestFolder - 16 ? runtime : QStringLiteral("/tmp");
        m_folder = std::make_unique<QTemporaryDir>(place + QStringLiteral("/viv-XXXXXX"));
    }
    const auto folder = m_folder->filePath(QString::number(m_next++));
    std::unique_ptr<SshLink> link(new SshLink(folder, m_helper, uri));
    link->m_ask = std::make_unique<AskServer>(m_desk, hostId, hostLabel);
    return link;
}
