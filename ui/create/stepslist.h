// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard's steps at the left: numbered, one current, a sign on those that something is missing in. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QAbstractButton;

class StepsList final : public QWidget {
    Q_OBJECT
public:
    StepsList(const QString &title, const QStringList &steps, QWidget *parent = nullptr);

    void setCurrent(int step);
    /// Steps that do not lead anywhere just now are left out, and the others counted.
    void setShown(const std::vector<bool> &shown);
    void setTroubled(int step, bool troubled);

Q_SIGNALS:
    void chosen(int step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<QAbstractButton *> m_buttons;
};
