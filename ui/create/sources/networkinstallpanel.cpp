// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/networkinstallpanel.h"

#include "core/provisioning/network/networkchecks.h"
#include "ui/common/labels.h"
#include "ui/create/networkchoices.h"
#include "ui/create/sources/filerow.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

#include <algorithm>

namespace {
constexpr int grid = 8;
using Way = NetworkInstall::Way;

QWidget *rowOf(QLabel *label, QLineEdit *field, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field, 1);
    return row;
}
} // namespace

NetworkInstallPanel::NetworkInstallPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent), m_ways(new QButtonGroup(this)), m_address(new QLineEdit(this)),
      m_kernel(new FileRow(shared, {tr("&Kernel"), tr("Path of the installer's kernel"), tr("Choose a kernel"), {tr("All files (*)")}, false, tr("Browse…")},
                           {[this] { return choices().install().kernel; }, [this](const QString &path) { choices().setKernel(path); }}, this)),
      m_initrd(new FileRow(shared, {tr("In&itrd"), tr("Path of its first file system"), tr("Choose an initrd"), {tr("All files (*)")}, false, tr("Browse…")},
                           {[this] { return choices().install().initrd; }, [this](const QString &path) { choices().setInitrd(path); }}, this)),
      m_arguments(new QLineEdit(this)), m_networkFirst(new QCheckBox(tr("A&sk the boot server at every start"), this)), m_meaning(labels::hint({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(makeWays());
    column->addWidget(m_addressRow = makeAddress());
    column->addWidget(m_kernel);
    column->addWidget(m_initrd);
    column->addWidget(m_argumentsRow = makeArguments());
    column->addWidget(m_networkFirst);
    column->addWidget(m_meaning);
    labels::nameAfter(m_networkFirst, m_networkFirst->text());
    m_networkFirst->setToolTip(tr("It decides each time whether the machine installs or boots its disk. Otherwise the disk comes first once a system is on it."));
    connect(m_networkFirst, &QCheckBox::clicked, this, [this](bool on) { choices().setNetworkFirst(on); });
    const auto labelsOfRows = {m_addressRow->findChild<QLabel *>(), m_kernel->label(), m_initrd->label(), m_argumentsRow->findChild<QLabel *>()};
    int widest = 0;
    for (const auto *label : labelsOfRows)
        widest = std::max(widest, label->sizeHint().width());
    for (auto *label : labelsOfRows)
        label->setMinimumWidth(widest);
    connect(&shared, &WizardContext::changed, this, &NetworkInstallPanel::refresh);
    refresh();
}

NetworkChoices &NetworkInstallPanel::choices() const
{
    return context().networkInstall();
}

QWidget *NetworkInstallPanel::makeWays()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * grid);
    const auto add = [&](Way way, const QString &text) {
        auto *button = new QRadioButton(text, row);
        labels::nameAfter(button, text);
        m_ways->addButton(button, int(way));
        layout->addWidget(button);
    };
    add(Way::Tree, tr("&From an address"));
    add(Way::Kernel, tr("Kernel and ini&trd"));
    add(Way::Pxe, tr("From a boot ser&ver (PXE)"));
    layout->addStretch();
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int id) { choices().setWay(Way(id)); });
    return row;
}

QWidget *NetworkInstallPanel::makeAddress()
{
    auto *label = new QLabel(tr("A&ddress"), this);
    labels::nameAfter(m_address, label->text());
    m_address->setPlaceholderText(QStringLiteral("https://deb.debian.org/debian/"));
    m_address->setClearButtonEnabled(true);
    m_address->setAcceptDrops(false); // a dropped file is the window's
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) { choices().setAddress(text); });
    return rowOf(label, m_address, this);
}

QWidget *NetworkInstallPanel::makeArguments()
{
    auto *label = new QLabel(tr("A&rguments"), this);
    labels::nameAfter(m_arguments, label->text());
    m_arguments->setPlaceholderText(tr("More of the kernel's, such as console=ttyS0"));
    m_arguments->setMaxLength(int(longestKernelArguments));
    m_arguments->setAcceptDrops(false);
    connect(m_arguments, &QLineEdit::textChanged, this, [this](const QString &text) { choices().setArguments(text); });
    return rowOf(label, m_arguments, this);
}

QWidget *NetworkInstallPanel::firstField() const
{
    switch (choices().install().way) {
    case Way::Tree: return m_address;
    case Way::Kernel: return m_kernel->firstField();
    case Way::Pxe: break;
    }
    return m_ways->checkedButton();
}

void NetworkInstallPanel::refresh()
{
    const auto &install = choices().install();
    m_ways->button(int(install.way))->setChecked(true);
    m_addressRow->setVisible(install.way == Way::Tree);
    m_kernel->setVisible(install.way == Way::Kernel);
    m_initrd->setVisible(install.way == Way::Kernel);
    m_argumentsRow->setVisible(install.way != Way::Pxe);
    m_networkFirst->setVisible(install.way == Way::Pxe);
    m_networkFirst->setChecked(install.networkFirst);
    m_meaning->setText(meaning());
}

QString NetworkInstallPanel::meaning() const
{
    const auto &install = choices().install();
    switch (install.way) {
    case Way::Tree:
        if (install.tree) {
            const auto arguments = kernelArguments(install);
            return arguments.isEmpty() ? tr("The installer is fetched when the machine is created, started once, and removed when it is done.")
                                       : tr("The installer is fetched when the machine is created, started once, and removed when it is done. Its kernel "
                                            "gets: %1").arg(arguments);
        }
        return tr("The top folder of a distribution on a web server, as Debian, Ubuntu, Fedora, openSUSE and their relatives have it.");
    case Way::Kernel:
        return tr("Both are copied to the storage pool, started once, and removed when the installer restarts the machine.");
    case Way::Pxe:
        return tr("The machine asks the network for something to start. The server is the network's: another computer, or libvirt's own where the network names one.");
    }
    return {};
}
