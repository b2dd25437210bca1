// SPDX-License-Identifier: GPL-3.0-or-later
// The one button of a view that a person most likely wants: in the palette's accent. It paints itself, because
// styles mix the button colour with their own gradients until white words on it are hard to read. GUI thread.
#pragma once

#include <QPushButton>

class AccentButton final : public QPushButton {
    Q_OBJECT
public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};
