// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/windowsimage.h"

#include "core/provisioning/windows/discfile.h"

#include <QStringDecoder>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace {

constexpr qint64 headerLength = 208;
constexpr quint64 largestXml = 4 << 20;
constexpr size_t mostEditions = 256;
constexpr qsizetype longestText = 200;

std::optional<DiscFile> findInstaller(const ImageFile &image)
{
    for (const auto *name : {"install.wim", "install.esd", "install.swm"}) {
        const QByteArrayList path{QByteArrayLiteral("sources"), QByteArray(name)};
        if (auto found = findOnUdf(image, path))
            return found;
        if (auto found = findOnIso(image, path))
            return found;
    }
    return std::nullopt;
}

QByteArray xmlOf(const ImageFile &image, const DiscFile &wim)
{
    const auto header = wim.at(image, 0, headerLength);
    if (!header.startsWith(QByteArray::fromRawData("MSWIM\0\0\0", 8)))
        return {};
    const auto packed = littleEndian<quint64>(header, 72);
    const auto length = packed & 0x00FFFFFFFFFFFFFF;
    const bool isCompressed = (packed >> 56 & 4) != 0;
    const auto offset = littleEndian<quint64>(header, 80);
    if (isCompressed || length == 0 || length > largestXml || offset > quint64(wim.size()))
        return {};
    return wim.at(image, qint64(offset), qint64(length));
}

QString architectureFrom(const QString &number)
{
    return number == u"9" ? QStringLiteral("x86_64") : number == u"0" ? QStringLiteral("i686") : number == u"12" ? QStringLiteral("aarch64") : QString();
}

/// The person sees these: nothing that is longer than a name, nor has a line's end in it.
QString plain(const QString &text)
{
    return text.simplified().left(longestText);
}

void take(const QString &path, const QString &text, WindowsEdition &edition)
{
    if (path == u"DISPLAYNAME" || (path == u"NAME" && edition.name.isEmpty()))
        edition.name = plain(text);
    else if (path == u"WINDOWS/ARCH")
        edition.architecture = architectureFrom(text.trimmed());
    else if (path == u"WINDOWS/EDITIONID")
        edition.id = plain(text);
    else if (path == u"WINDOWS/INSTALLATIONTYPE") {
        edition.isServer = text.startsWith(u"Server");
        edition.hasDesktop = text.trimmed() != u"Server Core";
    } else if (path == u"WINDOWS/LANGUAGES/DEFAULT")
        edition.languages.prepend(plain(text));
    else if (path == u"WINDOWS/LANGUAGES/LANGUAGE" && edition.languages.size() < 64)
        edition.languages.append(plain(text));
    else if (path == u"WINDOWS/VERSION/MAJOR")
        edition.major = text.toInt();
    else if (path == u"WINDOWS/VERSION/MINOR")
        edition.minor = text.toInt();
    else if (path == u"WINDOWS/VERSION/BUILD")
        edition.build = text.toInt();
}

void readEdition(QXmlStreamReader &reader, WindowsEdition &edition)
{
    QStringList path;
    QString text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            path += reader.name().toString();
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            if (text.size() < 4096)
                text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (path.isEmpty()) {
                edition.languages.removeDuplicates();
                return;
            }
            take(path.join(u'/'), text, edition);
            path.removeLast();
            text.clear();
            break;
        default:
            break;
        }
    }
}

struct Generation {
    int build;
    const char *name;
};

QString generationOf(int build, const Generation *begin, const Generation *end)
{
    const auto *found = std::find_if(begin, end, [build](const Generation &generation) { return build >= generation.build; });
    return found == end ? QString() : QStringLiteral("http://microsoft.com/win/") + QLatin1StringView(found->name);
}

} // namespace

QString WindowsEdition::osId() const
{
    // https://learn.microsoft.com/windows/release-health, and the servers' page beside it: the first build of each.
    static constexpr std::array<Generation, 6> clients{{{21990, "11"}, {10240, "10"}, {9600, "8.1"}, {9200, "8"}, {7600, "7"}, {6000, "vista"}}};
    static constexpr std::array<Generation, 8> servers{{{26040, "2k25"}, {20348, "2k22"}, {17763, "2k19"}, {14393, "2k16"},
                                                        {9600, "2k12r2"}, {9200, "2k12"}, {7600, "2k8r2"}, {6001, "2k8"}}};
    return isServer ? generationOf(build, servers.begin(), servers.end()) : generationOf(build, clients.begin(), clients.end());
}

std::vector<WindowsEdition> editionsFrom(const QByteArray &xml)
{
    auto decode = QStringDecoder(QStringDecoder::Utf16LE);
    const QString text = decode(xml);
    if (decode.hasError())
        return {};
    QXmlStreamReader reader(text);
    std::vector<WindowsEdition> editions;
    while (!reader.atEnd() && editions.size() < mostEditions) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"IMAGE")
            continue;
        WindowsEdition edition;
        edition.index = reader.attributes().value(QStringLiteral("INDEX")).toInt();
        readEdition(reader, edition);
        // Setup itself, which lies beside in some, installs nothing.
        if (edition.index > 0 && edition.build > 0 && edition.id != u"WindowsPE")
            editions.push_back(std::move(edition));
    }
    return reader.hasError() ? std::vector<WindowsEdition>() : editions;
}

std::vector<WindowsEdition> windowsEditionsOn(const ImageFile &image)
{
    const auto wim = findInstaller(image);
    return wim ? editionsFrom(xmlOf(image, *wim)) : std::vector<WindowsEdition>();
}

size_t usualEdition(const std::vector<WindowsEdition> &editions)
{
    const auto found = std::find_if(editions.begin(), editions.end(), [](const WindowsEdition &edition) {
        return edition.hasDesktop && (edition.id == u"Professional" || edition.id.startsWith(u"ServerStandard"));
    });
    return found == editions.end() ? 0 : size_t(found - editions.begin());
}
