// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way when there is little room; the whole of it is the tooltip then. GUI thread.
#pragma once

#include <QLabel>

class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    /// Second-level text: paler than the rest, with the palette.
    void setFaint(bool faint);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_faint = false;
};
