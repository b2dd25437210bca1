// SPDX-License-Identifier: GPL-3.0-or-later
// Searches what a terminal shows and has shown. Hidden until it is opened; Escape closes it. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class TerminalWidget;

class TerminalFindBar final : public QWidget {
    Q_OBJECT
public:
    /// The terminal outlives it.
    TerminalFindBar(TerminalWidget &terminal, QWidget *parent = nullptr);

    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Way { Up, Down };
    void find(Way way);

    TerminalWidget &m_terminal;
    QLineEdit *m_text;
    QLabel *m_outcome;
};
