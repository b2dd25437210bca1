// SPDX-License-Identifier: GPL-3.0-or-later
// What an OVF envelope tells before its machines: files and disks. Pure.
#pragma once

#include "core/base/bytes.h"
#include "core/config/xml/element.h"

#include <map>

struct OvfFile {
    QString name;
    Bytes size;
    Bytes chunkSize;
    bool isGzipped = false;
};

struct OvfDisk {
    QString file;   ///< an OvfFile's identity; empty: blank
    QString parent; ///< the disk whose content it changes
    QString format; ///< libvirt's driver word; empty: its bytes have to tell
    QString bus;    ///< oVirt's word; empty: the controller tells
    Bytes capacity;
};

struct OvfEnvelope {
    std::map<QString, OvfFile> files;
    std::map<QString, OvfDisk> disks;

    /// By identity, or as virt-v2v has it, by name; null where there is none.
    const OvfFile *file(const QString &reference) const;
};

OvfEnvelope readEnvelope(const Element &root);
/// A section by either of its spellings: <DiskSection>, or of 0.9 <Section xsi:type="ovf:DiskSection_Type">.
Element ovfSection(const Element &parent, QStringView name);
std::vector<Element> ovfSections(const Element &parent, QStringView name);
/// An amount in OVF's units: "byte * 2^30", "MegaBytes", "GB"; saturated. `usual` where none is named.
Bytes ovfBytes(quint64 amount, const QString &unit, Bytes usual);
