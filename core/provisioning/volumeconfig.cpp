// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/volumeconfig.h"

#include "core/config/xml/document.h"

QString volumeXmlFor(const NewVolume &volume)
{
    Document document("volume");
    auto root = document.root();
    root.setText("name", volume.name);
    root.setText("capacity/@unit", QStringLiteral("bytes"));
    root.setText("capacity", QString::number(volume.capacity.count()));
    if (volume.isThin) {
        root.setText("allocation/@unit", QStringLiteral("bytes"));
        root.setText("allocation", QStringLiteral("0"));
    }
    if (volume.isUpload)
        root.setText("target/format/@type", QStringLiteral("raw")); // as it arrives, byte by byte
    else if (!volume.format.isEmpty())
        root.setText("target/format/@type", volume.format);
    if (volume.isPrivate)
        root.setText("target/permissions/mode", QStringLiteral("0600"));
    if (!volume.base.isEmpty()) {
        root.setText("backingStore/path", volume.base);
        // Always said: QEMU would look for itself, and what a guest wrote to a raw disk may look like a header.
        root.setText("backingStore/format/@type", volume.baseFormat);
    }
    return document.toXml();
}

bool holdsFiles(const QString &poolKind)
{
    return poolKind.isEmpty() || poolKind == u"dir" || poolKind == u"fs" || poolKind == u"netfs" || poolKind == u"gluster";
}

QString numberedFile(const QString &file, int number)
{
    const auto dot = file.lastIndexOf(u'.');
    if (dot <= 0)
        return QStringLiteral("%1-%2").arg(file).arg(number);
    return QStringLiteral("%1-%2%3").arg(file.left(dot)).arg(number).arg(QStringView(file).sliced(dot));
}
