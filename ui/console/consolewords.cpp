// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolewords.h"

#include "core/hosts/host.h"
#include "ui/common/errortext.h"
#include "ui/common/statetext.h"
#include "ui/console/consolelink.h"
#include "viewer/widget/consolewidget.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(consolewords)
};

QString reason(const ConsoleError &error)
{
    switch (error.kind) {
    case ConsoleError::Kind::Unreachable: return Words::tr("The display did not answer.");
    case ConsoleError::Kind::Refused: return Words::tr("The display refused the connection; another viewer may have it to itself.");
    case ConsoleError::Kind::AuthenticationFailed: return Words::tr("The display did not accept the password.");
    case ConsoleError::Kind::CertificateNotTrusted:
        return Words::tr("The display's certificate is not trusted on this computer. If you know who signed it, put the signer's certificate "
                         "into ~/.pki/CA/cacert.pem and try again.");
    case ConsoleError::Kind::ProtocolViolation: return Words::tr("The display sent something that makes no sense.");
    case ConsoleError::Kind::TooLarge: return Words::tr("The display's picture is larger than can be shown.");
    case ConsoleError::Kind::NeedsOwnEncryption:
        return Words::tr("The display takes only connections that it encrypts itself. SPICE makes those to an address alone, neither through "
                         "libvirt nor through ssh. Let the display take plain connections as well, which ssh encrypts on their way, or open "
                         "its address (spice://HOST?tls-port=PORT).");
    case ConsoleError::Kind::Unsupported: return Words::tr("The display wants something that is not supported here.");
    case ConsoleError::Kind::Closed: break;
    }
    return Words::tr("The display ended the connection.");
}

StageCard::Words off(const Machine &machine)
{
    const auto start = machine.may(MachineVerb::Start);
    const auto action = start ? (machine.state() == MachineState::Saved ? Words::tr("Restore") : Words::tr("Start")) : QString();
    const auto text = start ? QString() : statetext::refusal(start.refusal, MachineVerb::Start);
    switch (machine.state()) {
    case MachineState::Saved:
        return {Words::tr("%1 is saved").arg(machine.name()), start ? Words::tr("It goes on where it was when it is restored.") : text, action};
    case MachineState::Crashed: return {Words::tr("%1 has crashed").arg(machine.name()), text, action};
    default: return {Words::tr("%1 is off").arg(machine.name()), text, action};
    }
}

StageCard::Words hostLost(const Machine &machine)
{
    const auto &host = machine.host();
    const bool idle = host.state() == HostState::Disconnected || host.state() == HostState::Failed;
    const auto why = host.error() ? errortext::ofConnection(*host.error(), host.uri(), host.label()).what : QString();
    return {Words::tr("%1 is not connected").arg(host.label()), idle ? why : statetext::of(host.state()), idle ? Words::tr("Connect") : QString()};
}
} // namespace

StageCard::Words consolewords::of(ConsolePane::Stage stage, const Machine *machine)
{
    using S = ConsolePane::Stage;
    if (!machine)
        return {Words::tr("This machine is gone"), Words::tr("It was removed from its host."), {}};
    switch (stage) {
    case S::HostLost: return hostLost(*machine);
    case S::Off: return off(*machine);
    case S::Changing: return {statetext::of(machine->state()), Words::tr("The screen appears in a moment."), {}};
    case S::Asking: return {Words::tr("Looking for the display…"), {}, {}};
    case S::NoDisplay:
        return {Words::tr("%1 has no display").arg(machine->name()), Words::tr("Its definition holds no graphical console."),
                machine->facts().persistent ? Words::tr("Add a display") : QString()};
    case S::DisplayAdded:
        return {Words::tr("A display is added"), Words::tr("It is there at the next start of the machine: shut it down and start it again."), {}};
    case S::ForeignDisplay:
        return {Words::tr("This display cannot be shown here"),
                Words::tr("VNC and SPICE displays can be shown; the machine has one of another kind."), {}};
    case S::Elsewhere:
        return {Words::tr("The console is open in its own window"), {}, Words::tr("Show the window")};
    case S::Unconnected: return {Words::tr("The console is not connected"), Words::tr("It is set to connect when you say so."), Words::tr("Connect")};
    case S::Paused: return {Words::tr("%1 is paused").arg(machine->name()), {}, Words::tr("Resume")};
    case S::Suspended: return {Words::tr("%1 is asleep").arg(machine->name()), Words::tr("A key or a click may wake it."), Words::tr("Resume")};
    case S::Gone:
    case S::Connecting:
    case S::Password:
    case S::Disconnected:
    case S::Live: break;
    }
    return {};
}

StageCard::Words consolewords::of(const ConsoleLink &link)
{
    switch (link.state()) {
    case ConsoleLink::State::Idle:
    case ConsoleLink::State::Connecting: return {Words::tr("Connecting to the console…"), {}, {}};
    case ConsoleLink::State::Password:
        return {{}, link.wasRefused() ? Words::tr("That password was not accepted. Try again.")
                                      : Words::tr("It was set by whoever made the machine."), {}};
    case ConsoleLink::State::Lost: return {Words::tr("The console is not connected"), lost(link), Words::tr("Retry now")};
    case ConsoleLink::State::Live: break;
    }
    return {};
}

StageCard::Words consolewords::waiting()
{
    return {Words::tr("Waiting for the guest…"), Words::tr("The console is connected, and the guest has shown nothing yet."), {}};
}

StageCard::Words consolewords::dark()
{
    return {Words::tr("The guest has switched its screen off"), Words::tr("A key or a motion of the pointer may wake it."), {}};
}

QString consolewords::viewOnly(const ConsoleLink &link)
{
    if (link.isViewOnlyForGood())
        return Words::tr("This display was opened for viewing only: nothing is sent to the guest.");
    return link.isViewOnly() ? Words::tr("You chose View only in the View menu: keys, pointer, clipboard, dropped files and microphone do not reach the guest.")
                             : QString();
}

QString consolewords::latency(std::chrono::microseconds span)
{
    const double milliseconds = double(span.count()) / 1000;
    return Words::tr("%L1 ms").arg(milliseconds, 0, 'f', milliseconds < 10 ? 1 : 0);
}

QString consolewords::lost(const ConsoleLink &link)
{
    QString why;
    if (link.error() && !link.reason().isEmpty())
        why = link.reason();
    else if (link.error())
        why = errortext::of(*link.error(), Words::tr("The way to the display could not be opened.")).what;
    else if (link.consoleError())
        why = reason(*link.consoleError());
    const int seconds = link.secondsLeft();
    if (seconds <= 0)
        return why;
    //: %1 is a sentence with the reason
    return Words::tr("%1 Trying again in %n second(s).", nullptr, seconds).arg(why).trimmed();
}

QString consolewords::release(const ConsoleWidget &screen)
{
    const auto combination = screen.releaseCombination();
    return combination.isEmpty() ? keys(screen.releaseKeys()) : combination.toString(QKeySequence::NativeText);
}

QString consolewords::keys(Qt::KeyboardModifiers modifiers)
{
    QStringList names;
    if (modifiers & Qt::ControlModifier)
        names.append(Words::tr("Ctrl"));
    if (modifiers & Qt::AltModifier)
        names.append(Words::tr("Alt"));
    if (modifiers & Qt::ShiftModifier)
        names.append(Words::tr("Shift"));
    if (modifiers & Qt::MetaModifier)
        names.append(Words::tr("Super"));
    return names.join(u'+');
}

Qt::KeyboardModifiers consolewords::modifiers(const QString &word)
{
    Qt::KeyboardModifiers modifiers;
    const auto parts = word.split(u'+');
    if (parts.contains(u"Ctrl"))
        modifiers |= Qt::ControlModifier;
    if (parts.contains(u"Alt"))
        modifiers |= Qt::AltModifier;
    if (parts.contains(u"Shift"))
        modifiers |= Qt::ShiftModifier;
    if (parts.contains(u"Super"))
        modifiers |= Qt::MetaModifier;
    return modifiers ? modifiers : Qt::KeyboardModifiers(Qt::ControlModifier | Qt::AltModifier);
}
