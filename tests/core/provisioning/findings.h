// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for one among findings. For tests.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <algorithm>

inline bool has(const std::vector<RecipeFinding> &findings, RecipeFinding::Kind kind, std::optional<RecipeFinding::Severity> severity = {})
{
    return std::any_of(findings.begin(), findings.end(), [&](const RecipeFinding &finding) {
        return finding.kind == kind && (!severity || finding.severity == *severity);
    });
}
