// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/askserver.h"

#include "core/base/filedescriptor.h"

#include <QSocketNotifier>

#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>

namespace {
constexpr qsizetype longestQuestion = 64 * 1024;
} // namespace

CredentialRequest requestForSshPrompt(const QByteArray &kind, const QString &prompt)
{
    CredentialRequest request;
    request.text = prompt.trimmed();
    // "… (yes/no/[fingerprint])?" comes without a kind; "confirm" asks before a key of the agent is used.
    if (kind == "confirm" || prompt.contains(QLatin1StringView("(yes/no"))) {
        request.kind = CredentialRequest::Kind::HostKey;
        return request;
    }
    const bool passphrase = prompt.contains(QLatin1StringView("passphrase"), Qt::CaseInsensitive);
    request.kind = passphrase ? CredentialRequest::Kind::Passphrase : CredentialRequest::Kind::Login;
    auto label = request.text.section(u'\n', -1);
    request.fields.push_back({label.endsWith(u':') ? label.chopped(1) : label, {}, true});
    // One-time codes are asked in many words; only what is surely a password or passphrase is worth keeping.
    request.canRemember = passphrase || prompt.contains(QLatin1StringView("password"), Qt::CaseInsensitive);
    return request;
}

// QLocalSocket would close its sending half with the caller's, so the descriptor is served as it is.
class AskServer::Caller final : public QObject {
public:
    Caller(AskServer &server, int fd) : m_server(server), m_fd(fd), m_notifier(fd, QSocketNotifier::Read)
    {
        ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
    }

    quint64 asked = 0; ///< the desk's number; 0: not asked, or answered

    void reply(const QByteArray &answer)
    {
        m_notifier.setEnabled(false);
        // A few bytes into an empty local socket: they fit. A caller that is gone raises no signal.
        [[maybe_unused]] const auto sent = ::send(m_fd.get(), answer.constData(), size_t(answer.size()), MSG_NOSIGNAL);
        m_fd.reset();
    }

private:
    void read()
    {
        char buffer[4096];
        const auto n = ::read(m_fd.get(), buffer, sizeof buffer);
        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (n > 0 && m_question.size() < longestQuestion) {
            m_question.append(buffer, n);
            return;
        }
        m_notifier.setEnabled(false);
        m_server.ask(this, m_question);
    }

    AskServer &m_server;
    FileDescriptor m_fd;
    QSocketNotifier m_notifier;
    QByteArray m_question;
};

AskServer::AskServer(CredentialDesk &desk, const QUuid &hostId, const QString &hostLabel)
    : m_desk(&desk), m_hostId(hostId), m_hostLabel(hostLabel)
{
    setSocketOptions(QLocalServer::UserAccessOption);
}

AskServer::~AskServer()
{
    for (const auto &caller : m_callers) {
        if (caller->asked && m_desk)
            m_desk->withdraw(caller->asked);
        caller->reply("n");
    }
}

void AskServer::incomingConnection(quintptr descriptor)
{
    m_callers.push_back(std::make_unique<Caller>(*this, int(descriptor)));
}

void AskServer::ask(Caller *caller, const QByteArray &question)
{
    if (!m_desk) {
        caller->reply("n");
        return;
    }
    const auto newline = question.indexOf('\n');
    auto request = requestForSshPrompt(question.left(qMax<qsizetype>(0, newline)), QString::fromLocal8Bit(question.mid(newline + 1)));
    request.hostId = m_hostId;
    request.hostLabel = m_hostLabel;
    const bool yesOrNo = request.kind == CredentialRequest::Kind::HostKey;
    caller->asked = m_desk->ask(request, [this, caller, yesOrNo](const std::optional<QStringList> &values) {
        caller->asked = 0;
        if (values) {
            caller->reply(QByteArray("y") + (yesOrNo || values->isEmpty() ? QByteArray("yes") : values->first().toLocal8Bit()));
        } else {
            m_declined = true;
            caller->reply("n");
        }
    });
}
