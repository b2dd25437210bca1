// SPDX-License-Identifier: GPL-3.0-or-later
// A row of tabs marked by a line under the present one. A QTabBar to the keyboard and to screen readers. GUI thread.
#pragma once

#include <QTabBar>

class UnderlineTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit UnderlineTabs(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;
};
