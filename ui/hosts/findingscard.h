// SPDX-License-Identifier: GPL-3.0-or-later
// What a person should know about a host: good and bad, each with a sign and a sentence. GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "ui/common/card.h"

#include <vector>

class QLabel;
class QVBoxLayout;

class FindingsCard final : public Card {
    Q_OBJECT
public:
    enum class Weight { Good, Warning, Bad };
    struct Line {
        Weight weight;
        QString text;
        friend bool operator==(const Line &, const Line &) = default;
    };

    explicit FindingsCard(QWidget *parent = nullptr);

    void setLines(const std::vector<Line> &lines);
    static Weight weightOf(HostFinding::Kind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Line> m_lines;
    std::vector<QLabel *> m_labels;
    QLabel *m_count;
    QVBoxLayout *m_layout;
};
