// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/cloudseed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace {

constexpr auto configHeader = "#cloud-config\n";

QByteArray quoted(const QJsonValue &value)
{
    // A document holds arrays and objects alone.
    const auto inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.sliced(1, inArray.size() - 2);
}

void writeValue(const QJsonValue &value, int depth, QByteArray &text);

/// Block style, as people write it: `name: value`, lists and maps below, two blanks deeper.
void writeMap(const QJsonObject &map, int depth, QByteArray &text)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        text += QByteArray(depth * 2, ' ') + it.key().toUtf8() + ':';
        writeValue(it.value(), depth + 1, text);
    }
}

void writeValue(const QJsonValue &value, int depth, QByteArray &text)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        text += '\n';
        writeMap(value.toObject(), depth, text);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        text += '\n';
        const auto list = value.toArray();
        for (const auto &item : list)
            text += QByteArray(depth * 2, ' ') + "- " + quoted(item) + '\n';
    } else {
        text += ' ' + quoted(value) + '\n';
    }
}

QByteArray yamlOf(const QJsonObject &map)
{
    QByteArray text;
    writeMap(map, 0, text);
    return text;
}

QJsonArray listOf(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

QJsonObject userOf(const GuestAccount &account, const QByteArray &passwordHash)
{
    // Not one of `users`: this one takes the place of the image's own first user, with that one's groups, shell and sudo.
    QJsonObject user{{QStringLiteral("name"), account.user}};
    if (!account.fullName.isEmpty())
        user.insert(QStringLiteral("gecos"), account.fullName);
    user.insert(QStringLiteral("lock_passwd"), passwordHash.isEmpty());
    if (!passwordHash.isEmpty())
        user.insert(QStringLiteral("passwd"), QString::fromLatin1(passwordHash));
    if (!account.keys.empty()) {
        QStringList keys;
        for (const auto &key : account.keys)
            keys += key.line();
        user.insert(QStringLiteral("ssh_authorized_keys"), listOf(keys));
    }
    return user;
}

QJsonObject keyboardOf(const QString &keyboard)
{
    const auto variant = keyboard.section(u'(', 1).chopped(keyboard.contains(u'(') ? 1 : 0);
    QJsonObject object{{QStringLiteral("layout"), keyboard.section(u'(', 0, 0)}};
    if (!variant.isEmpty())
        object.insert(QStringLiteral("variant"), variant);
    return object;
}

/// cloud-init's own module for mounts takes devices alone. The line holds no character that means something to a shell: see isFolderName().
QString mountingCommand(const QString &line)
{
    const auto folder = line.section(u' ', 1, 1);
    return QStringLiteral("mkdir -p %1 && echo '%2' >> /etc/fstab && mount %1 || true").arg(folder, line);
}

QByteArray ourConfig(const GuestAccount &account, const QByteArray &passwordHash, const CloudSetup &setup, const QString &machineName,
                     const QString &mountLine)
{
    QJsonObject config;
    const auto add = [&config](const char *key, const QJsonValue &value) { config.insert(QLatin1StringView(key), value); };
    const auto host = hostNameOf(account, machineName);
    add("hostname", host.section(u'.', 0, 0));
    if (host.contains(u'.'))
        add("fqdn", host);
    add("user", userOf(account, passwordHash));
    // Without an entry sudo and mail stall over their own computer's name.
    add("manage_etc_hosts", QStringLiteral("localhost"));
    add("ssh_pwauth", account.passwordOverSsh && !account.password.isEmpty());
    add("disable_root", true);
    if (!account.locale.isEmpty())
        add("locale", account.locale);
    if (!account.keyboard.isEmpty())
        add("keyboard", keyboardOf(account.keyboard));
    if (!account.timeZone.isEmpty())
        add("timezone", account.timeZone);
    // The disk may be larger than the image: its last partition and the root file system take all of it.
    add("growpart", QJsonObject{{QStringLiteral("mode"), QStringLiteral("auto")}, {QStringLiteral("devices"), listOf({QStringLiteral("/")})}});
    add("resize_rootfs", true);
    auto packages = setup.packages;
    if (setup.guestAgent && !packages.contains(QStringLiteral("qemu-guest-agent")))
        packages.prepend(QStringLiteral("qemu-guest-agent"));
    if (!packages.isEmpty()) {
        add("package_update", true);
        add("packages", listOf(packages));
    }
    // Done last, by the shell.
    QStringList commands;
    if (!mountLine.isEmpty())
        commands += mountingCommand(mountLine);
    if (setup.guestAgent) // Debian's starts by itself once its device is there; others have to be told
        commands += QStringLiteral("systemctl enable --now qemu-guest-agent.service || service qemu-guest-agent start || true");
    if (setup.removeSeed) // without its seed it would take the machine for another one, and set up all anew from nothing
        commands += QStringLiteral("touch /etc/cloud/cloud-init.disabled");
    if (!commands.isEmpty())
        add("runcmd", listOf(commands));
    return configHeader + yamlOf(config);
}

/// Both as parts of one document. Lists of the person's part come after ours instead of in their place.
QByteArray inParts(const QByteArray &ours, const QString &theirs)
{
    const auto their = theirs.toUtf8();
    QByteArray border = "part-of-user-data";
    while (ours.contains(border) || their.contains(border))
        border += '-';
    const auto head = [&border](const QByteArray &more) {
        return "--" + border + "\nContent-Type: text/plain; charset=\"utf-8\"\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n" + more + '\n';
    };
    const auto body = [](const QByteArray &text) {
        QByteArray lines;
        const auto packed = text.toBase64();
        for (qsizetype at = 0; at < packed.size(); at += 76)
            lines += packed.sliced(at, std::min<qsizetype>(76, packed.size() - at)) + '\n';
        return lines;
    };
    return "Content-Type: multipart/mixed; boundary=\"" + border + "\"\nMIME-Version: 1.0\n\n" + head({}) + body(ours)
        + head("Merge-Type: list(append)+dict(recurse_list)+str()\n") + body(their) + "--" + border + "--\n";
}

QByteArray networkFor(const GuestAddress &own, const QString &mac)
{
    QJsonObject card{{QStringLiteral("match"), QJsonObject{{QStringLiteral("macaddress"), mac.toLower()}}},
                     {QStringLiteral("addresses"), listOf({own.address})}};
    if (!own.gateway.isEmpty())
        card.insert(own.gateway.contains(u':') ? QStringLiteral("gateway6") : QStringLiteral("gateway4"), own.gateway);
    if (!own.nameServers.isEmpty())
        card.insert(QStringLiteral("nameservers"), QJsonObject{{QStringLiteral("addresses"), listOf(own.nameServers)}});
    return yamlOf({{QStringLiteral("version"), 2}, {QStringLiteral("ethernets"), QJsonObject{{QStringLiteral("card"), card}}}});
}

} // namespace

std::vector<CloudSeed::File> CloudSeed::files() const
{
    std::vector<File> all{{QStringLiteral("meta-data"), metaData}, {QStringLiteral("user-data"), userData}};
    if (!networkConfig.isEmpty())
        all.emplace_back(QStringLiteral("network-config"), networkConfig);
    return all;
}

CloudSeed writeSeed(const SeedAnswers &answers)
{
    CloudSeed seed;
    const auto host = hostNameOf(answers.account, answers.machineName);
    seed.metaData = yamlOf({{QStringLiteral("instance-id"), answers.instance.toString(QUuid::WithoutBraces)}, {QStringLiteral("local-hostname"), host}});
    const auto ours = ourConfig(answers.account, answers.passwordHash, answers.setup, answers.machineName, answers.mountLine);
    seed.userData = answers.setup.userData.trimmed().isEmpty() ? ours : inParts(ours, answers.setup.userData);
    if (answers.setup.address)
        seed.networkConfig = networkFor(*answers.setup.address, answers.mac);
    return seed;
}

QString shownUserData(const GuestAccount &account, const CloudSetup &setup, const QString &machineName)
{
    const QByteArray hash = account.password.isEmpty() ? QByteArray() : QByteArrayLiteral("…");
    return QString::fromUtf8(ourConfig(account, hash, setup, machineName, {}));
}
