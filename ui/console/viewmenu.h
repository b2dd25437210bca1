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

private:
    void addScale(QMenu *menu, const QString &text, const ConsoleChoices::Scale &scale);
    QAction *addSwitch(const QString &text, bool (ConsoleChoices::*is)() const, void (ConsoleChoices::*set)(bool));
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
    struct Switch {
        QAction *action;
        bool (ConsoleChoices::*is)() const;
    };
    QList<Switch> m_switches;
};
