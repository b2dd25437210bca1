// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostdevices.h"

#include <pugixml.hpp>

#include <string_view>

std::optional<HostCard> readHostCard(const QString &xml)
{
    pugi::xml_document document;
    const auto utf8 = xml.toUtf8();
    document.load_buffer(utf8.constData(), size_t(utf8.size()));
    const auto device = document.child("device");
    const auto card = device.find_child_by_attribute("capability", "type", "net");
    const std::string_view parent = device.child_value("parent");
    // Bridges, taps and the loopback hang on the computer itself, cards on a bus of it.
    if (!card || parent.empty() || parent == "computer")
        return {};
    HostCard read;
    read.name = QString::fromUtf8(card.child_value("interface")).trimmed();
    read.isWireless = bool(card.find_child_by_attribute("capability", "type", "80211"));
    read.isUp = std::string_view(card.child("link").attribute("state").value()) == "up";
    return read.name.isEmpty() ? std::nullopt : std::optional(read);
}
