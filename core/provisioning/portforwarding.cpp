// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/portforwarding.h"

#include "core/config/domain/nic.h"

#include <algorithm>
#include <array>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;

// The card's name in the definition, and the network's in QEMU's arguments.
const QString cardAlias = QStringLiteral("ua-forwarded");
const QString networkId = QStringLiteral("forwarded");
const QString loopback = QStringLiteral("127.0.0.1");

QString wordOf(PortForward::Protocol protocol)
{
    return protocol == PortForward::Protocol::Udp ? QStringLiteral("udp") : QStringLiteral("tcp");
}

bool isComplete(const PortForward &forward)
{
    return forward.hostPort != 0 && forward.guestPort != 0;
}

bool isInUse(const PortForward &forward, const HostSurvey &survey)
{
    const auto &used = forward.protocol == PortForward::Protocol::Udp ? survey.portsInUse.udp : survey.portsInUse.tcp;
    return used.contains(forward.hostPort);
}

/// QEMU's words for a network of its own: "user,id=…,hostfwd=tcp:127.0.0.1:2222-:22".
QString networkArgument(const ForwardWishes &wishes)
{
    auto argument = QStringLiteral("user,id=") + networkId;
    for (const auto &forward : wishes.ports) {
        if (isComplete(forward))
            argument += QStringLiteral(",hostfwd=%1:%2:%3-:%4").arg(wordOf(forward.protocol), wishes.isOpenToAll ? QString() : loopback)
                            .arg(forward.hostPort).arg(forward.guestPort);
    }
    return argument;
}

void forwardByPasst(Nic &nic, const ForwardWishes &wishes)
{
    nic.set(Nic::backend, QStringLiteral("passt"));
    for (const auto protocol : {PortForward::Protocol::Tcp, PortForward::Protocol::Udp}) {
        const auto isMeant = [protocol](const PortForward &forward) { return forward.protocol == protocol && isComplete(forward); };
        if (std::none_of(wishes.ports.begin(), wishes.ports.end(), isMeant))
            continue;
        auto group = nic.append("portForward");
        group.setText("@proto", wordOf(protocol));
        if (!wishes.isOpenToAll)
            group.setText("@address", loopback);
        for (const auto &forward : wishes.ports) {
            if (!isMeant(forward))
                continue;
            auto range = group.append("range");
            range.setText("@start", QString::number(forward.hostPort));
            range.setText("@to", QString::number(forward.guestPort));
        }
    }
}

/// libvirt has no words for what QEMU's own network forwards. So the card stays libvirt's, for all that shows and changes cards, and is
/// laid on another network of QEMU's by an override. https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands
void forwardByQemu(DomainConfig &config, Nic &nic, const ForwardWishes &wishes)
{
    nic.set(Nic::alias, cardAlias);
    auto root = config.root();
    root.setText("@xmlns:qemu", QStringLiteral("http://libvirt.org/schemas/domain/qemu/1.0"));
    auto line = root.append("qemu:commandline");
    for (const auto &word : {QStringLiteral("-netdev"), networkArgument(wishes)})
        line.append("qemu:arg").setText("@value", word);
    auto device = root.append("qemu:override").append("qemu:device");
    device.setText("@alias", cardAlias);
    auto property = device.append("qemu:frontend").append("qemu:property");
    property.setText("@name", QStringLiteral("netdev"));
    property.setText("@type", QStringLiteral("string"));
    property.setText("@value", networkId);
}

void checkPort(const MachineRecipe &recipe, size_t row, const HostSurvey &survey, std::vector<RecipeFinding> &findings)
{
    const auto &ports = recipe.forwards.ports;
    const auto &forward = ports[row];
    const auto add = [&](Kind kind, Severity severity, int figure) { findings.push_back({kind, severity, Field::Ports, QString::number(figure)}); };
    // It would be made, and not start.
    const auto unstartable = recipe.startNow ? Severity::Blocker : Severity::Warning;
    if (!isComplete(forward)) {
        add(Kind::PortMissing, Severity::Blocker, int(row) + 1);
        return;
    }
    const auto isSame = [&forward](const PortForward &other) { return other.protocol == forward.protocol && other.hostPort == forward.hostPort; };
    if (std::any_of(ports.begin(), ports.begin() + std::ptrdiff_t(row), isSame))
        add(Kind::PortTwice, Severity::Blocker, forward.hostPort);
    else if (isInUse(forward, survey))
        add(Kind::PortInUse, unstartable, forward.hostPort);
    // Neither a person's emulator nor the one of the system runs as root, unless its administrator wished so.
    const bool isRoot = survey.emulatorAccount && survey.emulatorAccount->user == 0;
    if (forward.hostPort < survey.firstFreePort && !isRoot)
        add(Kind::PortReserved, survey.isLocal ? unstartable : Severity::Warning, forward.hostPort);
}

} // namespace

bool takesForwards(const MachineRecipe &recipe)
{
    return recipe.network && recipe.network->kind == NetworkOffer::Kind::User;
}

PortForward proposedForward(const std::vector<PortForward> &present, const HostSurvey &survey)
{
    struct Service {
        quint16 host, guest;
    };
    constexpr std::array services = {Service{2222, 22}, Service{8080, 80}, Service{8443, 443}};
    for (const auto &service : services) {
        const auto leadsThere = [&service](const PortForward &forward) { return forward.guestPort == service.guest; };
        if (std::any_of(present.begin(), present.end(), leadsThere))
            continue;
        PortForward forward{PortForward::Protocol::Tcp, service.host, service.guest};
        const auto isTaken = [&](const PortForward &other) { return other.hostPort == forward.hostPort; };
        while (isInUse(forward, survey) || std::any_of(present.begin(), present.end(), isTaken))
            ++forward.hostPort;
        return forward;
    }
    return {};
}

std::vector<RecipeFinding> checkForwards(const MachineRecipe &recipe, const HostSurvey &survey)
{
    std::vector<RecipeFinding> findings;
    if (!takesForwards(recipe) || recipe.forwards.ports.empty())
        return findings;
    if (survey.forwarding == Forwarding::None)
        findings.push_back({Kind::ForwardsUnsupported, Severity::Blocker, Field::Ports, {}});
    else if (survey.isPasstMissing)
        findings.push_back({Kind::PasstMissing, Severity::Note, Field::Ports, {}});
    for (size_t row = 0; row < recipe.forwards.ports.size(); ++row)
        checkPort(recipe, row, survey, findings);
    return findings;
}

void forwardPorts(DomainConfig &config, const ForwardWishes &wishes, Forwarding way)
{
    auto nics = config.devices<Nic>();
    if (nics.empty() || std::none_of(wishes.ports.begin(), wishes.ports.end(), isComplete))
        return;
    switch (way) {
    case Forwarding::None: break;
    case Forwarding::Qemu: forwardByQemu(config, nics.front(), wishes); break;
    case Forwarding::Passt: forwardByPasst(nics.front(), wishes); break;
    }
}

// Older ones know neither passt nor overrides, but every one sets what a path names.
QString forwardOptions(const ForwardWishes &wishes, Forwarding way)
{
    if (way == Forwarding::Qemu)
        return QStringLiteral(",alias.name=") + cardAlias;
    if (way != Forwarding::Passt)
        return {};
    QString options;
    int number = 0;
    const auto set = [&](const QString &path, const QString &value) {
        options += QStringLiteral(",xpath%1.set=./%2,xpath%1.value=%3").arg(QString::number(number++), path, value);
    };
    set(QStringLiteral("backend/@type"), QStringLiteral("passt"));
    int group = 0;
    for (const auto &forward : wishes.ports) {
        if (!isComplete(forward))
            continue;
        const auto path = QStringLiteral("portForward[%1]/").arg(++group);
        set(path + QStringLiteral("@proto"), wordOf(forward.protocol));
        if (!wishes.isOpenToAll)
            set(path + QStringLiteral("@address"), loopback);
        set(path + QStringLiteral("range/@start"), QString::number(forward.hostPort));
        set(path + QStringLiteral("range/@to"), QString::number(forward.guestPort));
    }
    return options;
}

std::vector<std::pair<const char *, QString>> forwardArguments(const ForwardWishes &wishes, Forwarding way)
{
    if (way != Forwarding::Qemu)
        return {};
    const auto property = QStringLiteral("./qemu:override/qemu:device/qemu:frontend/qemu:property/@%1=%2");
    return {{"qemu-commandline", QStringLiteral("-netdev ") + networkArgument(wishes)},
            {"xml", QStringLiteral("./qemu:override/qemu:device/@alias=") + cardAlias},
            {"xml", property.arg(QStringLiteral("name"), QStringLiteral("netdev"))},
            {"xml", property.arg(QStringLiteral("type"), QStringLiteral("string"))},
            {"xml", property.arg(QStringLiteral("value"), networkId)}};
}
