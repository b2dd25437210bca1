// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/releasechord.h"

bool ReleaseChord::press(Qt::KeyboardModifier modifier)
{
    if (modifier == Qt::NoModifier || !(m_keys & modifier))
        m_spoilt = true;
    else
        m_down |= modifier;
    return false;
}

bool ReleaseChord::release(Qt::KeyboardModifier modifier)
{
    const bool complete = !m_spoilt && m_keys != Qt::NoModifier && m_down == m_keys && (m_keys & modifier);
    m_down &= ~Qt::KeyboardModifiers(modifier);
    if (complete || m_down == Qt::NoModifier)
        reset();
    return complete;
}

void ReleaseChord::reset()
{
    m_down = {};
    m_spoilt = false;
}
