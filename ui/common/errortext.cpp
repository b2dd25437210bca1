// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include "ui/common/connectiontext.h"

#include <QCoreApplication>

#include <array>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(errortext)
};

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("errortext", text) : QString();
}

QString originalOf(const Error &error)
{
    if (error.detail.isEmpty())
        return error.message;
    if (error.message.isEmpty())
        return error.detail;
    return error.message + u'\n' + error.detail;
}

/// What failed, as a whole sentence about the job's subject.
QString failureOf(JobKind kind, const QString &subject)
{
    switch (kind) {
    case JobKind::Start: return Words::tr("%1 could not be started.").arg(subject);
    case JobKind::ShutDown: return Words::tr("%1 could not be asked to shut down.").arg(subject);
    case JobKind::Reboot: return Words::tr("%1 could not be asked to reboot.").arg(subject);
    case JobKind::Reset: return Words::tr("%1 could not be reset.").arg(subject);
    case JobKind::ForceOff: return Words::tr("%1 could not be forced off.").arg(subject);
    case JobKind::Pause: return Words::tr("%1 could not be paused.").arg(subject);
    case JobKind::Resume: return Words::tr("%1 could not be resumed.").arg(subject);
    case JobKind::Save: return Words::tr("%1 could not be saved.").arg(subject);
    case JobKind::Restore: return Words::tr("%1 could not be restored from its saved state.").arg(subject);
    case JobKind::DiscardSavedState: return Words::tr("The saved state of %1 could not be discarded.").arg(subject);
    case JobKind::ChangeAutostart: return Words::tr("Whether %1 starts with its host could not be changed.").arg(subject);
    case JobKind::Rename: return Words::tr("%1 could not be renamed.").arg(subject);
    case JobKind::Remove: return Words::tr("%1 could not be removed.").arg(subject);
    case JobKind::CreateMachine: return Words::tr("%1 could not be created.").arg(subject);
    case JobKind::RemoveSeed: return Words::tr("The medium that set up %1 could not be removed.").arg(subject);
    case JobKind::FinishInstallation: return Words::tr("What installed %1 could not be removed, or it could not be started.").arg(subject);
    case JobKind::ExportMachine: return Words::tr("%1 could not be exported.").arg(subject);
    case JobKind::AddDisplay: return Words::tr("%1 could not be given a display.").arg(subject);
    case JobKind::UpdateOsDatabase: return Words::tr("The OS database could not be updated.");
    }
    return Words::tr("The operation on %1 failed.").arg(subject);
}

QString cancellationOf(JobKind kind, const QString &subject)
{
    switch (kind) {
    case JobKind::CreateMachine: return Words::tr("Creating %1 was cancelled.").arg(subject);
    case JobKind::UpdateOsDatabase: return Words::tr("Updating the OS database was cancelled.");
    case JobKind::Save: return Words::tr("Saving %1 was cancelled.").arg(subject);
    case JobKind::Start: return Words::tr("Starting %1 was cancelled.").arg(subject);
    default: return Words::tr("The operation on %1 was cancelled.").arg(subject);
    }
}

struct Sense {
    const char *means;
    const char *next;
};

Sense senseOf(Error::Kind kind)
{
    using K = Error::Kind;
    switch (kind) {
    case K::NotFound:
        return {QT_TRANSLATE_NOOP("errortext", "Something that is needed does not exist, or was removed in the meantime."),
                QT_TRANSLATE_NOOP("errortext", "The details name it. Bring it back or choose another, then try again.")};
    case K::AlreadyExists:
        return {QT_TRANSLATE_NOOP("errortext", "A machine or a file of that name is there already; it was left as it is."),
                QT_TRANSLATE_NOOP("errortext", "Choose another name.")};
    case K::Busy:
        return {QT_TRANSLATE_NOOP("errortext", "Another operation is using it, perhaps from another program."),
                QT_TRANSLATE_NOOP("errortext", "Wait until that has ended, then try again.")};
    case K::WrongState:
        return {QT_TRANSLATE_NOOP("errortext", "Its state does not allow that now; it may have changed a moment ago."),
                QT_TRANSLATE_NOOP("errortext", "Look at its present state, then try again.")};
    case K::Refused:
        return {QT_TRANSLATE_NOOP("errortext", "The host does not permit it: to you, or to the hypervisor with the files concerned."),
                QT_TRANSLATE_NOOP("errortext", "Check the permissions of the files that the details name, and what your user may do on the host.")};
    case K::Unreachable:
        return {QT_TRANSLATE_NOOP("errortext", "The host did not answer. Whether the operation took place is not known."),
                QT_TRANSLATE_NOOP("errortext", "The host is connected again by itself when it answers; look at the state then.")};
    case K::HostKeyUnknown:
        return {QT_TRANSLATE_NOOP("errortext", "The other side could not prove that it is the host that it should be."),
                QT_TRANSLATE_NOOP("errortext", "Compare the key in the details with the host's own before you trust it.")};
    case K::AuthenticationNeeded:
        return {QT_TRANSLATE_NOOP("errortext", "The other side wants a user and password, or did not accept those that it got."),
                QT_TRANSLATE_NOOP("errortext", "Connect the host again and enter them.")};
    case K::DriverMissing:
        return {QT_TRANSLATE_NOOP("errortext", "The installed libvirt lacks the part that this needs."),
                QT_TRANSLATE_NOOP("errortext", "Install the libvirt driver that the details name.")};
    case K::Unsupported:
        return {QT_TRANSLATE_NOOP("errortext", "This hypervisor, or its version, cannot do that."), nullptr};
    case K::InvalidInput:
        return {QT_TRANSLATE_NOOP("errortext", "The host did not accept what it was told; nothing was changed."),
                QT_TRANSLATE_NOOP("errortext", "The details name the part that is wrong.")};
    case K::NoSpace:
        return {QT_TRANSLATE_NOOP("errortext", "There is not enough free space where the files are kept."),
                QT_TRANSLATE_NOOP("errortext", "Free some space, or choose another storage pool or a smaller disk.")};
    case K::ServerUnreachable:
        return {QT_TRANSLATE_NOOP("errortext", "The server that it is downloaded from did not answer, or the connection broke off."),
                QT_TRANSLATE_NOOP("errortext", "Check the network and its proxy, then try again: what has arrived is kept.")};
    case K::ServerRefused:
        return {QT_TRANSLATE_NOOP("errortext", "The server that it is downloaded from does not give it out; it may have been moved or removed."),
                QT_TRANSLATE_NOOP("errortext", "Choose another image, update the OS database, or set a mirror in the preferences.")};
    case K::Damaged:
        return {QT_TRANSLATE_NOOP("errortext", "What arrived is not what its makers published, so it was thrown away."),
                QT_TRANSLATE_NOOP("errortext", "Try again; if it happens again, the server or something on the way changes the file: use another mirror.")};
    case K::TimedOut:
        return {QT_TRANSLATE_NOOP("errortext", "There was no answer in time. It may still take place."),
                QT_TRANSLATE_NOOP("errortext", "Wait a little and look at the state before you try again.")};
    case K::Cancelled:
        return {QT_TRANSLATE_NOOP("errortext", "It was stopped on request; what had been begun was taken back."), nullptr};
    case K::Internal:
        return {nullptr, QT_TRANSLATE_NOOP("errortext", "The details hold the original message; it may help to search for it.")};
    }
    return {};
}

/// Well-known messages that say more than their kind does.
struct Telling {
    const char *part; ///< of the original text, lower case
    Sense sense;
};

constexpr std::array tellings{
    Telling{"is not active", // network 'default' is not active
            {QT_TRANSLATE_NOOP("errortext", "A network or storage pool that the machine uses is not running on the host."),
             QT_TRANSLATE_NOOP("errortext", "Start the one that the details name, and let it start with the host.")}},
    Telling{"cannot access storage file",
            {QT_TRANSLATE_NOOP("errortext", "A disk image of the machine is missing, or the hypervisor may not read it."),
             QT_TRANSLATE_NOOP("errortext", "Check that the file in the details exists and that every folder above it may be entered by the hypervisor.")}},
    Telling{"get \"write\" lock",
            {QT_TRANSLATE_NOOP("errortext", "A disk of the machine is in use by another machine or program."),
             QT_TRANSLATE_NOOP("errortext", "Shut that down first: a disk that two write to is destroyed.")}},
    Telling{"shared \"write\" lock",
            {QT_TRANSLATE_NOOP("errortext", "A disk of the machine is in use by another machine or program."),
             QT_TRANSLATE_NOOP("errortext", "Shut that down first: a disk that two write to is destroyed.")}},
    Telling{"cannot set up guest memory",
            {QT_TRANSLATE_NOOP("errortext", "The host has not enough free memory for the machine."),
             QT_TRANSLATE_NOOP("errortext", "Shut down other machines, or give this one less memory.")}},
    Telling{"cannot allocate memory",
            {QT_TRANSLATE_NOOP("errortext", "The host has not enough free memory for the machine."),
             QT_TRANSLATE_NOOP("errortext", "Shut down other machines, or give this one less memory.")}},
    Telling{"kvm kernel module",
            {QT_TRANSLATE_NOOP("errortext", "The machine wants hardware acceleration (KVM), which does not work on its host."),
             QT_TRANSLATE_NOOP("errortext", "Switch virtualization on in the computer's firmware, or choose software emulation.")}},
    Telling{"failed to initialize kvm",
            {QT_TRANSLATE_NOOP("errortext", "The machine wants hardware acceleration (KVM), which does not work on its host."),
             QT_TRANSLATE_NOOP("errortext", "Switch virtualization on in the computer's firmware, or choose software emulation.")}},
    Telling{"incompatible with host cpu",
            {QT_TRANSLATE_NOOP("errortext", "The machine's processor model needs features that the host's processor has not."),
             QT_TRANSLATE_NOOP("errortext", "Choose another processor model, such as the host's own.")}},
    Telling{"address already in use",
            {QT_TRANSLATE_NOOP("errortext", "A port that the machine wants for itself is taken on the host."),
             QT_TRANSLATE_NOOP("errortext", "Let the host choose the port, or free it.")}},
    Telling{"no space left on device",
            {QT_TRANSLATE_NOOP("errortext", "There is not enough free space where the files are kept."),
             QT_TRANSLATE_NOOP("errortext", "Free some space, or choose another storage pool or a smaller disk.")}},
};

Sense senseOf(const Error &error)
{
    const auto text = originalOf(error).toLower();
    for (const auto &telling : tellings) {
        if (text.contains(QLatin1StringView(telling.part)))
            return telling.sense;
    }
    return senseOf(error.kind);
}

/// What a failed job leaves behind, where that is worth saying.
QString aftermath(JobKind job, const Error &error)
{
    if (!error.leftovers.isEmpty()) {
        //: A list of files and other things, already joined with commas
        return Words::tr("This was made before and could not be removed again: %1.").arg(error.leftovers.join(QStringLiteral(", ")));
    }
    switch (job) {
    case JobKind::CreateMachine: return Words::tr("Nothing was left behind on the host.");
    case JobKind::Save: return Words::tr("The machine goes on as before.");
    case JobKind::Restore: return Words::tr("The saved state is still there.");
    default: return {};
    }
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    //: Two whole sentences, one after the other.
    return Words::tr("%1 %2").arg(first, second);
}
} // namespace

ErrorText errortext::ofJob(const Job &job)
{
    const auto error = job.error().value_or(Error{});
    if (error.kind == Error::Kind::Cancelled) {
        const bool made = job.kind() == JobKind::CreateMachine;
        return {cancellationOf(job.kind(), job.subject()), made ? aftermath(job.kind(), error) : QString(), {}, originalOf(error)};
    }
    const auto sense = senseOf(error);
    return {failureOf(job.kind(), job.subject()), joined(translated(sense.means), aftermath(job.kind(), error)),
            translated(sense.next), originalOf(error)};
}

ErrorText errortext::ofConnection(const Error &error, const HostUri &uri, const QString &hostLabel)
{
    auto text = connectiontext::of(error, uri, hostLabel);
    text.original = originalOf(error);
    return text;
}

ErrorText errortext::ofAddress(const Error &error, const QString &address)
{
    return {Words::tr("“%1” is not the address of a host.").arg(address.size() > 200 ? address.left(200) + u'…' : address),
            Words::tr("An address looks like qemu:///system, or qemu+ssh://user@host/system."),
            Words::tr("The details say which part is wrong."), originalOf(error)};
}

ErrorText errortext::of(const Error &error, const QString &action)
{
    const auto sense = senseOf(error);
    return {action, translated(sense.means), translated(sense.next), originalOf(error)};
}
