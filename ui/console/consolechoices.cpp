// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolechoices.h"

#include "core/settings/settings.h"

#include <QLocale>

#include <optional>
#include <utility>

namespace {
using Scaling = ConsoleWidget::Scaling;

constexpr std::pair<PictureQuality, QLatin1StringView> qualities[] = {
    {PictureQuality::Automatic, QLatin1StringView("automatic")}, {PictureQuality::Best, QLatin1StringView("best")},
    {PictureQuality::Balanced, QLatin1StringView("balanced")}, {PictureQuality::Fast, QLatin1StringView("fast")}};

std::optional<ConsoleScale> scaleOf(const QString &word)
{
    if (word == u"fit")
        return ConsoleScale{Scaling::Fit};
    if (word == u"1:1")
        return ConsoleScale{Scaling::OneToOne};
    if (word == u"fill")
        return ConsoleScale{Scaling::Fill};
    if (word == u"integer")
        return ConsoleScale{Scaling::Integer};
    if (word.endsWith(u'%')) {
        const int percent = QStringView(word).chopped(1).toInt();
        if (percent >= ConsoleWidget::leastPercent && percent <= ConsoleWidget::mostPercent)
            return ConsoleScale{Scaling::Percent, percent};
    }
    return std::nullopt;
}

QString wordOf(const ConsoleScale &scale)
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

/// The keyboard of this program's language.
QString layoutHere()
{
    const QLocale here;
    switch (here.language()) {
    case QLocale::German: return QStringLiteral("de");
    case QLocale::French: return QStringLiteral("fr");
    case QLocale::Spanish: return QStringLiteral("es");
    case QLocale::Italian: return QStringLiteral("it");
    default: return here.territory() == QLocale::UnitedKingdom ? QStringLiteral("gb") : QStringLiteral("us");
    }
}

/// "consoleGeometry", and "consoleGeometry2" of the second display.
QByteArray geometryKey(int head)
{
    return head == 0 ? QByteArray("consoleGeometry") : "consoleGeometry" + QByteArray::number(head + 1);
}

bool yes(const Settings &)
{
    return true;
}

bool no(const Settings &)
{
    return false;
}
} // namespace

constinit const ConsoleChoice<ConsoleScale> choice::scale{QLatin1StringView("consoleScaling"), [](const Settings &settings) {
    return scaleOf(settings.get(keys::consoleScaling)).value_or(ConsoleScale{});
}};
constinit const ConsoleChoice<bool> choice::smooth{QLatin1StringView("consoleSmooth"), yes};
constinit const ConsoleChoice<bool> choice::guestFollows{QLatin1StringView("consoleGuestFollows"), [](const Settings &settings) {
    return settings.get(keys::consoleGuestFollows);
}};
constinit const ConsoleChoice<bool> choice::connects{QLatin1StringView("consoleConnects"), [](const Settings &settings) {
    return settings.get(keys::consoleConnects);
}};
constinit const ConsoleChoice<bool> choice::viewOnly{QLatin1StringView("consoleViewOnly"), no};
constinit const ConsoleChoice<PictureQuality> choice::quality{QLatin1StringView("consoleQuality"), [](const Settings &) {
    return PictureQuality::Automatic;
}};
constinit const ConsoleChoice<bool> choice::clipboard{QLatin1StringView("consoleClipboard"), yes};
constinit const ConsoleChoice<bool> choice::muted{QLatin1StringView("consoleMuted"), no};
constinit const ConsoleChoice<QString> choice::typingLayout{QLatin1StringView("consoleTypingLayout"), [](const Settings &) { return layoutHere(); }};
constinit const ConsoleChoice<QString> choice::monitor{QLatin1StringView("consoleMonitor"), [](const Settings &) { return QString(); }};

QVariant ConsoleChoices::stored(QLatin1StringView name) const
{
    return m_settings->machineValue(m_key, name);
}

void ConsoleChoices::store(QLatin1StringView name, const QVariant &value)
{
    m_settings->setMachineValue(m_key, name, value);
}

void ConsoleChoices::read(const QVariant &stored, bool &value)
{
    if (stored.isValid())
        value = stored.toBool();
}

void ConsoleChoices::read(const QVariant &stored, QString &value)
{
    if (const auto word = stored.toString(); !word.isEmpty())
        value = word;
}

void ConsoleChoices::read(const QVariant &stored, ConsoleScale &value)
{
    value = scaleOf(stored.toString()).value_or(value);
}

void ConsoleChoices::read(const QVariant &stored, PictureQuality &value)
{
    for (const auto &[quality, word] : qualities) {
        if (stored.toString() == word)
            value = quality;
    }
}

QVariant ConsoleChoices::asStored(const ConsoleScale &value)
{
    return wordOf(value);
}

QVariant ConsoleChoices::asStored(PictureQuality value)
{
    for (const auto &[quality, word] : qualities) {
        if (quality == value)
            return QString(word);
    }
    return {};
}

QByteArray ConsoleChoices::geometry(int head) const
{
    return m_settings->machineValue(m_key, QLatin1StringView(geometryKey(head))).toByteArray();
}

void ConsoleChoices::setGeometry(int head, const QByteArray &geometry)
{
    m_settings->setMachineValue(m_key, QLatin1StringView(geometryKey(head)), geometry);
}
