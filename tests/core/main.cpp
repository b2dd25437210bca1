// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QStandardPaths>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    QStandardPaths::setTestModeEnabled(true);
    const QCoreApplication application(argc, argv);
    QCoreApplication::addLibraryPath(QStringLiteral(VIVARIUM_MODULES));
    return RUN_ALL_TESTS();
}
