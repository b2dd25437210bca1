// SPDX-License-Identifier: GPL-3.0-or-later
// The upper bar of a console: whose it is, and its tools, which lose their words where there is no room for all of
// them. GUI thread.
#pragma once

#include <QList>
#include <QWidget>

class ElidedLabel;
class QHBoxLayout;
class QLabel;
class QToolButton;

class ConsoleToolbar final : public QWidget {
    Q_OBJECT
public:
    explicit ConsoleToolbar(QWidget *parent = nullptr);

    void setTitle(const QString &name, const QString &place);
    QString name() const;
    /// After those that are there; becomes a child of the bar.
    void addTool(QToolButton *tool);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QLabel *m_name;
    ElidedLabel *m_place;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_worded; ///< tools with words beside their icon, where there is room
};
