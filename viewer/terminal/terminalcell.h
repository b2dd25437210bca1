// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal shows in one place: a character with its colours and manners. Values; any thread.
#pragma once

#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

/// A colour as a program named it: nothing, one of 256, or red, green and blue.
class TerminalColour final {
public:
    enum class Kind : std::uint8_t { Default, Indexed, Rgb };

    constexpr TerminalColour() = default;
    static constexpr TerminalColour indexed(std::uint8_t index) { return TerminalColour((1U << 24) | index); }
    static constexpr TerminalColour rgb(std::uint8_t red, std::uint8_t green, std::uint8_t blue)
    {
        return TerminalColour((2U << 24) | (std::uint32_t(red) << 16) | (std::uint32_t(green) << 8) | blue);
    }

    constexpr Kind kind() const { return Kind(m_value >> 24); }
    constexpr int index() const { return int(m_value & 0xff); }
    constexpr std::uint32_t red() const { return (m_value >> 16) & 0xff; }
    constexpr std::uint32_t green() const { return (m_value >> 8) & 0xff; }
    constexpr std::uint32_t blue() const { return m_value & 0xff; }
    friend constexpr bool operator==(TerminalColour, TerminalColour) = default;

private:
    constexpr explicit TerminalColour(std::uint32_t value) : m_value(value) {}
    std::uint32_t m_value = 0;
};

struct TerminalStyle {
    enum Flag : std::uint16_t {
        Bold = 1, Faint = 2, Italic = 4, Underline = 8, DoubleUnderline = 16, Blink = 32, Reverse = 64, Hidden = 128, Strike = 256,
        Wide = 512,     ///< the character takes this place and the next
        WideTail = 1024,///< the second place of a wide character
    };

    TerminalColour foreground, background;
    std::uint16_t flags = 0;
    std::uint16_t link = 0; ///< number of a hyperlink; 0 for none
    friend constexpr bool operator==(const TerminalStyle &, const TerminalStyle &) = default;
};

struct TerminalCell {
    char32_t code = 0; ///< 0 where nothing was written
    TerminalStyle style;

    bool isBlank() const { return code == 0 && style == TerminalStyle(); }
    friend constexpr bool operator==(const TerminalCell &, const TerminalCell &) = default;
};
static_assert(sizeof(TerminalCell) == 16);

/// One row. Marks that combine with a character stand apart: they are rare.
struct TerminalLine {
    std::vector<TerminalCell> cells;
    std::vector<std::pair<int, std::u32string>> marks; ///< by column, ascending
    bool continues = false; ///< the row above ran over into this one

    /// The character at `column` with its marks; a space where there is none, empty in the tail of a wide one.
    QString textAt(int column) const;
    /// All of it, without the blanks behind the last character.
    QString text() const;
    /// Columns up to the last one that shows anything.
    int length() const;
    const std::u32string *marksAt(int column) const;
    /// An empty string takes them away.
    void setMarks(int column, std::u32string text);
};
