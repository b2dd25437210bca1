// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalfilter.h"

#include <algorithm>
#include <utility>

namespace {
// libvterm puts a piece of text on the stack four times over.
constexpr qsizetype largestPiece = 2048;

constexpr bool isPlain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}

/// How long a UTF-8 sequence with this first byte is; 0 where none starts with it.
constexpr int lengthOf(unsigned char first)
{
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if ((first & 0xf0) == 0xe0)
        return 3;
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/// Whether `second` may follow `first`: neither overlong, nor a surrogate, nor beyond Unicode.
constexpr bool mayFollow(unsigned char first, unsigned char second)
{
    const unsigned char least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned char most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return second >= least && second <= most;
}
} // namespace

void TerminalFilter::reset()
{
    m_state = State::Ground;
    m_escapeInString = false;
    m_command.clear();
    m_have = m_want = 0;
}

void TerminalFilter::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (m_state == State::Ground)
            at += text(bytes.sliced(at));
        if (at < bytes.size())
            step(static_cast<unsigned char>(bytes[at++]));
    }
}

/// Takes text up to the next control; says how much.
qsizetype TerminalFilter::text(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte >= 0x80) {
            encoded(byte);
            ++at;
            continue;
        }
        replaceBroken();
        if (!isPlain(byte))
            break;
        const auto start = at;
        while (at < bytes.size() && isPlain(static_cast<unsigned char>(bytes[at])))
            ++at;
        plain(bytes.sliced(start, at - start));
    }
    return at;
}

void TerminalFilter::plain(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto piece = std::min(bytes.size(), largestPiece);
        m_sink.pass(bytes.first(piece));
        bytes = bytes.sliced(piece);
    }
}

void TerminalFilter::encoded(unsigned char byte)
{
    if (m_want) {
        const bool fits = m_have == 1 ? mayFollow(static_cast<unsigned char>(m_partial[0]), byte) : (byte & 0xc0) == 0x80;
        if (fits) {
            m_partial[size_t(m_have++)] = char(byte);
            if (m_have == m_want) {
                const auto whole = QByteArrayView(m_partial.data(), m_have);
                m_have = m_want = 0;
                m_sink.pass(whole);
            }
            return;
        }
        replaceBroken();
    }
    m_want = lengthOf(byte);
    if (m_want) {
        m_partial[0] = char(byte);
        m_have = 1;
    } else {
        m_sink.pass(QByteArrayView("\xef\xbf\xbd"));
    }
}

void TerminalFilter::replaceBroken()
{
    if (!m_want)
        return;
    m_have = m_want = 0;
    m_sink.pass(QByteArrayView("\xef\xbf\xbd"));
}

void TerminalFilter::step(unsigned char byte)
{
    if (m_state == State::Command || m_state == State::Ignored) {
        string(byte);
        return;
    }
    if (byte == 0x1b) {
        m_state = State::Escape;
        m_intermediate = 0;
    } else if (byte == 0x18 || byte == 0x1a) {
        m_state = State::Ground;
    } else if (byte < 0x20) {
        control(byte);
    } else if (byte == 0x7f) {
        return;
    } else if (m_state == State::Escape) {
        escape(byte);
    } else if (m_state == State::EscapeIntermediate) {
        escapeIntermediate(byte);
    } else if (m_state == State::Csi || m_state == State::CsiIgnored) {
        csi(byte);
    }
}

void TerminalFilter::control(unsigned char byte)
{
    if (byte >= 0x07 && byte <= 0x0f) {
        const char one = char(byte);
        m_sink.pass(QByteArrayView(&one, 1));
    }
}

void TerminalFilter::escape(unsigned char byte)
{
    m_state = State::Ground;
    if (byte == '[') {
        m_state = State::Csi;
        m_leader = m_intermediate = 0;
        m_count = 0;
        m_arguments[0] = -1;
        m_joined[0] = false;
    } else if (byte == ']') {
        m_state = State::Command;
        m_command.clear();
        m_escapeInString = false;
    } else if (byte == 'P' || byte == 'X' || byte == '^' || byte == '_') {
        m_state = State::Ignored;
        m_escapeInString = false;
    } else if (byte == '7') {
        m_sink.saveCursor();
    } else if (byte == '8') {
        m_sink.restoreCursor();
    } else if (byte >= 0x20 && byte < 0x30) {
        m_intermediate = char(byte);
        m_state = State::EscapeIntermediate;
    } else if (byte < 0x7f) {
        const char both[] = {'\x1b', char(byte)};
        m_sink.pass(QByteArrayView(both, 2));
    }
}

/// Character sets and the test picture; eight-bit controls and rows of double width are not for us.
void TerminalFilter::escapeIntermediate(unsigned char byte)
{
    if (byte >= 0x20 && byte < 0x30) {
        m_intermediate = ' '; // more than one: nothing that we know
        return;
    }
    m_state = State::Ground;
    const bool charset = m_intermediate >= '(' && m_intermediate <= '+';
    if (byte >= 0x80 || !(charset || (m_intermediate == '#' && byte == '8')))
        return;
    const char three[] = {'\x1b', m_intermediate, char(byte)};
    m_sink.pass(QByteArrayView(three, 3));
}

void TerminalFilter::csi(unsigned char byte)
{
    if (byte >= 0x40) {
        const bool whole = m_state == State::Csi && byte < 0x7f;
        m_state = State::Ground;
        if (whole)
            finishCsi(char(byte));
    } else if (m_state == State::CsiIgnored) {
        return;
    } else if (byte >= '0' && byte <= '9') {
        auto &argument = m_arguments[size_t(m_count)];
        argument = std::min(std::max(argument, 0) * 10 + (byte - '0'), largestArgument);
    } else if (byte == ';' || byte == ':') {
        if (m_count + 1 >= mostArguments) {
            m_state = State::CsiIgnored;
            return;
        }
        ++m_count;
        m_arguments[size_t(m_count)] = -1;
        m_joined[size_t(m_count)] = byte == ':';
    } else if (byte >= 0x3c && byte <= 0x3f && m_count == 0 && m_arguments[0] < 0 && !m_leader) {
        m_leader = char(byte);
    } else if (byte >= 0x20 && byte < 0x30 && !m_intermediate) {
        m_intermediate = char(byte);
    } else {
        m_state = State::CsiIgnored;
    }
}

void TerminalFilter::finishCsi(char final)
{
    const int count = m_count + 1;
    const int first = m_arguments[0];
    const bool bare = count == 1 && first < 0;
    if (m_intermediate == '!' && final == 'p') {
        m_sink.softReset();
        return;
    }
    if (m_leader == '?' && !m_intermediate && (final == 'h' || final == 'l')) {
        modes(final);
        return;
    }
    if (!m_leader && !m_intermediate) {
        switch (final) {
        case 'm': m_sink.setStyle(m_arguments.data(), m_joined.data(), count); return;
        case 'b': m_sink.repeat(std::max(first, 1)); return;
        case 's':
            if (bare) {
                m_sink.saveCursor();
                return;
            }
            break;
        case 'u':
            m_sink.restoreCursor();
            return;
        case 'J':
            if (first == 3) {
                m_sink.clearHistory();
                return;
            }
            break;
        default: break;
        }
    }
    // Keys' own manners that xterm has beside styles, and whatever else bears a leader that libvterm takes for none.
    if (m_leader && m_leader != '?' && !(m_leader == '>' && final == 'c'))
        return;
    passCsi(final, m_arguments.data(), count);
}

/// One by one: libvterm looks at the first alone.
void TerminalFilter::modes(char final)
{
    for (int i = 0; i <= m_count; ++i) {
        const int mode = m_arguments[size_t(i)];
        if (mode == 1048) {
            final == 'h' ? m_sink.saveCursor() : m_sink.restoreCursor();
        } else if (mode == 1049 || mode == 47) {
            // Where the cursor is kept with it, our pen is as well.
            const int screen = 1047;
            if (final == 'h' && mode == 1049)
                m_sink.saveCursor();
            passCsi(final, &screen, 1);
            if (final == 'l' && mode == 1049)
                m_sink.restoreCursor();
        } else if (mode >= 0) {
            passCsi(final, &mode, 1);
        }
    }
}

void TerminalFilter::passCsi(char final, const int *arguments, int count)
{
    QByteArray sequence("\x1b[");
    if (m_leader)
        sequence += m_leader;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            sequence += ';';
        if (arguments[i] >= 0)
            sequence += QByteArray::number(arguments[i]);
    }
    if (m_intermediate)
        sequence += m_intermediate;
    sequence += final;
    m_sink.pass(sequence);
}

void TerminalFilter::string(unsigned char byte)
{
    if (m_escapeInString) {
        m_escapeInString = false;
        if (byte == '\\') {
            endString();
            return;
        }
        // Broken off by another sequence.
        m_state = State::Escape;
        m_command.clear();
        step(byte);
        return;
    }
    if (byte == 0x1b) {
        m_escapeInString = true;
    } else if (byte == 0x18 || byte == 0x1a) {
        m_state = State::Ground;
        m_command.clear();
    } else if (byte == 0x07) {
        endString();
    } else if (m_state == State::Command && byte >= 0x20) {
        m_command += char(byte);
        if (m_command.size() > longestCommand) {
            m_command.clear();
            m_state = State::Ignored;
        }
    }
}

void TerminalFilter::endString()
{
    const bool command = m_state == State::Command;
    m_state = State::Ground;
    if (!command)
        return;
    const auto whole = std::exchange(m_command, {});
    const auto border = whole.indexOf(';');
    bool isNumber = false;
    const int number = whole.left(border < 0 ? whole.size() : border).toInt(&isNumber);
    if (isNumber)
        m_sink.command(number, border < 0 ? QByteArrayView() : QByteArrayView(whole).sliced(border + 1));
}
