// SPDX-License-Identifier: GPL-3.0-or-later
// A failure inside a window: what happened, what it means, what to do, and the original text folded away. GUI thread.
#pragma once

#include "ui/common/errortext.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

class ErrorPanel final : public QFrame {
    Q_OBJECT
public:
    explicit ErrorPanel(QWidget *parent = nullptr);

    /// Shows the text and folds the details; an empty headline hides the panel.
    void setError(const ErrorText &text);
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fold(bool open);
    void placeWords();

    ErrorText m_text;
    QLabel *m_what;
    QLabel *m_means;
    QLabel *m_next;
    QToolButton *m_details;
    QPlainTextEdit *m_original;
    QPushButton *m_copy;
};
