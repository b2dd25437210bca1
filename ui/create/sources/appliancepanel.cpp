// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/appliancepanel.h"

#include "core/provisioning/foreignhardware.h"
#include "ui/common/labels.h"
#include "ui/create/appliance/applianceanswers.h"
#include "ui/create/appliance/losstext.h"
#include "ui/create/sources/filerow.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {
constexpr int grid = 8;
} // namespace

AppliancePanel::AppliancePanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent),
      m_file(new FileRow(shared, {tr("Appliance f&ile"), tr("Path of an appliance or of a machine's description"), tr("Choose an appliance"),
                                  {tr("Appliances (*.ova *.ovf *.box *.vbox *.vmx *.vmcx *.xml *.conf *.vivarium)"), tr("All files (*)")}},
                         this)),
      m_summary(new QLabel(this)), m_review(makeReview()), m_license(labels::button(tr("Show &licence…"), this)),
      m_lossHeading(labels::section(tr("What will be different"), this)), m_losses(new QLabel(this))
{
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_losses->setWordWrap(true);
    m_losses->setTextFormat(Qt::PlainText);
    connect(m_license, &QPushButton::clicked, this, &AppliancePanel::showLicense);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(m_file);
    column->addWidget(m_summary);
    column->addWidget(m_license, 0, Qt::AlignLeft);
    column->addWidget(m_review);
    column->addWidget(m_lossHeading);
    column->addWidget(m_losses);
    connect(&shared, &WizardContext::changed, this, &AppliancePanel::refresh);
    refresh();
}

QWidget *AppliancePanel::firstField() const
{
    return m_file->firstField();
}

QWidget *AppliancePanel::makeReview()
{
    auto *review = new QWidget(this);
    auto *form = new QFormLayout(review);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(grid);
    auto &answers = context().appliance();
    const auto addChoice = [&](const QString &label) {
        auto *choice = new QComboBox(review);
        labels::nameAfter(choice, label);
        choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        form->addRow(label, choice);
        return choice;
    };
    m_firmware = addChoice(tr("Fi&rmware"));
    m_firmware->addItem(tr("BIOS"), int(ForeignFirmware::Bios));
    m_firmware->addItem(tr("UEFI"), int(ForeignFirmware::Uefi));
    m_firmware->addItem(tr("UEFI with Secure Boot"), int(ForeignFirmware::SecureBoot));
    m_bus = addChoice(tr("Disks connecte&d by"));
    m_bus->addItem(tr("What they were connected by"), QString());
    m_bus->addItem(tr("virtio (fast; the guest needs its driver)"), diskBuses::virtio().text());
    m_bus->addItem(tr("SATA"), diskBuses::sata().text());
    m_bus->addItem(tr("IDE (for old systems)"), diskBuses::ide().text());
    m_addresses = new QCheckBox(tr("&Keep the addresses of its network cards"), review);
    labels::nameAfter(m_addresses, m_addresses->text());
    m_addresses->setToolTip(tr("Turn it off when the original goes on running in the same network."));
    m_tpm = new QCheckBox(tr("Trusted Platform &Module (TPM 2.0)"), review);
    labels::nameAfter(m_tpm, m_tpm->text());
    form->addRow(QString(), m_addresses);
    form->addRow(QString(), m_tpm);
    connect(m_firmware, &QComboBox::activated, this, [this, &answers] { answers.setFirmware(ForeignFirmware(m_firmware->currentData().toInt())); });
    connect(m_bus, &QComboBox::activated, this, [this, &answers] { answers.setDiskBus(DiskBus(m_bus->currentData().toString())); });
    connect(m_addresses, &QCheckBox::clicked, &answers, &ApplianceAnswers::setKeepAddresses);
    connect(m_tpm, &QCheckBox::clicked, &answers, &ApplianceAnswers::setTpm);
    return review;
}

QString AppliancePanel::lossList() const
{
    QStringList lines;
    const auto *survey = context().survey();
    const auto losses = survey ? lossesOf(context().recipe(), *survey) : context().appliance().appliance()->machine.losses;
    for (const auto &loss : losses)
        lines += QStringLiteral("• ") + losstext::loss(loss);
    return lines.join(u'\n');
}

void AppliancePanel::refresh()
{
    auto &answers = context().appliance();
    const auto *appliance = answers.appliance();
    const bool isOpen = appliance != nullptr;
    m_summary->setVisible(isOpen || answers.error().has_value());
    m_review->setVisible(isOpen);
    m_license->setVisible(isOpen && !appliance->machine.license.isEmpty());
    const auto losses = isOpen ? lossList() : QString();
    m_losses->setText(losses);
    m_losses->setVisible(!losses.isEmpty());
    m_lossHeading->setVisible(!losses.isEmpty());
    if (!isOpen) {
        // The original words, for those who want to know more than the finding below says.
        m_summary->setText(answers.error() ? answers.error()->message + (answers.error()->detail.isEmpty() ? QString() : QStringLiteral(": ") + answers.error()->detail)
                                           : QString());
        return;
    }
    //: %1 is the kind of appliance, %2 its processors, memory and devices
    m_summary->setText(tr("%1 · %2").arg(losstext::kind(appliance->kind), losstext::summary(appliance->machine)));
    const auto &wishes = answers.wishes();
    m_firmware->setCurrentIndex(m_firmware->findData(int(wishes.firmware)));
    m_bus->setCurrentIndex(m_bus->findData(wishes.diskBus.text()));
    m_addresses->setChecked(wishes.keepAddresses);
    m_tpm->setChecked(wishes.tpm);
    const bool isOwn = !appliance->machine.domainXml.isEmpty();
    m_bus->setEnabled(!isOwn);
    m_tpm->setEnabled(!isOwn);
    const auto why = isOwn ? tr("The machine was libvirt's already: it keeps what its definition says.") : QString();
    m_bus->setToolTip(why);
    m_tpm->setToolTip(why);
}

void AppliancePanel::showLicense()
{
    const auto *appliance = context().appliance().appliance();
    if (!appliance)
        return;
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Licence"));
    auto *text = new QPlainTextEdit(appliance->machine.license, dialog);
    text->setReadOnly(true);
    labels::nameAfter(text, tr("Licence"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(560, 420);
    dialog->open();
}
