// SPDX-License-Identifier: GPL-3.0-or-later
// Sees when the keys that give the keyboard back were pressed together and let go of with no other key between:
// Ctrl+Alt frees, Ctrl+Alt+F2 does not. A value; GUI thread.
#pragma once

#include <QtCore/qnamespace.h>

class ReleaseChord final {
public:
    void setKeys(Qt::KeyboardModifiers keys) { m_keys = keys; reset(); }
    Qt::KeyboardModifiers keys() const { return m_keys; }

    /// `modifier` is what the key is, or NoModifier for any other. True when the chord is complete: at the first
    /// release after all of it was down.
    bool press(Qt::KeyboardModifier modifier);
    bool release(Qt::KeyboardModifier modifier);
    /// Something else happened in between (a click, lost focus).
    void reset();

private:
    Qt::KeyboardModifiers m_keys = Qt::ControlModifier | Qt::AltModifier;
    Qt::KeyboardModifiers m_down;
    bool m_spoilt = false;
};
