// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/cpioarchive.h"

#include <initializer_list>

namespace {

constexpr quint32 plainFile = 0100600;

QByteArray entryOf(const QByteArray &name, quint32 mode, quint32 number, const QByteArray &data)
{
    QByteArray entry = "070701";
    const auto nameSize = quint32(name.size()) + 1;
    // Number, mode, owner, group, links, time, size, the device's and its own device's numbers, length of the name, no checksum.
    for (const quint32 field : {number, mode, 0U, 0U, 1U, 0U, quint32(data.size()), 0U, 0U, 0U, 0U, nameSize, 0U})
        entry += QByteArray::number(field, 16).rightJustified(8, '0');
    entry += name + '\0';
    entry += cpioPadding(entry.size());
    entry += data;
    return entry + cpioPadding(entry.size());
}

} // namespace

QByteArray cpioPadding(qint64 length)
{
    return QByteArray(qsizetype((4 - length % 4) % 4), '\0');
}

QByteArray cpioOf(const std::vector<std::pair<QString, QByteArray>> &files)
{
    QByteArray archive;
    quint32 number = 1; // the kernel takes files with the same for links to each other
    for (const auto &[name, data] : files)
        archive += entryOf(name.toUtf8(), plainFile, number++, data);
    return archive + entryOf("TRAILER!!!", 0, 0, {});
}
