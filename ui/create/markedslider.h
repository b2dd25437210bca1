// SPDX-License-Identifier: GPL-3.0-or-later
// A slider with a small mark under the recommended position. GUI thread.
#pragma once

#include <QSlider>

class MarkedSlider final : public QSlider {
    Q_OBJECT
public:
    explicit MarkedSlider(QWidget *parent = nullptr);

    /// In the slider's own range; below its minimum takes the mark away.
    void setMark(int position);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_mark = -1;
};
