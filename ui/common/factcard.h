// SPDX-License-Identifier: GPL-3.0-or-later
// A card with a title and rows of name, value and an extra at the far side. Values can be selected and copied. GUI thread.
#pragma once

#include "ui/common/card.h"

#include <vector>

class ElidedLabel;
class QGridLayout;
class QLabel;
class QToolButton;

class FactCard final : public Card {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QString value;
        QString extra;
        bool copies = false; ///< a button copies the extra, or the value where there is no extra
        bool bad = false;
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit FactCard(const QString &title, QWidget *parent = nullptr);

    /// Changes only what differs.
    void setRows(const std::vector<Row> &rows);
    /// Width of the names, in average characters.
    void setNameWidth(int characters) { m_nameCharacters = characters; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QWidget *widget;
        ElidedLabel *name;
        ElidedLabel *value;
        ElidedLabel *extra;
        QToolButton *copy;
    };
    Line makeLine();
    void write(const Line &line, const Row &row);
    void fitNames();

    std::vector<Row> m_rows;
    std::vector<Line> m_lines;
    int m_nameCharacters = 15;
};
