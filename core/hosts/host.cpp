// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/host.h"

#include "core/async/deliver.h"
#include "core/hosts/credentials.h"
#include "core/hosts/host_p.h"
#include "core/hosts/surveying.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/node.h"
#include "core/machines/machine.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto slowLatency = 500ms;
// A connection that held this long was good: the next loss starts with short pauses again.
constexpr qint64 goodConnectionSecs = 30;

} // namespace

bool isWorthRetrying(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Busy:
    case Error::Kind::Unreachable:
    case Error::Kind::NoSpace:
    case Error::Kind::TimedOut:
    case Error::Kind::Internal:
        return true;
    case Error::Kind::NotFound:
    case Error::Kind::AlreadyExists:
    case Error::Kind::WrongState:
    case Error::Kind::Refused:
    case Error::Kind::HostKeyUnknown:
    case Error::Kind::AuthenticationNeeded:
    case Error::Kind::DriverMissing:
    case Error::Kind::Unsupported:
    case Error::Kind::InvalidInput:
    case Error::Kind::ServerUnreachable:
    case Error::Kind::ServerRefused:
    case Error::Kind::Damaged:
    case Error::Kind::Cancelled:
        return false;
    }
    return false;
}

std::chrono::seconds pauseBefore(int attempt)
{
    return std::min(60s, std::chrono::seconds(1LL << std::clamp(attempt, 0, 6)));
}

Host::Private::Private(Host *host, QUuid itsId, HostUri itsUri, QString itsLabel, HostServices &itsServices)
    : q(host), id(itsId), uri(std::move(itsUri)), label(std::move(itsLabel)), services(itsServices),
      roster(*host, itsServices.osDatabase), meter(*host, roster, itsServices.settings)
{
    retryTimer.setSingleShot(true);
}

void Host::Private::setState(HostState next, std::optional<Error> why)
{
    state = next;
    error = std::move(why);
    if (next != HostState::WaitingToRetry)
        retryAt = {};
    if (next != HostState::Connected)
        connectedSince = {};
    Q_EMIT q->changed();
}

void Host::Private::connectNow()
{
    retryTimer.stop();
    endSession();
    session = std::make_unique<HostSession>(id, uri, q->label(), services, nullptr);
    connect(session.get(), &HostSession::opened, q, [this] { sessionOpened(); });
    connect(session.get(), &HostSession::failed, q, [this](const Error &why) { sessionFailed(why); });
    connect(session.get(), &HostSession::lost, q, [this](const Error &why) { sessionLost(why); });
    lastOpening = session->opening();
    setState(HostState::Connecting);
    if (session)
        session->open();
}

void Host::Private::endSession()
{
    if (!session)
        return;
    meter.detach();
    session->disconnect(q);
    session->abandon();
    // It may be the one that is speaking.
    session.release()->deleteLater();
    roster.detach();
}

void Host::Private::sessionOpened()
{
    connectedSince = QDateTime::currentDateTime();
    setState(HostState::Connected);
    if (session && state == HostState::Connected) // whoever was told may have let it go
        roster.attach(session.get());
}

void Host::Private::sessionFailed(const Error &why)
{
    endSession();
    if (isWorthRetrying(why.kind))
        waitToRetry(why);
    else
        setState(HostState::Failed, why);
}

void Host::Private::sessionLost(const Error &why)
{
    if (connectedSince.isValid() && connectedSince.secsTo(QDateTime::currentDateTime()) >= goodConnectionSecs)
        failures = 0;
    // Not connected before the machines are told, so that they show themselves as unknown.
    state = HostState::WaitingToRetry;
    endSession();
    waitToRetry(why);
}

void Host::Private::waitToRetry(const Error &why)
{
    const auto pause = pauseBefore(failures++);
    retryAt = QDateTime::currentDateTime().addSecs(pause.count());
    retryTimer.start(pause);
    setState(HostState::WaitingToRetry, why);
}

void Host::Private::retry()
{
    // One attempt that hangs in libvirt is enough: another would hang beside it.
    if (lastOpening && *lastOpening && error)
        waitToRetry(Error(*error));
    else
        connectNow();
}

HostFacts quickFacts(const ConnectHandle &connection, const HostUri &uri)
{
    HostFacts facts;
    facts.hypervisor = connections::typeOf(connection).value_or(QString());
    facts.hypervisorVersion = connections::hypervisorVersion(connection).value_or(QString());
    facts.libvirtVersion = connections::libraryVersion(connection).value_or(QString());
    facts.hostName = connections::hostName(connection).value_or(QString());
    // libvirt knows of its own TLS alone, not of what a program like ssh does on the way.
    const bool shell = uri.goesThroughSsh() || uri.transport == transports::libssh() || uri.transport == transports::libssh2();
    facts.encrypted = shell || connections::isEncrypted(connection).value_or(false);
    if (const auto info = node::info(connection)) {
        facts.cpuModel = info->cpuModel;
        facts.cpuThreads = info->cpuThreads;
        facts.numaNodes = info->numaNodes;
        facts.cpuSockets = info->sockets * std::max(1, info->numaNodes);
        facts.cpuCores = info->cores * facts.cpuSockets;
        facts.memory = info->memory;
    }
    return facts;
}

void Host::Private::askFacts()
{
    struct Told {
        HostFacts facts;
        std::chrono::microseconds latency;
    };
    auto work = [connection = session->connection(), uri = uri]() -> Result<Told> {
        return Told{quickFacts(connection, uri), connections::ping(connection).value_or(0us)};
    };
    deliver(session->quick().run(std::move(work)), q, [this, asked = QPointer(session.get())](const Result<Told> &told) {
        if (!told || !asked || asked != session.get())
            return;
        const bool hasKvm = facts.hasKvm;
        const auto model = facts.cpuModel;
        facts = told->facts;
        facts.hasKvm = hasKvm;
        if (capabilitiesKnown && !model.isEmpty())
            facts.cpuModel = model;
        latency = told->latency;
        Q_EMIT q->changed();
    });
}

void Host::Private::askCapabilities()
{
    // The daemon may look at every emulator that it has before it answers.
    struct Answer {
        QString xml;
        std::chrono::milliseconds kvmTook;
    };
    auto work = [connection = session->connection()]() -> Result<Answer> {
        const auto kvmTook = timeOfKvmAnswer(connection); // first: what follows remembers what this found out
        auto xml = connections::capabilities(connection);
        if (!xml)
            return failure(xml.error());
        return Answer{std::move(*xml), kvmTook};
    };
    deliver(session->slow().run(std::move(work)), q, [this, asked = QPointer(session.get())](const Result<Answer> &answer) {
        if (!answer || !asked || asked != session.get())
            return;
        q->noteDefinition(answer->kvmTook);
        const auto capabilities = readHostCapabilities(answer->xml);
        facts.hasKvm = capabilities.offersKvm();
        if (!capabilities.cpuModel.isEmpty())
            facts.cpuModel = capabilities.cpuModel;
        capabilitiesKnown = true;
        Q_EMIT q->changed();
        if (facts.hasKvm)
            tryKvm();
    });
}

/// A host on this computer need not be taken at its word.
void Host::Private::tryKvm()
{
    if (!services.kvmCheck || !uri.isLocal() || uri.driver != u"qemu")
        return;
    // Not deliver(): the answer is for every host.
    auto *watcher = new QFutureWatcher<Result<KvmVerdict>>(q);
    connect(watcher, &QFutureWatcherBase::finished, q, [this, watcher] {
        watcher->deleteLater();
        kvm.guest = waitForVerdict(watcher->future());
        Q_EMIT q->changed();
    });
    watcher->setFuture(services.kvmCheck->verdict());
}

Host::Host(QUuid id, HostUri uri, QString label, HostServices &services, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, id, std::move(uri), std::move(label), services))
{
    connect(&d->retryTimer, &QTimer::timeout, this, [this] { d->retry(); });
    connect(&d->roster, &Roster::listed, this, [this] {
        Q_EMIT listed();
        if (!isConnected())
            return;
        // What follows is nice to know, and comes after what everybody waits for.
        d->askFacts();
        d->askCapabilities();
        d->meter.attach(d->session.get());
    });
    connect(&d->roster, &Roster::listFailed, this, [this](const Error &error) {
        d->sessionLost(error);
    });
}

Host::~Host()
{
    d->meter.detach();
    if (d->session)
        d->session->disconnect();
}

const QUuid &Host::id() const
{
    return d->id;
}

const HostUri &Host::uri() const
{
    return d->uri;
}

QString Host::label() const
{
    if (!d->label.isEmpty())
        return d->label;
    return d->uri.host.isEmpty() ? d->uri.toString() : d->uri.host;
}

QString Host::givenLabel() const
{
    return d->label;
}

void Host::setLabel(const QString &label)
{
    if (d->label == label)
        return;
    d->label = label;
    Q_EMIT changed();
    Q_EMIT settingsChanged();
}

bool Host::autoconnect() const
{
    return d->autoconnect;
}

void Host::setAutoconnect(bool on)
{
    if (std::exchange(d->autoconnect, on) != on)
        Q_EMIT settingsChanged();
}

bool Host::isBuiltIn() const
{
    return d->builtIn;
}

void Host::setBuiltIn(bool on)
{
    if (std::exchange(d->builtIn, on) != on)
        Q_EMIT settingsChanged();
}

HostState Host::state() const
{
    return d->state;
}

const std::optional<Error> &Host::error() const
{
    return d->error;
}

QDateTime Host::retryAt() const
{
    return d->retryAt;
}

QDateTime Host::connectedSince() const
{
    return d->connectedSince;
}

std::chrono::microseconds Host::latency() const
{
    return d->latency;
}

const HostFacts &Host::facts() const
{
    return d->facts;
}

const HostLoad &Host::load() const
{
    return d->meter.load();
}

HostFinding Host::Private::kvmFinding() const
{
    using Kind = HostFinding::Kind;
    const auto seconds = QString::number(kvm.slowestAnswer.count() / 1000);
    if (facts.hasKvm) {
        switch (doubtOf(kvm)) {
        case KvmDoubt::GuestFailed: return {Kind::KvmFails, {}};
        case KvmDoubt::GuestHung: return {Kind::KvmHangs, {}};
        case KvmDoubt::SlowAnswers: return {Kind::KvmProbeSlow, seconds};
        case KvmDoubt::None: break;
        }
        return {kvm.guest.kind == KvmVerdict::Kind::Works ? Kind::KvmWorks : Kind::KvmOffered, {}};
    }
    const QFileInfo device(QStringLiteral("/dev/kvm"));
    const bool isBarred = uri.isLocal() && uri.path == u"/session" && device.exists() && !(device.isReadable() && device.isWritable());
    if (isBarred)
        return {Kind::KvmNotPermitted, {}};
    return kvm.slowestAnswer > brokenKvmLimit ? HostFinding{Kind::DefinitionSlow, seconds} : HostFinding{Kind::KvmMissing, {}};
}

std::vector<HostFinding> Host::findings() const
{
    std::vector<HostFinding> found;
    if (!isConnected())
        return found;
    if (d->capabilitiesKnown && d->uri.driver == u"qemu")
        found.push_back(d->kvmFinding());
    if (d->latency > slowLatency)
        found.push_back({HostFinding::Kind::SlowHost, QString::number(d->latency.count() / 1000)});
    return found;
}

void Host::connectToHost()
{
    if (d->state == HostState::Connected || d->state == HostState::Connecting)
        return;
    d->failures = 0;
    d->connectNow();
}

void Host::disconnectFromHost()
{
    d->retryTimer.stop();
    if (d->state == HostState::Disconnected)
        return;
    d->state = HostState::Disconnected;
    d->endSession();
    d->setState(HostState::Disconnected);
}

const std::vector<Machine *> &Host::machines() const
{
    return d->roster.machines();
}

Machine *Host::machine(const QUuid &uuid) const
{
    return d->roster.find(uuid);
}

Machine *Host::machineNamed(QStringView name) const
{
    const auto &all = machines();
    const auto it = std::find_if(all.begin(), all.end(), [name](const Machine *machine) { return machine->name() == name; });
    return it == all.end() ? nullptr : *it;
}

bool Host::isListed() const
{
    return d->roster.isListed();
}

int Host::runningCount() const
{
    return d->roster.activeCount();
}

Permission Host::supports(MachineVerb verb) const
{
    return {d->unsupported.contains(verb) ? Refusal::NotSupported : Refusal::None};
}

std::shared_ptr<void> Host::watchStatistics()
{
    if (auto token = d->watching.lock())
        return token;
    const QPointer<HostMeter> meter(&d->meter);
    const QPointer<Roster> roster(&d->roster);
    std::shared_ptr<void> token(static_cast<void *>(&d->meter), [meter, roster](void *) {
        if (meter)
            meter->setWatched(false);
        if (roster)
            roster->setWatched(false);
    });
    d->watching = token;
    d->meter.setWatched(true);
    d->roster.setWatched(true);
    return token;
}

QFuture<Result<std::shared_ptr<const HostSurvey>>> Host::survey()
{
    using Survey = std::shared_ptr<const HostSurvey>;
    const auto answer = std::make_shared<std::atomic<qint64>>(0);
    const bool isOwn = d->services.kvmCheck && d->uri.isLocal() && d->uri.driver == u"qemu" && !(d->capabilitiesKnown && !d->facts.hasKvm);
    auto verdict = isOwn ? d->services.kvmCheck->verdict() : QFuture<Result<KvmVerdict>>();
    auto future = runSlow<Survey>([uri = d->uri, seen = d->kvm, isOwn, verdict, answer](const ConnectHandle &connection) -> Result<Survey> {
        auto evidence = seen;
        if (isOwn)
            evidence.guest = waitForVerdict(verdict);
        auto outcome = surveyHost(connection, uri, evidence);
        if (!outcome)
            return failure(outcome.error());
        *answer = outcome->kvmAnswer.count();
        return std::make_shared<const HostSurvey>(std::move(outcome->survey));
    });
    // Not deliver(): the result is the caller's to take.
    auto *watcher = new QFutureWatcher<Result<Survey>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, answer] {
        watcher->deleteLater();
        noteDefinition(std::chrono::milliseconds(*answer));
    });
    watcher->setFuture(future);
    return future;
}

void Host::noteDefinition(std::chrono::milliseconds took)
{
    if (took < brokenKvmLimit || took < d->kvm.slowestAnswer)
        return;
    d->kvm.slowestAnswer = took;
    Q_EMIT changed();
}

Lane *Host::slowLane() const
{
    return isConnected() && d->session ? &d->session->slow() : nullptr;
}

ConnectHandle Host::connection() const
{
    return d->session ? d->session->connection() : ConnectHandle();
}
