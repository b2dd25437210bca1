// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guestsetup/guestsetup.h"

#include <QObject>
#include <QSet>

#include <array>
#include <memory>

#include <crypt.h>
#include <yaml.h>

namespace {

// Fifty times what crypt takes by default: a seed is a file that others may come to see. Emulated guests still log in within seconds.
constexpr unsigned long rounds = 250000;
// Documents of people are short; what is not is not read to its end.
constexpr int mostEvents = 200000;
constexpr int deepest = 100; // libyaml looks at every level for each step

struct Parser {
    Parser() { isReady = yaml_parser_initialize(&parser); }
    ~Parser()
    {
        if (isReady)
            yaml_parser_delete(&parser);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    yaml_parser_t parser{};
    bool isReady = false;
};

YamlFault faultOf(const yaml_parser_t &parser)
{
    // A reader's error, of bytes that are no text, has no mark but an offset.
    const auto &mark = parser.problem_mark.line || parser.problem_mark.column || parser.error != YAML_READER_ERROR ? parser.problem_mark : parser.mark;
    return {int(mark.line) + 1, int(mark.column) + 1, QString::fromUtf8(parser.problem ? parser.problem : "no YAML")};
}

YamlFault faultAt(const yaml_mark_t &mark, const QString &message)
{
    return {int(mark.line) + 1, int(mark.column) + 1, message};
}

/// What libyaml leaves to those who build something of its events: that an alias has its anchor, and a tag a meaning.
class Anchors {
public:
    std::optional<YamlFault> faultOf(const yaml_event_t &event)
    {
        switch (event.type) {
        case YAML_ALIAS_EVENT:
            if (!m_known.contains(reinterpret_cast<const char *>(event.data.alias.anchor)))
                return faultAt(event.start_mark, QStringLiteral("found undefined alias"));
            return std::nullopt;
        case YAML_SCALAR_EVENT: return take(event, event.data.scalar.anchor, event.data.scalar.tag);
        case YAML_SEQUENCE_START_EVENT: return take(event, event.data.sequence_start.anchor, event.data.sequence_start.tag);
        case YAML_MAPPING_START_EVENT: return take(event, event.data.mapping_start.anchor, event.data.mapping_start.tag);
        default: return std::nullopt;
        }
    }

private:
    std::optional<YamlFault> take(const yaml_event_t &event, const yaml_char_t *anchor, const yaml_char_t *tag)
    {
        if (anchor)
            m_known.insert(reinterpret_cast<const char *>(anchor));
        const QByteArray name(reinterpret_cast<const char *>(tag));
        if (!name.isEmpty() && name != "!" && !name.startsWith("tag:yaml.org,2002:"))
            return faultAt(event.start_mark, QStringLiteral("could not determine a constructor for the tag '%1'").arg(QString::fromUtf8(name)));
        return std::nullopt;
    }

    QSet<QByteArray> m_known;
};

int stepOf(yaml_event_type_t type)
{
    switch (type) {
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT: return 1;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return -1;
    default: return 0;
    }
}

YamlTop topOf(yaml_event_type_t type)
{
    return type == YAML_MAPPING_START_EVENT ? YamlTop::Mapping : YamlTop::Other;
}

class GuestSetupPlugin final : public QObject, public GuestSetup {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.vivarium.GuestSetup")
    Q_INTERFACES(GuestSetup)
public:
    YamlVerdict checkYaml(const QByteArray &text) const override
    {
        YamlVerdict verdict;
        Parser reader;
        if (!reader.isReady) {
            verdict.fault = YamlFault{1, 1, QStringLiteral("out of memory")};
            return verdict;
        }
        yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&reader.parser, reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()));
        bool isTopNext = false;
        int depth = 0;
        Anchors anchors;
        for (int count = 0; count < mostEvents; ++count) {
            yaml_event_t event{};
            if (!yaml_parser_parse(&reader.parser, &event)) {
                verdict.fault = faultOf(reader.parser);
                return verdict;
            }
            const auto type = event.type;
            // "---" alone is a scalar without text.
            const bool isEmpty = type == YAML_SCALAR_EVENT && event.data.scalar.length == 0;
            verdict.fault = anchors.faultOf(event);
            depth += stepOf(type);
            if (depth > deepest)
                verdict.fault = faultAt(event.start_mark, QStringLiteral("too deep"));
            yaml_event_delete(&event);
            if (verdict.fault)
                return verdict;
            if (type == YAML_DOCUMENT_START_EVENT)
                anchors = {};
            if (type == YAML_STREAM_END_EVENT)
                return verdict;
            if (isTopNext && verdict.documents == 1 && !isEmpty)
                verdict.top = topOf(type);
            isTopNext = type == YAML_DOCUMENT_START_EVENT;
            verdict.documents += isTopNext;
        }
        verdict.fault = YamlFault{int(reader.parser.mark.line) + 1, 1, QStringLiteral("too long")};
        return verdict;
    }

    Result<QByteArray> hashPassword(const QString &password) const override
    {
        const auto data = std::make_unique<crypt_data>();
        std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
        // No bytes given: libxcrypt takes them from the kernel.
        if (!crypt_gensalt_rn("$6$", rounds, nullptr, 0, setting.data(), int(setting.size())))
            return failure(Error::Kind::Internal, QStringLiteral("no salt"), QStringLiteral("crypt_gensalt"));
        auto plain = password.toUtf8();
        const auto *hash = plain.contains('\0') ? nullptr : crypt_r(plain.constData(), setting.data(), data.get());
        plain.fill('\0');
        if (!hash || hash[0] == '*')
            return failure(Error::Kind::InvalidInput, QStringLiteral("cannot be hashed"), QStringLiteral("crypt"));
        return QByteArray(hash);
    }
};

} // namespace

#include "guestsetupplugin.moc"
