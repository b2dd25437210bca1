// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a terminal and takes keyboard, pointer and clipboard for it. Paints what changed and nothing else, at most once
// per frame of the display; costs nothing while nothing changes. Speaks to a person through nobody: questions and words
// are its owner's. GUI thread.
#pragma once

#include "viewer/terminal/terminalscreen.h"

#include <QAbstractScrollArea>

#include <memory>

class TerminalWidget final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TerminalWidget(QWidget *parent = nullptr);
    ~TerminalWidget() override;

    /// Bytes of the guest. Takes as long as they are many: feed in parts.
    void feed(QByteArrayView bytes);
    const TerminalScreen &screen() const;
    /// Rows and columns that fit now.
    QSize gridSize() const;

    /// Most rows that are kept when they have scrolled off; 0 for none.
    void setScrollback(int rows);
    /// Marked text goes to the clipboard at once. To X11's primary selection it always goes.
    void setCopyOnSelect(bool on);
    double fontPoints() const;
    /// Between 5 and 40 points.
    void setFontPoints(double points);
    /// Takes no keys, for one that nobody answers at; still shows, marks and copies.
    void setReadOnly(bool on);

    bool hasSelection() const;
    QString selectedText() const;
    /// What is on the screen and in the history.
    QString allText() const;
    /// What is seen at this moment, row by row.
    QString visibleText() const;
    void copy() const;
    /// Of the clipboard, or of X11's primary selection. Several lines are put to pasteAsked() first.
    void paste(bool primary = false);
    void pasteNow(const QString &text);
    void selectAll();
    /// Screen and history, but for the row of the cursor.
    void clear();
    void reset();
    /// As if it had been typed.
    void type(const QString &text);
    void sendControl(char letter);

    /// Highlights `text` wherever it is seen; empty ends it. Finds nothing by itself.
    void setSearch(const QString &text);
    /// Marks the next match above (or below) the present one and shows it; false where there is none.
    bool findNext(bool up);

Q_SIGNALS:
    /// To the guest.
    void typed(const QByteArray &bytes);
    /// A paste of more than one line; pasteNow() does it.
    void pasteAsked(const QString &text, int lines);
    void gridSizeChanged(QSize size);
    void titleChanged(const QString &title);
    /// At most twice a second.
    void bell();
    void selectionChanged();
    void fontPointsChanged(double points);
    void findRequested();
    /// Ctrl was held while a link was clicked. Only http, https and mailto.
    void linkActivated(const QString &address);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

private:
    friend class TerminalAccess;
    class Private;
    std::unique_ptr<Private> d;
};
