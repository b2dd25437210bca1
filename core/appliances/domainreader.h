// SPDX-License-Identifier: GPL-3.0-or-later
// A machine that libvirt itself wrote down on another host: virsh dumpxml, virt-manager, GNOME Boxes. Pure.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"

#include <QByteArray>

/// The text is kept in domainXml: what is made of it later differs only where it must. InvalidInput where it is no <domain>.
Result<ForeignMachine> readDomain(const QByteArray &bytes);
