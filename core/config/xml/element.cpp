// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/element.h"

#include "core/config/xml/escaping.h"

#include <pugixml.hpp>

#include <string>

namespace {

/// One step of a path: "name" or "name[@key='value']".
struct Step {
    std::string name;
    std::string key;
    std::string value;
};

Step stepOf(std::string_view text)
{
    const auto bracket = text.find("[@");
    if (bracket == std::string_view::npos)
        return {std::string(text), {}, {}};
    const auto equals = text.find("='", bracket);
    const auto end = text.find("']", equals);
    return {std::string(text.substr(0, bracket)), std::string(text.substr(bracket + 2, equals - bracket - 2)),
            std::string(text.substr(equals + 2, end - equals - 2))};
}

/// A path taken apart: elements to walk, and an attribute's name at the end or none.
struct Path {
    std::vector<Step> steps;
    std::string attribute;
};

Path pathOf(std::string_view text)
{
    Path path;
    while (!text.empty()) {
        const auto slash = text.find('/');
        const auto part = text.substr(0, slash);
        if (part.starts_with('@'))
            path.attribute = part.substr(1);
        else
            path.steps.push_back(stepOf(part));
        text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
    }
    return path;
}

bool matches(pugi::xml_node node, const Step &step)
{
    if (node.type() != pugi::node_element || step.name != node.name())
        return false;
    return step.key.empty() || step.value == node.attribute(step.key.c_str()).value();
}

pugi::xml_node childOf(pugi::xml_node parent, const Step &step)
{
    return parent.find_child([&step](pugi::xml_node node) { return matches(node, step); });
}

bool isBlank(pugi::xml_node node)
{
    return node.type() == pugi::node_pcdata
        && std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool isText(pugi::xml_node node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The line end and indentation in front of a node; empty where it stands on the line of something else.
std::string lineStartBefore(pugi::xml_node node)
{
    if (node.parent().type() == pugi::node_document)
        return "\n";
    const auto before = node.previous_sibling();
    if (!before || !isBlank(before))
        return {};
    const std::string_view text = before.value();
    const auto line = text.rfind('\n');
    return line == std::string_view::npos ? std::string() : std::string(text.substr(line));
}

pugi::xml_node lastSolidChild(pugi::xml_node parent)
{
    auto node = parent.last_child();
    while (node && isBlank(node))
        node = node.previous_sibling();
    return node;
}

pugi::xml_node insertAfter(pugi::xml_node sibling, const char *name)
{
    const auto start = lineStartBefore(sibling);
    auto made = sibling.parent().insert_child_after(name, sibling);
    if (!start.empty())
        made.parent().insert_child_before(pugi::node_pcdata, made).set_value(start.c_str());
    return made;
}

pugi::xml_node appendTo(pugi::xml_node parent, const char *name)
{
    if (const auto last = lastSolidChild(parent))
        return insertAfter(last, name);
    parent.remove_children();
    const auto start = lineStartBefore(parent);
    if (!start.empty())
        parent.append_child(pugi::node_pcdata).set_value((start + "  ").c_str());
    auto made = parent.append_child(name);
    if (!start.empty())
        parent.append_child(pugi::node_pcdata).set_value(start.c_str());
    return made;
}

void removeWithSpace(pugi::xml_node node)
{
    auto parent = node.parent();
    if (const auto before = node.previous_sibling(); before && isBlank(before))
        parent.remove_child(before);
    parent.remove_child(node);
    if (!lastSolidChild(parent))
        parent.remove_children();
}

pugi::xml_node walk(pugi::xml_node from, const std::vector<Step> &steps)
{
    for (const auto &step : steps)
        from = childOf(from, step);
    return from;
}

pugi::xml_node walkOrMake(pugi::xml_node from, const std::vector<Step> &steps)
{
    for (const auto &step : steps) {
        auto next = childOf(from, step);
        if (!next) {
            next = appendTo(from, step.name.c_str());
            if (!step.key.empty())
                next.append_attribute(step.key.c_str()).set_value(step.value.c_str());
        }
        from = next;
    }
    return from;
}

/// Nothing but what the path itself asks for is left in it.
bool isLeftover(pugi::xml_node node, const Step &step)
{
    for (const auto attribute : node.attributes()) {
        if (step.key != attribute.name())
            return false;
    }
    return !lastSolidChild(node);
}

} // namespace

QString Element::name() const
{
    return QString::fromUtf8(pugi::xml_node(m_node).name());
}

Element Element::find(std::string_view path) const
{
    return Element(walk(pugi::xml_node(m_node), pathOf(path).steps).internal_object());
}

Element Element::ensure(std::string_view path)
{
    if (!m_node)
        return {};
    return Element(walkOrMake(pugi::xml_node(m_node), pathOf(path).steps).internal_object());
}

std::optional<QString> Element::text(std::string_view path) const
{
    const auto parts = pathOf(path);
    const auto node = walk(pugi::xml_node(m_node), parts.steps);
    if (!node)
        return std::nullopt;
    if (!parts.attribute.empty()) {
        const auto attribute = node.attribute(parts.attribute.c_str());
        return attribute ? std::optional<QString>(xml::unescaped(attribute.value())) : std::nullopt;
    }
    QString text;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_cdata)
            text += QString::fromUtf8(child.value());
        else if (child.type() == pugi::node_pcdata)
            text += xml::unescaped(child.value());
    }
    return text;
}

void Element::setText(std::string_view path, const QString &value)
{
    if (!m_node)
        return;
    const auto parts = pathOf(path);
    auto node = walkOrMake(pugi::xml_node(m_node), parts.steps);
    if (!parts.attribute.empty()) {
        auto attribute = node.attribute(parts.attribute.c_str());
        if (!attribute)
            attribute = node.append_attribute(parts.attribute.c_str());
        attribute.set_value(xml::escapedAttribute(value).c_str());
        return;
    }
    for (auto child = node.first_child(); child;) {
        const auto next = child.next_sibling();
        if (isText(child))
            node.remove_child(child);
        child = next;
    }
    if (!value.isEmpty())
        node.prepend_child(pugi::node_pcdata).set_value(xml::escapedText(value).c_str());
}

void Element::erase(std::string_view path)
{
    const auto parts = pathOf(path);
    auto node = walk(pugi::xml_node(m_node), parts.steps);
    if (!node)
        return;
    auto level = parts.steps.size();
    if (!parts.attribute.empty()) {
        node.remove_attribute(parts.attribute.c_str());
    } else if (level == 0) {
        setText({}, {});
        return;
    } else {
        const auto parent = node.parent();
        removeWithSpace(node);
        node = parent;
        --level;
    }
    for (; level > 0 && isLeftover(node, parts.steps[level - 1]); --level) {
        const auto parent = node.parent();
        removeWithSpace(node);
        node = parent;
    }
}

Element Element::parent() const
{
    return Element(pugi::xml_node(m_node).parent().internal_object());
}

std::vector<Element> Element::children() const
{
    std::vector<Element> found;
    for (const auto node : pugi::xml_node(m_node).children()) {
        if (node.type() == pugi::node_element)
            found.emplace_back(node.internal_object());
    }
    return found;
}

std::vector<Element> Element::children(std::string_view name) const
{
    std::vector<Element> found;
    for (const auto node : pugi::xml_node(m_node).children()) {
        if (node.type() == pugi::node_element && name == node.name())
            found.emplace_back(node.internal_object());
    }
    return found;
}

Element Element::append(std::string_view name)
{
    if (!m_node)
        return {};
    return Element(appendTo(pugi::xml_node(m_node), std::string(name).c_str()).internal_object());
}

Element Element::appendAfter(std::string_view name)
{
    if (!m_node)
        return {};
    return Element(insertAfter(pugi::xml_node(m_node), std::string(name).c_str()).internal_object());
}

void Element::remove()
{
    if (m_node)
        removeWithSpace(pugi::xml_node(m_node));
    m_node = nullptr;
}

bool Element::isEmpty() const
{
    const pugi::xml_node node(m_node);
    return !node.first_attribute() && !lastSolidChild(node);
}

std::vector<std::pair<QString, QString>> Element::attributes() const
{
    std::vector<std::pair<QString, QString>> found;
    for (const auto attribute : pugi::xml_node(m_node).attributes())
        found.emplace_back(QString::fromUtf8(attribute.name()), xml::unescaped(attribute.value()));
    return found;
}
