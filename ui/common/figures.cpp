// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/figures.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>

namespace {

struct DigitWidths {
    qreal widest = 0;
    bool equal = true;
};

const DigitWidths &digitsOf(const QFont &font)
{
    static QHash<QString, DigitWidths> known;
    auto &digits = known[font.key()];
    if (digits.widest == 0) {
        const QFontMetricsF metrics(font);
        qreal narrowest = 1e9;
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            const auto advance = metrics.horizontalAdvance(QChar(digit));
            digits.widest = std::max(digits.widest, advance);
            narrowest = std::min(narrowest, advance);
        }
        digits.equal = digits.widest - narrowest < 0.05;
    }
    return digits;
}

/// Calls `run(text, isDigit)` for each digit and for each stretch between digits.
template<class Run>
void split(const QString &text, Run run)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool digit = i < text.size() && text[i] >= u'0' && text[i] <= u'9';
        if (i < text.size() && !digit)
            continue;
        if (i > start)
            run(text.mid(start, i - start), false);
        if (digit)
            run(text.mid(i, 1), true);
        start = i + 1;
    }
}

} // namespace

namespace figures {

qreal width(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const auto &digits = digitsOf(font);
    if (digits.equal)
        return metrics.horizontalAdvance(text);
    qreal total = 0;
    split(text, [&](const QString &part, bool digit) { total += digit ? digits.widest : metrics.horizontalAdvance(part); });
    return total;
}

void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const auto font = painter.font();
    const auto &digits = digitsOf(font);
    if (digits.equal || text.isRightToLeft()) {
        painter.drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), text);
        return;
    }
    const QFontMetricsF metrics(font);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width(font, text);
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width(font, text) / 2;
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    split(text, [&](const QString &part, bool digit) {
        const auto advance = metrics.horizontalAdvance(part);
        const auto room = digit ? digits.widest : advance;
        painter.drawText(QPointF(x + (room - advance) / 2, baseline), part);
        x += room;
    });
}

} // namespace figures
