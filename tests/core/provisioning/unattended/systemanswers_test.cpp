// SPDX-License-Identifier: GPL-3.0-or-later
// Which systems can be installed without questions: every one of the OS database and of our entries beside it, against a list.
#include "core/provisioning/unattended/systemanswers.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QHash>

namespace {

QString wordsOf(AnswerFormats formats)
{
    QStringList words;
    for (const auto &[format, word] : {std::pair{AnswerFormat::Preseed, "preseed"}, std::pair{AnswerFormat::Kickstart, "kickstart"},
                                       std::pair{AnswerFormat::AutoYast, "autoyast"}, std::pair{AnswerFormat::Autoinstall, "autoinstall"}}) {
        if (formats.testFlag(format))
            words += QString::fromLatin1(word);
    }
    return words.isEmpty() ? QStringLiteral("-") : words.join(u',');
}

OsEntry entry(const QString &shortId, const QString &distribution, const QDate &released)
{
    OsEntry entry;
    entry.shortId = shortId;
    entry.distribution = distribution;
    entry.released = released;
    return entry;
}

} // namespace

TEST(SystemAnswers, AreThoseOfTheListForEverySystemKnown)
{
    OsDatabase database(QStringLiteral(VIVARIUM_OS_FOLDER));
    const auto systems = database.systems().result();
    if (!systems)
        GTEST_SKIP() << "needs the OS database (osinfo-db)";
    QHash<QString, QString> expected;
    for (const auto &line : testdata::text(QStringLiteral("provisioning/data/answers.tsv")).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            expected.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
    }
    int compared = 0;
    QStringList found;
    for (const auto &system : *systems) {
        const auto needs = database.needs(system.id).result();
        ASSERT_TRUE(needs);
        found += system.shortId + u'\t' + wordsOf(needs->answers);
        if (!expected.contains(system.shortId)) // of a newer database
            continue;
        EXPECT_EQ(wordsOf(needs->answers), expected.value(system.shortId)) << system.shortId.toStdString();
        ++compared;
    }
    if (const auto target = qEnvironmentVariable("VIVARIUM_WRITE_ANSWERS"); !target.isEmpty()) {
        QFile file(target);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        found.sort();
        file.write(found.join(u'\n').toUtf8() + '\n');
    }
    EXPECT_EQ(compared, expected.size()) << "a system has gone, or bears another name";
    EXPECT_GT(compared, 700);
}

TEST(SystemAnswers, ComeFromTheScriptsOfTheDatabaseAndEndWithWhatIsTooOld)
{
    const QStringList preseed{QStringLiteral("http://debian.org/debian/preseed/jeos")}, kickstart{QStringLiteral("http://redhat.com/rhel/kickstart/jeos")};
    EXPECT_EQ(answersOf(entry(QStringLiteral("debian14"), QStringLiteral("debian"), QDate(2027, 1, 1)), preseed), AnswerFormats(AnswerFormat::Preseed));
    EXPECT_EQ(answersOf(entry(QStringLiteral("debian6"), QStringLiteral("debian"), QDate(2011, 1, 1)), preseed), AnswerFormats());
    EXPECT_EQ(answersOf(entry(QStringLiteral("rhel6.10"), QStringLiteral("rhel"), QDate(2010, 11, 1)), kickstart), AnswerFormats());
    EXPECT_EQ(answersOf(entry(QStringLiteral("popos20.04"), QStringLiteral("popos"), QDate(2020, 4, 30)), preseed), AnswerFormats());
    EXPECT_EQ(answersOf(entry(QStringLiteral("opensuse16.0"), QStringLiteral("opensuse"), QDate(2025, 10, 1)),
                        {QStringLiteral("http://opensuse.org/opensuse/autoyast/jeos")}), AnswerFormats());
    EXPECT_EQ(answersOf(entry(QStringLiteral("fedora-rawhide"), QStringLiteral("fedora"), {}), kickstart), AnswerFormats(AnswerFormat::Kickstart));
    EXPECT_EQ(answersOf(entry(QStringLiteral("freebsd14"), QStringLiteral("freebsd"), QDate(2024, 1, 1)), {}), AnswerFormats());
}
