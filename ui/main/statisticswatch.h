// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps measurements coming for hosts that somebody looks at, and for no others: none while the window is
// hidden or minimized. GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class Host;
class Inventory;
class QWidget;

class StatisticsWatch final : public QObject {
    Q_OBJECT
public:
    /// `isSeen` tells of a connected host whether something of it is on the screen.
    StatisticsWatch(Inventory &inventory, QWidget *window, std::function<bool(Host *)> isSeen);

    /// What is seen may have changed.
    void lookAgain() { m_look.start(); }
    /// The wanted pace has changed: measure at once, then at the new pace.
    void startAnew();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    Inventory &m_inventory;
    QWidget *m_window;
    std::function<bool(Host *)> m_isSeen;
    QHash<const Host *, std::shared_ptr<void>> m_tokens;
    QTimer m_look;
};
