// SPDX-License-Identifier: GPL-3.0-or-later
// quickemu's .conf files: assignments of a shell, read as such and never run. https://github.com/quickemu-project/quickemu Pure.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"

#include <QByteArray>

/// InvalidInput where it names no disk.
Result<ForeignMachine> readQuickemu(const QByteArray &bytes);
