// SPDX-License-Identifier: GPL-3.0-or-later
// Answers for Debian's installer, also where Ubuntu had it. Each question that is answered here is passed over; there is none below the
// priority that the kernel's arguments set. https://www.debian.org/releases/stable/amd64/apb.en.html
#include "core/provisioning/unattended/answerwords.h"

namespace {

/// With the slash that it begins with, and none at its end.
QString folderOf(const QUrl &mirror)
{
    auto folder = mirror.path(QUrl::FullyEncoded);
    while (folder.endsWith(u'/'))
        folder.chop(1);
    return folder.isEmpty() ? QStringLiteral("/") : folder;
}

class Preseed {
public:
    explicit Preseed(const InstallAnswers &answers) : m_answers(answers) {}

    QByteArray text()
    {
        region();
        network();
        account();
        disk();
        packages();
        ending();
        return m_text;
    }

private:
    void answer(const char *question, const char *type, const QString &value)
    {
        m_text += QByteArray("d-i ") + question + ' ' + type + ' ' + value.toUtf8() + '\n';
    }
    void say(const char *question, bool yes) { answer(question, "boolean", yes ? QStringLiteral("true") : QStringLiteral("false")); }

    void region()
    {
        answer("debian-installer/locale", "string", answerwords::locale(m_answers));
        answer("keyboard-configuration/xkb-keymap", "select", answerwords::layout(m_answers));
        say("console-setup/ask_detect", false);
        answer("time/zone", "string", answerwords::timeZone(m_answers));
        say("clock-setup/utc", true);
        // Whoever watches the serial port sees how far it is. The installer waits for whoever holds its pipes.
        answer("preseed/early_command", "string", QStringLiteral("if test -c /dev/ttyS0; then tail -n +1 -f /var/log/syslog </dev/null >/dev/ttyS0 2>/dev/null 3>&- 4>&- 5>&- 6>&- & fi"));
    }

    void network()
    {
        answer("netcfg/choose_interface", "select", QStringLiteral("auto"));
        answer("netcfg/hostname", "string", m_answers.hostName.section(u'.', 0, 0));
        answer("netcfg/get_hostname", "string", m_answers.hostName.section(u'.', 0, 0));
        answer("netcfg/get_domain", "string", m_answers.hostName.section(u'.', 1));
        answer("netcfg/wireless_wep", "string", {});
        say("netcfg/no_default_route", true); // a network may be closed, and have a mirror
        answer("netcfg/get_nameservers", "string", {}); // asked for only where it gives none
        say("hw-detect/load_firmware", false); // a machine has none to be loaded
        const bool isUbuntu = m_answers.os.distribution == u"ubuntu";
        const auto mirror = !m_answers.mirror.isEmpty() ? m_answers.mirror
            : isUbuntu                                  ? QUrl(QStringLiteral("http://archive.ubuntu.com/ubuntu"))
                                                        : QUrl(QStringLiteral("http://deb.debian.org/debian"));
        const auto scheme = mirror.scheme() == u"https" ? QByteArrayLiteral("https") : QByteArrayLiteral("http");
        answer("mirror/country", "string", QStringLiteral("manual"));
        answer("mirror/protocol", "string", QString::fromLatin1(scheme));
        answer(QByteArray("mirror/" + scheme + "/hostname").constData(), "string", mirror.authority(QUrl::FullyEncoded));
        answer(QByteArray("mirror/" + scheme + "/directory").constData(), "string", folderOf(mirror));
        answer(QByteArray("mirror/" + scheme + "/proxy").constData(), "string", {});
    }

    void account()
    {
        const auto &account = m_answers.account;
        say("passwd/root-login", false); // so the person's account may use sudo
        say("passwd/make-user", true);
        answer("passwd/user-fullname", "string", account.fullName.isEmpty() ? account.user : account.fullName);
        answer("passwd/username", "string", account.user);
        answer("passwd/user-password-crypted", "password", QString::fromLatin1(answerwords::passwordField(m_answers)));
        say("user-setup/allow-password-weak", true); // it was looked at before
        say("user-setup/encrypt-home", false);
    }

    void disk()
    {
        answer("partman-auto/disk", "string", QStringLiteral("/dev/") + m_answers.disk);
        answer("partman-auto/method", "string", QStringLiteral("regular"));
        answer("partman-auto/choose_recipe", "select", QStringLiteral("atomic"));
        for (const auto *question : {"partman-partitioning/confirm_write_new_label", "partman/confirm", "partman/confirm_nooverwrite",
                                     "partman-lvm/device_remove_lvm", "partman-md/device_remove_md", "partman-efi/non_efi_system"})
            say(question, true);
        answer("partman/choose_partition", "select", QStringLiteral("finish"));
        say("grub-installer/only_debian", true);
        say("grub-installer/with_other_os", true);
        answer("grub-installer/bootdev", "string", QStringLiteral("/dev/") + m_answers.disk);
    }

    void packages()
    {
        say("apt-setup/use_mirror", true);
        say("apt-setup/disable-cdrom-entries", true); // the disc goes
        if (const auto &security = m_answers.securityMirror; !security.isEmpty()) {
            answer("apt-setup/security_host", "string", security.authority(QUrl::FullyEncoded));
            answer("apt-setup/security_path", "string", folderOf(security));
        }
        for (const auto *question : {"apt-setup/cdrom/set-first", "apt-setup/cdrom/set-next", "apt-setup/cdrom/set-failed"})
            say(question, false); // no further disc is asked for
        m_text += "tasksel tasksel/first multiselect standard\npopularity-contest popularity-contest/participate boolean false\n";
        answer("pkgsel/include", "string", answerwords::packages(m_answers, QStringLiteral("openssh-server")).join(u' '));
        answer("pkgsel/update-policy", "select", QStringLiteral("none"));
    }

    void ending()
    {
        QStringList commands;
        const auto &user = m_answers.account.user;
        if (!m_answers.account.keys.empty()) {
            const auto folder = QStringLiteral("/target/home/%1/.ssh").arg(user);
            commands += QStringLiteral("mkdir -p -m 0700 %1").arg(folder);
            commands += QStringLiteral("cp /authorized_keys %1/authorized_keys").arg(folder);
            commands += QStringLiteral("chmod 0600 %1/authorized_keys").arg(folder);
            commands += QStringLiteral("in-target chown -R %1: /home/%1/.ssh").arg(user);
        }
        commands += answerwords::finishing(m_answers, QStringLiteral("/target"));
        if (const auto variant = answerwords::layoutVariant(m_answers); !variant.isEmpty()) // the installer itself knows few
            commands += QStringLiteral("sed -i 's/^XKBVARIANT=.*/XKBVARIANT=\"%1\"/' /target/etc/default/keyboard").arg(variant);
        answer("preseed/late_command", "string", commands.join(QStringLiteral("; ")));
        answer("finish-install/reboot_in_progress", "note", {});
    }

    const InstallAnswers &m_answers;
    QByteArray m_text;
};

} // namespace

InstallScript preseedFor(const InstallAnswers &answers)
{
    InstallScript script;
    script.inInitrd.emplace_back(QStringLiteral("preseed.cfg"), Preseed(answers).text());
    if (!answers.account.keys.empty())
        script.inInitrd.emplace_back(QStringLiteral("authorized_keys"), answerwords::authorizedKeys(answers.account));
    // It looks for the file by itself, before it asks for a language.
    script.arguments = QStringLiteral("priority=critical");
    return script;
}
