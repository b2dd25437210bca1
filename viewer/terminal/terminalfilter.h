// SPDX-License-Identifier: GPL-3.0-or-later
// Stands between a guest's bytes and libvterm: passes on whole, valid and bounded pieces, and keeps back what
// libvterm 0.1 gets wrong or would not survive. A guest is hostile until proven otherwise, and libvterm writes past its
// arguments with more than 16 of them, loops for ever over a repeated nothing, and takes UTF-8 cut in two for two
// characters. Holds at most a few kilobytes. Pure; any thread, one at a time.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

class TerminalFilter final {
public:
    /// What comes out. `arguments` are at most 16, each at most 9999, -1 where it was left out.
    class Sink {
    public:
        virtual ~Sink() = default;
        /// Valid UTF-8 without controls, or one control character, or one sequence that libvterm may have.
        virtual void pass(QByteArrayView bytes) = 0;
        /// Select graphic rendition. `joined` tells which argument belongs to the one before it by a colon.
        virtual void setStyle(const int *arguments, const bool *joined, int count) = 0;
        virtual void saveCursor() = 0;
        virtual void restoreCursor() = 0;
        /// The last character once more, `count` times.
        virtual void repeat(int count) = 0;
        virtual void clearHistory() = 0;
        virtual void softReset() = 0;
        /// An operating system command: its number, and the rest as it came.
        virtual void command(int number, QByteArrayView text) = 0;
    };

    explicit TerminalFilter(Sink &sink) : m_sink(sink) {}

    void feed(QByteArrayView bytes);
    /// Forgets a sequence that is under way.
    void reset();

private:
    enum class State { Ground, Escape, EscapeIntermediate, Csi, CsiIgnored, Command, Ignored };
    static constexpr int mostArguments = 16;
    static constexpr int largestArgument = 9999;
    static constexpr int longestCommand = 4096;

    qsizetype text(QByteArrayView bytes);
    void plain(QByteArrayView bytes);
    void encoded(unsigned char byte);
    void replaceBroken();
    void step(unsigned char byte);
    void control(unsigned char byte);
    void escape(unsigned char byte);
    void escapeIntermediate(unsigned char byte);
    void csi(unsigned char byte);
    void string(unsigned char byte);
    void endString();
    void finishCsi(char final);
    void passCsi(char final, const int *arguments, int count);
    void modes(char final);

    Sink &m_sink;
    State m_state = State::Ground;
    bool m_escapeInString = false;
    char m_intermediate = 0;
    char m_leader = 0;
    std::array<int, mostArguments> m_arguments{};
    std::array<bool, mostArguments> m_joined{};
    int m_count = 0;
    QByteArray m_command;
    std::array<char, 4> m_partial{}; ///< of one UTF-8 sequence
    int m_have = 0;
    int m_want = 0;
};
