// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/addhostdialog.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "ui/common/errorpanel.h"
#include "ui/common/errortext.h"
#include "ui/common/fitheight.h"
#include "ui/common/labels.h"
#include "ui/common/statetext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace {
constexpr int grid = 8;

void addNamedRow(QFormLayout *form, const QString &label, QWidget *field)
{
    form->addRow(label, field);
    labels::nameAfter(field, label);
}

QLineEdit *line(QWidget *parent, const QString &example = {})
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(example);
    return edit;
}

} // namespace

AddHostDialog::AddHostDialog(Inventory &inventory, QWidget *parent)
    : QDialog(parent), m_inventory(inventory), m_form(new QFormLayout), m_kind(new QComboBox(this)), m_place(new QComboBox(this)),
      m_host(line(this, tr("lab-01.example.com or 192.0.2.7"))), m_user(line(this, tr("the user of this session"))),
      m_port(new QSpinBox(this)), m_keyRow(new QWidget(this)), m_keyFile(line(m_keyRow, tr("whatever ssh would use"))), m_path(line(this)),
      m_custom(line(this, QStringLiteral("qemu+ssh://user@host/system"))), m_name(line(this)),
      m_autoconnect(new QCheckBox(tr("&Connect when the program starts"), this)), m_preview(line(this)), m_hint(new QLabel(this)),
      m_outcome(new QLabel(this)), m_error(new ErrorPanel(this)), m_test(labels::button(tr("&Test connection"), this)), m_add(labels::button(tr("&Add"), this))
{
    setWindowTitle(tr("Add host"));
    for (const auto &kind : hostKinds())
        m_kind->addItem(labelOf(kind), QString::fromLatin1(kind.driver));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Automatic"));
    m_port->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_preview->setReadOnly(true);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_autoconnect->setChecked(true);
    m_autoconnect->setAccessibleName(tr("Connect when the program starts"));
    m_hint->setWordWrap(true);
    m_outcome->setWordWrap(true);

    auto *browse = labels::button(tr("&Browse…"), m_keyRow);
    connect(browse, &QPushButton::clicked, this, &AddHostDialog::browseForKey);
    m_keyFile->setAccessibleName(tr("Key file"));
    auto *keyLine = new QHBoxLayout(m_keyRow);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->setSpacing(grid);
    keyLine->addWidget(m_keyFile);
    keyLine->addWidget(browse);

    m_form->setSpacing(grid);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addNamedRow(m_form, tr("&Hypervisor"), m_kind);
    addNamedRow(m_form, tr("&Where"), m_place);
    addNamedRow(m_form, tr("H&ost"), m_host);
    addNamedRow(m_form, tr("&User"), m_user);
    addNamedRow(m_form, tr("&Port"), m_port);
    auto *keyLabel = new QLabel(tr("&Key file"), this);
    keyLabel->setBuddy(m_keyFile);
    m_form->addRow(keyLabel, m_keyRow);
    addNamedRow(m_form, tr("Pa&th"), m_path);
    addNamedRow(m_form, tr("Addr&ess"), m_custom);
    addNamedRow(m_form, tr("&Name"), m_name);
    m_form->addRow(QString(), m_autoconnect);
    addNamedRow(m_form, tr("Add&ress so far"), m_preview);
    m_form->addRow(QString(), m_hint);

    auto *cancel = labels::button(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &AddHostDialog::test);
    connect(m_add, &QPushButton::clicked, this, &AddHostDialog::add);
    m_add->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 2 * grid);
    column->setSpacing(2 * grid);
    column->addLayout(m_form);
    column->addWidget(m_outcome);
    column->addWidget(m_error);
    column->addLayout(buttons);
    setMinimumWidth(580);
    fitHeight(*this);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddHostDialog::offerPlaces);
    connect(m_place, &QComboBox::currentIndexChanged, this, &AddHostDialog::refresh);
    for (auto *edit : {m_host, m_user, m_keyFile, m_path, m_custom})
        connect(edit, &QLineEdit::textChanged, this, &AddHostDialog::refresh);
    connect(m_port, &QSpinBox::valueChanged, this, &AddHostDialog::refresh);
    offerPlaces();
    // Where this computer is in the list already, another one is meant.
    if (const auto here = addressOf(choice()); here && m_inventory.hosts().find(*here))
        m_place->setCurrentIndex(m_place->findData(int(HostPlace::Ssh)));
}

AddHostDialog::~AddHostDialog()
{
    endTest();
}

HostChoice AddHostDialog::choice() const
{
    HostChoice choice;
    choice.kind = &hostKinds()[size_t(m_kind->currentIndex())];
    choice.place = HostPlace(m_place->currentData().toInt());
    choice.host = m_host->text();
    choice.user = m_user->text();
    choice.port = m_port->value();
    choice.keyFile = m_keyFile->text();
    choice.path = m_path->text();
    choice.custom = m_custom->text();
    return choice;
}

void AddHostDialog::offerPlaces()
{
    const auto &kind = hostKinds()[size_t(m_kind->currentIndex())];
    const auto before = m_place->currentData();
    {
        const QSignalBlocker quiet(m_place);
        m_place->clear();
        for (const auto place : kind.places)
            m_place->addItem(labelOf(place), int(place));
        m_place->setCurrentIndex(std::max(0, m_place->findData(before)));
    }
    if (kind.pathLabel) {
        const auto label = QCoreApplication::translate("HostKind", kind.pathLabel);
        qobject_cast<QLabel *>(m_form->labelForField(m_path))->setText(label);
        m_path->setAccessibleName(label);
        m_path->setPlaceholderText(QCoreApplication::translate("HostKind", kind.pathHint));
    }
    refresh();
}

void AddHostDialog::refresh()
{
    endTest();
    m_error->clear();
    showOutcome({});
    const auto chosen = choice();
    const bool custom = !*chosen.kind->driver;
    const bool remote = !custom && isRemote(chosen.place);
    m_form->setRowVisible(m_place, !custom && chosen.kind->places.size() > 1);
    m_form->setRowVisible(m_host, remote);
    m_form->setRowVisible(m_user, remote);
    m_form->setRowVisible(m_port, remote);
    m_form->setRowVisible(m_keyRow, remote && takesKeyFile(chosen.place));
    m_form->setRowVisible(m_path, chosen.kind->pathLabel != nullptr);
    m_form->setRowVisible(m_custom, custom);

    const auto uri = addressOf(chosen);
    const bool known = uri && m_inventory.hosts().find(*uri);
    m_preview->setText(uri ? uri->toString() : QString());
    m_preview->setCursorPosition(0);
    m_name->setPlaceholderText(uri ? statetext::hostLabel(*uri) : QString());
    QString hint;
    if (known)
        hint = tr("This host is in the list already.");
    else if (!uri && !uri.error().message.isEmpty())
        hint = tr("This is not a valid address: %1").arg(uri.error().message);
    else if (!uri)
        hint = custom ? tr("Any address that libvirt understands.") : tr("Enter the host's name or address.");
    else if (remote)
        hint = tr("If a password is needed, you are asked for it when the connection is made.");
    m_hint->setText(hint);
    m_form->setRowVisible(m_hint, !hint.isEmpty());
    m_test->setText(tr("&Test connection"));
    m_test->setAccessibleName(tr("Test connection"));
    m_test->setEnabled(uri.has_value());
    m_add->setEnabled(uri && !known);
}

void AddHostDialog::browseForKey()
{
    auto *dialog = new QFileDialog(this, tr("Choose a key file"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, m_keyFile, &QLineEdit::setText);
    dialog->open();
}

void AddHostDialog::test()
{
    const auto uri = addressOf(choice());
    if (!uri)
        return;
    endTest();
    const auto attempt = m_attempt;
    m_error->clear();
    m_test->setEnabled(false);
    m_test->setText(tr("Testing…"));
    m_test->setAccessibleName(m_test->text());
    showOutcome(tr("Connecting to %1 …").arg(uri->toString()));
    m_probe = m_inventory.probe(*uri);
    deliver(m_probe, this, [this, attempt, uri = *uri](const Result<HostFacts> &facts) {
        if (attempt != m_attempt)
            return;
        m_test->setText(tr("&Test connection"));
        m_test->setAccessibleName(tr("Test connection"));
        m_test->setEnabled(true);
        if (facts) {
            //: %1 is a hypervisor, %2 its version, %3 libvirt's version on the host
            showOutcome(tr("✓ It works: %1 %2, libvirt %3.").arg(facts->hypervisor, facts->hypervisorVersion, facts->libvirtVersion));
        } else {
            showOutcome({});
            m_error->setError(errortext::ofConnection(facts.error(), uri, statetext::hostLabel(uri)));
        }
    });
}

void AddHostDialog::endTest()
{
    ++m_attempt;
    m_probe.cancel(); // and with it any question that the connection asks
    m_probe = {};
}

void AddHostDialog::showOutcome(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

void AddHostDialog::add()
{
    const auto uri = addressOf(choice());
    if (!uri)
        return;
    auto &host = m_inventory.hosts().add(*uri, m_name->text().trimmed(), HostList::Keep::Saved);
    host.setAutoconnect(m_autoconnect->isChecked());
    host.connectToHost();
    Q_EMIT hostAdded(&host);
    accept();
}
