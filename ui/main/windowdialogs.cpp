// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/windowdialogs.h"

#include "core/inventory/inventory.h"
#include "ui/create/createwizard.h"
#include "ui/hosts/addhostdialog.h"
#include "ui/preferences/preferencesdialog.h"

#include <QApplication>
#include <QMessageBox>

namespace {

void bringUp(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

WindowDialogs::WindowDialogs(Inventory &inventory, QWidget *window) : QObject(window), m_inventory(inventory), m_window(window) {}

void WindowDialogs::openWizard(Host *preselected, const QString &media)
{
    if (!m_wizard) {
        m_wizard = new CreateWizard(m_inventory, preselected, m_window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &CreateWizard::jobStarted, this, &WindowDialogs::creating);
    }
    if (!media.isEmpty())
        m_wizard->setMedia(media);
    bringUp(m_wizard);
}

void WindowDialogs::openAddHost()
{
    if (!m_addHost) {
        m_addHost = new AddHostDialog(m_inventory, m_window);
        m_addHost->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_addHost, &AddHostDialog::hostAdded, this, &WindowDialogs::hostAdded);
    }
    bringUp(m_addHost);
}

void WindowDialogs::openPreferences()
{
    auto *dialog = new PreferencesDialog(m_inventory.settings(), m_window);
    dialog->addDownloads(m_inventory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::changed, this, &WindowDialogs::preferencesChanged);
    dialog->show();
}

void WindowDialogs::openAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Vivarium"),
                                tr("<h3>Vivarium %1</h3><p>Virtual machines on this computer and on others, through libvirt.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QApplication::applicationVersion()),
                                QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(m_window->windowIcon().pixmap(64));
    box->open();
}
