// SPDX-License-Identifier: GPL-3.0-or-later
// The file that a machine begins with: its path to be typed, or looked for in a dialog that remembers its folder. Follows the
// context's media path, or what else it is told to. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

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
        QString browse = {};  ///< of the button; empty: as everywhere
    };

    /// Whose path it is.
    struct Target {
        std::function<QString()> path;
        std::function<void(const QString &)> set;
    };

    FileRow(WizardContext &context, Words words, QWidget *parent);
    FileRow(WizardContext &context, Words words, Target target, QWidget *parent);

    QWidget *firstField() const;
    QLabel *label() const { return m_label; }

private:
    void refresh();
    void browse();
    void askHost();

    WizardContext &m_context;
    Words m_words;
    Target m_target;
    QLabel *m_label;
    QLineEdit *m_path;
    QPushButton *m_fromHost;
};
