// SPDX-License-Identifier: GPL-3.0-or-later
// The program's arguments, taken away from where other users can read them: /proc shows a process's own copy, which
// may hold a display's password. Made once, before Qt; first thread.
#pragma once

#include <string>
#include <vector>

class Arguments final {
public:
    /// Overwrites what is secret in `argv`.
    Arguments(int argc, char **argv);
    Arguments(const Arguments &) = delete;
    Arguments &operator=(const Arguments &) = delete;

    /// For QApplication, which keeps both and takes out what is its own. As they were given, as long as this lives.
    int &count() { return m_count; }
    char **values() { return m_pointers.data(); }

private:
    std::vector<std::string> m_values;
    std::vector<char *> m_pointers;
    int m_count;
};
