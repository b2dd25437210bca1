// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's hardware in plain words, as rows of a card. GUI thread (it translates).
#pragma once

#include "core/machines/machinefacts.h"
#include "ui/common/factcard.h"

#include <vector>

namespace hardwaretext {
std::vector<FactCard::Row> rowsOf(const MachineFacts &facts);
} // namespace hardwaretext
