// SPDX-License-Identifier: GPL-3.0-or-later
// Key combinations that a desktop keeps for itself, to be sent to a guest. GUI thread.
#pragma once

#include <QList>
#include <QMenu>

class SendKeysMenu final : public QMenu {
    Q_OBJECT
public:
    explicit SendKeysMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    /// X11 keysyms, in the order of pressing.
    void chosen(const QList<quint32> &keysyms);

private:
    void add(const QString &text, const QList<quint32> &keysyms);
};
