// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/fuzzy.h"

#include <algorithm>

namespace fuzzy {

int score(QStringView typed, QStringView text)
{
    if (typed.isEmpty())
        return 0;
    const int shortness = std::max(0, 40 - int(text.size()) / 2);
    if (const auto at = text.indexOf(typed); at >= 0) {
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        return 1000 + (at == 0 ? 300 : wordStart ? 200 : 0) + shortness;
    }
    int total = 0;
    int run = 0;
    qsizetype next = 0;
    for (qsizetype i = 0; i < text.size() && next < typed.size(); ++i) {
        if (text[i] != typed[next]) {
            run = 0;
            continue;
        }
        const bool wordStart = i == 0 || !text[i - 1].isLetterOrNumber();
        ++run;
        total += 5 + run * 4 + (wordStart ? 25 : 0);
        ++next;
    }
    return next == typed.size() ? total + shortness : -1;
}

} // namespace fuzzy
