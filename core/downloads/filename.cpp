// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/filename.h"

#include <algorithm>

QString fileNameOf(const QUrl &url)
{
    // Mirror lists take the path as a question.
    const auto path = url.hasQuery() ? url.query(QUrl::FullyEncoded) : url.path(QUrl::FullyEncoded);
    const auto name = QUrl::fromPercentEncoding(path.section(u'/', -1).toUtf8()).trimmed();
    const bool isUnfit = name == u"." || name == u".." || name.size() > 200
        || std::any_of(name.begin(), name.end(), [](QChar c) { return c == u'/' || c == u'\\' || c.category() == QChar::Other_Control; });
    return isUnfit ? QString() : name;
}
