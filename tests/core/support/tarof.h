// SPDX-License-Identifier: GPL-3.0-or-later
// Tars for tests, hostile ones too: nothing is checked.
#pragma once

#include <QByteArray>

#include <vector>

/// One member of a tar, in the ustar format of POSIX.1-1988.
struct Member {
    QByteArray name;
    QByteArray content = {};
    char kind = '0';
    QByteArray link = {};
    qint64 claimedSize = -1;
};

inline QByteArray tarOf(const std::vector<Member> &members)
{
    QByteArray tar;
    for (const auto &member : members) {
        QByteArray head(512, '\0');
        const auto put = [&head](qsizetype at, const QByteArray &text) { head.replace(at, text.size(), text); };
        const auto size = member.claimedSize < 0 ? member.content.size() : member.claimedSize;
        put(0, member.name);
        put(100, "0000644");
        put(124, QByteArray::number(size, 8).rightJustified(11, '0'));
        put(136, "00000000000");
        head[156] = member.kind;
        put(157, member.link);
        put(257, QByteArray("ustar\0" "00", 8));
        put(148, "        ");
        int sum = 0;
        for (const char c : head)
            sum += quint8(c);
        put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
        tar += head + member.content + QByteArray((512 - member.content.size() % 512) % 512, '\0');
    }
    return tar + QByteArray(1024, '\0');
}
