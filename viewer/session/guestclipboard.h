// SPDX-License-Identifier: GPL-3.0-or-later
// The clipboard that a guest shares with the desktop, as one session offers it. Contents travel only when the other
// side pastes: first it is said what there is, then one form of it is asked for. GUI thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

/// Text is UTF-8 with \n at the ends of lines, an image is PNG.
enum class ClipboardForm { Text, Image };

class GuestClipboard : public QObject {
    Q_OBJECT
public:
    /// Largest content taken from a guest or given to it, in bytes.
    static constexpr qint64 largest = 64LL << 20;

    using QObject::QObject;

    /// Whether the guest takes part at present, and in which forms.
    virtual QList<ClipboardForm> forms() const = 0;
    /// Whether the guest's side is known to be there. A protocol that does not tell knows once something came from it.
    virtual bool isHeardOf() const { return true; }
    /// The desktop's clipboard holds these forms now; none: it is empty. The guest may ask by wanted().
    virtual void offer(const QList<ClipboardForm> &forms) = 0;
    /// The answer to wanted(); empty where the desktop has nothing any more.
    virtual void provide(ClipboardForm form, const QByteArray &content) = 0;
    /// Asks the guest for what it offered; received() follows, empty where it has nothing any more.
    virtual void request(ClipboardForm form) = 0;

Q_SIGNALS:
    void formsChanged();
    void heardOf();
    /// The guest's clipboard holds these forms now; none: it is empty.
    void offered(const QList<ClipboardForm> &forms);
    void wanted(ClipboardForm form);
    void received(ClipboardForm form, const QByteArray &content);
};
