// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/answerfile.h"

#include <gtest/gtest.h>

#include <QSet>
#include <QStringDecoder>
#include <QXmlStreamReader>

namespace {

WindowsAnswers answers()
{
    WindowsAnswers answers;
    WindowsEdition edition;
    edition.index = 6;
    edition.name = QStringLiteral("Windows 11 Pro");
    edition.architecture = QStringLiteral("x86_64");
    edition.languages = {QStringLiteral("en-US")};
    edition.build = 26100;
    answers.setup.edition = edition;
    answers.setup.driverFolder = QStringLiteral("w11/amd64");
    answers.computerName = QStringLiteral("windows-11");
    answers.account = GuestAccount();
    answers.account->user = QStringLiteral("ada");
    answers.account->fullName = QStringLiteral("Ada & <Lovelace>");
    answers.account->password = QStringLiteral("Größe 7 \"x\"");
    answers.account->locale = QStringLiteral("de_DE.UTF-8");
    answers.account->keyboard = QStringLiteral("de(nodeadkeys)");
    answers.account->timeZone = QStringLiteral("Europe/Berlin");
    return answers;
}

/// Every text by its path: "oobeSystem/Microsoft-Windows-Shell-Setup/UserAccounts/LocalAccounts/LocalAccount/Name". Checks by the way
/// what Windows' own schema demands of passes and components.
QMultiMap<QString, QString> textsOf(const QByteArray &file)
{
    static const QSet<QString> passes{QStringLiteral("windowsPE"), QStringLiteral("offlineServicing"), QStringLiteral("generalize"), QStringLiteral("specialize"),
                                      QStringLiteral("auditSystem"), QStringLiteral("auditUser"), QStringLiteral("oobeSystem")};
    QMultiMap<QString, QString> texts;
    QStringList path;
    QString text;
    QXmlStreamReader reader(file);
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            EXPECT_EQ(reader.namespaceUri(), u"urn:schemas-microsoft-com:unattend");
            auto name = reader.name().toString();
            const auto attributes = reader.attributes();
            if (name == u"settings") {
                name = attributes.value(QStringLiteral("pass")).toString();
                EXPECT_TRUE(passes.contains(name)) << qPrintable(name);
            } else if (name == u"component") {
                name = attributes.value(QStringLiteral("name")).toString();
                EXPECT_EQ(attributes.value(QStringLiteral("publicKeyToken")), u"31bf3856ad364e35");
                EXPECT_EQ(attributes.value(QStringLiteral("language")), u"neutral");
                EXPECT_EQ(attributes.value(QStringLiteral("versionScope")), u"nonSxS");
                EXPECT_EQ(attributes.value(QStringLiteral("processorArchitecture")), u"amd64");
            }
            path += name;
            text.clear();
            break;
        }
        case QXmlStreamReader::Characters: text += reader.text(); break;
        case QXmlStreamReader::EndElement:
            if (!text.trimmed().isEmpty() || reader.name() == u"Key")
                texts.insert(path.sliced(1).join(u'/'), text);
            path.removeLast();
            text.clear();
            break;
        default: break;
        }
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    return texts;
}

QString decoded(const QString &hidden)
{
    auto decode = QStringDecoder(QStringDecoder::Utf16LE);
    return decode(QByteArray::fromBase64(hidden.toLatin1()));
}

const QString shell = QStringLiteral("oobeSystem/Microsoft-Windows-Shell-Setup/");
const QString setup = QStringLiteral("windowsPE/Microsoft-Windows-Setup/");

} // namespace

TEST(AnswerFile, MakesTheAccountAndAsksForNoneOfMicrosofts)
{
    const auto texts = textsOf(answerFile(answers()));
    const auto account = shell + QStringLiteral("UserAccounts/LocalAccounts/LocalAccount/");
    EXPECT_EQ(texts.value(account + QStringLiteral("Name")), QStringLiteral("ada"));
    EXPECT_EQ(texts.value(account + QStringLiteral("DisplayName")), QStringLiteral("Ada & <Lovelace>"));
    EXPECT_EQ(texts.value(account + QStringLiteral("Group")), QStringLiteral("Administrators"));
    EXPECT_EQ(texts.value(account + QStringLiteral("Password/PlainText")), QStringLiteral("false"));
    EXPECT_EQ(decoded(texts.value(account + QStringLiteral("Password/Value"))), QStringLiteral("Größe 7 \"x\"Password"));
    EXPECT_EQ(texts.value(shell + QStringLiteral("OOBE/HideOnlineAccountScreens")), QStringLiteral("true"));
    EXPECT_TRUE(texts.value(QStringLiteral("specialize/Microsoft-Windows-Deployment/RunSynchronous/RunSynchronousCommand/Path")).contains(u"BypassNRO"));
    EXPECT_FALSE(QString::fromUtf8(answerFile(answers())).contains(QStringLiteral("Größe 7")));
}

TEST(AnswerFile, DividesTheDiskAsTheFirmwareNeedsIt)
{
    auto wanted = answers();
    auto texts = textsOf(answerFile(wanted));
    EXPECT_EQ(QStringList(texts.values(setup + QStringLiteral("DiskConfiguration/Disk/CreatePartitions/CreatePartition/Type"))).join(u' '), QStringLiteral("Primary MSR EFI"));
    EXPECT_EQ(texts.value(setup + QStringLiteral("ImageInstall/OSImage/InstallTo/PartitionID")), QStringLiteral("3"));
    wanted.uefi = false;
    texts = textsOf(answerFile(wanted));
    EXPECT_EQ(QStringList(texts.values(setup + QStringLiteral("DiskConfiguration/Disk/CreatePartitions/CreatePartition/Type"))).join(u' '), QStringLiteral("Primary Primary"));
    EXPECT_EQ(texts.value(setup + QStringLiteral("ImageInstall/OSImage/InstallTo/PartitionID")), QStringLiteral("2"));
    EXPECT_EQ(texts.value(setup + QStringLiteral("DiskConfiguration/Disk/ModifyPartitions/ModifyPartition/Active")), QStringLiteral("true"));
}

TEST(AnswerFile, InstallsTheEditionThatWasChosenWithAKeyOrWithout)
{
    auto wanted = answers();
    auto texts = textsOf(answerFile(wanted));
    EXPECT_EQ(texts.value(setup + QStringLiteral("ImageInstall/OSImage/InstallFrom/MetaData/Value")), QStringLiteral("6"));
    EXPECT_EQ(texts.value(setup + QStringLiteral("UserData/ProductKey/WillShowUI")), QStringLiteral("Never"));
    wanted.setup.productKey = QStringLiteral("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE");
    texts = textsOf(answerFile(wanted));
    EXPECT_EQ(texts.value(setup + QStringLiteral("UserData/ProductKey/Key")), wanted.setup.productKey);
    EXPECT_EQ(texts.value(setup + QStringLiteral("UserData/ProductKey/WillShowUI")), QStringLiteral("OnError"));
}

TEST(AnswerFile, SpeaksThePersonsLanguageKeyboardAndZone)
{
    const auto texts = textsOf(answerFile(answers()));
    for (const auto *component : {"windowsPE/Microsoft-Windows-International-Core-WinPE/", "oobeSystem/Microsoft-Windows-International-Core/"}) {
        const auto at = QString::fromLatin1(component);
        EXPECT_EQ(texts.value(at + QStringLiteral("InputLocale")), QStringLiteral("0407:00000407"));
        EXPECT_EQ(texts.value(at + QStringLiteral("UserLocale")), QStringLiteral("de-DE"));
        EXPECT_EQ(texts.value(at + QStringLiteral("UILanguage")), QStringLiteral("en-US")); // the image has no other
    }
    EXPECT_EQ(texts.value(QStringLiteral("specialize/Microsoft-Windows-Shell-Setup/TimeZone")), QStringLiteral("W. Europe Standard Time"));
    EXPECT_EQ(texts.value(QStringLiteral("specialize/Microsoft-Windows-Shell-Setup/ComputerName")), QStringLiteral("windows-11"));
}

TEST(AnswerFile, OfAServerGivesItsAdministratorAPasswordToo)
{
    auto wanted = answers();
    wanted.setup.edition->isServer = true;
    const auto texts = textsOf(answerFile(wanted));
    EXPECT_EQ(decoded(texts.value(shell + QStringLiteral("UserAccounts/AdministratorPassword/Value"))), QStringLiteral("Größe 7 \"x\"AdministratorPassword"));
}

TEST(AnswerFile, NamesDriversAloneWhereSetupIsToAsk)
{
    auto wanted = answers();
    wanted.account.reset();
    const auto texts = textsOf(answerFile(wanted));
    const auto paths = texts.values(QStringLiteral("windowsPE/Microsoft-Windows-PnpCustomizationsWinPE/DriverPaths/PathAndCredentials/Path"));
    EXPECT_EQ(paths.size(), texts.size());
    EXPECT_TRUE(paths.contains(QStringLiteral("E:\\viostor\\w11\\amd64")));
    EXPECT_TRUE(paths.contains(QStringLiteral("F:\\NetKVM\\w11\\amd64")));
}
