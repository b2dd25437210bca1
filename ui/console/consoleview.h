// SPDX-License-Identifier: GPL-3.0-or-later
// What a link shows, with toolbar, status line, and a card over the picture while there is none to work with.
// Knows no machine: whoever has more to say than the link puts a card of its own there. GUI thread.
#pragma once

#include "ui/console/consolechoices.h"
#include "ui/console/stagecard.h"

#include <QWidget>

#include <memory>
#include <optional>

class ConsoleLink;
class ConsoleWidget;
class QMenu;
class QToolButton;
class Settings;

class ConsoleView final : public QWidget {
    Q_OBJECT
public:
    /// Remembers its choices in `settings` under `key`: a machine's identity, or another. Link and settings outlive it.
    ConsoleView(ConsoleLink &link, Settings &settings, const QString &key, QWidget *parent = nullptr);
    ~ConsoleView() override;

    /// Whose console it is, and where that is.
    void setTitle(const QString &name, const QString &place);
    /// Instead of what the link says; nothing lets the link speak.
    void setCard(const std::optional<StageCard::Words> &card);
    /// A further tool at the end of the toolbar, whose child it becomes.
    void addTool(QToolButton *tool);
    /// Takes the keyboard, now or as soon as there is a picture with no card over it.
    void focusWhenLive();
    /// Reads the person's choices again: another console of theirs may have changed them.
    void readSettings();
    /// Held together they give keyboard and pointer back, whatever Preferences say; none: as those say.
    void setReleaseKeys(Qt::KeyboardModifiers keys);
    /// Toolbar and status line; off in full screen.
    void setBarsVisible(bool visible);

    ConsoleWidget *screen() const;
    ConsoleChoices &choices() const;
    /// A menu of key combinations, owned by `parent`.
    QMenu *makeSendKeysMenu(QWidget *parent);
    /// Why nothing can be sent to the guest from here at all; empty where it can.
    QString inputRefusal() const;
    void typeClipboard();
    void savePicture();

Q_SIGNALS:
    /// The button of the card that setCard() put there.
    void acted();
    /// On that monitor; empty: where it was the last time, or where the window is.
    void fullScreenRequested(const QString &monitor);
    void inputRefusalChanged();
    /// A person wants to look only, or to work again; it is so already, and who knows whose display it is may remember it.
    void viewOnlyChosen(bool on);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
