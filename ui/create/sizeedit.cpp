// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sizeedit.h"

#include "ui/create/markedslider.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace {
constexpr int stepsPerDoubling = 8;
constexpr quint64 mib = 1ULL << 20;
constexpr quint64 gib = 1ULL << 30;
constexpr quint64 tib = 1ULL << 40;

/// Shows "4" and "1.5", not "4.00" and "1.50".
class FigureBox final : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        const auto plain = locale();
        auto text = plain.toString(value, 'f', decimals());
        if (decimals() > 0) {
            const auto zero = plain.zeroDigit();
            while (text.endsWith(zero))
                text.chop(zero.size());
            if (text.endsWith(plain.decimalPoint()))
                text.chop(plain.decimalPoint().size());
        }
        return text;
    }
};
} // namespace

SizeEdit::SizeEdit(const QString &name, Style style, QWidget *parent)
    : QWidget(parent), m_figure(new FigureBox(this)), m_unit(new QComboBox(this))
{
    m_figure->setAccessibleName(name);
    m_figure->setRange(0, 1e6);
    m_figure->setKeyboardTracking(true);
    m_figure->setMinimumWidth(96);
    m_unit->setAccessibleName(tr("Unit of %1").arg(name));
    m_unit->addItem(tr("MiB"), mib);
    m_unit->addItem(tr("GiB"), gib);
    m_unit->addItem(tr("TiB"), tib);
    m_unit->setCurrentIndex(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (style == Style::WithSlider) {
        m_slider = new MarkedSlider(this);
        m_slider->setAccessibleName(name);
        connect(m_slider, &QSlider::valueChanged, this, &SizeEdit::takeSlider);
        row->addWidget(m_slider, 1);
    }
    row->addWidget(m_figure);
    row->addWidget(m_unit);
    if (!m_slider)
        row->addStretch();
    setFocusProxy(m_figure);
    setValue(Bytes::gib(2));
    connect(m_figure, &QDoubleSpinBox::valueChanged, this, &SizeEdit::takeFigure);
    connect(m_unit, &QComboBox::activated, this, &SizeEdit::changeUnit);
}

QWidget *SizeEdit::field() const
{
    return m_figure;
}

void SizeEdit::setSpan(Bytes least, Bytes most)
{
    if (m_least == least && m_most == most)
        return;
    m_least = least;
    m_most = std::max(least + least, most);
    showFigure();
}

void SizeEdit::setRecommended(Bytes value)
{
    if (!m_slider)
        return;
    const auto octaves = value.isZero() ? -1.0 : std::log2(double(value.count()) / double(m_least.count()));
    m_slider->setMark(octaves < 0 ? -1 : int(std::lround(octaves * stepsPerDoubling)));
}

void SizeEdit::setValue(Bytes value)
{
    if (m_value == value)
        return;
    m_value = value;
    const auto unit = m_unit->currentData().toULongLong();
    const bool tooSmall = value.count() < unit / 4;
    const bool tooLarge = value.count() >= unit * 4096;
    if ((tooSmall || tooLarge) && !value.isZero())
        m_unit->setCurrentIndex(value.count() >= 4 * tib ? 2 : value.count() >= gib ? 1 : 0);
    showFigure();
}

void SizeEdit::showFigure()
{
    const QSignalBlocker quiet(m_figure);
    const auto unit = m_unit->currentData().toULongLong();
    m_figure->setDecimals(unit == mib ? 0 : 2);
    m_figure->setSingleStep(unit == mib ? 256 : unit == gib ? 1 : 0.25);
    const double figure = double(m_value.count()) / double(unit);
    // Typing "4." must not be answered by rewriting it.
    if (std::abs(m_figure->value() - figure) > 0.004)
        m_figure->setValue(figure);
    if (!m_slider)
        return;
    const QSignalBlocker still(m_slider);
    const auto positionOf = [this](Bytes value) {
        return int(std::lround(std::log2(double(std::max(value, m_least).count()) / double(m_least.count())) * stepsPerDoubling));
    };
    m_slider->setRange(0, positionOf(m_most));
    m_slider->setPageStep(stepsPerDoubling);
    m_slider->setValue(positionOf(m_value));
}

void SizeEdit::takeFigure()
{
    const auto unit = m_unit->currentData().toULongLong();
    m_value = Bytes(quint64(std::llround(m_figure->value() * double(unit) / double(mib))) * mib);
    showFigure();
    Q_EMIT edited(m_value);
}

/// The amount stays; only its figure changes.
void SizeEdit::changeUnit()
{
    showFigure();
}

void SizeEdit::takeSlider(int position)
{
    const double exact = double(m_least.count()) * std::exp2(double(position) / stepsPerDoubling);
    // Round figures only: to 1/8 of the power of two below.
    const double grain = std::max(std::exp2(std::floor(std::log2(exact)) - 3), double(16 * mib));
    m_value = std::min(Bytes(quint64(std::llround(exact / grain) * std::llround(grain))), m_most);
    const QSignalBlocker still(m_slider);
    if (m_unit->currentData().toULongLong() == gib && m_value.count() < gib / 4)
        m_unit->setCurrentIndex(0);
    showFigure();
    Q_EMIT edited(m_value);
}
