// SPDX-License-Identifier: GPL-3.0-or-later
// libvncclient's own decoders, to compare with: given the bytes of framebuffer updates, what would it show?
#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

/// Nothing where the library refuses one of the `count` messages. The fourth byte of a pixel is all ones.
std::optional<QImage> shownByLibrary(QSize size, const QByteArray &bytes, int count);
