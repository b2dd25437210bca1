// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as lines under a field or in the review: a sign and a sentence each; nothing to say takes no room. GUI thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QWidget>

#include <initializer_list>
#include <vector>

class QLabel;

class FindingLines final : public QWidget {
    Q_OBJECT
public:
    /// Shows those of `fields`; all of them when empty.
    explicit FindingLines(std::initializer_list<RecipeFinding::Field> fields, QWidget *parent = nullptr);

    void show(const std::vector<RecipeFinding> &findings);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintWords();

    std::vector<RecipeFinding::Field> m_fields;
    std::vector<RecipeFinding> m_shown;
    QLabel *m_label;
};
