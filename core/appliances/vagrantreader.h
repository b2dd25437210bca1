// SPDX-License-Identifier: GPL-3.0-or-later
// What a Vagrant box says of its machine: metadata.json, and the settings of its Vagrantfile that are plain values. The
// Vagrantfile is a program; it is read for those, never run. https://developer.hashicorp.com/vagrant/docs/boxes/format Pure.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"

#include <QByteArray>

enum class BoxProvider { Libvirt, VirtualBox, VMware };

/// InvalidInput where it is no such JSON; Unsupported for another provider.
Result<BoxProvider> boxProvider(const QByteArray &metadata);
/// The machine of a box for libvirt, whose description is these two files. `vagrantfile` may be empty.
Result<ForeignMachine> readLibvirtBox(const QByteArray &metadata, const QByteArray &vagrantfile);
/// Settings of a Vagrantfile over what another description said.
void applyVagrantfile(const QByteArray &vagrantfile, ForeignMachine &into);
