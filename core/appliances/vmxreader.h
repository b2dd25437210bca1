// SPDX-License-Identifier: GPL-3.0-or-later
// VMware's .vmx files: a dictionary of words, one a line. Pure; text and lines are bounded.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"

#include <QByteArray>

/// InvalidInput where it is no such dictionary; Unsupported where its content is encrypted.
Result<ForeignMachine> readVmx(const QByteArray &bytes);
