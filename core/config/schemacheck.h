// SPDX-License-Identifier: GPL-3.0-or-later
// libvirt's XML against libvirt's own schema, as far as this computer has it: a host with a newer libvirt may understand more.
// Takes some hundred milliseconds the first time: call it on a worker. https://libvirt.org/schemas.html
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

struct SchemaComplaint {
    int line = 0;    ///< from 1; 0 where none is known
    QString message; ///< libxml2's own words
};

/// The first complaint about a <domain>; nothing where there is none. Unsupported where this computer has no schema.
Result<std::optional<SchemaComplaint>> checkDomainSchema(const QString &xml);
