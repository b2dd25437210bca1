// SPDX-License-Identifier: GPL-3.0-or-later
// A named channel between host and guest, as agents use. https://libvirt.org/formatdomain.html#channel
#pragma once

#include "core/config/xml/property.h"
#include "core/config/domain/charbackend.h"

#include <tuple>

class Channel final : public Element {
public:
    static constexpr std::string_view tag = "channel";
    using Element::Element;
    explicit Channel(const Element &element) : Element(element) {}

    static constexpr Term<CharBackend> type{"@type"};
    static constexpr Text              path{"source/@path"};
    static constexpr Text              sourceMode{"source/@mode"};
    static constexpr Text              spiceChannel{"source/@channel"};
    static constexpr YesNo             clipboardCopyPaste{"source/clipboard/@copypaste"};
    static constexpr Text              targetType{"target/@type"};
    static constexpr Text              portName{"target/@name"};
    static constexpr auto all = std::tuple{type, path, sourceMode, spiceChannel, clipboardCopyPaste, targetType, portName};
};
