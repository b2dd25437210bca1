// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchkeys.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

SearchKeys::SearchKeys(QLineEdit *field, QAbstractItemView *list) : QObject(field), m_list(list)
{
    field->installEventFilter(this);
}

bool SearchKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}
