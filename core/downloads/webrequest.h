// SPDX-License-Identifier: GPL-3.0-or-later
// What all of our requests have in common, and what an answer means. Used on the thread of the downloads.
#pragma once

#include "core/base/result.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace webrequest {

/// Follows redirections, never from https to http; gives up when nothing has come for half a minute; takes bytes as they are.
QNetworkRequest to(const QUrl &url);

/// What went wrong with an answer that has ended; no error where it has not.
std::optional<Error> errorOf(const QNetworkReply &reply);

/// The same may work a moment later.
bool isPassing(const QNetworkReply &reply);

} // namespace webrequest
