// SPDX-License-Identifier: GPL-3.0-or-later
// An XML document that keeps everything it does not understand. One that was not changed is written exactly as it
// was read, byte for byte; a change touches only its own place. A value with deep copies; one thread at a time.
// Input is bounded in size and depth, must be UTF-8 text with one root, and no entity is ever expanded.
#pragma once

#include "core/base/result.h"
#include "core/config/xml/element.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace pugi {
class xml_document;
}

class Document final {
public:
    static constexpr qsizetype maxBytes = 16 << 20;
    static constexpr int maxDepth = 256;

    /// A document with an empty root element.
    explicit Document(std::string_view rootName);
    ~Document();
    Document(const Document &other);
    Document(Document &&other) noexcept;
    Document &operator=(Document other) noexcept;

    /// Error::Kind::InvalidInput with the place where it stops being XML.
    static Result<Document> parse(const QString &xml);

    Element root() const;
    QString toXml() const;

private:
    Document();
    QByteArray written() const;

    std::unique_ptr<pugi::xml_document> m_tree;
    QByteArray m_source;
    bool m_doubleQuotes = false;
};
