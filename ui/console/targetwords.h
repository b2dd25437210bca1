// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what keeps an address or a connection file from being shown. GUI thread (it translates).
#pragma once

#include "ui/common/errortext.h"
#include "viewer/target/consoletarget.h"
#include "viewer/transport/websocketbridge.h"

namespace targetwords {
/// `given` is the address or the file's name, without anything secret.
ErrorText of(const TargetProblem &problem, const QString &given);
/// One or two sentences.
QString of(const WebSocketProblem &problem);
} // namespace targetwords
