// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/soundmenu.h"

#include "ui/console/consolechoices.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolewords.h"

SoundMenu::SoundMenu(ConsoleChoices &choices, const ConsoleLink &link, const AudioPlayer::Load &load, QWidget *parent)
    : QMenu(tr("Sound"), parent), m_choices(choices), m_link(link), m_player(load), m_recorder(load), m_play(addAction(tr("Play sound"))),
      m_record(addAction(tr("Let the guest record"))), m_outputs(addMenu(tr("Playback device"))), m_inputs(addMenu(tr("Recording device")))
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    m_play->setCheckable(true);
    m_record->setCheckable(true);
    connect(m_play, &QAction::triggered, this, [this](bool on) {
        m_choices.set(choice::muted, !on);
        m_player.setMuted(!on);
    });
    // Not remembered: a guest that listens is to be allowed each time.
    connect(m_record, &QAction::triggered, this, [this](bool on) { m_recorder.setAllowed(on); });
    connect(this, &QMenu::aboutToShow, this, &SoundMenu::list);
    connect(m_outputs, &QMenu::aboutToShow, this, [this] {
        listDevices(*m_outputs, m_player.devices(), m_player.device(), [this](const QByteArray &id) { m_player.setDevice(id); });
    });
    connect(m_inputs, &QMenu::aboutToShow, this, [this] {
        listDevices(*m_inputs, m_recorder.devices(), m_input, [this](const QByteArray &id) {
            m_input = id;
            m_recorder.setDevice(id);
        });
    });
    list();
}

void SoundMenu::listen()
{
    auto *audio = m_link.session() ? m_link.session()->guestAudio() : nullptr;
    m_player.setAudio(audio);
    m_player.setMuted(m_choices.get(choice::muted));
    m_recorder.setAudio(audio);
    m_recorder.setAllowed(false);
    list();
}

void SoundMenu::list()
{
    auto *audio = m_link.session() ? m_link.session()->guestAudio() : nullptr;
    const auto why = audio || !m_link.session() ? QString() : tr("This display carries no sound.");
    m_play->setEnabled(audio);
    m_play->setChecked(!m_choices.get(choice::muted));
    m_play->setToolTip(why);
    const bool records = audio && audio->canRecord() && !m_link.isViewOnly();
    m_record->setEnabled(records);
    m_record->setChecked(m_recorder.isAllowed());
    m_record->setToolTip(m_link.isViewOnly() ? consolewords::viewOnly(m_link) : records || !audio ? why : tr("VNC carries no sound to the guest."));
    m_outputs->setEnabled(audio);
    m_inputs->setEnabled(records);
}

void SoundMenu::listDevices(QMenu &menu, const QList<AudioDevice> &devices, const QByteArray &chosen,
                            const std::function<void(const QByteArray &)> &choose)
{
    menu.clear();
    const auto add = [&](const QString &name, const QByteArray &id) {
        auto *action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(chosen == id);
        connect(action, &QAction::triggered, this, [choose, id] { choose(id); });
    };
    add(tr("As the desktop has it"), {});
    for (const auto &device : devices)
        add(device.name, device.id);
}
