// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/answerfile.h"

#include <QHash>
#include <QStringEncoder>
#include <QTimeZone>
#include <QXmlStreamWriter>

namespace {

// Where drives of a machine with two or three of them end up; setup passes over paths that do not exist.
constexpr auto driveLetters = QLatin1StringView("DEFGH");
constexpr auto extensionSpace = QLatin1StringView("http://schemas.microsoft.com/WMIConfig/2002/State");

class Writer {
public:
    explicit Writer(const WindowsAnswers &answers) : m_answers(answers), m_xml(&m_bytes) {}

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("unattend"));
        m_xml.writeDefaultNamespace(QStringLiteral("urn:schemas-microsoft-com:unattend"));
        m_xml.writeNamespace(extensionSpace, QStringLiteral("wcm"));
        pass("windowsPE", [this] {
            if (!m_answers.setup.driverFolder.isEmpty())
                drivers();
            if (m_answers.account) {
                component("Microsoft-Windows-International-Core-WinPE", [this] { region(true); });
                component("Microsoft-Windows-Setup", [this] { setup(); });
            }
        });
        if (m_answers.account) {
            pass("specialize", [this] {
                component("Microsoft-Windows-Shell-Setup", [this] { identity(); });
                if (!isServer())
                    component("Microsoft-Windows-Deployment", [this] { allowLocalAccount(); });
            });
            pass("oobeSystem", [this] {
                component("Microsoft-Windows-International-Core", [this] { region(false); });
                component("Microsoft-Windows-Shell-Setup", [this] { firstStart(); });
            });
        }
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    template<class Inside>
    void within(const char *name, Inside inside)
    {
        m_xml.writeStartElement(QLatin1StringView(name));
        inside();
        m_xml.writeEndElement();
    }
    /// One of a list, which the file's reader is to add.
    template<class Inside>
    void listed(const char *name, Inside inside)
    {
        within(name, [&] {
            m_xml.writeAttribute(extensionSpace, QStringLiteral("action"), QStringLiteral("add"));
            inside();
        });
    }
    template<class Inside>
    void pass(const char *name, Inside inside)
    {
        within("settings", [&] {
            m_xml.writeAttribute(QStringLiteral("pass"), QLatin1StringView(name));
            inside();
        });
    }
    template<class Inside>
    void component(const char *name, Inside inside)
    {
        within("component", [&] {
            m_xml.writeAttribute(QStringLiteral("name"), QLatin1StringView(name));
            m_xml.writeAttribute(QStringLiteral("processorArchitecture"), architecture());
            m_xml.writeAttribute(QStringLiteral("publicKeyToken"), QStringLiteral("31bf3856ad364e35"));
            m_xml.writeAttribute(QStringLiteral("language"), QStringLiteral("neutral"));
            m_xml.writeAttribute(QStringLiteral("versionScope"), QStringLiteral("nonSxS"));
            inside();
        });
    }
    void text(const char *name, const QString &value) { m_xml.writeTextElement(QLatin1StringView(name), value); }

    bool isServer() const { return m_answers.setup.edition && m_answers.setup.edition->isServer; }
    QString architecture() const
    {
        const auto name = m_answers.setup.edition ? m_answers.setup.edition->architecture : QString();
        return name == u"i686" ? QStringLiteral("x86") : name == u"aarch64" ? QStringLiteral("arm64") : QStringLiteral("amd64");
    }

    void drivers()
    {
        component("Microsoft-Windows-PnpCustomizationsWinPE", [this] {
            within("DriverPaths", [this] {
                int number = 0;
                const auto folder = QString(m_answers.setup.driverFolder).replace(u'/', u'\\');
                for (const auto *device : {"viostor", "vioscsi", "NetKVM", "Balloon", "vioserial", "viorng", "vioinput", "viogpudo", "pvpanic", "viofs"}) {
                    for (const auto letter : driveLetters) {
                        listed("PathAndCredentials", [&] {
                            m_xml.writeAttribute(extensionSpace, QStringLiteral("keyValue"), QString::number(++number));
                            text("Path", QStringLiteral("%1:\\%2\\%3").arg(QLatin1Char(letter)).arg(QLatin1StringView(device), folder));
                        });
                    }
                }
            });
        });
    }

    void region(bool isSetup)
    {
        const auto &edition = m_answers.setup.edition;
        const auto shown = edition && !edition->languages.isEmpty() ? edition->languages.first() : QStringLiteral("en-US");
        const auto wanted = windowsLocale(m_answers.account->locale);
        const auto keyboard = windowsKeyboard(m_answers.account->keyboard);
        const auto locale = wanted.isEmpty() ? shown : wanted;
        if (isSetup)
            within("SetupUILanguage", [&] { text("UILanguage", shown); });
        text("InputLocale", keyboard.isEmpty() ? locale : keyboard);
        text("SystemLocale", locale);
        text("UILanguage", shown); // what the image has; more would have to be downloaded
        text("UserLocale", locale);
    }

    void setup()
    {
        within("DiskConfiguration", [this] {
            text("WillShowUI", QStringLiteral("OnError"));
            listed("Disk", [this] {
                text("DiskID", QStringLiteral("0"));
                text("WillWipeDisk", QStringLiteral("true"));
                m_answers.uefi ? partitionsForUefi() : partitionsForBios();
            });
        });
        within("ImageInstall", [this] {
            within("OSImage", [this] {
                within("InstallFrom", [this] {
                    listed("MetaData", [this] {
                        text("Key", QStringLiteral("/IMAGE/INDEX"));
                        text("Value", QString::number(m_answers.setup.edition ? m_answers.setup.edition->index : 1));
                    });
                });
                within("InstallTo", [this] {
                    text("DiskID", QStringLiteral("0"));
                    text("PartitionID", m_answers.uefi ? QStringLiteral("3") : QStringLiteral("2"));
                });
                text("WillShowUI", QStringLiteral("OnError"));
            });
        });
        within("UserData", [this] {
            text("AcceptEula", QStringLiteral("true"));
            text("FullName", owner());
            within("ProductKey", [this] {
                const auto &key = m_answers.setup.productKey;
                text("Key", key);
                // Without one it is not to ask: activation comes later, or never.
                text("WillShowUI", key.isEmpty() ? QStringLiteral("Never") : QStringLiteral("OnError"));
            });
        });
    }

    void create(int order, const char *type, const QString &size)
    {
        listed("CreatePartition", [&] {
            text("Order", QString::number(order));
            text("Type", QLatin1StringView(type));
            size.isEmpty() ? text("Extend", QStringLiteral("true")) : text("Size", size); // MiB
        });
    }
    void modify(int order, const char *format, const char *label, const char *letter, bool isActive = false)
    {
        listed("ModifyPartition", [&] {
            text("Order", QString::number(order));
            text("PartitionID", QString::number(order));
            if (isActive)
                text("Active", QStringLiteral("true"));
            if (format) {
                text("Format", QLatin1StringView(format));
                text("Label", QLatin1StringView(label));
            }
            if (letter)
                text("Letter", QLatin1StringView(letter));
        });
    }

    // https://learn.microsoft.com/windows-hardware/manufacture/desktop/configure-uefigpt-based-hard-drive-partitions
    void partitionsForUefi()
    {
        within("CreatePartitions", [this] {
            create(1, "EFI", QStringLiteral("260"));
            create(2, "MSR", QStringLiteral("16"));
            create(3, "Primary", {});
        });
        within("ModifyPartitions", [this] {
            modify(1, "FAT32", "System", nullptr);
            modify(2, nullptr, nullptr, nullptr);
            modify(3, "NTFS", "Windows", "C");
        });
    }
    void partitionsForBios()
    {
        within("CreatePartitions", [this] {
            create(1, "Primary", QStringLiteral("350"));
            create(2, "Primary", {});
        });
        within("ModifyPartitions", [this] {
            modify(1, "NTFS", "System", nullptr, true);
            modify(2, "NTFS", "Windows", "C");
        });
    }

    QString owner() const { return m_answers.account->fullName.isEmpty() ? m_answers.account->user : m_answers.account->fullName; }

    void identity()
    {
        text("ComputerName", m_answers.computerName);
        if (const auto zone = QTimeZone::ianaIdToWindowsId(m_answers.account->timeZone.toLatin1()); !zone.isEmpty())
            text("TimeZone", QString::fromLatin1(zone));
    }

    /// Windows 11 insists on an account of Microsoft's and on a network otherwise.
    void allowLocalAccount()
    {
        within("RunSynchronous", [this] {
            listed("RunSynchronousCommand", [this] {
                text("Order", QStringLiteral("1"));
                text("Path", QStringLiteral("reg.exe add HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OOBE /v BypassNRO /t REG_DWORD /d 1 /f"));
            });
        });
    }

    void password(const char *element, QStringView kind)
    {
        within(element, [&] {
            text("Value", hiddenPassword(m_answers.account->password, kind));
            text("PlainText", QStringLiteral("false"));
        });
    }

    void firstStart()
    {
        within("OOBE", [this] {
            for (const auto *screen : {"HideEULAPage", "HideOEMRegistrationScreen", "HideOnlineAccountScreens", "HideWirelessSetupInOOBE", "HideLocalAccountScreen"})
                text(screen, QStringLiteral("true"));
            text("ProtectYourPC", QStringLiteral("3")); // sends nothing to its makers that it need not
        });
        within("UserAccounts", [this] {
            if (isServer())
                password("AdministratorPassword", u"AdministratorPassword"); // which a server asks for before anything else
            within("LocalAccounts", [this] {
                listed("LocalAccount", [this] {
                    password("Password", u"Password");
                    text("DisplayName", owner());
                    text("Group", QStringLiteral("Administrators"));
                    text("Name", m_answers.account->user);
                });
            });
        });
        text("RegisteredOwner", owner());
        if (m_answers.setup.driverFolder.isEmpty())
            return;
        within("FirstLogonCommands", [this] {
            listed("SynchronousCommand", [this] {
                text("Order", QStringLiteral("1"));
                text("Description", QStringLiteral("Guest agent, SPICE agent and the remaining drivers"));
                text("CommandLine", QStringLiteral("cmd.exe /c for %d in (D E F G H) do if exist %d:\\virtio-win-guest-tools.exe "
                                                   "%d:\\virtio-win-guest-tools.exe /install /passive /norestart"));
            });
        });
    }

    const WindowsAnswers &m_answers;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray answerFile(const WindowsAnswers &answers)
{
    return Writer(answers).write();
}

QString windowsKeyboard(const QString &layout)
{
    // https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-input-locales-for-windows-language-packs
    static const QHash<QString, QString> known = {
        {QStringLiteral("us"), QStringLiteral("0409:00000409")}, {QStringLiteral("gb"), QStringLiteral("0809:00000809")},
        {QStringLiteral("de"), QStringLiteral("0407:00000407")}, {QStringLiteral("at"), QStringLiteral("0c07:00000407")},
        {QStringLiteral("ch"), QStringLiteral("0807:00000807")}, {QStringLiteral("ch(fr)"), QStringLiteral("100c:0000100c")},
        {QStringLiteral("fr"), QStringLiteral("040c:0000040c")}, {QStringLiteral("be"), QStringLiteral("080c:0000080c")},
        {QStringLiteral("nl"), QStringLiteral("0413:00020409")}, {QStringLiteral("es"), QStringLiteral("040a:0000040a")},
        {QStringLiteral("it"), QStringLiteral("0410:00000410")}, {QStringLiteral("pt"), QStringLiteral("0816:00000816")},
        {QStringLiteral("br"), QStringLiteral("0416:00000416")}, {QStringLiteral("dk"), QStringLiteral("0406:00000406")},
        {QStringLiteral("no"), QStringLiteral("0414:00000414")}, {QStringLiteral("se"), QStringLiteral("041d:0000041d")},
        {QStringLiteral("fi"), QStringLiteral("040b:0000040b")}, {QStringLiteral("pl"), QStringLiteral("0415:00000415")},
        {QStringLiteral("cz"), QStringLiteral("0405:00000405")}, {QStringLiteral("hu"), QStringLiteral("040e:0000040e")},
        {QStringLiteral("ru"), QStringLiteral("0419:00000419")}, {QStringLiteral("tr"), QStringLiteral("041f:0000041f")},
        {QStringLiteral("jp"), QStringLiteral("0411:e0010411")}};
    const auto exact = known.value(layout);
    return exact.isEmpty() ? known.value(layout.section(u'(', 0, 0)) : exact;
}

QString windowsLocale(const QString &locale)
{
    const auto name = locale.section(u'.', 0, 0).section(u'@', 0, 0);
    return name.contains(u'_') ? QString(name).replace(u'_', u'-') : QString();
}

QString hiddenPassword(const QString &password, QStringView kind)
{
    auto encode = QStringEncoder(QStringEncoder::Utf16LE);
    const QByteArray bytes = encode(password + kind.toString());
    return QString::fromLatin1(bytes.toBase64());
}
