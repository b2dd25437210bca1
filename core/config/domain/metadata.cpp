// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/metadata.h"

#include <string>

namespace {

constexpr auto osinfoNamespace = QLatin1StringView("http://libosinfo.org/xmlns/libvirt/domain/1.0");
constexpr auto ownNamespace = QLatin1StringView("https://vivarium.org/xmlns/libvirt/domain/1.0");

QString prefixOf(const QString &name)
{
    const auto colon = name.indexOf(u':');
    return colon < 0 ? QString() : name.left(colon);
}

QString localName(const QString &name)
{
    return name.sliced(name.indexOf(u':') + 1);
}

/// The address that an element's own prefix stands for, looked up as XML scopes it.
QString namespaceOf(const Element &element)
{
    const auto prefix = prefixOf(element.name());
    const auto declaration = prefix.isEmpty() ? std::string("@xmlns") : "@xmlns:" + prefix.toStdString();
    for (auto scope = element; scope.isValid(); scope = scope.parent()) {
        if (const auto address = scope.text(declaration))
            return *address;
    }
    return {};
}

Element findNote(const DomainConfig &config, QStringView name, QLatin1StringView space)
{
    for (const auto &element : config.root().find("metadata").children()) {
        if (localName(element.name()) == name && namespaceOf(element) == space)
            return element;
    }
    return {};
}

Element findOsNote(const DomainConfig &config)
{
    return findNote(config, u"libosinfo", osinfoNamespace);
}

/// The place that libvirt keeps for programs goes with the last note in it.
void removeNote(DomainConfig &config, Element note)
{
    note.remove();
    if (config.root().find("metadata").isEmpty())
        config.root().erase("metadata");
}

/// What this program notes on how a machine is set up; made where there is none.
Element ensureSetupNote(DomainConfig &config)
{
    auto note = findNote(config, u"setup", ownNamespace);
    if (!note.isValid()) {
        note = config.root().ensure("metadata").append("vivarium:setup");
        note.setText("@xmlns:vivarium", ownNamespace);
    }
    return note;
}

/// The name of an element in that note.
std::string nameInside(const Element &note, const QString &name)
{
    const auto prefix = prefixOf(note.name());
    return (prefix.isEmpty() ? name : prefix + u':' + name).toStdString();
}

Element findInside(const Element &note, QStringView name)
{
    for (const auto &element : note.children()) {
        if (localName(element.name()) == name)
            return element;
    }
    return {};
}

} // namespace

QString osIdOf(const DomainConfig &config)
{
    return findInside(findOsNote(config), u"os").text("@id").value_or(QString());
}

void setOsId(DomainConfig &config, const QString &osId)
{
    if (osId == osIdOf(config))
        return;
    auto note = findOsNote(config);
    if (osId.isEmpty()) {
        removeNote(config, note);
        return;
    }
    if (!note.isValid()) {
        note = config.root().ensure("metadata").append("libosinfo:libosinfo");
        note.setText("@xmlns:libosinfo", osinfoNamespace);
    }
    auto os = findInside(note, u"os");
    if (!os.isValid()) {
        const auto prefix = prefixOf(note.name());
        os = note.append((prefix.isEmpty() ? QStringLiteral("os") : prefix + QStringLiteral(":os")).toStdString());
    }
    os.setText("@id", osId);
}

QString seedOf(const DomainConfig &config)
{
    return findInside(findNote(config, u"setup", ownNamespace), u"seed").text("@path").value_or(QString());
}

void setSeed(DomainConfig &config, const QString &path)
{
    if (path.isEmpty()) {
        if (auto note = findNote(config, u"setup", ownNamespace); note.isValid()) {
            if (auto seed = findInside(note, u"seed"); seed.isValid())
                seed.remove();
            if (note.children().empty())
                removeNote(config, note);
        }
        return;
    }
    auto note = ensureSetupNote(config);
    auto seed = findInside(note, u"seed");
    if (!seed.isValid())
        seed = note.append(nameInside(note, QStringLiteral("seed")));
    seed.setText("@path", path);
}

QStringList installerFilesOf(const DomainConfig &config)
{
    QStringList paths;
    for (const auto &element : findNote(config, u"setup", ownNamespace).children()) {
        if (localName(element.name()) == u"installer")
            paths += element.text("@path").value_or(QString());
    }
    paths.removeAll(QString());
    return paths;
}

void setInstallerFiles(DomainConfig &config, const QStringList &paths)
{
    if (auto note = findNote(config, u"setup", ownNamespace); note.isValid()) {
        for (auto element = findInside(note, u"installer"); element.isValid(); element = findInside(note, u"installer"))
            element.remove();
        if (paths.isEmpty() && note.children().empty())
            removeNote(config, note);
    }
    if (paths.isEmpty())
        return;
    auto note = ensureSetupNote(config);
    for (const auto &path : paths)
        note.append(nameInside(note, QStringLiteral("installer"))).setText("@path", path);
}
