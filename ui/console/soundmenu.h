// SPDX-License-Identifier: GPL-3.0-or-later
// A guest's sound: whether it is played and where, and whether the guest may record. GUI thread.
#pragma once

#include "viewer/audio/audioplayer.h"
#include "viewer/audio/audiorecorder.h"

#include <QMenu>

class ConsoleChoices;
class ConsoleLink;

class SoundMenu final : public QMenu {
    Q_OBJECT
public:
    /// Choices and link outlive this. `load` is what player and recorder get their devices from.
    SoundMenu(ConsoleChoices &choices, const ConsoleLink &link, const AudioPlayer::Load &load, QWidget *parent = nullptr);

    /// To be told of each new session.
    void listen();
    /// Until a person allows it again.
    void stopRecording() { m_recorder.setAllowed(false); }

private:
    void list();
    void listDevices(QMenu &menu, const QList<AudioDevice> &devices, const QByteArray &chosen, const std::function<void(const QByteArray &)> &choose);

    ConsoleChoices &m_choices;
    const ConsoleLink &m_link;
    AudioPlayer m_player;
    AudioRecorder m_recorder;
    QAction *m_play;
    QAction *m_record;
    QMenu *m_outputs;
    QMenu *m_inputs;
    QByteArray m_input;
};
