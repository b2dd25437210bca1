// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/foreignwords.h"

namespace foreignwords {

QString tip(const QString &text)
{
    if (text.isEmpty())
        return text;
    // As markup throughout, so that nothing has to be guessed; and so that long names are wrapped.
    return QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

QString label(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace foreignwords
