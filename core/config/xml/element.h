// SPDX-License-Identifier: GPL-3.0-or-later
// A handle on one element of a Document, like a pointer: cheap to copy, valid while the document lives and the
// element is in it. Reads and writes by path; whatever a path does not name stays as it is. One thread at a time.
//
// Paths: "source/@file" (attribute), "target/@bus", "readonly" (the element itself, or its text),
// "timer[@name='hpet']/@present" (the child that has this attribute), "" (the element itself).
#pragma once

#include <QString>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace pugi {
struct xml_node_struct;
}

class Element {
public:
    Element() = default;
    explicit Element(pugi::xml_node_struct *node) : m_node(node) {}

    bool isValid() const { return m_node != nullptr; }
    QString name() const;
    friend bool operator==(const Element &, const Element &) = default;

    /// Value of a property of a table (see property.h); nothing where it is absent or not readable as its type.
    template<class Property>
    std::optional<typename Property::Value> get(const Property &property) const
    {
        return property.read(*this);
    }
    /// Writes it, making the missing steps. Writing what is there already changes nothing.
    template<class Property>
    void set(const Property &property, const typename Property::Value &value)
    {
        if (property.read(*this) != value)
            property.write(*this, value);
    }
    /// Removes it, and the steps of its path that are left empty.
    template<class Property>
    void clear(const Property &property)
    {
        property.erase(*this);
    }

    /// First match of a path of elements; invalid where there is none.
    Element find(std::string_view path) const;
    /// The same, made where missing, indented like its siblings.
    Element ensure(std::string_view path);
    /// Unescaped value of a path that ends in an attribute, or an element's own text; nothing where absent.
    std::optional<QString> text(std::string_view path) const;
    void setText(std::string_view path, const QString &value);
    void erase(std::string_view path);

    Element parent() const;
    /// Child elements in order; all, or those of one name.
    std::vector<Element> children() const;
    std::vector<Element> children(std::string_view name) const;
    /// A new child element at the end.
    Element append(std::string_view name);
    /// A new sibling right behind this one.
    Element appendAfter(std::string_view name);
    /// Takes the element, and the white space before it, out of its document. The handle is invalid afterwards.
    void remove();
    /// Every attribute with its unescaped value, in order.
    std::vector<std::pair<QString, QString>> attributes() const;
    /// No attributes, no child elements, no text but white space.
    bool isEmpty() const;

private:
    pugi::xml_node_struct *m_node = nullptr;
};
