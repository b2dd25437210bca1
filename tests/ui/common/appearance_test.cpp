// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"
#include "ui/common/shades.h"

#include <QApplication>
#include <QPalette>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto one = luminance(a);
    const auto other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

TEST(Appearance, KeepsEveryTextReadableInLightAndDark)
{
    const auto before = QApplication::palette();
    for (const auto &choice : {QStringLiteral("light"), QStringLiteral("dark")}) {
        appearance::apply(choice);
        const auto palette = QApplication::palette();
        for (const auto ground : {QPalette::Window, QPalette::Base}) {
            EXPECT_GE(contrast(shades::faint(palette), palette.color(ground)), 4.5) << qPrintable(choice);
            EXPECT_GE(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground)), 4.5) << qPrintable(choice);
            EXPECT_GE(contrast(palette.color(QPalette::Text), palette.color(ground)), 7) << qPrintable(choice);
        }
        EXPECT_GE(contrast(shades::faint(palette), shades::sidebar(palette)), 4.5) << qPrintable(choice);
        EXPECT_GE(contrast(shades::faint(palette), shades::selection(palette)), 4.5) << qPrintable(choice);
        EXPECT_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5) << qPrintable(choice);
    }
    QApplication::setPalette(before);
}
