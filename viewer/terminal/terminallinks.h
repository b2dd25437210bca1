// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses that a guest has put under its text, by number. Only those that a browser or a mail program opens are
// kept, and no more than a bounded amount: after that text has no links. Pure.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <vector>

class TerminalLinks final {
public:
    /// 0 where there is none, or none that is kept.
    std::uint16_t numberOf(QByteArrayView address);
    QString address(int number) const;

private:
    std::vector<QString> m_addresses;
    qsizetype m_held = 0;
};
