// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/tarindex.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13
namespace {

constexpr qint64 block = 512;
constexpr size_t mostEntries = 4096;
constexpr qint64 longestExtra = 64 << 10; ///< of a pax or long-name record

tl::unexpected<Error> bad(const char *why, const QString &what)
{
    return failure(Error::Kind::InvalidInput, QString::fromLatin1(why), what);
}

/// Octal digits, or GNU's binary number; -1 where it is neither or does not fit.
qint64 numberIn(const char *field, int length)
{
    const auto first = static_cast<unsigned char>(field[0]);
    if (first == 0x80) {
        quint64 value = 0;
        for (int i = 1; i < length; ++i) {
            if (value >> 54)
                return -1;
            value = value << 8 | static_cast<unsigned char>(field[i]);
        }
        return qint64(value);
    }
    qint64 value = 0;
    bool began = false;
    for (int i = 0; i < length && field[i] != '\0'; ++i) {
        if (field[i] == ' ') {
            if (began)
                break;
            continue;
        }
        if (field[i] < '0' || field[i] > '7')
            return -1;
        began = true;
        value = value * 8 + (field[i] - '0');
    }
    return value;
}

bool isSumRight(const char *header)
{
    qint64 sum = 0;
    for (int i = 0; i < block; ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(header[i]);
    return numberIn(header + 148, 8) == sum;
}

QByteArray fieldText(const char *field, int length)
{
    return QByteArray(field, qstrnlen(field, uint(length)));
}

/// What pax records say of the next entry.
struct Said {
    QByteArray name;
    qint64 size = -1;
};

/// "LENGTH KEY=VALUE\n", one after the other.
bool readPax(const QByteArray &records, Said &said)
{
    qsizetype at = 0;
    while (at < records.size()) {
        const auto space = records.indexOf(' ', at);
        const auto length = space > at ? records.mid(at, space - at).toLongLong() : 0;
        if (length <= space - at + 1 || length > records.size() - at)
            return false;
        const auto record = records.mid(space + 1, at + length - space - 2);
        const auto equals = record.indexOf('=');
        if (equals <= 0)
            return false;
        if (record.startsWith("path="))
            said.name = record.mid(equals + 1);
        if (record.startsWith("size="))
            said.size = record.mid(equals + 1).toLongLong();
        if (record.startsWith("GNU.sparse."))
            return false; // its bytes are not where they seem to be
        at += length;
    }
    return true;
}

QByteArray nameIn(const char *header)
{
    auto name = fieldText(header, 100);
    const auto prefix = fieldText(header + 345, 155);
    if (std::memcmp(header + 257, "ustar\0", 6) == 0 && !prefix.isEmpty())
        name = prefix + '/' + name;
    return name;
}

class Walk {
public:
    explicit Walk(QFile &file) : m_file(file) {}

    Result<std::vector<TarEntry>> run();

private:
    Result<void> take(const char *header, qint64 size);
    Result<QByteArray> extra(qint64 size);

    QFile &m_file;
    Said m_said;
    std::vector<TarEntry> m_found;
};

Result<QByteArray> Walk::extra(qint64 size)
{
    if (size > longestExtra)
        return bad("a name in the archive is longer than is accepted", m_file.fileName());
    auto bytes = m_file.read(size);
    if (bytes.size() != size)
        return bad("the archive is cut short", m_file.fileName());
    return bytes;
}

Result<void> Walk::take(const char *header, qint64 size)
{
    const char type = header[156];
    if (type == 'x' || type == 'L') {
        const auto bytes = extra(size);
        if (!bytes)
            return failure(bytes.error());
        if (type == 'L')
            m_said.name = bytes->left(qsizetype(qstrnlen(bytes->constData(), uint(bytes->size()))));
        else if (!readPax(*bytes, m_said))
            return bad("the archive's extended header is not understood", m_file.fileName());
        return {};
    }
    if (type == 'g') // of all entries, e.g. a commit's name
        return {};
    const auto said = std::exchange(m_said, Said());
    const auto name = QString::fromUtf8(said.name.isEmpty() ? nameIn(header) : said.name);
    if (type == '5')
        return isInnerName(name.endsWith(u'/') ? name.chopped(1) : name) ? Result<void>() : bad("a name in the archive leads out of it", name.left(200));
    if (type != '0' && type != '\0' && type != '7')
        return bad("the archive holds a link or a special file", name.left(200));
    if (!isInnerName(name))
        return bad("a name in the archive leads out of it", name.left(200));
    const bool isTwice = std::any_of(m_found.begin(), m_found.end(), [&name](const TarEntry &entry) { return entry.name == name; });
    if (isTwice)
        return bad("the archive holds a file twice", name.left(200));
    if (m_found.size() >= mostEntries)
        return bad("the archive holds more files than an appliance has", m_file.fileName());
    m_found.push_back({name, quint64(m_file.pos()), Bytes(quint64(size))});
    return {};
}

Result<std::vector<TarEntry>> Walk::run()
{
    const auto length = m_file.size();
    while (true) {
        const auto header = m_file.read(block);
        if (header.size() != block)
            return bad("the archive is cut short", m_file.fileName());
        if (header.count('\0') == block)
            return std::move(m_found); // the end mark
        if (!isSumRight(header.constData()))
            return bad("the archive is damaged", m_file.fileName());
        auto size = numberIn(header.constData() + 124, 12);
        const char type = header.at(156);
        if (m_said.size >= 0 && type != 'x' && type != 'L')
            size = m_said.size;
        const auto start = m_file.pos();
        if (size < 0 || size > length - start)
            return bad("the archive is cut short", m_file.fileName());
        const auto taken = take(header.constData(), size);
        if (!taken)
            return failure(taken.error());
        const auto next = start + (size + block - 1) / block * block;
        if (next > length || !m_file.seek(next))
            return bad("the archive is cut short", m_file.fileName());
    }
}

} // namespace

bool isTar(const QByteArray &start)
{
    return start.size() >= block && start.at(0) != '\0' && isSumRight(start.constData());
}

Result<std::vector<TarEntry>> readTar(const QString &path)
{
    if (const auto whole = wholeFile(path); !whole)
        return failure(whole.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Refused, file.errorString(), path);
    return Walk(file).run();
}

bool isInnerName(const QString &name)
{
    if (name.isEmpty() || name.size() > 1024 || name.startsWith(u'/') || name.contains(u'\\'))
        return false;
    if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return false;
    const auto steps = QStringView(name).split(u'/');
    // "./box.img" is how tar itself writes a folder's content.
    return std::none_of(steps.begin(), steps.end(), [](QStringView step) { return step.isEmpty() || step == u".."; });
}
