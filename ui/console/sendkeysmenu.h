// SPDX-License-Identifier: GPL-3.0-or-later
// Key combinations that a desktop keeps for itself, and a person's own, to be sent to a guest. GUI thread.
#pragma once

#include <QList>
#include <QMenu>

class Settings;

class SendKeysMenu final : public QMenu {
    Q_OBJECT
public:
    /// `settings` holds the person's own combinations, and outlives this.
    explicit SendKeysMenu(const Settings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    /// X11 keysyms, in the order of pressing.
    void chosen(const QList<quint32> &keysyms);

private:
    QAction *add(const QString &text, const QString &combination);
    void listOwn();

    const Settings &m_settings;
    QAction *m_end;          ///< own ones stand before it
    QList<QAction *> m_own;
};
