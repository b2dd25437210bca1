// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/sendkeysmenu.h"

namespace {
// https://www.x.org/releases/current/doc/xproto/x11protocol.html#keysym_encoding
constexpr quint32 backSpace = 0xff08;
constexpr quint32 print = 0xff61;
constexpr quint32 firstFunctionKey = 0xffbe;
constexpr quint32 control = 0xffe3;
constexpr quint32 alt = 0xffe9;
constexpr quint32 superKey = 0xffeb;
constexpr quint32 deleteKey = 0xffff;
constexpr int functionKeys = 12;
} // namespace

SendKeysMenu::SendKeysMenu(QWidget *parent) : QMenu(tr("Send keys"), parent)
{
    setAccessibleName(title());
    add(tr("Ctrl+Alt+Del"), {control, alt, deleteKey});
    add(tr("Ctrl+Alt+Backspace"), {control, alt, backSpace});
    addSeparator();
    for (int i = 0; i < functionKeys; ++i)
        add(tr("Ctrl+Alt+F%1").arg(i + 1), {control, alt, firstFunctionKey + quint32(i)});
    addSeparator();
    add(tr("PrintScreen"), {print});
    add(tr("Super"), {superKey});
}

void SendKeysMenu::add(const QString &text, const QList<quint32> &keysyms)
{
    auto *action = addAction(text);
    connect(action, &QAction::triggered, this, [this, keysyms] { Q_EMIT chosen(keysyms); });
}
