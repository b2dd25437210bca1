// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/property.h"

#include <limits>

namespace {

std::optional<bool> readEither(const Element &element, std::string_view path, QLatin1StringView yes, QLatin1StringView no)
{
    const auto text = element.text(path);
    if (text && *text == yes)
        return true;
    if (text && *text == no)
        return false;
    return std::nullopt;
}

// QString::toULongLong() accepts a sign and spaces; libvirt does not write them, and a sign here is a mistake.
std::optional<quint64> readNumber(const QString &text)
{
    const auto digits = text.trimmed();
    if (digits.isEmpty() || digits.startsWith(u'-') || digits.startsWith(u'+'))
        return std::nullopt;
    bool ok = false;
    const auto value = digits.toULongLong(&ok);
    return ok ? std::optional<quint64>(value) : std::nullopt;
}

} // namespace

void Flag::write(Element &element, bool value) const
{
    if (value)
        element.ensure(path);
    else
        element.erase(path);
}

std::optional<quint64> Number::read(const Element &element) const
{
    const auto text = element.text(path);
    return text ? readNumber(*text) : std::nullopt;
}

std::optional<bool> OnOff::read(const Element &element) const
{
    return readEither(element, path, QLatin1StringView("on"), QLatin1StringView("off"));
}

void OnOff::write(Element &element, bool value) const
{
    element.setText(path, value ? QStringLiteral("on") : QStringLiteral("off"));
}

std::optional<bool> YesNo::read(const Element &element) const
{
    return readEither(element, path, QLatin1StringView("yes"), QLatin1StringView("no"));
}

void YesNo::write(Element &element, bool value) const
{
    element.setText(path, value ? QStringLiteral("yes") : QStringLiteral("no"));
}

std::optional<Bytes> Size::read(const Element &element) const
{
    const auto target = element.find(path);
    if (!target.isValid())
        return std::nullopt;
    const auto amount = readNumber(target.text({}).value_or(QString()));
    const auto scale = bytesPerUnit(target.text("@unit").value_or(QStringLiteral("KiB")));
    if (!amount || !scale || *amount > std::numeric_limits<quint64>::max() / *scale)
        return std::nullopt;
    return Bytes(*amount * *scale);
}

void Size::write(Element &element, Bytes value) const
{
    auto target = element.ensure(path);
    const auto unit = target.text("@unit").value_or(QStringLiteral("KiB"));
    const auto scale = bytesPerUnit(unit);
    if (scale && value.count() % *scale == 0) {
        target.setText({}, QString::number(value.count() / *scale));
    } else if (value.count() % 1024 == 0) {
        target.setText("@unit", QStringLiteral("KiB"));
        target.setText({}, QString::number(value.inKib()));
    } else {
        target.setText("@unit", QStringLiteral("bytes"));
        target.setText({}, QString::number(value.count()));
    }
}

std::optional<quint64> bytesPerUnit(const QString &unit)
{
    const auto word = unit.trimmed().toLower();
    if (word == u"b" || word == u"byte" || word == u"bytes")
        return 1;
    if (word.isEmpty())
        return std::nullopt;
    const auto power = QStringView(u"kmgtpe").indexOf(word.front()) + 1;
    const auto suffix = QStringView(word).sliced(1);
    if (power == 0 || !(suffix.isEmpty() || suffix == u"ib" || suffix == u"b"))
        return std::nullopt;
    quint64 scale = 1;
    for (int i = 0; i < power; ++i)
        scale *= suffix == u"b" ? 1000 : 1024;
    return scale;
}
