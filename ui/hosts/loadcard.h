// SPDX-License-Identifier: GPL-3.0-or-later
// A figure of a host with a bar: how much of what there is. GUI thread.
#pragma once

#include "ui/common/card.h"

#include <QColor>

#include <optional>

class LoadCard final : public Card {
    Q_OBJECT
public:
    explicit LoadCard(const QString &name, QWidget *parent = nullptr);

    void setColour(const QColor &colour);
    /// `fraction` 0 … 1; nothing: no bar. Above 1 the bar is full and in the colour of a warning.
    void show(const QString &value, std::optional<double> fraction);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_value;
    std::optional<double> m_fraction;
    QColor m_colour;
};
