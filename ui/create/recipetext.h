// SPDX-License-Identifier: GPL-3.0-or-later
// Words for a recipe: findings, networks, and the lines of the receipt. GUI thread (it translates).
#pragma once

#include "core/hosts/hostsurvey.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/manymachines.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

class WizardContext;

namespace recipetext {
/// A whole sentence, with what to do where that is known.
QString finding(const RecipeFinding &finding);

QString network(const std::optional<NetworkOffer> &network);        ///< "NAT (default)"
QString networkMeaning(const std::optional<NetworkOffer> &network); ///< what it does for the machine, a sentence
QString accelerator(const QString &name);                           ///< "Hardware acceleration (KVM)"
QString pool(const PoolOffer &pool);                                ///< "default: 212 GiB free"
QString system(const WizardContext &context);                       ///< "Debian 12", or what stands for it

QString names(const WizardContext &context);                        ///< "debian-12", or "debian-12-1 … debian-12-3"
QString oneOnly(OneOnly why);                                       ///< a sentence

using Lines = std::vector<std::pair<QString, QString>>;
/// Label and value, in reading order; what is not known yet is left out.
Lines receipt(const WizardContext &context);
/// What stands under the receipt: free space, or what is still being asked.
QString receiptNote(const WizardContext &context);
} // namespace recipetext
