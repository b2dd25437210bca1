// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the table of every section and device: what is set is read back, after writing and parsing too, and what
// is cleared leaves no trace. A property that is not in its table's `all` is not tested, and so not trusted.
#include "core/config/domain/channel.h"
#include "core/config/domain/clock.h"
#include "core/config/domain/console.h"
#include "core/config/domain/controller.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/features.h"
#include "core/config/domain/filesystem.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/input.h"
#include "core/config/domain/memballoon.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/nic.h"
#include "core/config/domain/processor.h"
#include "core/config/domain/redirdev.h"
#include "core/config/domain/rng.h"
#include "core/config/domain/serial.h"
#include "core/config/domain/sound.h"
#include "core/config/domain/tpm.h"
#include "core/config/domain/video.h"
#include "core/config/domain/watchdog.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QSet>

namespace {

template<class Value>
Value sample(int number)
{
    if constexpr (std::is_same_v<Value, bool>)
        return true;
    else if constexpr (std::is_same_v<Value, quint64>)
        return quint64(number) + 7;
    else if constexpr (std::is_same_v<Value, Bytes>)
        return Bytes::mib(quint64(number) + 3);
    else
        return Value(QStringLiteral("v%1 <&\"'é🐙>").arg(number));
}

template<class Table>
concept Device = requires { Table::tag; };

template<class Table>
Table openIn(DomainConfig &config)
{
    if constexpr (Device<Table>) {
        const auto devices = config.devices<Table>();
        return devices.empty() ? config.addDevice<Table>() : devices.front();
    } else {
        return config.as<Table>();
    }
}

template<class Table, class Visit>
void forEachProperty(Visit visit)
{
    std::apply([&visit](const auto &...property) {
        int number = 0;
        (visit(property, number++), ...);
    }, Table::all);
}

template<class Property>
using ValueOf = typename std::remove_cvref_t<Property>::Value;

template<class Table>
class Tables : public testing::Test {};

using All = testing::Types<General, Firmware, Processor, Memory, Features, Clock, Disk, Nic, Graphics, Video, Serial, Console, Channel,
                           Input, Sound, RedirDev, Rng, Tpm, Controller, MemBalloon, Watchdog, Filesystem>;
TYPED_TEST_SUITE(Tables, All);

} // namespace

TYPED_TEST(Tables, ReadBackEachPropertyAlone)
{
    forEachProperty<TypeParam>([](const auto &property, int number) {
        DomainConfig config;
        auto table = openIn<TypeParam>(config);
        const auto value = sample<ValueOf<decltype(property)>>(number);
        EXPECT_NE(table.get(property), value) << property.path;
        table.set(property, value);
        EXPECT_EQ(table.get(property), value) << property.path;
        auto again = DomainConfig::parse(config.toXml());
        ASSERT_TRUE(again) << property.path;
        EXPECT_EQ(openIn<TypeParam>(*again).get(property), value) << property.path << config.toXml().toStdString();
    });
}

TYPED_TEST(Tables, ReadBackAllPropertiesTogether)
{
    DomainConfig config;
    auto table = openIn<TypeParam>(config);
    forEachProperty<TypeParam>([&table](const auto &property, int number) {
        table.set(property, sample<ValueOf<decltype(property)>>(number));
    });
    auto again = DomainConfig::parse(config.toXml());
    ASSERT_TRUE(again);
    const auto read = openIn<TypeParam>(*again);
    forEachProperty<TypeParam>([&read](const auto &property, int number) {
        EXPECT_EQ(read.get(property), sample<ValueOf<decltype(property)>>(number)) << property.path;
    });
}

TYPED_TEST(Tables, LeaveNoTraceOfAClearedProperty)
{
    forEachProperty<TypeParam>([](const auto &property, int number) {
        DomainConfig config;
        auto table = openIn<TypeParam>(config);
        const auto before = config.toXml();
        table.set(property, sample<ValueOf<decltype(property)>>(number));
        EXPECT_NE(config.toXml(), before) << property.path;
        table.clear(property);
        EXPECT_EQ(config.toXml(), before) << property.path;
    });
}

TYPED_TEST(Tables, ChangeNothingInTheCorpusWhenTheyWriteWhatTheyRead)
{
    for (const auto &file : testdata::filesIn(QStringLiteral("config/data/corpus"))) {
        const auto xml = testdata::text(file);
        auto config = DomainConfig::parse(xml);
        ASSERT_TRUE(config) << file.toStdString();
        const auto rewrite = [](auto table) {
            forEachProperty<TypeParam>([&table](const auto &property, int) {
                if (const auto value = table.get(property))
                    table.set(property, *value);
            });
        };
        if constexpr (Device<TypeParam>) {
            for (const auto &device : config->template devices<TypeParam>())
                rewrite(device);
        } else {
            rewrite(config->template as<TypeParam>());
        }
        EXPECT_EQ(config->toXml(), xml) << file.toStdString();
    }
}

TYPED_TEST(Tables, NameEachPathOnce)
{
    QSet<QByteArray> paths;
    int count = 0;
    forEachProperty<TypeParam>([&](const auto &property, int) {
        paths.insert(QByteArray(property.path.data(), qsizetype(property.path.size())));
        ++count;
    });
    EXPECT_EQ(paths.size(), count);
}

TEST(TableHeaders, ListEveryPropertyInAll)
{
    const QDir folder(testdata::path(QStringLiteral("../../core/config/domain")));
    static const QRegularExpression row(QStringLiteral("static constexpr (?!auto|std)\\S+\\s+(\\w+)\\{"));
    static const QRegularExpression all(QStringLiteral("std::tuple\\{([^}]*)\\}"));
    int rows = 0;
    for (const auto &name : folder.entryList({QStringLiteral("*.h")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        const auto words = all.match(text).captured(1).split(QRegularExpression(QStringLiteral("[\\s,]+")), Qt::SkipEmptyParts);
        for (auto it = row.globalMatch(text); it.hasNext(); ++rows) {
            const auto property = it.next().captured(1);
            EXPECT_TRUE(words.contains(property)) << name.toStdString() << ": " << property.toStdString();
        }
    }
    EXPECT_GT(rows, 150);
}
