// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/sharingmenu.h"

#include "ui/console/consolechoices.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolewords.h"
#include "viewer/session/guestfiles.h"

#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

SharingMenu::SharingMenu(ConsoleChoices &choices, const ConsoleLink &link, QWidget *parent)
    : QMenu(tr("Share"), parent), m_choices(choices), m_link(link), m_bridge(*QGuiApplication::clipboard()), m_clipboard(addAction(tr("Share the clipboard")))
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    m_clipboard->setCheckable(true);
    connect(m_clipboard, &QAction::triggered, this, [this](bool on) {
        m_choices.set(choice::clipboard, on);
        m_bridge.setShared(on);
        Q_EMIT changed();
    });
    m_sound = new SoundMenu(choices, link, &audiomodule::load, this);
    addMenu(m_sound);
    addSeparator();
    m_folder = addAction(tr("Share a folder…"));
    m_readOnly = addAction(tr("Only for reading"));
    m_readOnly->setCheckable(true);
    m_readOnly->setChecked(true);
    m_noFolder = addAction(tr("Share no folder any more"));
    connect(m_folder, &QAction::triggered, this, &SharingMenu::chooseFolder);
    connect(m_readOnly, &QAction::triggered, this, [this](bool on) {
        if (files() && !files()->sharedFolder().isEmpty())
            files()->shareFolder(files()->sharedFolder(), on);
    });
    connect(m_noFolder, &QAction::triggered, this, [this] {
        if (files())
            files()->shareFolder({}, true);
    });
    connect(this, &QMenu::aboutToShow, this, &SharingMenu::list);
    list();
}

GuestFiles *SharingMenu::files() const
{
    return m_link.session() ? m_link.session()->guestFiles() : nullptr;
}

void SharingMenu::listen()
{
    auto *clipboard = m_link.session() ? m_link.session()->guestClipboard() : nullptr;
    m_sound->listen();
    m_bridge.setGuest(clipboard);
    if (clipboard) {
        connect(clipboard, &GuestClipboard::formsChanged, this, &SharingMenu::changed);
        connect(clipboard, &GuestClipboard::heardOf, this, &SharingMenu::changed);
    }
    applyViewOnly();
}

void SharingMenu::applyViewOnly()
{
    m_bridge.setShared(m_choices.get(choice::clipboard) && !m_link.isViewOnly());
    if (m_link.isViewOnly())
        m_sound->stopRecording();
    Q_EMIT changed();
}

bool SharingMenu::sharesClipboard() const
{
    const auto *guest = m_bridge.guest();
    return m_bridge.isShared() && guest && !guest->forms().isEmpty() && guest->isHeardOf();
}

void SharingMenu::list()
{
    const auto *guest = m_bridge.guest();
    const bool can = guest && !guest->forms().isEmpty();
    m_clipboard->setChecked(m_choices.get(choice::clipboard) && !m_link.isViewOnly());
    m_clipboard->setEnabled(!m_link.isViewOnly());
    m_clipboard->setToolTip(m_link.isViewOnly() ? consolewords::viewOnly(m_link)
                            : can && !guest->isHeardOf() ? tr("VNC does not tell whether the guest takes part. That is known once something was copied or pasted in it.")
                            : can || !m_link.session() ? QString()
                                                     : tr("The guest takes no part: that needs an agent channel in the machine, and the SPICE agent in the guest."));
    listFolder();
}

void SharingMenu::listFolder()
{
    const auto *shared = files();
    const bool can = shared && shared->canShareFolder() && !m_link.isViewOnlyForGood();
    const auto path = can ? shared->sharedFolder() : QString();
    m_folder->setText(path.isEmpty() ? tr("Share a folder…") : tr("Shared folder: %1…").arg(QDir(path).dirName()));
    m_folder->setEnabled(can);
    m_folder->setToolTip(m_link.isViewOnlyForGood() ? consolewords::viewOnly(m_link) : can ? path : tr("This needs a SPICE display, and a WebDAV channel in the machine."));
    m_readOnly->setEnabled(can);
    m_noFolder->setEnabled(!path.isEmpty());
}

void SharingMenu::chooseFolder()
{
    auto *dialog = new QFileDialog(parentWidget(), tr("Share a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (files())
            files()->shareFolder(path, m_readOnly->isChecked());
    });
    dialog->open();
}
