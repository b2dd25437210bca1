// SPDX-License-Identifier: GPL-3.0-or-later
// The upper bar of a console: whose it is, and its tools. GUI thread.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

class ConsoleToolbar final : public QWidget {
    Q_OBJECT
public:
    explicit ConsoleToolbar(QWidget *parent = nullptr);

    void setTitle(const QString &name, const QString &place);
    QString name() const;
    /// After those that are there; becomes a child of the bar.
    void addTool(QWidget *tool);

private:
    QLabel *m_name;
    QLabel *m_place;
    QHBoxLayout *m_row;
};
