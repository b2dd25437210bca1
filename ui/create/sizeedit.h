// SPDX-License-Identifier: GPL-3.0-or-later
// An amount of memory or storage to edit: a number and its unit, with an optional slider that doubles
// evenly and marks what is recommended. GUI thread.
#pragma once

#include "core/base/bytes.h"

#include <QWidget>

class MarkedSlider;
class QComboBox;
class QDoubleSpinBox;

class SizeEdit final : public QWidget {
    Q_OBJECT
public:
    enum class Style { Plain, WithSlider };
    SizeEdit(const QString &name, Style style, QWidget *parent = nullptr);

    Bytes value() const { return m_value; }
    /// Keeps the unit that the person chose where the figure stays readable in it.
    void setValue(Bytes value);
    /// What the slider spans; the number may go beyond, so that a finding can say what is wrong.
    void setSpan(Bytes least, Bytes most);
    void setRecommended(Bytes value);
    /// For a label's buddy.
    QWidget *field() const;

Q_SIGNALS:
    void edited(Bytes value);

private:
    void showFigure();
    void takeFigure();
    void changeUnit();
    void takeSlider(int position);

    Bytes m_value;
    Bytes m_least = Bytes::mib(64);
    Bytes m_most = Bytes::gib(64);
    QDoubleSpinBox *m_figure;
    QComboBox *m_unit;
    MarkedSlider *m_slider = nullptr;
};
