// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/answerwords.h"

bool answerwords::hasSsh(const InstallAnswers &answers)
{
    return !answers.account.keys.empty() || (answers.account.passwordOverSsh && !answers.passwordHash.isEmpty());
}

QByteArray answerwords::authorizedKeys(const GuestAccount &account)
{
    QByteArray lines;
    for (const auto &key : account.keys)
        lines += key.type.toLatin1() + ' ' + key.blob.toBase64() + '\n';
    return lines;
}

QStringList answerwords::packages(const InstallAnswers &answers, const QString &sshServer)
{
    auto packages = answers.packages;
    if (answers.guestAgent)
        packages.prepend(QStringLiteral("qemu-guest-agent"));
    if (hasSsh(answers) && !sshServer.isEmpty())
        packages.prepend(sshServer);
    packages.removeDuplicates();
    return packages;
}

QByteArray answerwords::passwordField(const InstallAnswers &answers)
{
    return answers.passwordHash.isEmpty() ? QByteArrayLiteral("*") : answers.passwordHash;
}

QByteArray answerwords::sshdLine(const InstallAnswers &answers)
{
    return answers.account.passwordOverSsh && !answers.passwordHash.isEmpty() ? "PasswordAuthentication yes" : "PasswordAuthentication no";
}

QByteArray answerwords::sudoLine(const InstallAnswers &answers)
{
    const auto user = answers.account.user.toUtf8();
    return user + (answers.passwordHash.isEmpty() ? " ALL=(ALL:ALL) NOPASSWD: ALL" : " ALL=(ALL:ALL) ALL");
}

QString answerwords::layout(const InstallAnswers &answers)
{
    const auto layout = answers.account.keyboard.section(u'(', 0, 0);
    return layout.isEmpty() ? QStringLiteral("us") : layout;
}

QString answerwords::layoutVariant(const InstallAnswers &answers)
{
    return answers.account.keyboard.section(u'(', 1).section(u')', 0, 0);
}

QString answerwords::locale(const InstallAnswers &answers)
{
    return answers.account.locale.isEmpty() ? QStringLiteral("en_US.UTF-8") : answers.account.locale;
}

QString answerwords::timeZone(const InstallAnswers &answers)
{
    const auto &zone = answers.account.timeZone;
    return zone.isEmpty() || zone == u"UTC" ? QStringLiteral("Etc/UTC") : zone; // which installers have in their lists
}

QStringList answerwords::finishing(const InstallAnswers &answers, const QString &root)
{
    QStringList lines;
    const auto user = answers.account.user;
    // A name with a dot in it would be passed over; users' have none.
    const auto sudoers = QStringLiteral("%1/etc/sudoers.d/90-%2").arg(root, user);
    lines += QStringLiteral("mkdir -p %1/etc/sudoers.d").arg(root);
    lines += QStringLiteral("echo '%1' > %2").arg(QString::fromUtf8(sudoLine(answers)), sudoers);
    lines += QStringLiteral("chmod 0440 %1").arg(sudoers);
    // What stands first counts; systems from before 2021 have no folder for it, and nothing in the file.
    const auto settings = QStringLiteral("%1/etc/ssh/sshd_config").arg(root);
    lines += QStringLiteral("if test -d %1.d; then echo '%2' > %1.d/10-passwords.conf; elif test -f %1; then sed -i '1i %2' %1; fi")
                 .arg(settings, QString::fromLatin1(sshdLine(answers)));
    return lines;
}
