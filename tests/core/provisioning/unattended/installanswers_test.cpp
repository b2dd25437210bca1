// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in every format: read as their installers read them, as far as that can be had here.
#include "core/provisioning/unattended/installanswers.h"

#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/unattended/answerwords.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace {

const QString password = QStringLiteral("Ein Garten 7");
constexpr auto hash = "$6$salt$hashofit";

InstallAnswers answersFor(AnswerFormat format, const QString &distribution = QStringLiteral("debian"))
{
    InstallAnswers answers;
    answers.account.user = QStringLiteral("anna");
    answers.account.fullName = QStringLiteral("Anna \"die\\\" <Große> & 'mehr'");
    answers.account.password = password;
    answers.account.keys = readSshKeys(testdata::text(QStringLiteral("provisioning/data/keys.pub"))).keys;
    answers.account.keys.resize(1);
    answers.account.keys[0].comment = QStringLiteral("'; reboot \"");
    answers.account.locale = QStringLiteral("de_DE.UTF-8");
    answers.account.keyboard = QStringLiteral("de(nodeadkeys)");
    answers.account.timeZone = QStringLiteral("Europe/Berlin");
    answers.passwordHash = hash;
    answers.hostName = QStringLiteral("web.example.org");
    answers.disk = QStringLiteral("vda");
    answers.packages = {QStringLiteral("vim")};
    answers.os.distribution = distribution;
    answers.os.shortId = distribution + u'9';
    answers.boot.format = format;
    answers.volumeLabel = QStringLiteral("Some Disc 9");
    return answers;
}

/// Of all files.
QByteArray textOf(const InstallScript &script)
{
    QByteArray all;
    for (const auto *files : {&script.inInitrd, &script.onDisc}) {
        for (const auto &[name, data] : *files)
            all += data;
    }
    return all;
}

QString keyOf(const InstallAnswers &answers)
{
    const auto &key = answers.account.keys.at(0);
    return key.type + u' ' + QString::fromLatin1(key.blob.toBase64());
}

/// Question → type and value, of a preseed.
QHash<QString, QString> questionsOf(const QByteArray &preseed)
{
    QHash<QString, QString> questions;
    for (const auto &line : QString::fromUtf8(preseed).split(u'\n', Qt::SkipEmptyParts))
        questions.insert(line.section(u' ', 1, 1), line.section(u' ', 2));
    return questions;
}

/// Runs the last lines of an installation below a folder that stands for the new system. Its settings for sudo and for the ssh server.
std::pair<QByteArray, QByteArray> finished(const InstallAnswers &answers, const QString &sshFile)
{
    const QTemporaryDir root;
    QDir(root.path()).mkpath(QStringLiteral("etc/ssh"));
    QFile settings(root.filePath(QStringLiteral("etc/ssh/sshd_config")));
    EXPECT_TRUE(settings.open(QIODevice::WriteOnly));
    settings.write("Port 22\nMatch User x\n");
    settings.close();
    if (sshFile.contains(u".d/"))
        QDir(root.path()).mkpath(QStringLiteral("etc/ssh/sshd_config.d"));
    // As the installers run them: in one line, or in several.
    EXPECT_EQ(QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), answerwords::finishing(answers, root.path()).join(QStringLiteral("; "))}), 0);
    const auto read = [&root](const QString &name) {
        QFile file(root.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    return {read(QStringLiteral("etc/sudoers.d/90-anna")), read(sshFile)};
}

class EveryFormat : public testing::TestWithParam<AnswerFormat> {};

} // namespace

TEST_P(EveryFormat, HoldsTheHashAndTheKeyAndNeverThePassword)
{
    const auto answers = answersFor(GetParam());
    const auto text = textOf(installScriptFor(answers));
    EXPECT_TRUE(text.contains(hash)) << text.toStdString();
    EXPECT_FALSE(text.contains(password.toUtf8()));
    EXPECT_TRUE(text.contains(keyOf(answers).toUtf8()));
    EXPECT_FALSE(text.contains("reboot \"")) << "a key's comment is anybody's text";
    for (const auto *word : {"anna", "de_DE", "nodeadkeys", "Europe/Berlin", "web", "vim", "qemu-guest-agent"})
        EXPECT_TRUE(text.contains(word) || (GetParam() == AnswerFormat::AutoYast && qstrcmp(word, "nodeadkeys") == 0)) << word;
}

TEST_P(EveryFormat, LetsInNobodyByPasswordWhereThereIsNone)
{
    auto answers = answersFor(GetParam());
    answers.passwordHash.clear();
    const auto text = textOf(installScriptFor(answers));
    EXPECT_FALSE(text.contains("$6$"));
    EXPECT_TRUE(text.contains("NOPASSWD")) << "sudo would ask for what there is not";
    EXPECT_TRUE(text.contains("PasswordAuthentication no"));
}

TEST_P(EveryFormat, SaysWhoMayUseAPasswordOverSsh)
{
    auto answers = answersFor(GetParam());
    EXPECT_TRUE(textOf(installScriptFor(answers)).contains("PasswordAuthentication no"));
    answers.account.passwordOverSsh = true;
    const auto text = textOf(installScriptFor(answers));
    EXPECT_TRUE(text.contains("PasswordAuthentication yes"));
    EXPECT_FALSE(text.contains("NOPASSWD"));
}

TEST_P(EveryFormat, HasSomethingWhereThePersonSaidNothing)
{
    InstallAnswers answers;
    answers.account.user = QStringLiteral("anna");
    answers.passwordHash = hash;
    answers.hostName = QStringLiteral("web");
    answers.disk = QStringLiteral("sda");
    answers.boot.format = GetParam();
    const auto text = textOf(installScriptFor(answers));
    EXPECT_TRUE(text.contains("en_US"));
    EXPECT_TRUE(text.contains("Etc/UTC"));
    EXPECT_FALSE(text.contains("vda"));
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryFormat,
                         testing::Values(AnswerFormat::Preseed, AnswerFormat::Kickstart, AnswerFormat::AutoYast, AnswerFormat::Autoinstall));

TEST(Finishing, WritesWhatSudoAndTheSshServerRead)
{
    auto answers = answersFor(AnswerFormat::Preseed);
    const auto with = finished(answers, QStringLiteral("etc/ssh/sshd_config.d/10-passwords.conf"));
    EXPECT_EQ(with.first, QByteArray("anna ALL=(ALL:ALL) ALL\n"));
    EXPECT_EQ(with.second, QByteArray("PasswordAuthentication no\n"));
    answers.passwordHash.clear();
    const auto without = finished(answers, QStringLiteral("etc/ssh/sshd_config"));
    EXPECT_EQ(without.first, QByteArray("anna ALL=(ALL:ALL) NOPASSWD: ALL\n"));
    EXPECT_EQ(without.second, QByteArray("PasswordAuthentication no\nPort 22\nMatch User x\n")) << "what stands first counts";
}

TEST(Preseed, IsReadByDebconf)
{
    const auto checker = QStandardPaths::findExecutable(QStringLiteral("debconf-set-selections"));
    if (checker.isEmpty())
        GTEST_SKIP() << "needs debconf";
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(checker, {QStringLiteral("--checkonly")});
    process.write(preseedFor(answersFor(AnswerFormat::Preseed)).inInitrd.at(0).second);
    process.closeWriteChannel();
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0);
    EXPECT_EQ(process.readAll(), QByteArray());
}

TEST(Preseed, AnswersEachQuestionOnce)
{
    const auto script = preseedFor(answersFor(AnswerFormat::Preseed));
    EXPECT_EQ(script.inInitrd.at(0).first, QStringLiteral("preseed.cfg")); // where the installer looks by itself
    const auto text = script.inInitrd.at(0).second;
    const auto questions = questionsOf(text);
    EXPECT_EQ(questions.size(), text.count('\n'));
    EXPECT_EQ(questions.value(QStringLiteral("passwd/user-password-crypted")), QStringLiteral("password ") + QLatin1StringView(hash));
    EXPECT_EQ(questions.value(QStringLiteral("passwd/root-login")), QStringLiteral("boolean false"));
    EXPECT_EQ(questions.value(QStringLiteral("netcfg/hostname")), QStringLiteral("string web"));
    EXPECT_EQ(questions.value(QStringLiteral("netcfg/get_domain")), QStringLiteral("string example.org"));
    EXPECT_EQ(questions.value(QStringLiteral("keyboard-configuration/xkb-keymap")), QStringLiteral("select de"));
    EXPECT_EQ(questions.value(QStringLiteral("partman-auto/disk")), QStringLiteral("string /dev/vda"));
    EXPECT_EQ(questions.value(QStringLiteral("pkgsel/include")), QStringLiteral("string openssh-server qemu-guest-agent vim"));
    EXPECT_EQ(questions.value(QStringLiteral("mirror/http/hostname")), QStringLiteral("string deb.debian.org"));
    EXPECT_EQ(questions.value(QStringLiteral("mirror/http/directory")), QStringLiteral("string /debian"));
    EXPECT_TRUE(questions.value(QStringLiteral("preseed/late_command")).contains(QStringLiteral("cp /authorized_keys /target/home/anna/.ssh/authorized_keys")));
}

TEST(Preseed, TakesAMirrorWithItsPort)
{
    auto answers = answersFor(AnswerFormat::Preseed);
    answers.mirror = QUrl(QStringLiteral("https://mirror.local:8443/a/b/"));
    const auto questions = questionsOf(preseedFor(answers).inInitrd.at(0).second);
    EXPECT_EQ(questions.value(QStringLiteral("mirror/protocol")), QStringLiteral("string https"));
    EXPECT_EQ(questions.value(QStringLiteral("mirror/https/hostname")), QStringLiteral("string mirror.local:8443"));
    EXPECT_EQ(questions.value(QStringLiteral("mirror/https/directory")), QStringLiteral("string /a/b"));
    EXPECT_FALSE(questions.contains(QStringLiteral("mirror/http/hostname")));
}

TEST(Preseed, BringsAnSshServerOnlyWhereSomebodyMayUseIt)
{
    auto answers = answersFor(AnswerFormat::Preseed);
    answers.account.keys.clear();
    EXPECT_FALSE(textOf(preseedFor(answers)).contains("openssh-server"));
    EXPECT_EQ(preseedFor(answers).inInitrd.size(), 1U);
    answers.account.passwordOverSsh = true;
    EXPECT_TRUE(textOf(preseedFor(answers)).contains("openssh-server"));
}

TEST(Kickstart, QuotesWhatThePersonWrote)
{
    const auto text = QString::fromUtf8(kickstartFor(answersFor(AnswerFormat::Kickstart, QStringLiteral("fedora"))).inInitrd.at(0).second);
    const auto lines = text.split(u'\n');
    const auto user = lines.filter(QStringLiteral("user --name")).value(0);
    const auto words = QProcess::splitCommand(QString(user).replace(QStringLiteral("\\\""), QStringLiteral("\"\"\"")).replace(QStringLiteral("\\\\"), QStringLiteral("\\")));
    EXPECT_TRUE(words.contains(QStringLiteral("--gecos=Anna \"die\\\" <Große> & 'mehr'"))) << user.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("--password=$6$salt$hashofit")));
    EXPECT_TRUE(words.contains(QStringLiteral("--iscrypted")));
    EXPECT_TRUE(lines.contains(QStringLiteral("rootpw --lock")));
    EXPECT_TRUE(lines.contains(QStringLiteral("keyboard --xlayouts=\"de (nodeadkeys)\"")));
    EXPECT_EQ(text.count(QStringLiteral("%end")), 2);
}

TEST(Kickstart, SaysWhereThePackagesAre)
{
    const auto sourceOf = [](const QString &distribution, bool hasPackages) {
        auto answers = answersFor(AnswerFormat::Kickstart, distribution);
        answers.boot.hasPackages = hasPackages;
        return QString::fromUtf8(kickstartFor(answers).inInitrd.at(0).second).split(u'\n');
    };
    EXPECT_TRUE(sourceOf(QStringLiteral("fedora"), true).contains(QStringLiteral("cdrom")));
    EXPECT_FALSE(sourceOf(QStringLiteral("fedora"), false).contains(QStringLiteral("cdrom")));
    EXPECT_EQ(sourceOf(QStringLiteral("fedora"), false).filter(QStringLiteral("url --mirrorlist=\"https://mirrors.fedoraproject.org/")).size(), 1);
    for (const auto *name : {"almalinux", "rocky", "centos"}) {
        const auto lines = sourceOf(QString::fromLatin1(name), false);
        EXPECT_EQ(lines.filter(QStringLiteral("url --")).size(), 1) << name;
        EXPECT_EQ(lines.filter(QStringLiteral("repo --name")).size(), 1) << name;
        EXPECT_FALSE(lines.filter(QStringLiteral("url --")).first().contains(u'%')) << name;
    }
}

TEST(Kickstart, InstallsFromATreeWhereThereIsNoDisc)
{
    auto answers = answersFor(AnswerFormat::Kickstart, QStringLiteral("fedora"));
    answers.tree = QUrl(QStringLiteral("https://mirror.local/fedora/40 x/"));
    const auto script = kickstartFor(answers);
    const auto lines = QString::fromUtf8(script.inInitrd.at(0).second).split(u'\n');
    EXPECT_TRUE(lines.contains(QStringLiteral("url --url=\"https://mirror.local/fedora/40%20x/\"")));
    EXPECT_FALSE(lines.contains(QStringLiteral("cdrom")));
    EXPECT_EQ(script.arguments, QStringLiteral("inst.ks=file:/vivarium.ks"));
}

TEST(Kickstart, IsFoundByItsInstallerOnTheDiscOfThatLabel)
{
    auto answers = answersFor(AnswerFormat::Kickstart, QStringLiteral("fedora"));
    EXPECT_EQ(kickstartFor(answers).arguments, QStringLiteral("inst.ks=file:/vivarium.ks inst.stage2=hd:LABEL=Some\\x20Disc\\x209"));
    answers.volumeLabel = QStringLiteral("a\" init=/bin/sh");
    EXPECT_EQ(kickstartFor(answers).arguments, QStringLiteral("inst.ks=file:/vivarium.ks"));
}

TEST(AutoYast, IsWellFormedAndQuotesWhatThePersonWrote)
{
    QXmlStreamReader reader(autoYastFor(answersFor(AnswerFormat::AutoYast)).inInitrd.at(0).second);
    QHash<QString, QStringList> texts;
    QString name;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            name = reader.name().toString();
            EXPECT_EQ(reader.namespaceUri(), u"http://www.suse.com/1.0/yast2ns");
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            texts[name] += reader.text().toString();
        }
    }
    ASSERT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(texts.value(QStringLiteral("fullname")), QStringList{QStringLiteral("Anna \"die\\\" <Große> & 'mehr'")});
    EXPECT_EQ(texts.value(QStringLiteral("user_password")), (QStringList{QStringLiteral("*"), QLatin1StringView(hash)}));
    EXPECT_EQ(texts.value(QStringLiteral("encrypted")), (QStringList{QStringLiteral("true"), QStringLiteral("true")}));
    EXPECT_EQ(texts.value(QStringLiteral("listentry")).size(), 1);
    EXPECT_EQ(texts.value(QStringLiteral("device")), QStringList{QStringLiteral("/dev/vda")});
    EXPECT_EQ(texts.value(QStringLiteral("confirm")), QStringList{QStringLiteral("false")});
    EXPECT_EQ(texts.value(QStringLiteral("forceboot")), QStringList{QStringLiteral("true")});
    EXPECT_TRUE(texts.value(QStringLiteral("source")).value(0).contains(QStringLiteral("!targetpw")));
    EXPECT_FALSE(texts.contains(QStringLiteral("product")));
}

TEST(AutoYast, NamesTheProductWhereADiscHasSeveral)
{
    auto answers = answersFor(AnswerFormat::AutoYast);
    answers.os.shortId = QStringLiteral("sle15sp4");
    EXPECT_TRUE(textOf(autoYastFor(answers)).contains("<product>SLES</product>"));
}

TEST(Autoinstall, IsYamlOnADiscThatCloudInitLooksFor)
{
    const auto script = autoinstallFor(answersFor(AnswerFormat::Autoinstall));
    EXPECT_EQ(script.discLabel, QByteArray("CIDATA"));
    ASSERT_EQ(script.onDisc.size(), 2U);
    const auto &[name, text] = script.onDisc.at(1);
    EXPECT_EQ(name, QStringLiteral("user-data"));
    EXPECT_TRUE(text.startsWith("#cloud-config\n"));
    const auto verdict = (*guestSetup())->checkYaml(text);
    EXPECT_FALSE(verdict.fault) << text.toStdString();
    EXPECT_EQ(verdict.top, YamlTop::Mapping);
    EXPECT_TRUE(script.inInitrd.empty());
    EXPECT_TRUE(script.arguments.split(u' ').contains(QStringLiteral("autoinstall")));
}
