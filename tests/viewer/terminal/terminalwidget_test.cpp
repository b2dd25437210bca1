// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalwidget.h"

#include "tests/support/spin.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {
class TerminalWidgetTest : public testing::Test {
protected:
    TerminalWidgetTest()
    {
        QObject::connect(&terminal, &TerminalWidget::typed, &terminal, [this](const QByteArray &bytes) { sent += bytes; });
        terminal.resize(700, 400);
        terminal.show();
        terminal.activateWindow();
        terminal.setFocus();
    }
    QByteArray takeSent() { return std::exchange(sent, {}); }
    /// Where a cell's middle is in the viewport.
    QPoint at(int row, int column) const
    {
        const auto cell = cellSize();
        return {4 + column * cell.width() + 1, 4 + row * cell.height() + cell.height() / 2};
    }
    QSize cellSize() const
    {
        auto *text = QAccessible::queryAccessibleInterface(const_cast<TerminalWidget *>(&terminal))->textInterface();
        return text->characterRect(0).size();
    }
    void feedLines(int from, int to)
    {
        for (int i = from; i < to; ++i)
            terminal.feed("line " + QByteArray::number(i) + "\r\n");
        ASSERT_TRUE(spinUntil([&] { return terminal.verticalScrollBar()->maximum() == terminal.screen().historyRows(); }));
    }

    TerminalWidget terminal;
    QByteArray sent;
};
} // namespace

TEST_F(TerminalWidgetTest, SendsWhatIsTypedWithItsManners)
{
    QTest::keyClicks(&terminal, QStringLiteral("ls"));
    QTest::keyClick(&terminal, Qt::Key_Return);
    EXPECT_EQ(takeSent(), "ls\r");
    QTest::keyClick(&terminal, Qt::Key_Tab);
    EXPECT_EQ(takeSent(), "\t") << "the focus must not move";
    QTest::keyClick(&terminal, Qt::Key_Up);
    QTest::keyClick(&terminal, Qt::Key_F5);
    EXPECT_EQ(takeSent(), "\x1b[A\x1b[15~");
    QTest::sendKeyEvent(QTest::Click, &terminal, Qt::Key_C, QStringLiteral("\x03"), Qt::ControlModifier);
    QTest::sendKeyEvent(QTest::Click, &terminal, Qt::Key_X, QStringLiteral("x"), Qt::AltModifier);
    EXPECT_EQ(takeSent(), "\x03\x1bx");
    terminal.setReadOnly(true);
    QTest::keyClicks(&terminal, QStringLiteral("x"));
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalWidgetTest, TakesTheKeysThatShortcutsWouldTake)
{
    const auto takes = [&](int key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QApplication::sendEvent(&terminal, &event);
        return event.isAccepted();
    };
    EXPECT_TRUE(takes(Qt::Key_K, Qt::ControlModifier));
    EXPECT_TRUE(takes(Qt::Key_F11, {}));
    EXPECT_TRUE(takes(Qt::Key_F, Qt::AltModifier));
    EXPECT_FALSE(takes(Qt::Key_PageDown, Qt::ControlModifier)) << "there must be a way out by keyboard";
    EXPECT_FALSE(takes(Qt::Key_Tab, Qt::ControlModifier));
}

TEST_F(TerminalWidgetTest, TakesWhatAnInputMethodMade)
{
    QInputMethodEvent compose(QStringLiteral("ˆ"), {});
    QApplication::sendEvent(&terminal, &compose);
    EXPECT_EQ(takeSent(), "");
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("ê漢"));
    QApplication::sendEvent(&terminal, &done);
    EXPECT_EQ(takeSent(), "ê漢");
}

TEST_F(TerminalWidgetTest, IsReadByScreenReaders)
{
    terminal.feed("hello\r\nworld");
    auto *access = QAccessible::queryAccessibleInterface(&terminal);
    ASSERT_TRUE(access);
    EXPECT_EQ(access->role(), QAccessible::Terminal);
    auto *text = access->textInterface();
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->text(0, text->characterCount()).startsWith(QStringLiteral("hello\nworld")));
    EXPECT_EQ(text->cursorPosition(), 11);
    EXPECT_EQ(text->offsetAtPoint(terminal.viewport()->mapToGlobal(at(1, 2))), 8);
}

TEST_F(TerminalWidgetTest, MarksCharactersWordsLinesAndBlocks)
{
    terminal.feed("one /etc/fstab three\r\nsecond line");
    auto *area = terminal.viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, at(0, 4));
    QTest::mouseMove(area, at(1, 6));
    QTest::mouseRelease(area, Qt::LeftButton, {}, at(1, 6));
    EXPECT_EQ(terminal.selectedText(), u"/etc/fstab three\nsecond");
    QTest::mousePress(area, Qt::LeftButton, Qt::AltModifier, at(0, 4));
    QTest::mouseMove(area, at(1, 8));
    QTest::mouseRelease(area, Qt::LeftButton, {}, at(1, 8));
    EXPECT_EQ(terminal.selectedText(), u"/etc\nnd l");
    QTest::mouseClick(area, Qt::LeftButton, {}, at(3, 70));
    EXPECT_FALSE(terminal.hasSelection());
    QTest::mouseClick(area, Qt::LeftButton, {}, at(0, 7));
    QTest::mouseDClick(area, Qt::LeftButton, {}, at(0, 7));
    EXPECT_EQ(terminal.selectedText(), u"/etc/fstab");
    QTest::mouseClick(area, Qt::LeftButton, {}, at(0, 7));
    EXPECT_EQ(terminal.selectedText(), u"one /etc/fstab three");
    QTest::keyClick(&terminal, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"one /etc/fstab three");
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalWidgetTest, AsksBeforeItPastesSeveralLines)
{
    QSignalSpy asked(&terminal, &TerminalWidget::pasteAsked);
    QGuiApplication::clipboard()->setText(QStringLiteral("one line\n"));
    terminal.paste();
    EXPECT_EQ(takeSent(), "one line\r");
    QGuiApplication::clipboard()->setText(QStringLiteral("two\nlines"));
    QTest::keyClick(&terminal, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "");
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][1].toInt(), 2);
    terminal.pasteNow(asked[0][0].toString());
    EXPECT_EQ(takeSent(), "two\rlines");
}

TEST_F(TerminalWidgetTest, StaysWhereAPersonScrolledToWhileMoreIsWritten)
{
    terminal.setScrollback(200);
    feedLines(0, 150);
    auto *bar = terminal.verticalScrollBar();
    EXPECT_EQ(bar->value(), bar->maximum());
    bar->setValue(60);
    const auto first = terminal.visibleText().section(u'\n', 0, 0);
    EXPECT_EQ(first, u"line 60");
    feedLines(150, 250);
    EXPECT_EQ(terminal.visibleText().section(u'\n', 0, 0), first) << "also when the oldest are dropped";
    QTest::keyClicks(&terminal, QStringLiteral("x"));
    EXPECT_EQ(bar->value(), bar->maximum()) << "typing goes to where it is seen";
}

TEST_F(TerminalWidgetTest, FindsUpAndDownAndAroundTheEnd)
{
    feedLines(0, 100);
    terminal.setSearch(QStringLiteral("Line 1"));
    EXPECT_FALSE(terminal.findNext(true)) << "an upper-case letter makes case count";
    terminal.setSearch(QStringLiteral("line 5"));
    ASSERT_TRUE(terminal.findNext(true));
    ASSERT_TRUE(terminal.findNext(true));
    const auto shown = terminal.visibleText();
    EXPECT_TRUE(shown.contains(u"line 58"));
    ASSERT_TRUE(terminal.findNext(false));
    EXPECT_EQ(terminal.selectedText(), u"line 5");
    for (int i = 0; i < 12; ++i)
        ASSERT_TRUE(terminal.findNext(false));
    EXPECT_TRUE(terminal.hasSelection());
}

TEST_F(TerminalWidgetTest, FitsRowsAndColumnsToWindowAndFont)
{
    QSignalSpy changed(&terminal, &TerminalWidget::gridSizeChanged);
    const auto before = terminal.gridSize();
    QTest::keyClick(&terminal, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&terminal, Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_LT(terminal.gridSize().width(), before.width());
    EXPECT_GE(changed.size(), 1);
    QTest::keyClick(&terminal, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&terminal, Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_EQ(terminal.gridSize(), before);
    terminal.resize(350, 200);
    QCoreApplication::sendPostedEvents();
    EXPECT_LT(terminal.gridSize().height(), before.height());
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalWidgetTest, ReportsThePointerToAProgramThatWantsIt)
{
    terminal.feed("\x1b[?1000;1006h");
    QTest::mouseClick(terminal.viewport(), Qt::LeftButton, {}, at(2, 3));
    EXPECT_EQ(takeSent(), "\x1b[<0;4;3M\x1b[<0;4;3m");
    QTest::mousePress(terminal.viewport(), Qt::LeftButton, Qt::ShiftModifier, at(2, 3));
    QTest::mouseRelease(terminal.viewport(), Qt::LeftButton, Qt::ShiftModifier, at(2, 3));
    EXPECT_EQ(takeSent(), "") << "Shift takes it back";
}

TEST_F(TerminalWidgetTest, PaintsColoursWhereTheyWereWritten)
{
    terminal.feed("\x1b[48;2;10;200;30m  \x1b[0m \x1b[7m \x1b[0m\x1b[?25l");
    const auto picture = terminal.viewport()->grab().toImage();
    const auto ratio = picture.devicePixelRatio();
    const auto pixel = [&](int column) { return picture.pixelColor((QPointF(at(0, column)) * ratio).toPoint()); };
    EXPECT_EQ(pixel(0), QColor(10, 200, 30));
    EXPECT_EQ(pixel(1), QColor(10, 200, 30));
    const auto ground = pixel(2);
    EXPECT_NE(ground, QColor(10, 200, 30));
    EXPECT_NE(pixel(3), ground);
}

TEST_F(TerminalWidgetTest, GoesWithLightAndDarkWindows)
{
    const auto corner = [&] { return terminal.viewport()->grab().toImage().pixelColor(1, 1).lightnessF(); };
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    terminal.setPalette(palette);
    EXPECT_LT(corner(), 0.3);
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::black);
    terminal.setPalette(palette);
    EXPECT_GT(corner(), 0.7);
}
