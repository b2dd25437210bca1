// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include "core/hosts/hosturi.h"
#include "core/jobs/joblist.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace {
constexpr auto firstKind = int(Error::Kind::NotFound);
constexpr auto lastKind = int(Error::Kind::Internal);
constexpr auto firstJob = int(JobKind::Start);
constexpr auto lastJob = int(JobKind::CreateMachine);

HostUri address(const char *text)
{
    return HostUri::parse(QString::fromLatin1(text)).value();
}

ErrorText jobText(JobKind kind, const Error &error)
{
    JobList jobs;
    auto &job = jobs.add(kind, QStringLiteral("web-01"), nullptr, Job::Cancel::Impossible);
    job.finish(Result<void>(failure(error)));
    return errortext::ofJob(job);
}

ErrorText connectionText(Error::Kind kind, const char *message, const char *uri)
{
    return errortext::ofConnection(Error{kind, QString::fromLatin1(message), {}}, address(uri), QStringLiteral("lab-01"));
}

/// A sentence for people: words, a full stop, and nothing left of a template.
void expectSentence(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    EXPECT_TRUE(text.contains(word)) << text.toStdString();
    EXPECT_TRUE(text.endsWith(u'.')) << text.toStdString();
    EXPECT_FALSE(text.contains(QRegularExpression(QStringLiteral("%\\d|%n|error code|VIR_")))) << text.toStdString();
}
} // namespace

TEST(ErrorText, WordsEveryKindForEveryJob)
{
    for (int job = firstJob; job <= lastJob; ++job) {
        for (int kind = firstKind; kind <= lastKind; ++kind) {
            SCOPED_TRACE(testing::Message() << "job " << job << ", kind " << kind);
            const auto text = jobText(JobKind(job), Error{Error::Kind(kind), QStringLiteral("-38: raw words"), QStringLiteral("virDomainCreate")});
            expectSentence(text.what);
            EXPECT_TRUE(text.what.contains(u"web-01"));
            EXPECT_FALSE(text.what.contains(u"-38"));
            EXPECT_FALSE(text.means.isEmpty() && text.next.isEmpty() && Error::Kind(kind) != Error::Kind::Cancelled);
            for (const auto &more : {text.means, text.next}) {
                if (!more.isEmpty())
                    expectSentence(more);
            }
            EXPECT_TRUE(text.original.contains(u"-38: raw words"));
            EXPECT_TRUE(text.original.contains(u"virDomainCreate"));
        }
    }
}

TEST(ErrorText, TellsJobsApartInTheHeadline)
{
    QSet<QString> headlines;
    for (int job = firstJob; job <= lastJob; ++job)
        headlines.insert(jobText(JobKind(job), Error{Error::Kind::Refused, QStringLiteral("no"), {}}).what);
    EXPECT_EQ(headlines.size(), lastJob - firstJob + 1);
}

TEST(ErrorText, WordsEveryKindForEveryTransport)
{
    for (const auto *uri : {"qemu:///system", "qemu:///session", "qemu+ssh://u@lab-01/system", "qemu+tls://lab-01/system",
                            "qemu+tcp://lab-01:16509/system", "esx://root@lab-01/", "test:///default"}) {
        for (int kind = firstKind; kind <= lastKind; ++kind) {
            SCOPED_TRACE(testing::Message() << uri << ", kind " << kind);
            const auto text = connectionText(Error::Kind(kind), "something raw", uri);
            expectSentence(text.what);
            EXPECT_FALSE(text.what.contains(u"something raw"));
            EXPECT_EQ(text.original, u"something raw");
        }
    }
}

TEST(ErrorText, ExplainsWhatSshSaid)
{
    using K = Error::Kind;
    const auto *ssh = "qemu+ssh://root@lab-01.example/system";
    EXPECT_TRUE(connectionText(K::Unreachable, "ssh: Could not resolve hostname lab-01.example: Name or service not known", ssh)
                    .what.contains(u"lab-01.example"));
    EXPECT_TRUE(connectionText(K::Unreachable, "connect to host lab-01 port 22: Connection refused", ssh).what.contains(u"refused"));
    EXPECT_TRUE(connectionText(K::AuthenticationNeeded, "Permission denied (publickey,password).", ssh).next.contains(u"ssh-copy-id"));
    EXPECT_TRUE(connectionText(K::HostKeyUnknown, "Host key verification failed.", ssh).what.contains(u"not known"));
    const auto changed = connectionText(K::HostKeyUnknown, "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!\nHost key verification failed.", ssh);
    EXPECT_TRUE(changed.what.contains(u"another key"));
    EXPECT_TRUE(changed.original.contains(u"HAS CHANGED"));
    EXPECT_TRUE(connectionText(K::Unreachable, "sh: 1: nc: not found", ssh).next.contains(u"netcat"));
    EXPECT_TRUE(connectionText(K::Unreachable, "no route: No route to host", ssh).what.contains(u"no way"));
}

TEST(ErrorText, SaysHowToGetPermissionAndADaemon)
{
    using K = Error::Kind;
    EXPECT_TRUE(connectionText(K::Refused, "authentication unavailable: no polkit agent available", "qemu:///system").next.contains(u"usermod -aG libvirt"));
    EXPECT_TRUE(connectionText(K::Refused, "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied", "qemu:///system")
                    .next.contains(u"group"));
    const auto none = connectionText(K::Unreachable, "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory",
                                     "qemu:///system");
    EXPECT_TRUE(none.what.contains(u"No libvirt daemon"));
    EXPECT_TRUE(none.next.contains(u"systemctl enable --now libvirtd"));
}

TEST(ErrorText, NamesTheHypervisorWhoseDriverIsMissing)
{
    const auto text = connectionText(Error::Kind::DriverMissing, "no connection driver available for hyperv://lab-01/", "hyperv://lab-01/");
    EXPECT_TRUE(text.what.contains(u"Hyper-V"));
    EXPECT_FALSE(text.what.contains(u"certificate"));
}

TEST(ErrorText, KnowsTheCausesThatPeopleMeetMost)
{
    const auto start = [](const char *message) { return jobText(JobKind::Start, Error{Error::Kind::Internal, QString::fromLatin1(message), {}}); };
    EXPECT_TRUE(start("Requested operation is not valid: network 'default' is not active").means.contains(u"network"));
    EXPECT_TRUE(start("Cannot access storage file '/x.qcow2': No such file or directory").means.contains(u"disk image"));
    EXPECT_TRUE(start("Could not access KVM kernel module: Permission denied").means.contains(u"KVM"));
    EXPECT_TRUE(start("Failed to get \"write\" lock").means.contains(u"in use"));
}

TEST(ErrorText, TellsMissingDriversHereFromThoseOnTheHost)
{
    const auto here = connectionText(Error::Kind::DriverMissing, "Failed to connect socket", "lxc:///system");
    EXPECT_TRUE(here.next.contains(u"libvirt-daemon-driver-lxc"));
    const auto there = connectionText(Error::Kind::DriverMissing, "no connection driver available for bhyve:///system", "bhyve+ssh://lab-01/system");
    EXPECT_TRUE(there.what.contains(u"lab-01"));
    EXPECT_FALSE(there.what.contains(u"this computer"));
    const auto absent = connectionText(Error::Kind::Internal, "internal error: OpenVZ control file /proc/vz does not exist", "openvz:///system");
    EXPECT_TRUE(absent.what.contains(u"does not run on this computer"));
}

TEST(ErrorText, ExplainsWhatTlsAndLibvirtsOwnSshSaid)
{
    const auto refused = connectionText(Error::Kind::Internal, "Unable to read TLS confirmation: Input/output error", "qemu+tls://lab-01/system");
    EXPECT_TRUE(refused.what.contains(u"certificate"));
    EXPECT_TRUE(refused.next.contains(u"clientcert.pem"));
    const auto changed = connectionText(Error::Kind::AuthenticationNeeded,
                                        "!!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host 'lab-01:2222' differs from stored identity.",
                                        "qemu+libssh2://lab-01:2222/system?known_hosts=/keys/known");
    EXPECT_TRUE(changed.what.contains(u"another key"));
    EXPECT_TRUE(changed.next.contains(u"ssh-keygen -f /keys/known -R \"[lab-01]:2222\""));
    const auto silent = connectionText(Error::Kind::Unreachable, "SSH transport error: Remote command terminated with non-zero code: 1",
                                       "qemu+libssh2://lab-01/system");
    EXPECT_TRUE(silent.what.contains(u"lets you in"));
    const auto unknown = connectionText(Error::Kind::Unreachable, "Host not found", "qemu+tcp://lab-01/system");
    EXPECT_TRUE(unknown.what.contains(u"not known"));
}

TEST(ErrorText, KeepsTheActionOfTheCallerAsHeadline)
{
    const auto text = errortext::of(Error{Error::Kind::NoSpace, QStringLiteral("ENOSPC"), {}}, QStringLiteral("The picture could not be saved."));
    EXPECT_EQ(text.what, u"The picture could not be saved.");
    EXPECT_TRUE(text.means.contains(u"space"));
    EXPECT_EQ(text.original, u"ENOSPC");
}
