// SPDX-License-Identifier: GPL-3.0-or-later
// How a console's picture is shown: scale, sharpness, whether the guest follows, on which monitor it fills the
// screen, and the guest's further displays. GUI thread.
#pragma once

#include "ui/console/consolechoices.h"

#include <QMenu>

class ConsoleLink;
class QActionGroup;

class ViewMenu final : public QMenu {
    Q_OBJECT
public:
    /// All outlive this.
    ViewMenu(ConsoleChoices &choices, const ConsoleLink &link, QWidget *parent = nullptr);

    /// Shows what the choices are now.
    void refresh();

Q_SIGNALS:
    /// The choices are others.
    void changed();
    /// Fills that monitor; empty: the one that the window is on.
    void fullScreenRequested(const QString &monitor);
    /// A further display of the guest's, from 1 on.
    void headRequested(int number);
    /// So many displays in all.
    void headCountRequested(int count);
    /// A person wants to look only, or to work again.
    void viewOnlyChosen(bool on);

private:
    void addScale(QMenu *menu, const QString &text, const ConsoleScale &scale);
    QAction *addSwitch(const QString &text, const ConsoleChoice<bool> &choice);
    void listMonitors();
    void listHeads();
    void addQualities();

    ConsoleChoices &m_choices;
    const ConsoleLink &m_link;
    QActionGroup *m_scales;
    QMenu *m_monitors;
    QMenu *m_heads;
    QMenu *m_quality;
    QAction *m_follows;
    QAction *m_viewOnly;
    struct Switch {
        QAction *action;
        const ConsoleChoice<bool> *choice;
    };
    QList<Switch> m_switches;
};
