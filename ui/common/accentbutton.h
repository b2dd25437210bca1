// SPDX-License-Identifier: GPL-3.0-or-later
// The one button of a view that a person most likely wants: in the palette's accent. GUI thread.
#pragma once

#include <QPushButton>

class AccentButton final : public QPushButton {
    Q_OBJECT
public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
};
