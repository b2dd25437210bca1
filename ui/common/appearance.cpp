// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace {

/// Text, second-level text and links keep a contrast of 4.5 to 1 on every ground that they stand on.
struct Shades {
    QRgb window, base, alternate, button, text, mid, dark, light, highlight, highlightedText, link, faint, disabled;
};

constexpr Shades lightShades{0xfff7f7f8, 0xffffffff, 0xfff2f3f5, 0xffffffff, 0xff1b1d22, 0xffd5d7dc,
                             0xffb4b7be, 0xffffffff, 0xff2c6be0, 0xffffffff, 0xff1f5fd6, 0xff696d76, 0xff8c9099};
constexpr Shades darkShades{0xff212429, 0xff1b1e23, 0xff25292f, 0xff2a2e35, 0xffe8eaee, 0xff3b4048,
                            0xff14161a, 0xff3a3f47, 0xff3470e2, 0xffffffff, 0xff6aa3ff, 0xff959ba6, 0xff767c87};

QPalette paletteOf(const Shades &s)
{
    QPalette palette(QColor::fromRgb(s.button), QColor::fromRgb(s.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor::fromRgb(colour)); };
    set(QPalette::Window, s.window);
    set(QPalette::Base, s.base);
    set(QPalette::AlternateBase, s.alternate);
    set(QPalette::Button, s.button);
    set(QPalette::ToolTipBase, s.base);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, s.text);
    set(QPalette::Light, s.light);
    set(QPalette::Midlight, s.mid);
    set(QPalette::Mid, s.mid);
    set(QPalette::Dark, s.dark);
    set(QPalette::Shadow, 0xff000000);
    set(QPalette::Highlight, s.highlight);
    set(QPalette::HighlightedText, s.highlightedText);
    set(QPalette::Link, s.link);
    set(QPalette::LinkVisited, s.link);
    set(QPalette::PlaceholderText, s.faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(s.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(s.mid));
    return palette;
}

/// A desktop that brings its own palette or style is left alone.
bool desktopHasTheme()
{
    return QApplication::style()->name().compare(u"fusion", Qt::CaseInsensitive) != 0;
}

void use(const Shades &shades)
{
    const auto palette = paletteOf(shades);
    QApplication::setPalette(palette);
    // Fusion draws the outline of a field darker than the window: on a dark one nothing is left of it, so
    // the field itself stands out.
    auto field = palette;
    if (appearance::isDark(palette)) {
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            field.setColor(group, QPalette::Base, QColor::fromRgb(shades.button));
    }
    for (const auto *widget : {"QLineEdit", "QAbstractSpinBox"})
        QApplication::setPalette(field, widget);
}

} // namespace

void appearance::apply(const QString &choice)
{
    if (choice == u"dark")
        use(darkShades);
    else if (choice == u"light")
        use(lightShades);
    else if (desktopHasTheme())
        QApplication::setPalette(QPalette());
    else
        use(isDark(QApplication::style()->standardPalette()) ? darkShades : lightShades);
}

bool appearance::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}
