// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/manifest.h"

#include <QRegularExpression>

namespace {

struct Known {
    const char16_t *word;
    QCryptographicHash::Algorithm algorithm;
    qsizetype digits;
};

constexpr Known algorithms[] = {
    {u"SHA1", QCryptographicHash::Sha1, 40},
    {u"SHA256", QCryptographicHash::Sha256, 64},
    {u"SHA512", QCryptographicHash::Sha512, 128},
};

const Known *known(const QString &word)
{
    for (const auto &row : algorithms) {
        if (word.compare(QStringView(row.word), Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

} // namespace

Result<std::vector<ManifestLine>> readManifest(const QByteArray &bytes)
{
    static const QRegularExpression form(QStringLiteral("^(\\w+)\\s*\\((.{1,1024})\\)\\s*=\\s*([0-9a-fA-F]+)$"));
    std::vector<ManifestLine> lines;
    for (const auto &text : QString::fromUtf8(bytes).split(u'\n')) {
        const auto line = text.trimmed();
        if (line.isEmpty())
            continue;
        const auto match = form.match(line);
        const auto *algorithm = match.hasMatch() ? known(match.captured(1)) : nullptr;
        if (!algorithm || match.captured(3).size() != algorithm->digits || lines.size() >= 4096)
            return failure(Error::Kind::InvalidInput, QStringLiteral("the manifest is not understood"), line.left(200));
        lines.push_back({match.captured(2), algorithm->algorithm, match.captured(3).toLower().toLatin1()});
    }
    return lines;
}

QByteArray writeManifest(const std::vector<ManifestLine> &lines)
{
    QByteArray text;
    for (const auto &line : lines) {
        for (const auto &row : algorithms) {
            if (row.algorithm == line.algorithm)
                text += QString::fromUtf16(row.word).toLatin1() + '(' + line.file.toUtf8() + ")= " + line.digest + '\n';
        }
    }
    return text;
}
