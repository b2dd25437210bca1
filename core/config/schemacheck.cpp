// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/schemacheck.h"

#include <QFile>

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>
#include <mutex>

namespace {

constexpr auto schemaFile = "/usr/share/libvirt/schemas/domain.rng";

template<auto Free>
struct Release {
    template<class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using XmlDocument = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using Schema = std::unique_ptr<xmlRelaxNG, Release<xmlRelaxNGFree>>;

#if LIBXML_VERSION >= 21200
using LibxmlError = const xmlError *;
#else
using LibxmlError = xmlErrorPtr;
#endif

void keepFirst(void *kept, LibxmlError error)
{
    auto &complaint = *static_cast<std::optional<SchemaComplaint> *>(kept);
    // The first one may be of the whole; those with a line say where.
    if (error && (!complaint || (complaint->line <= 0 && error->line > 0)))
        complaint = SchemaComplaint{error->line, QString::fromUtf8(error->message).trimmed()};
}

void ignore(void *, LibxmlError) {}

Schema readSchema()
{
    const std::unique_ptr<xmlRelaxNGParserCtxt, Release<xmlRelaxNGFreeParserCtxt>> parser(xmlRelaxNGNewParserCtxt(schemaFile));
    if (!parser)
        return {};
    xmlRelaxNGSetParserStructuredErrors(parser.get(), ignore, nullptr);
    return Schema(xmlRelaxNGParse(parser.get()));
}

} // namespace

Result<std::optional<SchemaComplaint>> checkDomainSchema(const QString &xml)
{
    if (!QFile::exists(QString::fromLatin1(schemaFile)))
        return failure(Error::Kind::Unsupported, QStringLiteral("no schema"), QString::fromLatin1(schemaFile));
    static std::mutex mutex; // a schema that was read may not be used by two at once
    static Schema schema;
    const std::lock_guard lock(mutex);
    if (!schema)
        schema = readSchema();
    if (!schema)
        return failure(Error::Kind::Unsupported, QStringLiteral("the schema cannot be read"), QString::fromLatin1(schemaFile));
    std::optional<SchemaComplaint> complaint;
    const auto text = xml.toUtf8();
    const std::unique_ptr<xmlParserCtxt, Release<xmlFreeParserCtxt>> reader(xmlNewParserCtxt());
    reader->linenumbers = 1;
    // Neither entities nor anything from elsewhere: the text may be anybody's.
    const XmlDocument document(xmlCtxtReadMemory(reader.get(), text.constData(), int(text.size()), nullptr, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!document) {
        keepFirst(&complaint, xmlCtxtGetLastError(reader.get()));
        return complaint ? complaint : std::optional(SchemaComplaint{});
    }
    const std::unique_ptr<xmlRelaxNGValidCtxt, Release<xmlRelaxNGFreeValidCtxt>> check(xmlRelaxNGNewValidCtxt(schema.get()));
    xmlRelaxNGSetValidStructuredErrors(check.get(), keepFirst, &complaint);
    if (xmlRelaxNGValidateDoc(check.get(), document.get()) != 0 && !complaint)
        complaint = SchemaComplaint{};
    return complaint;
}
