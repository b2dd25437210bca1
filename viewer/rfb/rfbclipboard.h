// SPDX-License-Identifier: GPL-3.0-or-later
// The extended clipboard of RFB as bytes: what a client or server tells the other about its clipboard, and text in
// UTF-8. Rich text, HTML and bitmaps are passed over. Pure functions.
// https://github.com/rfbproto/rfbproto/blob/master/rfbproto.rst#extended-clipboard-pseudo-encoding
#pragma once

#include <QByteArray>

#include <optional>

namespace rfbclipboard {

enum class Action {
    Capabilities, ///< what the sender takes
    Request,      ///< asks for text
    Peek,         ///< asks for a Notify
    Notify,       ///< what the sender's clipboard holds
    Provide,      ///< the text
};

struct Message {
    Action action = Action::Notify;
    bool hasText = false; ///< whether text is among the formats
    QByteArray text;      ///< of Provide: UTF-8, \n at the ends of lines
};

/// The body of a cut text message with a negative length. Nothing where it makes no sense, or inflates to more than
/// `most` bytes.
std::optional<Message> parse(const QByteArray &body, qint64 most);

/// How the text travels: as the protocol says, or as it is. QEMU hands it on to the guest's agent without a change.
enum class Text { AsSpecified, AsIs };

// Whole messages of a client.
/// Text, and only when asked for.
QByteArray capabilities();
QByteArray request();
QByteArray notify(bool text);
/// Nothing where text or message would be larger than `most`.
std::optional<QByteArray> provide(const QByteArray &text, Text form, qint64 most);

} // namespace rfbclipboard
