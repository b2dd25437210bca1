// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/connection.h"

#include "core/libvirt/call.h"
#include "core/libvirt/eventloop.h"
#include "core/libvirt/failures.h"

#include <libvirt/libvirt.h>

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <array>
#include <cstring>
#include <map>
#include <mutex>

#include <dlfcn.h>

namespace {

constexpr int keepAliveSeconds = 5;
constexpr unsigned keepAliveMisses = 3;

struct Asking {
    const CredentialCallback &ask;
    bool declined = false;
};

CredentialQuestion::Kind kindOf(int type)
{
    using Kind = CredentialQuestion::Kind;
    switch (type) {
    case VIR_CRED_USERNAME: return Kind::UserName;
    case VIR_CRED_AUTHNAME: return Kind::AuthName;
    case VIR_CRED_LANGUAGE: return Kind::Language;
    case VIR_CRED_CNONCE: return Kind::Nonce;
    case VIR_CRED_PASSPHRASE: return Kind::Passphrase;
    case VIR_CRED_ECHOPROMPT: return Kind::Echo;
    case VIR_CRED_REALM: return Kind::Realm;
    default: return Kind::NoEcho;
    }
}

int answerCredentials(virConnectCredentialPtr wanted, unsigned count, void *opaque)
{
    auto &asking = *static_cast<Asking *>(opaque);
    std::vector<CredentialQuestion> questions;
    for (unsigned i = 0; i < count; ++i) {
        questions.push_back({kindOf(wanted[i].type), QString::fromUtf8(wanted[i].prompt), QString::fromUtf8(wanted[i].challenge),
                             QString::fromUtf8(wanted[i].defresult)});
    }
    const auto answers = asking.ask(questions);
    if (!answers || answers->size() != qsizetype(count)) {
        asking.declined = true;
        return -1;
    }
    for (unsigned i = 0; i < count; ++i) {
        const auto &given = answers->at(i);
        const auto answer = (given.isEmpty() ? questions[i].fallback : given).toUtf8();
        wanted[i].result = ::strdup(answer.constData()); // libvirt frees it
        if (!wanted[i].result)
            return -1;
        wanted[i].resultlen = unsigned(std::strlen(wanted[i].result));
    }
    return 0;
}

/// Where this computer's libvirt keeps the drivers of its daemons; empty where it has none apart.
QString moduleFolder()
{
    Dl_info where{};
    if (!::dladdr(reinterpret_cast<void *>(&virConnectOpen), &where) || !where.dli_fname)
        return {};
    const auto folder = QFileInfo(QFile::decodeName(where.dli_fname)).path() + QStringLiteral("/libvirt/connection-driver");
    return QDir(folder).exists() ? folder : QString();
}

/// A daemon of this computer that does not answer would not know the driver either: it is not installed.
Error sharpened(Error error, const QString &uri)
{
    error = connectFailure(std::move(error), uri);
    const QUrl url(uri);
    if (error.kind != Error::Kind::Unreachable || !url.host().isEmpty() || url.scheme().contains(u'+') || url.hasQuery())
        return error;
    const auto folder = moduleFolder();
    const auto driver = url.scheme() == QLatin1StringView("xen") ? QStringLiteral("libxl") : url.scheme();
    if (!driver.isEmpty() && !folder.isEmpty() && !QFileInfo::exists(folder + QStringLiteral("/libvirt_driver_%1.so").arg(driver)))
        error.kind = Error::Kind::DriverMissing;
    return error;
}

CloseReason closeReason(int reason)
{
    switch (reason) {
    case VIR_CONNECT_CLOSE_REASON_EOF: return CloseReason::EndOfFile;
    case VIR_CONNECT_CLOSE_REASON_KEEPALIVE: return CloseReason::KeepAlive;
    case VIR_CONNECT_CLOSE_REASON_CLIENT: return CloseReason::Client;
    default: return CloseReason::Error;
    }
}

struct CloseSink {
    std::shared_ptr<SinkGate> gate;
    std::function<void(CloseReason)> closed;
};

/// Who waits for the end of a connection, by number. libvirt is given the number instead of a pointer: drivers
/// that cannot be lost say yes to a registration and then neither call it nor ever free what came with it.
class CloseSinks {
public:
    static CloseSinks &instance()
    {
        static auto *sinks = new CloseSinks; // the event loop may outlive main()
        return *sinks;
    }

    quintptr add(CloseSink sink)
    {
        const std::lock_guard lock(m_mutex);
        m_sinks.emplace(++m_last, std::make_shared<const CloseSink>(std::move(sink)));
        return m_last;
    }
    void remove(quintptr number)
    {
        const std::lock_guard lock(m_mutex);
        m_sinks.erase(number);
    }
    std::shared_ptr<const CloseSink> find(quintptr number) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_sinks.find(number);
        return found == m_sinks.end() ? nullptr : found->second;
    }

private:
    mutable std::mutex m_mutex;
    quintptr m_last = 0;
    std::map<quintptr, std::shared_ptr<const CloseSink>> m_sinks;
};

void passClose(virConnectPtr, int reason, void *opaque)
{
    if (const auto sink = CloseSinks::instance().find(reinterpret_cast<quintptr>(opaque)))
        sink->gate->pass([&] { sink->closed(closeReason(reason)); });
}

} // namespace

Result<ConnectHandle> connections::open(const QString &uri, Access access, const CredentialCallback &credentials)
{
    if (auto started = EventLoop::start(); !started)
        return failure(started.error());
    static std::array<int, 8> types{VIR_CRED_USERNAME, VIR_CRED_AUTHNAME, VIR_CRED_LANGUAGE, VIR_CRED_CNONCE,
                                    VIR_CRED_PASSPHRASE, VIR_CRED_ECHOPROMPT, VIR_CRED_NOECHOPROMPT, VIR_CRED_REALM};
    Asking asking{credentials};
    virConnectAuth auth{types.data(), unsigned(types.size()), answerCredentials, &asking};

    const Call call("virConnectOpenAuth");
    auto opened = call.owned(virConnectOpenAuth(uri.toUtf8().constData(), credentials ? &auth : nullptr,
                                                access == Access::ReadOnly ? VIR_CONNECT_RO : 0));
    if (!opened) {
        auto error = sharpened(std::move(opened.error()), uri);
        if (asking.declined)
            error.kind = Error::Kind::Cancelled;
        return failure(std::move(error));
    }
    return opened;
}

bool connections::keepAlive(const ConnectHandle &connection, Pulse pulse)
{
    const Call call("virConnectSetKeepAlive");
    const bool beats = pulse == Pulse::On;
    return virConnectSetKeepAlive(connection.get(), beats ? keepAliveSeconds : 0, beats ? keepAliveMisses : 0) == 0;
}

Result<Subscription> connections::onClose(const ConnectHandle &connection, std::function<void(CloseReason)> closed)
{
    auto gate = std::make_shared<SinkGate>();
    const auto number = CloseSinks::instance().add({gate, std::move(closed)});
    const Call call("virConnectRegisterCloseCallback");
    if (virConnectRegisterCloseCallback(connection.get(), passClose, reinterpret_cast<void *>(number), nullptr) < 0) {
        auto error = call.lastError();
        CloseSinks::instance().remove(number);
        return failure(std::move(error));
    }
    return Subscription(std::move(gate), [connection, number] {
        const Call undo("virConnectUnregisterCloseCallback");
        (void)virConnectUnregisterCloseCallback(connection.get(), passClose);
        CloseSinks::instance().remove(number);
    });
}

Result<bool> connections::isAlive(const ConnectHandle &connection)
{
    const Call call("virConnectIsAlive");
    return call.checked(virConnectIsAlive(connection.get())).transform([](int yes) { return yes > 0; });
}

Result<QString> connections::uriOf(const ConnectHandle &connection)
{
    const Call call("virConnectGetURI");
    return call.text(virConnectGetURI(connection.get()));
}

Result<QString> connections::typeOf(const ConnectHandle &connection)
{
    const Call call("virConnectGetType");
    const char *type = virConnectGetType(connection.get()); // libvirt's own
    if (!type)
        return failure(call.lastError());
    return QString::fromUtf8(type);
}

Result<QString> connections::libraryVersion(const ConnectHandle &connection)
{
    const Call call("virConnectGetLibVersion");
    unsigned long version = 0;
    return call.done(virConnectGetLibVersion(connection.get(), &version)).transform([&] { return versionText(version); });
}

Result<QString> connections::hypervisorVersion(const ConnectHandle &connection)
{
    const Call call("virConnectGetVersion");
    unsigned long version = 0;
    return call.done(virConnectGetVersion(connection.get(), &version)).transform([&] { return versionText(version); });
}

Result<QString> connections::hostName(const ConnectHandle &connection)
{
    const Call call("virConnectGetHostname");
    return call.text(virConnectGetHostname(connection.get()));
}

Result<QString> connections::capabilities(const ConnectHandle &connection)
{
    const Call call("virConnectGetCapabilities");
    return call.text(virConnectGetCapabilities(connection.get()));
}

Result<bool> connections::isEncrypted(const ConnectHandle &connection)
{
    const Call call("virConnectIsEncrypted");
    return call.checked(virConnectIsEncrypted(connection.get())).transform([](int yes) { return yes > 0; });
}

Result<int> connections::maxVcpus(const ConnectHandle &connection, const QString &type)
{
    const Call call("virConnectGetMaxVcpus");
    const auto name = type.toUtf8();
    return call.checked(virConnectGetMaxVcpus(connection.get(), name.isEmpty() ? nullptr : name.constData()));
}

Result<std::chrono::microseconds> connections::ping(const ConnectHandle &connection)
{
    const Call call("virConnectGetLibVersion");
    unsigned long version = 0;
    const auto before = std::chrono::steady_clock::now();
    return call.done(virConnectGetLibVersion(connection.get(), &version)).transform([&] {
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before);
    });
}

QString connections::versionText(unsigned long packed)
{
    if (packed == 0)
        return {};
    return QStringLiteral("%1.%2.%3").arg(packed / 1000000).arg(packed / 1000 % 1000).arg(packed % 1000);
}
