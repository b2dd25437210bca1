// SPDX-License-Identifier: GPL-3.0-or-later
// A push button for an action: follows its text, state and tooltip, in the desktop's own button look. GUI thread.
#pragma once

#include <QPushButton>

class QAction;

class VerbButton final : public QPushButton {
    Q_OBJECT
public:
    explicit VerbButton(QAction *action, QWidget *parent = nullptr);
    /// Without an action, e.g. for a menu.
    explicit VerbButton(const QString &text, QWidget *parent = nullptr);
    /// Away while its action cannot be used.
    void hideWhileDisabled();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    static int heightFor(const QFontMetrics &metrics) { return metrics.height() + 14; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QAction *m_action = nullptr;
    bool m_hides = false;
};
