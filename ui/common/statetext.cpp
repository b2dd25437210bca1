// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statetext.h"

#include <QCoreApplication>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(statetext)
};

} // namespace

namespace statetext {

QString of(MachineState state)
{
    switch (state) {
    case MachineState::Unknown: return Words::tr("Unknown");
    case MachineState::Off: return Words::tr("Off");
    case MachineState::Saved: return Words::tr("Saved");
    case MachineState::Starting: return Words::tr("Starting…");
    case MachineState::Restoring: return Words::tr("Restoring…");
    case MachineState::Running: return Words::tr("Running");
    case MachineState::Paused: return Words::tr("Paused");
    case MachineState::Suspended: return Words::tr("Asleep");
    case MachineState::ShuttingDown: return Words::tr("Shutting down…");
    case MachineState::Stopping: return Words::tr("Stopping…");
    case MachineState::Saving: return Words::tr("Saving…");
    case MachineState::Migrating: return Words::tr("Migrating…");
    case MachineState::Crashed: return Words::tr("Crashed");
    }
    return Words::tr("Unknown");
}

QString of(HostState state)
{
    switch (state) {
    case HostState::Disconnected: return Words::tr("Not connected");
    case HostState::Connecting: return Words::tr("Connecting…");
    case HostState::Connected: return Words::tr("Connected");
    case HostState::WaitingToRetry: return Words::tr("Waiting to reconnect");
    case HostState::Failed: return Words::tr("Could not connect");
    }
    return Words::tr("Not connected");
}

QString verb(MachineVerb verb)
{
    switch (verb) {
    case MachineVerb::Start: return Words::tr("Start");
    case MachineVerb::ShutDown: return Words::tr("Shut down");
    case MachineVerb::Reboot: return Words::tr("Reboot");
    case MachineVerb::Reset: return Words::tr("Reset");
    case MachineVerb::ForceOff: return Words::tr("Force off");
    case MachineVerb::Pause: return Words::tr("Pause");
    case MachineVerb::Resume: return Words::tr("Resume");
    case MachineVerb::Save: return Words::tr("Save");
    case MachineVerb::Restore: return Words::tr("Restore");
    case MachineVerb::DiscardSavedState: return Words::tr("Discard saved state");
    case MachineVerb::ChangeAutostart: return Words::tr("Start with the host");
    case MachineVerb::Rename: return Words::tr("Rename");
    case MachineVerb::Remove: return Words::tr("Remove");
    case MachineVerb::Export: return Words::tr("Export…");
    case MachineVerb::OpenConsole: return Words::tr("Open console");
    }
    return {};
}

QString refusal(Refusal refusal, MachineVerb verb)
{
    switch (refusal) {
    case Refusal::None: return {};
    case Refusal::NotRunning:
        return verb == MachineVerb::OpenConsole ? Words::tr("The machine is off, so there is no screen to show.")
                                                : Words::tr("The machine is not running.");
    case Refusal::AlreadyRunning: return Words::tr("The machine is running already.");
    case Refusal::NotPaused: return Words::tr("The machine is not paused.");
    case Refusal::AlreadyPaused: return Words::tr("The machine is paused already.");
    case Refusal::Asleep: return Words::tr("The guest has put itself to sleep; wake it first.");
    case Refusal::NoSavedState: return Words::tr("The machine has no saved state.");
    case Refusal::StillOn: return Words::tr("The machine has to be off for this.");
    case Refusal::InTransition: return Words::tr("Another operation on the machine is under way.");
    case Refusal::NotPersistent: return Words::tr("The machine has no stored definition; it vanishes when it stops.");
    case Refusal::HostNotConnected: return Words::tr("The host is not connected.");
    case Refusal::ReadOnly: return Words::tr("The connection to the host may only look, not change.");
    case Refusal::NotSupported: return Words::tr("This hypervisor cannot do it.");
    case Refusal::NoDisplay: return Words::tr("The machine has no display.");
    }
    return {};
}

QString jobTitle(const Job &job)
{
    const auto &subject = job.subject();
    switch (job.kind()) {
    case JobKind::Start: return Words::tr("Starting %1").arg(subject);
    case JobKind::ShutDown: return Words::tr("Shutting down %1").arg(subject);
    case JobKind::Reboot: return Words::tr("Rebooting %1").arg(subject);
    case JobKind::Reset: return Words::tr("Resetting %1").arg(subject);
    case JobKind::ForceOff: return Words::tr("Forcing %1 off").arg(subject);
    case JobKind::Pause: return Words::tr("Pausing %1").arg(subject);
    case JobKind::Resume: return Words::tr("Resuming %1").arg(subject);
    case JobKind::Save: return Words::tr("Saving %1").arg(subject);
    case JobKind::Restore: return Words::tr("Restoring %1").arg(subject);
    case JobKind::DiscardSavedState: return Words::tr("Discarding the saved state of %1").arg(subject);
    case JobKind::ChangeAutostart: return Words::tr("Changing when %1 starts").arg(subject);
    case JobKind::Rename: return Words::tr("Renaming %1").arg(subject);
    case JobKind::Remove: return Words::tr("Removing %1").arg(subject);
    case JobKind::CreateMachine: return Words::tr("Creating %1").arg(subject);
    case JobKind::RemoveSeed: return Words::tr("Removing the set-up medium of %1").arg(subject);
    case JobKind::FinishInstallation: return Words::tr("Finishing the installation of %1").arg(subject);
    case JobKind::ExportMachine: return Words::tr("Exporting %1").arg(subject);
    case JobKind::AddDisplay: return Words::tr("Adding a display to %1").arg(subject);
    case JobKind::UpdateOsDatabase: return Words::tr("Updating the OS database");
    }
    return job.subject();
}

QString step(JobStep step)
{
    switch (step) {
    case JobStep::Waiting: return Words::tr("Waiting");
    case JobStep::Downloading: return Words::tr("Downloading");
    case JobStep::CheckingMedia: return Words::tr("Checking the installation medium");
    case JobStep::Unpacking: return Words::tr("Unpacking");
    case JobStep::FetchingDisk: return Words::tr("Fetching from the host");
    case JobStep::Packing: return Words::tr("Writing the file");
    case JobStep::CheckingDigests: return Words::tr("Comparing with the manifest");
    case JobStep::Converting: return Words::tr("Copying the disk");
    case JobStep::Uploading: return Words::tr("Uploading");
    case JobStep::AllocatingDisk: return Words::tr("Allocating the disk");
    case JobStep::Defining: return Words::tr("Defining the machine");
    case JobStep::Starting: return Words::tr("Starting");
    case JobStep::SavingMemory: return Words::tr("Saving the memory");
    case JobStep::RestoringMemory: return Words::tr("Restoring the memory");
    case JobStep::CleaningUp: return Words::tr("Cleaning up");
    }
    return {};
}

QString finding(const HostFinding &finding)
{
    switch (finding.kind) {
    case HostFinding::Kind::KvmWorks: return Words::tr("Hardware virtualization (KVM) works: a test guest ran.");
    case HostFinding::Kind::KvmOffered: return Words::tr("Hardware virtualization (KVM) is offered.");
    case HostFinding::Kind::KvmMissing: return Words::tr("No hardware virtualization: machines run in slow software emulation.");
    case HostFinding::Kind::KvmNotPermitted:
        return Words::tr("Hardware virtualization is there, but this account may not use /dev/kvm. Join the group with “sudo usermod -aG kvm $USER”, then log in again.");
    case HostFinding::Kind::KvmFails:
        return Words::tr("Hardware virtualization is announced on this host, but does not work: a test guest broke off at an instruction that every "
                         "system uses. New machines run in software emulation. It helps to switch virtualization on in the firmware, or "
                         "nested virtualization if the host is a virtual machine itself.");
    case HostFinding::Kind::KvmHangs:
        return Words::tr("Hardware virtualization is announced on this host, but does not work: a test guest of a few instructions did not "
                         "get to its end. New machines run in software emulation. It helps to switch virtualization on in the firmware, "
                         "or nested virtualization if the host is a virtual machine itself.");
    case HostFinding::Kind::DefinitionSlow:
        return Words::tr("The host's libvirt took %1 s to take in a machine. It tests QEMU again before every new machine and every change; "
                         "it does so where /dev/kvm opens and then does not work. Removing /dev/kvm and restarting libvirt ends that; "
                         "machines run in software emulation either way.").arg(finding.text);
    case HostFinding::Kind::KvmProbeSlow:
        return Words::tr("Hardware virtualization is announced on this host, but does not work: /dev/kvm opens and then fails. So the host's libvirt "
                         "tests QEMU again before every new machine and every change, which took %1 s here. Machines run in software "
                         "emulation. It helps to switch virtualization on in the firmware (or nested virtualization, if the host is a "
                         "virtual machine itself), or to remove /dev/kvm and restart libvirt.").arg(finding.text);
    case HostFinding::Kind::SlowHost: return Words::tr("The host answers slowly, in %1 ms; its load is asked less often.").arg(finding.text);
    }
    return finding.text;
}

QString hostLabel(const HostUri &uri)
{
    if (uri.driver == u"test" && uri.isLocal())
        return uri.path == u"/default" ? Words::tr("Demonstration host") : Words::tr("Demonstration host (%1)").arg(uri.path.section(QLatin1Char('/'), -1));
    if (!uri.isLocal() && !uri.host.isEmpty())
        return uri.host;
    const bool qemu = uri.driver == u"qemu";
    if (qemu && uri.path == u"/session")
        return Words::tr("This computer");
    if (qemu && uri.path == u"/system")
        return Words::tr("This computer (system)");
    if (qemu)
        return Words::tr("This computer (%1)").arg(uri.path.section(QLatin1Char('/'), -1));
    return Words::tr("This computer (%1)").arg(uri.driver);
}

} // namespace statetext
