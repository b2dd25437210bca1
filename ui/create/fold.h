// SPDX-License-Identifier: GPL-3.0-or-later
// A heading that opens and closes what is below it: settings that most people leave alone. GUI thread.
#pragma once

#include <QWidget>

class QToolButton;

class Fold final : public QWidget {
    Q_OBJECT
public:
    /// `title` with its mnemonic. Closed at first; takes the content over.
    Fold(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setOpen(bool open);
    bool isOpen() const;

private:
    QToolButton *m_heading;
    QWidget *m_content;
};
