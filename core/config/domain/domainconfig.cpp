// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/domainconfig.h"

#include <QHash>

#include <utility>

namespace {

using Flat = std::vector<std::pair<QString, QString>>;

/// Every element, attribute and text of a tree with its path, in document order.
void flatten(const Element &element, const QString &path, Flat &out)
{
    const auto prefix = path.isEmpty() ? QString() : path + u'/';
    for (const auto &[name, value] : element.attributes())
        out.emplace_back(prefix + u'@' + name, value);
    const auto children = element.children();
    const auto text = element.text({}).value_or(QString()).trimmed();
    if (!path.isEmpty() && (!text.isEmpty() || children.empty()))
        out.emplace_back(path, text);
    QHash<QString, int> total;
    for (const auto &child : children)
        ++total[child.name()];
    QHash<QString, int> seen;
    for (const auto &child : children) {
        const auto name = child.name();
        const int count = ++seen[name];
        const auto place = count > 1 || total.value(name) > 1 ? name + QStringLiteral("[%1]").arg(count) : name;
        flatten(child, prefix + place, out);
    }
}

Flat flattened(const DomainConfig &config)
{
    Flat flat;
    flatten(config.root(), {}, flat);
    return flat;
}

QHash<QString, QString> indexed(const Flat &flat)
{
    QHash<QString, QString> index;
    index.reserve(qsizetype(flat.size()));
    for (const auto &[path, value] : flat)
        index.insert(path, value);
    return index;
}

} // namespace

DomainConfig::DomainConfig() : m_document("domain") {}

DomainConfig::DomainConfig(Document document) : m_document(std::move(document)) {}

Result<DomainConfig> DomainConfig::parse(const QString &xml)
{
    auto document = Document::parse(xml);
    if (!document)
        return failure(document.error());
    if (document->root().name() != u"domain") {
        return failure(Error::Kind::InvalidInput,
                       QStringLiteral("the root element is <%1>, not <domain>").arg(document->root().name()));
    }
    return DomainConfig(std::move(*document));
}

QString DomainConfig::toXml() const
{
    return m_document.toXml();
}

Element DomainConfig::root() const
{
    return m_document.root();
}

std::vector<Element> DomainConfig::devices() const
{
    return root().find("devices").children();
}

std::vector<Element> DomainConfig::devicesNamed(std::string_view name) const
{
    return root().find("devices").children(name);
}

Element DomainConfig::addDeviceNamed(std::string_view name)
{
    auto alike = devicesNamed(name);
    if (!alike.empty())
        return alike.back().appendAfter(name);
    return root().ensure("devices").append(name);
}

bool DomainConfig::isSameAs(const DomainConfig &other) const
{
    return indexed(flattened(*this)) == indexed(flattened(other));
}

std::vector<ConfigChange> DomainConfig::diff(const DomainConfig &other) const
{
    const auto before = flattened(*this);
    const auto after = flattened(other);
    const auto beforeAt = indexed(before);
    const auto afterAt = indexed(after);
    std::vector<ConfigChange> changes;
    for (const auto &[path, value] : before) {
        const auto now = afterAt.constFind(path);
        if (now == afterAt.cend())
            changes.push_back({path, value, std::nullopt});
        else if (*now != value)
            changes.push_back({path, value, *now});
    }
    for (const auto &[path, value] : after) {
        if (!beforeAt.contains(path))
            changes.push_back({path, std::nullopt, value});
    }
    return changes;
}
