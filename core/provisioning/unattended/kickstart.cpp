// SPDX-License-Identifier: GPL-3.0-or-later
// Answers for Anaconda. https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
#include "core/provisioning/unattended/answerwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

constexpr auto fileName = QLatin1StringView("vivarium.ks");

/// As Anaconda takes lines apart, which is a shell's way.
QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

/// "9" of "almalinux9.3"; empty where the name has no number.
QString majorVersion(const OsEntry &os)
{
    static const QRegularExpression number(QStringLiteral("[0-9]+"));
    return number.match(os.shortId).captured();
}

/// Where a disc without packages gets them from; empty where its installer knows a place itself.
QStringList sources(const InstallAnswers &answers)
{
    const auto &distribution = answers.os.distribution;
    const auto version = majorVersion(answers.os);
    const auto pair = [](const QString &option, const QString &base, const QString &more) {
        return QStringList{QStringLiteral("url --%1=\"%2\"").arg(option, base), QStringLiteral("repo --name=\"AppStream\" --%1=\"%2\"").arg(option, more)};
    };
    if (!answers.tree.isEmpty())
        return {QStringLiteral("url --url=") + quoted(answers.tree.toString(QUrl::FullyEncoded))};
    if (answers.boot.hasPackages)
        return {QStringLiteral("cdrom")};
    if (distribution == u"fedora")
        return {QStringLiteral("url --mirrorlist=\"https://mirrors.fedoraproject.org/mirrorlist?repo=fedora-$releasever&arch=$basearch\"")};
    if (version.isEmpty())
        return {};
    if (distribution == u"almalinux") {
        const auto list = QStringLiteral("https://mirrors.almalinux.org/mirrorlist/%1/%2");
        return pair(QStringLiteral("mirrorlist"), list.arg(version, QStringLiteral("baseos")), list.arg(version, QStringLiteral("appstream")));
    }
    if (distribution == u"rocky") {
        const auto list = QStringLiteral("https://mirrors.rockylinux.org/mirrorlist?arch=$basearch&repo=%2-%1");
        return pair(QStringLiteral("mirrorlist"), list.arg(version, QStringLiteral("BaseOS")), list.arg(version, QStringLiteral("AppStream")));
    }
    if (distribution == u"centos") {
        const auto list = QStringLiteral("https://mirrors.centos.org/metalink?repo=centos-%2-%1-stream&arch=$basearch");
        return pair(QStringLiteral("metalink"), list.arg(version, QStringLiteral("baseos")), list.arg(version, QStringLiteral("appstream")));
    }
    return {};
}

QString keyboardOf(const InstallAnswers &answers)
{
    const auto variant = answerwords::layoutVariant(answers);
    const auto layout = answerwords::layout(answers);
    return quoted(variant.isEmpty() ? layout : QStringLiteral("%1 (%2)").arg(layout, variant));
}

/// Not by the command for it, which Red Hat 7 and Fedora before 22 do not know.
QStringList keyLines(const InstallAnswers &answers)
{
    if (answers.account.keys.empty())
        return {};
    const auto folder = QStringLiteral("/home/%1/.ssh").arg(answers.account.user);
    QStringList lines{QStringLiteral("mkdir -p -m 0700 %1").arg(folder)};
    for (const auto &key : answerwords::authorizedKeys(answers.account).trimmed().split('\n'))
        lines += QStringLiteral("echo '%1' >> %2/authorized_keys").arg(QString::fromLatin1(key), folder);
    lines += QStringLiteral("chmod 0600 %1/authorized_keys").arg(folder);
    lines += QStringLiteral("chown -R %1: %2").arg(answers.account.user, folder);
    lines += QStringLiteral("restorecon -R %1 || true").arg(folder);
    return lines;
}

QByteArray textOf(const InstallAnswers &answers)
{
    const auto &account = answers.account;
    QStringList lines{QStringLiteral("text")};
    lines += sources(answers);
    lines += QStringLiteral("lang ") + answerwords::locale(answers);
    lines += QStringLiteral("keyboard --xlayouts=") + keyboardOf(answers);
    lines += QStringLiteral("timezone --utc ") + answerwords::timeZone(answers);
    lines += QStringLiteral("network --bootproto=dhcp --device=link --activate --onboot=yes --hostname=") + answers.hostName;
    lines += QStringLiteral("rootpw --lock");
    lines += QStringLiteral("user --name=%1 --groups=wheel --gecos=%2 --iscrypted --password=%3")
                 .arg(account.user, quoted(account.fullName.isEmpty() ? account.user : account.fullName),
                      quoted(QString::fromLatin1(answerwords::passwordField(answers))));
    lines += answerwords::hasSsh(answers) ? QStringLiteral("services --enabled=sshd") : QStringLiteral("services --disabled=sshd");
    lines += QStringLiteral("firstboot --disabled");
    lines += QStringLiteral("ignoredisk --only-use=%1\nzerombr\nclearpart --all --initlabel --drives=%1\nautopart\nbootloader --boot-drive=%1").arg(answers.disk);
    lines += QStringLiteral("reboot");
    // Names that a version does not know are passed over instead of being asked about.
    lines += QStringLiteral("\n%packages --ignoremissing\n@core");
    lines += answerwords::packages(answers, QStringLiteral("openssh-server"));
    lines += QStringLiteral("%end\n\n%post");
    lines += keyLines(answers);
    lines += answerwords::finishing(answers, {});
    lines += QStringLiteral("%end\n");
    return lines.join(u'\n').toUtf8();
}

/// As a kernel's argument names a disc.
QString labelWord(const QString &label)
{
    QString word;
    for (const QChar c : label)
        word += c == u' ' ? QStringLiteral("\\x20") : QString(c);
    return word;
}

} // namespace

InstallScript kickstartFor(const InstallAnswers &answers)
{
    InstallScript script;
    script.inInitrd.emplace_back(fileName, textOf(answers));
    script.arguments = QStringLiteral("inst.ks=file:/") + fileName;
    const auto label = answers.tree.isEmpty() ? answers.volumeLabel : QString();
    const auto isSafe = [](QChar c) { return c.unicode() > 0x1f && c.unicode() < 0x7f && c != u'"' && c != u'\\'; };
    const bool isPlain = std::all_of(label.begin(), label.end(), isSafe);
    if (!label.isEmpty() && isPlain) // or it looks at every drive
        script.arguments += QStringLiteral(" inst.stage2=hd:LABEL=") + labelWord(label);
    return script;
}
