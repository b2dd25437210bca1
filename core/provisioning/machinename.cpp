// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinename.h"

#include <algorithm>

namespace {

constexpr qsizetype proposedLength = 48;

/// Cannot be shown, or cannot stand in XML.
bool isUnfit(char32_t c)
{
    if (QChar::isNonCharacter(c) || QChar::isSurrogate(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<RecipeFinding::Kind> nameProblem(const QString &name)
{
    using Kind = RecipeFinding::Kind;
    const auto points = name.toUcs4();
    if (name.isEmpty())
        return Kind::NameEmpty;
    if (std::any_of(points.begin(), points.end(), [](char32_t c) { return isUnfit(c); }) || !name.isValidUtf16())
        return Kind::NameHasControlCharacter;
    if (name.contains(u'/'))
        return Kind::NameHasSlash;
    if (name == u"." || name == u"..")
        return Kind::NameIsDots;
    if (name.front().isSpace() || name.back().isSpace())
        return Kind::NameBlankEdge;
    if (name.toUtf8().size() > longestMachineName)
        return Kind::NameTooLong;
    return std::nullopt;
}

bool fitsSockets(const QString &name, qsizetype folder)
{
    constexpr qsizetype shortened = 20;
    // 108 bytes with the end, less FOLDER/channel/target/domain-1234-NAME/org.qemu.guest_agent.0.
    const qsizetype room = 56 - folder;
    qsizetype end = 0;
    for (qsizetype count = 0; count < shortened && end < name.size(); ++count)
        end += name[end].isHighSurrogate() ? 2 : 1;
    return name.left(end).toUtf8().size() <= room;
}

QString nameFrom(const QString &text)
{
    QString name;
    const auto normal = text.toLower().normalized(QString::NormalizationForm_C);
    for (const QChar c : normal) {
        const bool fits = c.isLetterOrNumber() || c == u'.' || c.isMark();
        if (fits)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
        if (name.size() >= proposedLength)
            break;
    }
    while (name.endsWith(u'-') || name.endsWith(u'.'))
        name.chop(1);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    return name;
}
