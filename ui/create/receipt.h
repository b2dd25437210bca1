// SPDX-License-Identifier: GPL-3.0-or-later
// "Your machine": what the recipe comes to so far, at the right of the wizard. GUI thread.
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

class QLabel;
class QVBoxLayout;
class WizardContext;

class Receipt final : public QWidget {
    Q_OBJECT
public:
    explicit Receipt(WizardContext &context, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QWidget *row;
        QLabel *label;
        QLabel *value;
    };
    void refresh();
    Line &lineAt(size_t index);

    WizardContext &m_context;
    QVBoxLayout *m_column;
    std::vector<Line> m_lines;
    QLabel *m_note;
};
