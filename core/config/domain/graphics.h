// SPDX-License-Identifier: GPL-3.0-or-later
// A display server of the hypervisor. https://libvirt.org/formatdomain.html#graphical-framebuffers
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct GraphicsTypeTag;
using GraphicsType = Word<GraphicsTypeTag>;
namespace graphicsTypes {
inline GraphicsType vnc() { return GraphicsType(QStringLiteral("vnc")); }
inline GraphicsType spice() { return GraphicsType(QStringLiteral("spice")); }
} // namespace graphicsTypes

class Graphics final : public Element {
public:
    static constexpr std::string_view tag = "graphics";
    using Element::Element;
    explicit Graphics(const Element &element) : Element(element) {}

    static constexpr Term<GraphicsType> type{"@type"};
    static constexpr Text               port{"@port"}; ///< -1: none yet
    static constexpr Text               tlsPort{"@tlsPort"};
    static constexpr YesNo              autoPort{"@autoport"};
    static constexpr Text               listen{"@listen"};
    static constexpr Text               socket{"@socket"};
    static constexpr Text               password{"@passwd"};
    static constexpr Text               keymap{"@keymap"};
    static constexpr Text               sharePolicy{"@sharePolicy"};
    static constexpr Text               defaultMode{"@defaultMode"};
    static constexpr Text               listenType{"listen/@type"};
    static constexpr Text               listenAddress{"listen/@address"};
    static constexpr Text               listenSocket{"listen/@socket"};
    static constexpr YesNo              gl{"gl/@enable"};
    static constexpr Text               renderNode{"gl/@rendernode"};
    static constexpr Text               imageCompression{"image/@compression"};
    static constexpr YesNo              clipboardCopyPaste{"clipboard/@copypaste"};
    static constexpr YesNo              fileTransfer{"filetransfer/@enable"};
    static constexpr auto all = std::tuple{type, port, tlsPort, autoPort, listen, socket, password, keymap, sharePolicy, defaultMode,
                                           listenType, listenAddress, listenSocket, gl, renderNode, imageCompression, clipboardCopyPaste,
                                           fileTransfer};
};
