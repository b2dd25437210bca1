// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/document.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace {

// No escapes are decoded and none are made: text stays raw between reading and writing, see escaping.h.
// A fragment keeps the white space around the root, which pugixml drops otherwise.
constexpr unsigned parseFlags = pugi::parse_cdata | pugi::parse_comments | pugi::parse_declaration | pugi::parse_doctype
    | pugi::parse_pi | pugi::parse_ws_pcdata | pugi::parse_fragment;
constexpr unsigned writeFlags = pugi::format_raw | pugi::format_no_escapes | pugi::format_no_declaration;

struct ByteArrayWriter final : pugi::xml_writer {
    QByteArray bytes;
    void write(const void *data, size_t size) override
    {
        bytes.append(static_cast<const char *>(data), qsizetype(size));
    }
};

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Quotes of the other kind inside a value would end it when it is written with ours.
void protectQuotes(pugi::xml_node node, char quote)
{
    for (auto attribute : node.attributes()) {
        const std::string_view value = attribute.value();
        if (value.find(quote) == std::string_view::npos)
            continue;
        std::string safe;
        for (const char c : value)
            safe += c == quote ? std::string(quote == '"' ? "&quot;" : "&apos;") : std::string(1, c);
        attribute.set_value(safe.c_str());
    }
}

/// The deepest level, or more than the limit as soon as one is found. Without recursion: the input is not trusted.
int prepare(pugi::xml_node top, char quote)
{
    int depth = 0;
    int deepest = 0;
    auto node = top;
    while (true) {
        protectQuotes(node, quote);
        if (node.first_child()) {
            node = node.first_child();
            deepest = std::max(deepest, ++depth);
            if (depth > Document::maxDepth)
                return deepest;
            continue;
        }
        while (node != top && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == top)
            return deepest;
        node = node.next_sibling();
    }
}

bool prefersDoubleQuotes(const QByteArray &source)
{
    const auto from = source.startsWith("<?xml") ? source.indexOf("?>") : 0;
    const auto twice = source.indexOf("=\"", from);
    const auto once = source.indexOf("='", from);
    return twice >= 0 && (once < 0 || twice < once);
}

Result<void> checkShape(const pugi::xml_document &tree)
{
    int roots = 0;
    for (const auto node : tree.children()) {
        if (node.type() == pugi::node_element)
            ++roots;
        const bool isText = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
        if (isText && !isBlank(node.value()))
            return failure(Error::Kind::InvalidInput, QStringLiteral("text outside of the document's root element"));
    }
    if (roots != 1)
        return failure(Error::Kind::InvalidInput, QStringLiteral("%1 root elements where one is expected").arg(roots));
    return {};
}

} // namespace

Document::Document() : m_tree(std::make_unique<pugi::xml_document>()) {}

Document::Document(std::string_view rootName) : Document()
{
    m_tree->append_child(std::string(rootName).c_str());
    m_tree->append_child(pugi::node_pcdata).set_value("\n");
}

Document::~Document() = default;

Document::Document(const Document &other) : Document()
{
    m_tree->reset(*other.m_tree);
    m_source = other.m_source;
    m_doubleQuotes = other.m_doubleQuotes;
}

Document::Document(Document &&other) noexcept = default;

Document &Document::operator=(Document other) noexcept
{
    std::swap(m_tree, other.m_tree);
    std::swap(m_source, other.m_source);
    std::swap(m_doubleQuotes, other.m_doubleQuotes);
    return *this;
}

Result<Document> Document::parse(const QString &xml)
{
    auto source = xml.toUtf8();
    if (source.size() > maxBytes)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the document is larger than %1 MiB").arg(maxBytes >> 20));
    if (source.contains('\0'))
        return failure(Error::Kind::InvalidInput, QStringLiteral("the document holds a NUL character"));
    Document document;
    const auto outcome = document.m_tree->load_buffer(source.constData(), size_t(source.size()), parseFlags, pugi::encoding_utf8);
    if (!outcome) {
        return failure(Error::Kind::InvalidInput, QString::fromLatin1(outcome.description()),
                       QStringLiteral("at byte %1").arg(outcome.offset));
    }
    if (const auto shape = checkShape(*document.m_tree); !shape)
        return failure(shape.error());
    document.m_doubleQuotes = prefersDoubleQuotes(source);
    if (prepare(*document.m_tree, document.m_doubleQuotes ? '"' : '\'') > maxDepth)
        return failure(Error::Kind::InvalidInput, QStringLiteral("elements are nested deeper than %1").arg(maxDepth));
    document.m_source = std::move(source);
    return document;
}

Element Document::root() const
{
    for (const auto node : m_tree->children()) {
        if (node.type() == pugi::node_element)
            return Element(node.internal_object());
    }
    return {};
}

QString Document::toXml() const
{
    const auto now = written();
    if (!m_source.isEmpty()) {
        // pugixml normalises a few cosmetics (space inside of tags, quotes). What reads the same is not rewritten.
        const auto original = parse(QString::fromUtf8(m_source));
        if (original && original->written() == now)
            return QString::fromUtf8(m_source);
    }
    return QString::fromUtf8(now);
}

QByteArray Document::written() const
{
    ByteArrayWriter writer;
    m_tree->save(writer, "", writeFlags | (m_doubleQuotes ? 0U : pugi::format_attribute_single_quote), pugi::encoding_utf8);
    return writer.bytes;
}
