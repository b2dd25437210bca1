// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal to screen readers and other programs that look by accessibility: a text of the rows that are seen, with the
// cursor in it, and what changes in it as it changes. GUI thread.
#pragma once

#include <QAccessibleWidget>

class TerminalWidget;

class TerminalAccess final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit TerminalAccess(TerminalWidget *widget);
    /// Makes Qt use it; any number of times.
    static void install();
    static void tellChange(TerminalWidget &widget, const QString &before, const QString &after);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override;

    void selection(int index, int *from, int *to) const override;
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override;
    void setCursorPosition(int) override {}
    QString text(int from, int to) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int, int) override {}
    QString attributes(int offset, int *from, int *to) const override;

private:
    TerminalWidget *terminal() const;
    QString shown() const;
};
