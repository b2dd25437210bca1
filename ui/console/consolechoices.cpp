// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolechoices.h"

#include "core/settings/settings.h"

#include <QLocale>

#include <utility>

namespace {
using Scaling = ConsoleWidget::Scaling;

constexpr QLatin1StringView scalingKey("consoleScaling");
constexpr QLatin1StringView smoothKey("consoleSmooth");
constexpr QLatin1StringView followsKey("consoleGuestFollows");
constexpr QLatin1StringView connectsKey("consoleConnects");
constexpr QLatin1StringView qualityKey("consoleQuality");
constexpr QLatin1StringView clipboardKey("consoleClipboard");
constexpr QLatin1StringView mutedKey("consoleMuted");
constexpr QLatin1StringView layoutKey("consoleTypingLayout");
constexpr QLatin1StringView monitorKey("consoleMonitor");

ConsoleChoices::Scale scaleOf(const QString &word)
{
    if (word == u"1:1")
        return {Scaling::OneToOne};
    if (word == u"fill")
        return {Scaling::Fill};
    if (word == u"integer")
        return {Scaling::Integer};
    if (word.endsWith(u'%')) {
        const int percent = QStringView(word).chopped(1).toInt();
        if (percent >= ConsoleWidget::leastPercent && percent <= ConsoleWidget::mostPercent)
            return {Scaling::Percent, percent};
    }
    return {};
}

QString wordOf(const ConsoleChoices::Scale &scale)
{
    switch (scale.mode) {
    case Scaling::Fit: break;
    case Scaling::Fill: return QStringLiteral("fill");
    case Scaling::OneToOne: return QStringLiteral("1:1");
    case Scaling::Integer: return QStringLiteral("integer");
    case Scaling::Percent: return QStringLiteral("%1%").arg(scale.percent);
    }
    return QStringLiteral("fit");
}

/// "consoleGeometry2": of the second display.
QByteArray headKey(int number)
{
    return "consoleGeometry" + QByteArray::number(number + 1);
}
} // namespace

ConsoleChoices::Scale ConsoleChoices::scale() const
{
    const auto own = m_settings->machineValue(m_key, scalingKey).toString();
    return scaleOf(own.isEmpty() ? m_settings->get(keys::consoleScaling) : own);
}

void ConsoleChoices::setScale(const Scale &scale)
{
    m_settings->setMachineValue(m_key, scalingKey, wordOf(scale));
}

bool ConsoleChoices::isSmooth() const
{
    const auto own = m_settings->machineValue(m_key, smoothKey);
    return !own.isValid() || own.toBool();
}

void ConsoleChoices::setSmooth(bool smooth)
{
    m_settings->setMachineValue(m_key, smoothKey, smooth);
}

bool ConsoleChoices::guestFollows() const
{
    const auto own = m_settings->machineValue(m_key, followsKey);
    return own.isValid() ? own.toBool() : m_settings->get(keys::consoleGuestFollows);
}

void ConsoleChoices::setGuestFollows(bool follows)
{
    m_settings->setMachineValue(m_key, followsKey, follows);
}

bool ConsoleChoices::connectsByItself() const
{
    const auto own = m_settings->machineValue(m_key, connectsKey);
    return own.isValid() ? own.toBool() : m_settings->get(keys::consoleConnects);
}

void ConsoleChoices::setConnectsByItself(bool connects)
{
    m_settings->setMachineValue(m_key, connectsKey, connects);
}

namespace {
constexpr std::pair<PictureQuality, QLatin1StringView> qualities[] = {
    {PictureQuality::Automatic, QLatin1StringView("automatic")}, {PictureQuality::Best, QLatin1StringView("best")},
    {PictureQuality::Balanced, QLatin1StringView("balanced")}, {PictureQuality::Fast, QLatin1StringView("fast")}};
} // namespace

PictureQuality ConsoleChoices::quality() const
{
    const auto own = m_settings->machineValue(m_key, qualityKey).toString();
    for (const auto &[quality, word] : qualities) {
        if (own == word)
            return quality;
    }
    return PictureQuality::Automatic;
}

void ConsoleChoices::setQuality(PictureQuality quality)
{
    for (const auto &[known, word] : qualities) {
        if (quality == known)
            m_settings->setMachineValue(m_key, qualityKey, QString(word));
    }
}

bool ConsoleChoices::sharesClipboard() const
{
    const auto own = m_settings->machineValue(m_key, clipboardKey);
    return !own.isValid() || own.toBool();
}

void ConsoleChoices::setSharesClipboard(bool shares)
{
    m_settings->setMachineValue(m_key, clipboardKey, shares);
}

bool ConsoleChoices::isMuted() const
{
    return m_settings->machineValue(m_key, mutedKey).toBool();
}

void ConsoleChoices::setMuted(bool muted)
{
    m_settings->setMachineValue(m_key, mutedKey, muted);
}

QString ConsoleChoices::typingLayout() const
{
    const auto own = m_settings->machineValue(m_key, layoutKey).toString();
    if (!own.isEmpty())
        return own;
    const QLocale here;
    switch (here.language()) {
    case QLocale::German: return QStringLiteral("de");
    case QLocale::French: return QStringLiteral("fr");
    case QLocale::Spanish: return QStringLiteral("es");
    case QLocale::Italian: return QStringLiteral("it");
    default: return here.territory() == QLocale::UnitedKingdom ? QStringLiteral("gb") : QStringLiteral("us");
    }
}

void ConsoleChoices::setTypingLayout(const QString &layout)
{
    m_settings->setMachineValue(m_key, layoutKey, layout);
}

QString ConsoleChoices::monitor() const
{
    return m_settings->machineValue(m_key, monitorKey).toString();
}

void ConsoleChoices::setMonitor(const QString &name)
{
    m_settings->setMachineValue(m_key, monitorKey, name);
}

QByteArray ConsoleChoices::headGeometry(int number) const
{
    return m_settings->machineValue(m_key, QLatin1StringView(headKey(number))).toByteArray();
}

void ConsoleChoices::setHeadGeometry(int number, const QByteArray &geometry)
{
    m_settings->setMachineValue(m_key, QLatin1StringView(headKey(number)), geometry);
}
