// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/treeinfo.h"

#include "core/downloads/checksums.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace {

constexpr qsizetype mostLines = 8192;
constexpr qsizetype longestValue = 1024;

/// Sections of keys of values, as Python's configparser writes them. The first of two of a name counts.
using Sections = QHash<QString, QHash<QString, QString>>;

Sections sectionsOf(const QByteArray &text)
{
    Sections sections;
    QString section;
    const auto lines = text.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), mostLines); ++i) {
        const auto line = QString::fromUtf8(lines[i]).trimmed();
        if (line.isEmpty() || line.size() > longestValue || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.mid(1, line.size() - 2);
            continue;
        }
        const auto equals = line.indexOf(u'=');
        if (equals <= 0)
            continue;
        auto &keys = sections[section];
        const auto key = line.left(equals).trimmed();
        if (!keys.contains(key))
            keys.insert(key, line.mid(equals + 1).trimmed());
    }
    return sections;
}

/// "sha256:ab12…"; MD5 and SHA-1 prove nothing any more.
QString checksumOf(const QHash<QString, QString> &sums, const QString &path)
{
    const auto entry = sums.value(path);
    const auto digits = entry.section(u':', 1);
    const bool isStrong = entry.startsWith(u"sha256:") || entry.startsWith(u"sha512:");
    const auto sum = isStrong ? Checksum::fromHex(digits.toLatin1()) : std::nullopt;
    return sum ? QString::fromLatin1(sum->hex) : QString();
}

/// A name to be shown: no signs that would make it something else.
QString shown(QString text)
{
    constexpr qsizetype longestShown = 80;
    text.removeIf([](QChar sign) { return !sign.isPrint(); });
    return text.left(longestShown).trimmed();
}

} // namespace

std::optional<InstallTree> treeinfo::read(const QByteArray &text, const QUrl &top)
{
    if (Bytes(quint64(text.size())) > longest)
        return std::nullopt;
    const auto sections = sectionsOf(text);
    const auto general = sections.value(QStringLiteral("general"));
    const auto value = [&](const char *key, const char *section, const char *otherKey) {
        const auto name = QLatin1StringView(key);
        return general.contains(name) ? general.value(name) : sections.value(QLatin1StringView(section)).value(QLatin1StringView(otherKey));
    };
    InstallTree tree;
    tree.url = top;
    tree.architecture = shown(value("arch", "tree", "arch"));
    const auto images = sections.value(QStringLiteral("images-") + tree.architecture);
    const auto sums = sections.value(QStringLiteral("checksums"));
    const auto file = [&](const char *key) {
        const auto path = images.value(QLatin1StringView(key));
        return TreeFile{installtrees::below(top, path), checksumOf(sums, path)};
    };
    tree.kernel = file("kernel");
    tree.initrd = file("initrd");
    if (tree.architecture.isEmpty() || tree.kernel.url.isEmpty() || tree.initrd.url.isEmpty())
        return std::nullopt;
    const auto family = shown(value("family", "release", "name"));
    const auto version = shown(value("version", "release", "version"));
    tree.name = QStringLiteral("%1 %2").arg(family, version).trimmed();
    tree.arguments = installtrees::argumentsFor(family, version, top);
    return tree;
}

QUrl installtrees::topOf(const QString &address)
{
    constexpr qsizetype longestAddress = 2048;
    if (address.size() > longestAddress)
        return {};
    QUrl url(address.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
        return {};
    url.setQuery(QString());
    url.setFragment(QString());
    auto path = url.path();
    if (path.endsWith(u"/.treeinfo") || path.endsWith(u"/treeinfo"))
        path = path.section(u'/', 0, -2);
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path);
    return url;
}

QString installtrees::argumentsFor(const QString &family, const QString &version, const QUrl &top)
{
    const auto address = top.toString(QUrl::FullyEncoded);
    const auto is = [&family](QStringView part) { return family.contains(part, Qt::CaseInsensitive); };
    if (is(u"suse") || is(u"SLE"))
        return QStringLiteral("install=") + address;
    if (is(u"debian") || is(u"ubuntu"))
        return {};
    // Anaconda's first versions had another name for it.
    bool isNumber = false;
    const int major = version.section(u'.', 0, 0).toInt(&isNumber);
    const bool isOld = isNumber && major < (is(u"fedora") ? 19 : 7);
    return (isOld ? QStringLiteral("method=") : QStringLiteral("inst.repo=")) + address;
}

AnswerFormat installtrees::answersOf(const InstallTree &tree)
{
    if (tree.arguments.startsWith(u"install="))
        return AnswerFormat::AutoYast;
    return tree.arguments.isEmpty() ? AnswerFormat::Preseed : AnswerFormat::Kickstart;
}

QUrl installtrees::packagesOf(const InstallTree &tree)
{
    if (answersOf(tree) != AnswerFormat::Preseed)
        return tree.url;
    const auto path = tree.kernel.url.path();
    const auto releases = path.indexOf(u"/dists/");
    auto archive = tree.url;
    archive.setPath(path.left(releases + 1));
    return releases < 0 ? QUrl() : archive;
}

QUrl installtrees::below(const QUrl &top, const QString &path)
{
    const auto parts = path.split(u'/');
    const bool isOutside = path.isEmpty() || std::any_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.isEmpty() || part == u".." || std::any_of(part.begin(), part.end(), [](QChar sign) { return !sign.isPrint() || sign == u'\\'; });
    });
    if (isOutside)
        return {};
    auto url = top;
    url.setPath(top.path() + path);
    return url;
}
