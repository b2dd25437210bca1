// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one hypervisor, from the first packet to the last: a host makes a new one for each attempt,
// and whatever an old one still had under way vanishes with it. Lives in the GUI thread and never blocks it;
// its lanes do the work. Destroying it abandons everything at once.
#pragma once

#include "core/async/lane.h"
#include "core/base/result.h"
#include "core/hosts/hostpulse.h"
#include "core/hosts/hosturi.h"
#include "core/hosts/sshroute.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/events.h"

#include <QObject>
#include <QUuid>

#include <atomic>
#include <memory>
#include <optional>

class HostServices;
class PersonPrompt;
class SshLink;
class QTcpSocket;

class HostSession final : public QObject {
    Q_OBJECT
public:
    HostSession(const QUuid &hostId, const HostUri &uri, const QString &label, HostServices &services, QObject *parent);
    ~HostSession() override;

    /// Once. Ends in opened() or failed().
    void open();
    /// True while libvirt is at work on opening it, which nothing can stop: it may outlast the session.
    using Busy = std::shared_ptr<const std::atomic<bool>>;
    Busy opening() const { return m_opening; }
    /// Lets go of everything under way; nothing is signalled any more.
    void abandon();

    // Empty or meaningless before opened().
    const ConnectHandle &connection() const { return m_connection; }
    bool hasEvents() const { return m_events.isActive(); }
    /// Where another connection to the same daemon is had; empty for drivers inside this process.
    const QString &daemonAddress() const { return m_daemonAddress; }
    /// The ssh that carries it, where there is one.
    const std::optional<SshRoute> &sshRoute() const { return m_route; }

    // Not after abandon().
    Lane &quick() { return m_lanes->quick; }  ///< one thread, in order: what answers in milliseconds
    Lane &slow() { return m_lanes->slow; }    ///< what may take long: connecting, starting, saving, surveys
    Lane &agent() { return m_lanes->agent; }  ///< what may hang: guest agents
    Lane &meter() { return m_lanes->meter; }  ///< statistics, so that they delay nothing
    bool isAbandoned() const { return !m_lanes; }

    /// Counts events as they arrive from the hypervisor, in any thread: an answer read at a count below an
    /// event's own is older than the event.
    using EventClock = std::shared_ptr<std::atomic<quint64>>;
    const EventClock &eventClock() const { return m_clock; }

Q_SIGNALS:
    void opened();
    void failed(const Error &error);
    /// After opened(): the connection is gone.
    void lost(const Error &error);
    void domainEvent(const DomainEvent &event, quint64 at);

private:
    struct Lanes {
        Lanes();
        Lane quick, slow, agent, meter;
    };
    struct Opened;
    static Result<Opened> openOn(const QString &uri, const CredentialCallback &credentials,
                                 std::function<void(CloseReason)> closed, EventSinks sinks);
    void openSsh();
    void knock();
    void openLibvirt(const HostUri &uri);
    void askAgain(const HostUri &uri);
    void limitOpening();
    void take(Opened opened);
    void watchPulse(const QString &uri);
    void fail(const Error &error);
    void breakOff(const Error &error);

    const QUuid m_id;
    const HostUri m_uri;
    const QString m_label;
    HostServices &m_services;
    std::unique_ptr<Lanes> m_lanes = std::make_unique<Lanes>();
    EventClock m_clock = std::make_shared<std::atomic<quint64>>(0);
    /// Where other threads leave what they have for the session; outlives it in their hands.
    std::shared_ptr<QObject> m_door;
    std::shared_ptr<PersonPrompt> m_prompt;
    std::unique_ptr<SshLink> m_link;
    QTcpSocket *m_knock = nullptr;
    std::optional<SshRoute> m_route;
    ConnectHandle m_connection;
    QString m_daemonAddress;
    Subscription m_closing;
    std::shared_ptr<AnswersGiven> m_answers = std::make_shared<AnswersGiven>(); ///< until the pulse is felt
    HostPulse m_pulse;
    Subscription m_events;
    std::shared_ptr<std::atomic<bool>> m_opening = std::make_shared<std::atomic<bool>>(false);
    int m_refusals = 0; ///< answers that the host did not accept
    bool m_ended = false;
};
