// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/cloudchecks.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;

constexpr qsizetype mostUserData = 256 * 1024;

bool isAddressWithPrefix(const QString &text)
{
    const auto parts = text.split(u'/');
    const QHostAddress address(parts.first());
    bool isNumber = false;
    const int prefix = parts.value(1).toInt(&isNumber);
    const int longest = address.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
    return parts.size() == 2 && !address.isNull() && isNumber && prefix >= 1 && prefix <= longest;
}

} // namespace

UserDataKind kindOfUserData(QStringView text)
{
    using K = UserDataKind;
    static const std::array<std::pair<QStringView, UserDataKind>, 8> beginnings{{{u"#cloud-config-archive", K::Archive},
                                                                                 {u"#cloud-config", K::CloudConfig},
                                                                                 {u"#cloud-boothook", K::Boothook},
                                                                                 {u"#include", K::Include},
                                                                                 {u"#part-handler", K::PartHandler},
                                                                                 {u"## template: jinja", K::Template},
                                                                                 {u"#!", K::Script},
                                                                                 {u"Content-Type: multipart", K::Multipart}}};
    for (const auto &[beginning, kind] : beginnings) {
        if (!text.startsWith(beginning))
            continue;
        // cloud-init would take what follows on that line for a comment.
        const auto rest = text.sliced(beginning.size(), std::max<qsizetype>(text.indexOf(u'\n'), beginning.size()) - beginning.size());
        return kind == K::CloudConfig && !rest.trimmed().isEmpty() ? K::Unknown : kind;
    }
    return K::Unknown;
}

std::optional<RecipeFinding> userDataFinding(const QString &text, const YamlVerdict &verdict)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    if (text.toUtf8().size() > mostUserData)
        return RecipeFinding{Kind::UserDataTooLong, Severity::Blocker, Field::UserData, {}};
    const auto kind = kindOfUserData(text);
    if (kind == UserDataKind::Unknown)
        return RecipeFinding{Kind::UserDataUnknown, Severity::Blocker, Field::UserData, text.section(u'\n', 0, 0).left(40)};
    if (kind != UserDataKind::CloudConfig)
        return std::nullopt;
    if (verdict.fault) {
        const auto where = QStringLiteral("%1\n%2").arg(verdict.fault->line).arg(verdict.fault->message);
        return RecipeFinding{Kind::UserDataNotYaml, Severity::Blocker, Field::UserData, where};
    }
    // cloud-init would pass over the whole, and say so in its log alone.
    if (verdict.top == YamlTop::Other || verdict.documents > 1)
        return RecipeFinding{Kind::UserDataNoMapping, Severity::Blocker, Field::UserData, {}};
    return std::nullopt;
}

QStringList packagesFrom(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    auto words = text.split(between, Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

std::vector<RecipeFinding> checkCloudSetup(const CloudSetup &setup)
{
    std::vector<RecipeFinding> findings;
    static const QRegularExpression package(QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9@][A-Za-z0-9._+:@/~=-]*")));
    for (const auto &name : setup.packages) {
        if (!package.match(name).hasMatch()) {
            findings.push_back({Kind::PackageInvalid, Severity::Blocker, Field::Packages, name});
            break;
        }
    }
    if (const auto &own = setup.address) {
        if (!isAddressWithPrefix(own->address))
            findings.push_back({Kind::GuestAddressInvalid, Severity::Blocker, Field::GuestNetwork, own->address});
        if (!own->gateway.isEmpty() && QHostAddress(own->gateway).isNull())
            findings.push_back({Kind::GatewayInvalid, Severity::Blocker, Field::GuestNetwork, own->gateway});
        for (const auto &server : own->nameServers) {
            if (QHostAddress(server).isNull())
                findings.push_back({Kind::NameServerInvalid, Severity::Blocker, Field::GuestNetwork, server});
        }
    }
    if (setup.base == CloudSetup::Base::Overlay)
        findings.push_back({Kind::BaseMustStay, Severity::Note, Field::Media, {}});
    return findings;
}
