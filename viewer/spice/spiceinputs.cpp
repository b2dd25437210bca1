// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceinputs.h"

#include "viewer/input/keymap.h"

namespace {

struct Button {
    int ours;    ///< bit of ConsoleSession::sendPointer()
    int mask;    ///< bit of SPICE
    int number;
};
// The wheel has no steps to the sides in SPICE.
constexpr Button buttonTable[] = {
    {1, SPICE_MOUSE_BUTTON_MASK_LEFT, SPICE_MOUSE_BUTTON_LEFT},   {2, SPICE_MOUSE_BUTTON_MASK_MIDDLE, SPICE_MOUSE_BUTTON_MIDDLE},
    {4, SPICE_MOUSE_BUTTON_MASK_RIGHT, SPICE_MOUSE_BUTTON_RIGHT}, {8, SPICE_MOUSE_BUTTON_MASK_UP, SPICE_MOUSE_BUTTON_UP},
    {16, SPICE_MOUSE_BUTTON_MASK_DOWN, SPICE_MOUSE_BUTTON_DOWN},  {128, SPICE_MOUSE_BUTTON_MASK_SIDE, SPICE_MOUSE_BUTTON_SIDE},
    {256, SPICE_MOUSE_BUTTON_MASK_EXTRA, SPICE_MOUSE_BUTTON_EXTRA},
};

/// As the library wants it: codes with an 0xe0 prefix have bit 8 set.
guint codeOf(const ConsoleKey &key)
{
    const quint32 code = keymap::scanCode(key.evdev);
    return code & 0x80 ? 0x100 | (code & 0x7f) : code;
}

} // namespace

SpiceInputs::SpiceInputs(SpiceChannel *channel)
    : m_channel(GRef<SpiceChannel>::share(channel))
{
    m_connections.connect<&SpiceInputs::modifiersChanged>(channel, "inputs-modifiers", this);
}

void SpiceInputs::key(const ConsoleKey &key)
{
    const guint code = codeOf(key);
    if (code == 0)
        return;
    if (key.down)
        spice_inputs_channel_key_press(inputs(), code);
    else
        spice_inputs_channel_key_release(inputs(), code);
}

void SpiceInputs::position(QPoint place, int monitor, int buttons)
{
    spice_inputs_channel_position(inputs(), place.x(), place.y(), monitor, m_buttons);
    change(buttons);
}

void SpiceInputs::motion(QPoint step, int buttons)
{
    if (!step.isNull())
        spice_inputs_channel_motion(inputs(), step.x(), step.y(), m_buttons);
    change(buttons);
}

void SpiceInputs::change(int buttons)
{
    for (const Button &each : buttonTable) {
        const bool down = (buttons & each.ours) != 0;
        if (down == ((m_buttons & each.mask) != 0))
            continue;
        m_buttons ^= each.mask;
        if (down)
            spice_inputs_channel_button_press(inputs(), each.number, m_buttons);
        else
            spice_inputs_channel_button_release(inputs(), each.number, m_buttons);
    }
}

LockKeys SpiceInputs::locks() const
{
    int modifiers = 0;
    g_object_get(m_channel.get(), "key-modifiers", &modifiers, nullptr);
    return {(modifiers & SPICE_INPUTS_SCROLL_LOCK) != 0, (modifiers & SPICE_INPUTS_NUM_LOCK) != 0,
            (modifiers & SPICE_INPUTS_CAPS_LOCK) != 0};
}

void SpiceInputs::setLocks(LockKeys locks)
{
    guint all = 0;
    all |= locks.scroll ? guint(SPICE_INPUTS_SCROLL_LOCK) : 0;
    all |= locks.num ? guint(SPICE_INPUTS_NUM_LOCK) : 0;
    all |= locks.caps ? guint(SPICE_INPUTS_CAPS_LOCK) : 0;
    spice_inputs_channel_set_key_locks(inputs(), all);
}

void SpiceInputs::modifiersChanged(SpiceChannel *)
{
    Q_EMIT locksChanged();
}
