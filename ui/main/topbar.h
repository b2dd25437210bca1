// SPDX-License-Identifier: GPL-3.0-or-later
// The window's upper edge: the two ways in, the search field, the menu. GUI thread.
#pragma once

#include <QWidget>

class AccentButton;
class QAction;
class QLineEdit;
class QMenu;
class QToolButton;

class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(QAction *newMachine, QAction *addHost, QMenu *menu, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    void openMenu();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *m_field;
    QToolButton *m_menu;
    QMenu *m_list;
};
