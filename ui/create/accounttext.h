// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what is to be known of an account and of cloud-init. GUI thread (it translates).
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QString>

namespace accounttext {
/// A whole sentence; empty for findings on other things.
QString finding(const RecipeFinding &finding);
/// "anna, password and 2 ssh keys"; empty without a name.
QString account(const GuestAccount &account);
} // namespace accounttext
