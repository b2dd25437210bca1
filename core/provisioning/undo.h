// SPDX-License-Identifier: GPL-3.0-or-later
// How to take back what was made, newest first. It does not act by itself when it goes: the error should name what
// stayed behind. One thread.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

class Undo final {
public:
    /// `what` names the thing for the error.
    void add(QString what, std::function<Result<void>()> action) { m_steps.push_back({std::move(what), std::move(action)}); }
    /// Names of what could not be removed.
    QStringList run()
    {
        QStringList left;
        for (; !m_steps.empty(); m_steps.pop_back()) {
            const auto outcome = m_steps.back().action();
            if (!outcome && outcome.error().kind != Error::Kind::NotFound)
                left += m_steps.back().what;
        }
        return left;
    }

private:
    struct Step {
        QString what;
        std::function<Result<void>()> action;
    };
    std::vector<Step> m_steps;
};
