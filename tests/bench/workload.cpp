// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload.h"

#include "tests/bench/screens.h"
#include "tests/support/rfbencoders.h"
#include "tests/support/rfbserver.h"

#include <functional>

namespace {

using rfbencoders::Tight;

enum Encoding : qint32 { Raw = 0, HextileEncoding = 5, TightEncoding = 7, ZrleEncoding = 16 };

QByteArray rawUpdate(const QImage &image)
{
    return RfbServer::update({RfbServer::raw(image)});
}

QByteArray hextileUpdate(const QImage &image)
{
    return RfbServer::update({RfbServer::rectangle(image.rect(), HextileEncoding, rfbencoders::hextile(image))});
}

/// Strips of at most 65536 pixels, as servers send them.
QByteArray tightUpdate(Tight &encoder, const QImage &image, Tight::Form form, bool fresh)
{
    const int height = qMax(1, 65536 / image.width());
    QList<QByteArray> rectangles;
    for (int y = 0; y < image.height(); y += height) {
        const QRect area = QRect(0, y, image.width(), height) & image.rect();
        rectangles += RfbServer::rectangle(area, TightEncoding, encoder.encode(image.copy(area), form, {}, fresh));
    }
    return RfbServer::update(rectangles);
}

struct Recipe {
    QByteArray name;
    bool text;
    std::function<QByteArray(const QImage &, bool fresh)> encode;
};

QList<Recipe> recipes()
{
    auto zrle = std::make_shared<rfbencoders::Zrle>();
    auto tight = std::make_shared<Tight>();
    const auto asZrle = [zrle](const QImage &image, bool fresh) {
        return RfbServer::update(
            {RfbServer::rectangle(image.rect(), ZrleEncoding, zrle->encode(image, {}, fresh))});
    };
    const auto asTight = [tight](Tight::Form form) {
        return [tight, form](const QImage &image, bool fresh) { return tightUpdate(*tight, image, form, fresh); };
    };
    return {
        {"scroll-hextile", true, [](const QImage &image, bool) { return hextileUpdate(image); }},
        {"scroll-zrle", true, asZrle},
        {"scroll-tight", true, asTight(Tight::Form::Full)},
        {"scroll-palette", true, asTight(Tight::Form::Smallest)},
        {"scroll-copy", true, {}},
        {"video-raw", false, [](const QImage &image, bool) { return rawUpdate(image); }},
        {"video-zrle", false, asZrle},
        {"video-tight", false, asTight(Tight::Form::Full)},
        {"video-gradient", false, asTight(Tight::Form::Gradient)},
        {"video-jpeg", false, asTight(Tight::Form::Jpeg)},
    };
}

// What a server that notices scrolling sends: the picture moves up a line, and the last line is new.
QByteArray scrolledUpdate(const QImage &image)
{
    const int line = screens::lineHeight;
    const QRect moved(0, 0, image.width(), image.height() - line);
    const QRect below(0, moved.height(), image.width(), line);
    return RfbServer::update({RfbServer::copyRect(moved, {0, line}),
                              RfbServer::rectangle(below, HextileEncoding, rfbencoders::hextile(image.copy(below)))});
}

} // namespace

QList<QByteArray> Workload::names()
{
    QList<QByteArray> all;
    for (const Recipe &each : recipes())
        all += each.name;
    return all;
}

std::optional<Workload> Workload::make(const QByteArray &name, QSize size)
{
    for (const Recipe &recipe : recipes()) {
        if (recipe.name != name)
            continue;
        Workload work;
        const int count = recipe.text ? 30 : 8;
        const QImage roll = recipe.text ? screens::textRoll(size, count) : QImage();
        const auto picture = [&](int number) {
            return recipe.text ? roll.copy(0, number * screens::lineHeight, size.width(), size.height())
                               : screens::videoFrame(size, number);
        };
        for (int i = 0; i < count; ++i) {
            if (recipe.encode)
                work.updates += recipe.encode(picture(i), false);
            else
                work.updates += i == 0 ? hextileUpdate(picture(i)) : scrolledUpdate(picture(i));
        }
        // The first again, in streams that are under way; it refers to nothing before it.
        work.updates += recipe.encode ? recipe.encode(picture(0), true) : hextileUpdate(picture(0));
        work.again = 1;
        return work;
    }
    return {};
}
