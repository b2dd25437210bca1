// SPDX-License-Identifier: GPL-3.0-or-later
// The file that a machine begins with: its path to be typed, or looked for in a dialog that remembers its folder. Follows the
// context's media path. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class WizardContext;

class FileRow final : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString label;        ///< with its mnemonic
        QString placeholder;
        QString dialogTitle;
        QStringList filters;  ///< of the dialog
        bool isOnHostToo = false; ///< the host may be asked for what it has
    };

    FileRow(WizardContext &context, Words words, QWidget *parent);

    QWidget *firstField() const;

private:
    void refresh();
    void browse();
    void askHost();

    WizardContext &m_context;
    Words m_words;
    QLineEdit *m_path;
    QPushButton *m_fromHost;
};
