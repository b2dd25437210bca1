// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/foreignwords.h"

#include <QTextDocumentFragment>

#include <gtest/gtest.h>

TEST(ForeignWords, ShowMarkupAsItIsWritten)
{
    const auto name = QStringLiteral("<img src=x>a & b</qt>\nsecond");
    EXPECT_EQ(QTextDocumentFragment::fromHtml(foreignwords::tip(name)).toPlainText(), name);
    EXPECT_TRUE(foreignwords::tip({}).isEmpty());
}

TEST(ForeignWords, MarkNoKey)
{
    EXPECT_EQ(foreignwords::label(QStringLiteral("Smith & Sons")), QStringLiteral("Smith && Sons"));
}
