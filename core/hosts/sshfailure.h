// SPDX-License-Identifier: GPL-3.0-or-later
// What ssh meant by what it printed before it gave up. Pure; any thread.
#pragma once

#include "core/base/error.h"

#include <QString>

/// `output` is everything on standard error; the message of the result is its telling part.
Error sshFailure(const QString &output, const QString &host);
