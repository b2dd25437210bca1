// SPDX-License-Identifier: GPL-3.0-or-later
// Answers for YaST. https://documentation.suse.com/sles/15-SP6/html/SLES-all/book-autoyast.html
#include "core/provisioning/unattended/answerwords.h"

#include <QXmlStreamWriter>

namespace {

constexpr auto fileName = QLatin1StringView("autoinst.xml");

class Profile {
public:
    explicit Profile(const InstallAnswers &answers) : m_answers(answers), m_xml(&m_bytes) {}

    QByteArray write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE profile>"));
        m_xml.writeStartElement(QStringLiteral("profile"));
        m_xml.writeDefaultNamespace(QStringLiteral("http://www.suse.com/1.0/yast2ns"));
        m_xml.writeNamespace(m_config, QStringLiteral("config"));
        general();
        region();
        network();
        disk();
        software();
        users();
        scripts();
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    template<class Content>
    void part(const char *name, Content content)
    {
        m_xml.writeStartElement(QLatin1StringView(name));
        content();
        m_xml.writeEndElement();
    }
    template<class Content>
    void list(const char *name, Content content)
    {
        part(name, [&] {
            m_xml.writeAttribute(m_config, QStringLiteral("type"), QStringLiteral("list"));
            content();
        });
    }
    void text(const char *name, const QString &value) { m_xml.writeTextElement(QLatin1StringView(name), value); }
    void say(const char *name, bool yes)
    {
        part(name, [&] {
            m_xml.writeAttribute(m_config, QStringLiteral("type"), QStringLiteral("boolean"));
            m_xml.writeCharacters(yes ? QStringLiteral("true") : QStringLiteral("false"));
        });
    }

    void general()
    {
        part("general", [this] {
            part("mode", [this] {
                say("confirm", false);
                say("second_stage", false);
                say("forceboot", true); // otherwise the new kernel takes over at once, and the machine never ends with its installer
            });
        });
        // What it complains of is kept in its log: nobody is there to agree.
        part("report", [this] {
            for (const auto *kind : {"errors", "messages", "warnings", "yesno_messages"}) {
                part(kind, [this, kind] {
                    say("log", true);
                    say("show", qstrcmp(kind, "errors") == 0);
                });
            }
        });
    }

    void region()
    {
        part("language", [this] { text("language", answerwords::locale(m_answers).section(u'.', 0, 0)); });
        part("keyboard", [this] { text("keymap", answerwords::layout(m_answers)); });
        part("timezone", [this] {
            text("hwclock", QStringLiteral("UTC"));
            text("timezone", answerwords::timeZone(m_answers));
        });
    }

    void network()
    {
        part("networking", [this] {
            part("dns", [this] {
                text("hostname", m_answers.hostName.section(u'.', 0, 0));
                if (m_answers.hostName.contains(u'.'))
                    text("domain", m_answers.hostName.section(u'.', 1));
            });
            say("keep_install_network", true);
        });
        part("firewall", [this] {
            say("enable_firewall", true);
            say("start_firewall", true);
            list("zones", [this] {
                part("zone", [this] {
                    text("name", QStringLiteral("public"));
                    list("services", [this] {
                        text("service", QStringLiteral("dhcpv6-client"));
                        if (answerwords::hasSsh(m_answers))
                            text("service", QStringLiteral("ssh"));
                    });
                });
            });
        });
    }

    void disk()
    {
        list("partitioning", [this] {
            part("drive", [this] {
                text("device", QStringLiteral("/dev/") + m_answers.disk);
                say("initialize", true);
                text("use", QStringLiteral("all"));
            });
        });
    }

    void software()
    {
        part("software", [this] {
            if (m_answers.os.shortId.startsWith(u"sle")) // one disc for all of them
                list("products", [this] { text("product", QString::fromLatin1(m_answers.os.shortId.startsWith(u"sled") ? "SLED" : "SLES")); });
            list("patterns", [this] { text("pattern", QStringLiteral("base")); });
            list("packages", [this] {
                for (const auto &package : answerwords::packages(m_answers, QStringLiteral("openssh")) + QStringList{QStringLiteral("sudo")})
                    text("package", package);
            });
        });
        part("services-manager", [this] {
            text("default_target", QStringLiteral("multi-user"));
            part("services", [this] {
                list(answerwords::hasSsh(m_answers) ? "enable" : "disable", [this] { text("service", QStringLiteral("sshd")); });
            });
        });
    }

    void user(const QString &name, const QString &fullName, const QString &password, bool hasKeys)
    {
        part("user", [&] {
            say("encrypted", true);
            text("username", name);
            if (!fullName.isEmpty())
                text("fullname", fullName);
            text("user_password", password);
            if (!hasKeys)
                return;
            list("authorized_keys", [this] {
                const auto keys = answerwords::authorizedKeys(m_answers.account).trimmed().split('\n');
                for (const auto &key : keys)
                    text("listentry", QString::fromLatin1(key));
            });
        });
    }

    void users()
    {
        list("users", [this] {
            const auto &account = m_answers.account;
            user(QStringLiteral("root"), {}, QStringLiteral("*"), false);
            user(account.user, account.fullName, QString::fromLatin1(answerwords::passwordField(m_answers)), !account.keys.empty());
        });
    }

    void scripts()
    {
        auto lines = answerwords::finishing(m_answers, {});
        // Its sudo asks for root's password, which nobody has.
        const auto rule = QStringLiteral("mkdir -p /etc/sudoers.d\necho 'Defaults:%1 !targetpw' > /etc/sudoers.d/80-%1\nchmod 0440 /etc/sudoers.d/80-%1");
        lines.prepend(rule.arg(m_answers.account.user));
        part("scripts", [&] {
            list("chroot-scripts", [&] {
                part("script", [&] {
                    text("filename", QStringLiteral("finish.sh"));
                    say("chrooted", true);
                    text("source", QStringLiteral("#!/bin/sh\n") + lines.join(u'\n') + u'\n');
                });
            });
        });
    }

    const QString m_config = QStringLiteral("http://www.suse.com/1.0/configns");
    const InstallAnswers &m_answers;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

InstallScript autoYastFor(const InstallAnswers &answers)
{
    InstallScript script;
    script.inInitrd.emplace_back(fileName, Profile(answers).write());
    script.arguments = QStringLiteral("autoyast=file:///") + fileName;
    return script;
}
