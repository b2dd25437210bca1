// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/sshkey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace {

using Problem = SshKeysRead::Problem;

constexpr qint64 largestFile = 64 * 1024;
constexpr qsizetype mostFiles = 64;
constexpr qsizetype mostKeys = 64;
constexpr qsizetype longestComment = 200;
constexpr int leastRsaBits = 1024; // OpenSSH's RequiredRSASize

/// Takes the fields of a key one by one: each is its length in four bytes, and then itself.
class Fields {
public:
    explicit Fields(QByteArrayView blob) : m_left(blob) {}

    std::optional<QByteArrayView> next()
    {
        if (m_left.size() < 4)
            return std::nullopt;
        const auto size = qsizetype(qFromBigEndian<quint32>(m_left.data()));
        if (size > m_left.size() - 4)
            return std::nullopt;
        const auto field = m_left.sliced(4, size);
        m_left = m_left.sliced(4 + size);
        return field;
    }
    bool isAtEnd() const { return m_left.isEmpty(); }

private:
    QByteArrayView m_left;
};

int bitsOf(QByteArrayView number)
{
    while (!number.isEmpty() && number.front() == 0)
        number = number.sliced(1);
    if (number.isEmpty())
        return 0;
    int bits = int(number.size() - 1) * 8;
    for (auto top = quint8(number.front()); top; top >>= 1)
        ++bits;
    return bits;
}

bool isPoint(std::optional<QByteArrayView> field, const QByteArray &curve)
{
    const qsizetype side = curve == "nistp256" ? 32 : curve == "nistp384" ? 48 : curve == "nistp521" ? 66 : 0;
    return side > 0 && field && field->size() == 1 + 2 * side && field->front() == 4; // not compressed
}

/// Nothing where the blob is what its type says.
std::optional<Problem> faultOf(const QByteArray &type, QByteArrayView blob)
{
    Fields fields(blob);
    if (fields.next() != QByteArrayView(type))
        return Problem::NotAKey;
    bool isBuiltWell = false;
    if (type == "ssh-ed25519" || type == "sk-ssh-ed25519@openssh.com") {
        const auto point = fields.next();
        isBuiltWell = point && point->size() == 32;
    } else if (type == "ssh-rsa") {
        const auto exponent = fields.next();
        const auto modulus = fields.next();
        isBuiltWell = exponent && modulus && bitsOf(*exponent) > 1;
        if (isBuiltWell && bitsOf(*modulus) < leastRsaBits)
            return Problem::TooWeak;
    } else if (type.startsWith("ecdsa-sha2-") || type == "sk-ecdsa-sha2-nistp256@openssh.com") {
        const auto curve = fields.next().value_or(QByteArrayView()).toByteArray();
        isBuiltWell = type.contains(curve) && isPoint(fields.next(), curve);
    } else if (type == "ssh-dss") {
        return Problem::TooWeak; // no server takes them any more
    }
    if (type.startsWith("sk-"))
        isBuiltWell = isBuiltWell && fields.next(); // the application that the token knows it by
    return isBuiltWell && fields.isAtEnd() ? std::nullopt : std::optional(Problem::NotAKey);
}

bool isType(QStringView word)
{
    return word.startsWith(u"ssh-") || word.startsWith(u"ecdsa-sha2-") || word.startsWith(u"sk-");
}

QString cleaned(const QString &comment)
{
    QString clean;
    for (const QChar c : comment.left(longestComment)) {
        if (c.isPrint())
            clean += c;
    }
    return clean.trimmed();
}

tl::expected<SshKey, Problem> readLine(const QString &line)
{
    const auto words = line.simplified().split(u' ');
    if (!isType(words.first())) {
        const bool hasOptions = std::any_of(words.begin() + 1, words.end(), [](const auto &word) { return isType(word); });
        return tl::unexpected(hasOptions ? Problem::HasOptions : Problem::NotAKey);
    }
    if (words.size() < 2)
        return tl::unexpected(Problem::NotAKey);
    const auto decoded = QByteArray::fromBase64Encoding(words[1].toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return tl::unexpected(Problem::NotAKey);
    if (const auto fault = faultOf(words[0].toLatin1(), *decoded))
        return tl::unexpected(*fault);
    return SshKey{words[0], *decoded, cleaned(words.mid(2).join(u' '))};
}

} // namespace

QString SshKey::line() const
{
    const auto key = type + u' ' + QString::fromLatin1(blob.toBase64());
    return comment.isEmpty() ? key : key + u' ' + comment;
}

QString SshKey::fingerprint() const
{
    const auto sum = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") + QString::fromLatin1(sum.toBase64(QByteArray::OmitTrailingEquals));
}

SshKeysRead readSshKeys(const QString &text)
{
    SshKeysRead read;
    const auto lines = text.split(u'\n');
    bool isInPrivateKey = false;
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const auto line = lines[number].trimmed();
        if (line.startsWith(u"-----")) {
            // A private key must not leave this computer: said once, whatever its lines look like.
            if (line.contains(u"PRIVATE KEY") && !isInPrivateKey)
                read.faults.push_back({int(number) + 1, Problem::Private});
            isInPrivateKey = line.contains(u"PRIVATE KEY") && line.startsWith(u"-----BEGIN");
            continue;
        }
        if (line.isEmpty() || line.startsWith(u'#') || isInPrivateKey)
            continue;
        const auto key = readLine(line);
        if (!key)
            read.faults.push_back({int(number) + 1, key.error()});
        else if (std::find(read.keys.begin(), read.keys.end(), *key) == read.keys.end() && qsizetype(read.keys.size()) < mostKeys)
            read.keys.push_back(*key);
    }
    return read;
}

Result<SshKeysRead> readSshKeyFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, QStringLiteral("No such file"), path);
    if (!info.isFile() || info.size() > largestFile) // a pipe would wait for ever
        return failure(Error::Kind::InvalidInput, QStringLiteral("Not a file of keys"), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.error() == QFileDevice::PermissionsError || !info.isReadable() ? Error::Kind::Refused : Error::Kind::Internal,
                       file.errorString(), path);
    return readSshKeys(QString::fromUtf8(file.read(largestFile)));
}

std::vector<SshKey> findSshKeys(const QString &folder)
{
    std::vector<SshKey> found;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.pub")}, QDir::Files | QDir::Readable, QDir::Name);
    for (const auto &file : files.first(std::min(mostFiles, files.size()))) {
        const auto read = readSshKeyFile(file.filePath());
        if (!read)
            continue;
        for (const auto &key : read->keys) {
            if (std::find(found.begin(), found.end(), key) == found.end())
                found.push_back(key);
        }
    }
    return found;
}
