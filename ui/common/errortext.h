// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that words a failure: what happened, what it means, what to do. GUI thread (it translates).
#pragma once

#include "core/base/error.h"
#include "core/hosts/hosturi.h"
#include "core/jobs/job.h"

#include <QString>

struct ErrorText {
    QString what;    ///< headline, a whole sentence without codes
    QString means;   ///< what that means for the machine or host; may be empty
    QString next;    ///< what to do; may be empty
    QString original;///< the untranslated text, for the fold-out with its copy button
};

namespace errortext {
ErrorText ofJob(const Job &job);
/// A connection that could not be made or was lost.
ErrorText ofConnection(const Error &error, const HostUri &uri, const QString &hostLabel);
/// An address that is none.
ErrorText ofAddress(const Error &error, const QString &address);
/// Anything else; `action` is a whole sentence: "The picture could not be saved."
ErrorText of(const Error &error, const QString &action);
} // namespace errortext
