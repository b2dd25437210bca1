// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostdevices.h"

#include <pugixml.hpp>

#include <string_view>

namespace {
pugi::xml_document parsed(const QString &xml)
{
    pugi::xml_document document;
    const auto utf8 = xml.toUtf8();
    document.load_buffer(utf8.constData(), size_t(utf8.size()));
    return document;
}

QString textOf(pugi::xml_node node, const char *name)
{
    return QString::fromUtf8(node.child_value(name)).trimmed();
}
} // namespace

std::optional<HostCard> readHostCard(const QString &xml)
{
    const auto document = parsed(xml);
    const auto device = document.child("device");
    const auto card = device.find_child_by_attribute("capability", "type", "net");
    const std::string_view parent = device.child_value("parent");
    // Bridges, taps and the loopback hang on the computer itself, cards on a bus of it.
    if (!card || parent.empty() || parent == "computer")
        return {};
    HostCard read;
    read.name = textOf(card, "interface");
    read.isWireless = bool(card.find_child_by_attribute("capability", "type", "80211"));
    read.isUp = std::string_view(card.child("link").attribute("state").value()) == "up";
    return read.name.isEmpty() ? std::nullopt : std::optional(read);
}

std::optional<HostMedium> readHostDrive(const QString &xml)
{
    const auto document = parsed(xml);
    const auto storage = document.child("device").find_child_by_attribute("capability", "type", "storage");
    if (textOf(storage, "drive_type") != u"cdrom")
        return {};
    const auto disc = storage.find_child_by_attribute("capability", "type", "removable");
    HostMedium drive;
    drive.kind = HostMedium::Kind::Drive;
    drive.path = textOf(storage, "block");
    drive.name = QString(textOf(storage, "vendor") + u' ' + textOf(storage, "model")).trimmed();
    drive.format = QStringLiteral("raw");
    drive.size = Bytes(textOf(disc, "media_size").toULongLong());
    drive.label = textOf(disc, "media_label");
    drive.isEmpty = textOf(disc, "media_available") == u"0";
    return drive.path.isEmpty() ? std::nullopt : std::optional(drive);
}
