// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/windowdialogs.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/provisioning/exportmachine.h"
#include "core/provisioning/machinename.h"
#include "ui/create/createwizard.h"
#include "ui/hosts/addhostdialog.h"
#include "ui/preferences/preferencesdialog.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
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

void WindowDialogs::openExport(Machine *machine)
{
    const auto ova = tr("Open Virtualization Format, for other programs (*.ova)");
    const auto bundle = tr("Bundle with everything, for other hosts (*.vivarium)");
    auto *dialog = new QFileDialog(m_window, tr("Export “%1”").arg(machine->name()), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ova, bundle});
    dialog->setDefaultSuffix(QStringLiteral("ova"));
    dialog->selectFile(nameFrom(machine->name()) + QStringLiteral(".ova"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, bundle](const QString &filter) {
        dialog->setDefaultSuffix(filter == bundle ? QStringLiteral("vivarium") : QStringLiteral("ova"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, kept = QPointer<Machine>(machine)](const QString &file) {
        const bool isBundle = file.endsWith(u".vivarium", Qt::CaseInsensitive);
        if (kept)
            exportMachine(m_inventory.jobs(), *kept, file, isBundle ? ExportFormat::Bundle : ExportFormat::Ova);
    });
    dialog->open();
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
    dialog->addNewMachines(m_inventory);
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
