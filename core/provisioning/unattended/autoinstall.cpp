// SPDX-License-Identifier: GPL-3.0-or-later
// Answers for Ubuntu's installer since 20.04, which reads them as cloud-init does, from a disc called CIDATA.
// https://canonical-subiquity.readthedocs-hosted.com/en/latest/reference/autoinstall-reference.html
#include "core/provisioning/cloudseed.h"
#include "core/provisioning/unattended/answerwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonObject identityOf(const InstallAnswers &answers)
{
    const auto &account = answers.account;
    return {{QStringLiteral("hostname"), answers.hostName},
            {QStringLiteral("realname"), account.fullName.isEmpty() ? account.user : account.fullName},
            {QStringLiteral("username"), account.user},
            {QStringLiteral("password"), QString::fromLatin1(answerwords::passwordField(answers))}};
}

QJsonObject sshOf(const InstallAnswers &answers)
{
    QJsonArray keys;
    for (const auto &key : answers.account.keys)
        keys.append(key.type + u' ' + QString::fromLatin1(key.blob.toBase64()));
    return {{QStringLiteral("install-server"), answerwords::hasSsh(answers)},
            {QStringLiteral("allow-pw"), answers.account.passwordOverSsh && !answers.passwordHash.isEmpty()},
            {QStringLiteral("authorized-keys"), keys}};
}

QJsonObject configOf(const InstallAnswers &answers)
{
    const QJsonObject layout{{QStringLiteral("name"), QStringLiteral("direct")}};
    QJsonObject config{{QStringLiteral("version"), 1},
                       {QStringLiteral("locale"), answerwords::locale(answers)},
                       {QStringLiteral("keyboard"), QJsonObject{{QStringLiteral("layout"), answerwords::layout(answers)},
                                                                {QStringLiteral("variant"), answerwords::layoutVariant(answers)}}},
                       {QStringLiteral("identity"), identityOf(answers)},
                       {QStringLiteral("ssh"), sshOf(answers)},
                       // Of the disks of the machine, all but the one that is installed to are read-only.
                       {QStringLiteral("storage"), QJsonObject{{QStringLiteral("layout"), layout}}},
                       {QStringLiteral("packages"), QJsonArray::fromStringList(answerwords::packages(answers, {}))}};
    if (!answers.mirror.isEmpty()) {
        const QJsonObject mirror{{QStringLiteral("arches"), QJsonArray{QStringLiteral("default")}},
                                 {QStringLiteral("uri"), answers.mirror.toString(QUrl::FullyEncoded)}};
        config.insert(QStringLiteral("apt"), QJsonObject{{QStringLiteral("primary"), QJsonArray{mirror}}});
    }
    // Not as an answer of its own: it refuses zones that its list lacks, and the whole with them.
    const QStringList zone{QStringLiteral("ln -sf /usr/share/zoneinfo/%1 /etc/localtime").arg(answerwords::timeZone(answers)),
                           QStringLiteral("echo %1 > /etc/timezone").arg(answerwords::timeZone(answers))};
    const auto script = (zone + answerwords::finishing(answers, {})).join(u'\n');
    const QStringList command{QStringLiteral("curtin"), QStringLiteral("in-target"), QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script};
    config.insert(QStringLiteral("late-commands"), QJsonArray{QJsonArray::fromStringList(command)});
    return config;
}

} // namespace

InstallScript autoinstallFor(const InstallAnswers &answers)
{
    InstallScript script;
    // JSON is YAML too, and nothing in it can end its own string.
    const auto text = QJsonDocument(QJsonObject{{QStringLiteral("autoinstall"), configOf(answers)}}).toJson();
    script.onDisc = {{QStringLiteral("meta-data"), QByteArray()}, {QStringLiteral("user-data"), "#cloud-config\n" + text}};
    script.discLabel = seedLabel;
    // Without the first it asks whether the disk may be emptied, without the second whether the disc is out.
    script.arguments = QStringLiteral("autoinstall noprompt");
    return script;
}
