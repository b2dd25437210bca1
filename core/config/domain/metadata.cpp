// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/metadata.h"

#include <string>

namespace {

constexpr auto osinfoNamespace = QLatin1StringView("http://libosinfo.org/xmlns/libvirt/domain/1.0");

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

Element findNote(const DomainConfig &config)
{
    for (const auto &element : config.root().find("metadata").children()) {
        if (localName(element.name()) == u"libosinfo" && namespaceOf(element) == osinfoNamespace)
            return element;
    }
    return {};
}

Element findOs(const Element &note)
{
    for (const auto &element : note.children()) {
        if (localName(element.name()) == u"os")
            return element;
    }
    return {};
}

} // namespace

QString osIdOf(const DomainConfig &config)
{
    return findOs(findNote(config)).text("@id").value_or(QString());
}

void setOsId(DomainConfig &config, const QString &osId)
{
    if (osId == osIdOf(config))
        return;
    auto note = findNote(config);
    if (osId.isEmpty()) {
        note.remove();
        if (config.root().find("metadata").isEmpty())
            config.root().erase("metadata");
        return;
    }
    if (!note.isValid()) {
        note = config.root().ensure("metadata").append("libosinfo:libosinfo");
        note.setText("@xmlns:libosinfo", osinfoNamespace);
    }
    auto os = findOs(note);
    if (!os.isValid()) {
        const auto prefix = prefixOf(note.name());
        os = note.append((prefix.isEmpty() ? QStringLiteral("os") : prefix + QStringLiteral(":os")).toStdString());
    }
    os.setText("@id", osId);
}
