// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/resourcesstep.h"

#include "core/inventory/inventory.h"
#include "ui/common/errorpanel.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/statetext.h"
#include "ui/create/findinglines.h"
#include "ui/create/markedslider.h"
#include "ui/create/portrows.h"
#include "ui/create/recipetext.h"
#include "ui/create/sharedfolderrow.h"
#include "ui/create/sizeedit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>

namespace {
constexpr int grid = 8;
using Field = RecipeFinding::Field;

QLabel *quiet(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto small = label->font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    label->setFont(small);
    return label;
}

QWidget *stacked(std::initializer_list<QWidget *> widgets, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (auto *widget : widgets)
        column->addWidget(widget);
    return box;
}

void disableRow(QComboBox *box, int row, bool disabled)
{
    if (auto *model = qobject_cast<QStandardItemModel *>(box->model()))
        model->item(row)->setEnabled(!disabled);
}
} // namespace

ResourcesStep::ResourcesStep(WizardContext &shared, QWidget *parent)
    : WizardStep(shared, tr("Resources"),
                 {Field::Host, Field::Name, Field::Processor, Field::Memory, Field::Disk, Field::Network, Field::Ports, Field::Folder, Field::Acceleration}, parent),
      m_form(new QFormLayout), m_host(new QComboBox(this)), m_asking(quiet(this)), m_error(new ErrorPanel(this)), 
      m_name(new QLineEdit(this)), m_count(new QSpinBox(this)), m_names(quiet(this)), m_vcpuSlider(new MarkedSlider(this)), m_vcpus(new QSpinBox(this)),
      m_memory(new SizeEdit(tr("Memory"), SizeEdit::Style::WithSlider, this)), m_recommended(quiet(this)),
      m_withDisk(new QCheckBox(tr("New &disk of"), this)), m_disk(new SizeEdit(tr("Disk size"), SizeEdit::Style::Plain, this)),
      m_pool(new QComboBox(this)), m_network(new QComboBox(this)), m_networkMeaning(quiet(this)),
      m_ports(new PortRows(shared, this)), m_folder(new SharedFolderRow(shared, this)),
      m_acceleration(new QComboBox(this)), m_start(new QCheckBox(tr("S&tart it when it is created"), this))
{
    build();
    connect(m_host, &QComboBox::activated, this, [this](int row) { context().setHost(context().inventory().hosts().at(row)); });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { context().setName(text); });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) { context().setCount(count); });
    connect(m_vcpus, &QSpinBox::valueChanged, this, [this](int count) { context().setVcpus(count); });
    connect(m_vcpuSlider, &QSlider::valueChanged, this, [this](int count) { context().setVcpus(count); });
    connect(m_memory, &SizeEdit::edited, this, [this](Bytes memory) { context().setMemory(memory); });
    connect(m_withDisk, &QCheckBox::clicked, this, [this](bool on) { context().setWithDisk(on); });
    connect(m_disk, &SizeEdit::edited, this, [this](Bytes size) { context().setDiskSize(size); });
    connect(m_pool, &QComboBox::activated, this, [this] { context().setPool(m_pool->currentData().toString()); });
    connect(m_network, &QComboBox::activated, this, &ResourcesStep::takeNetwork);
    connect(m_acceleration, &QComboBox::activated, this, [this] { context().setAcceleration(Acceleration(m_acceleration->currentData().toInt())); });
    connect(m_start, &QCheckBox::clicked, this, [this](bool on) { context().setStartNow(on); });
    connect(&shared, &WizardContext::changed, this, &ResourcesStep::refresh);
    connect(&shared, &WizardContext::hostsChanged, this, &ResourcesStep::refreshHosts);
    refresh();
}

FindingLines *ResourcesStep::findings(Field field)
{
    auto *lines = new FindingLines({field}, this);
    m_lines.push_back(lines);
    return lines;
}

void ResourcesStep::addRow(const QString &label, QWidget *row, QWidget *field, QWidget *below)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        labels::nameAfter(field, label);
    m_form->addRow(caption, stacked({row, below}, this));
}

void ResourcesStep::build()
{
    auto *vcpuRow = new QWidget(this);
    auto *vcpuLine = new QHBoxLayout(vcpuRow);
    vcpuLine->setContentsMargins(0, 0, 0, 0);
    vcpuLine->setSpacing(grid);
    vcpuLine->addWidget(m_vcpuSlider, 1);
    vcpuLine->addWidget(m_vcpus);
    m_vcpus->setRange(1, 4096);
    m_vcpuSlider->setAccessibleName(tr("Processors"));
    m_start->setAccessibleName(tr("Start it when it is created"));
    m_withDisk->setAccessibleName(tr("New disk of"));
    m_acceleration->addItem(tr("Automatic"), int(Acceleration::Automatic));
    m_acceleration->addItem(tr("Hardware (KVM)"), int(Acceleration::Hardware));
    m_acceleration->addItem(tr("Software emulation"), int(Acceleration::Emulation));
    m_acceleration->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    auto *diskRow = new QWidget(this);
    auto *diskLine = new QHBoxLayout(diskRow);
    diskLine->setContentsMargins(0, 0, 0, 0);
    diskLine->setSpacing(grid);
    auto *poolLabel = new QLabel(tr("&in"), diskRow);
    poolLabel->setBuddy(m_pool);
    m_pool->setAccessibleName(tr("Storage pool"));
    diskLine->addWidget(m_withDisk);
    diskLine->addWidget(m_disk);
    diskLine->addWidget(poolLabel);
    diskLine->addWidget(m_pool, 1);

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(12);
    m_form->setHorizontalSpacing(2 * grid);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(tr("&Host"), m_host, m_host, stacked({m_asking, findings(Field::Host), m_error}, this));
    addRow(tr("N&ame"), nameRow(), m_name, stacked({m_names, findings(Field::Name)}, this));
    addRow(tr("&Processors"), vcpuRow, m_vcpus, findings(Field::Processor));
    addRow(tr("&Memory"), m_memory, m_memory->field(), stacked({m_recommended, findings(Field::Memory)}, this));
    addRow(tr("Disk"), diskRow, m_withDisk, findings(Field::Disk));
    addRow(tr("Net&work"), m_network, m_network, stacked({m_networkMeaning, findings(Field::Network), m_ports, findings(Field::Ports)}, this));
    addRow(tr("Shared &folder"), m_folder, m_folder->field(), stacked({m_folder->hint(), findings(Field::Folder)}, this));
    addRow(tr("Acce&leration"), m_acceleration, m_acceleration, findings(Field::Acceleration));
    m_form->addRow(QString(), m_start);

    auto *column = makePage(tr("What does it get?"), tr("Everything is set as the system recommends; change what you like."));
    column->addLayout(m_form);
    column->addStretch();
}

QWidget *ResourcesStep::nameRow()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    auto *caption = new QLabel(tr("H&ow many"), row);
    caption->setBuddy(m_count);
    labels::nameAfter(m_count, caption->text());
    m_count->setRange(1, mostMachines);
    line->addWidget(m_name, 1);
    line->addWidget(caption);
    line->addWidget(m_count);
    return row;
}

QWidget *ResourcesStep::firstField() const
{
    return m_name;
}

void ResourcesStep::refresh()
{
    refreshHosts();
    const auto state = context().surveyState();
    const bool ready = state == WizardContext::Survey::Ready;
    m_asking->setText(state == WizardContext::Survey::NoHost ? tr("Connect a host first.") : tr("Asking the host what it offers…"));
    m_asking->setVisible(state == WizardContext::Survey::NoHost || state == WizardContext::Survey::Asking);
    if (context().surveyError() && state == WizardContext::Survey::Failed)
        m_error->setError(errortext::of(*context().surveyError(), tr("The host did not say what it offers.")));
    else
        m_error->clear();

    for (QWidget *widget : std::initializer_list<QWidget *>{m_vcpuSlider, m_vcpus, m_memory, m_withDisk, m_disk, m_pool, m_network, m_acceleration})
        widget->setEnabled(ready);
    const auto &recipe = context().recipe();
    if (m_name->text() != recipe.name)
        m_name->setText(recipe.name);
    m_start->setChecked(recipe.startNow);
    m_acceleration->setCurrentIndex(m_acceleration->findData(int(recipe.acceleration)));
    if (ready) {
        refreshCount();
        refreshSizes();
        refreshPools();
        refreshNetworks();
        refreshAcceleration();
    }
    for (auto *lines : m_lines)
        lines->show(context().findings());
}

void ResourcesStep::refreshHosts()
{
    auto &hosts = context().inventory().hosts();
    const QSignalBlocker still(m_host);
    m_host->clear();
    for (int row = 0; row < hosts.rowCount(); ++row) {
        const auto *host = hosts.at(row);
        // A host that cannot be used tells why.
        m_host->addItem(host->isConnected() ? host->label() : tr("%1 (%2)").arg(host->label(), statetext::of(host->state())));
        disableRow(m_host, row, !host->isConnected());
    }
    m_host->setCurrentIndex(hosts.rowOf(context().host()));
    m_host->setEnabled(hosts.rowCount() > 0);
}

void ResourcesStep::refreshCount()
{
    const auto &survey = *context().survey();
    const auto why = whyOneOnly(context().recipe(), survey);
    const int count = machinesOf(context().recipe(), survey);
    const QSignalBlocker still(m_count);
    m_count->setEnabled(!why);
    m_count->setToolTip(why ? recipetext::oneOnly(*why) : QString());
    if (m_count->value() != count)
        m_count->setValue(count);
    m_names->setText(count > 1 ? tr("They will be called %1.").arg(recipetext::names(context())) : QString());
    m_names->setVisible(count > 1);
}

void ResourcesStep::refreshSizes()
{
    const auto &recipe = context().recipe();
    const auto &recommended = context().recommended();
    const auto &survey = *context().survey();
    const QSignalBlocker stillSpin(m_vcpus);
    const QSignalBlocker stillSlider(m_vcpuSlider);
    m_vcpuSlider->setRange(1, std::max({2, survey.cpuThreads, recommended.vcpus}));
    m_vcpuSlider->setMark(recommended.vcpus);
    m_vcpuSlider->setValue(recipe.vcpus);
    if (m_vcpus->value() != recipe.vcpus)
        m_vcpus->setValue(recipe.vcpus);
    m_memory->setSpan(Bytes::mib(128), survey.memory.isZero() ? Bytes::gib(16) : survey.memory);
    m_memory->setRecommended(recommended.memory);
    m_memory->setValue(recipe.memory);
    refreshSystemHint();
    const bool newDisk = !bringsDisk(recipe.source);
    m_withDisk->setChecked(choosesDiskSize(recipe));
    m_withDisk->setEnabled(newDisk);
    m_disk->setValue(recipe.diskSize);
    m_disk->setEnabled(choosesDiskSize(recipe));
    m_pool->setEnabled(fillsPool(recipe) && !survey.pools.empty());
    const bool isContainer = recipe.source == MediaSource::Container; // it has the host's processors and folders, and no disk
    m_acceleration->setEnabled(!isContainer);
    if (isContainer) {
        m_withDisk->setEnabled(false);
        m_folder->setEnabled(false);
    }
}

void ResourcesStep::refreshSystemHint()
{
    const auto &recommended = context().recommended();
    const auto &survey = *context().survey();
    const auto &system = recommended.os.os.name;
    const auto advice = system.isEmpty() || !recommended.os.known
                            ? tr("Recommended: %1").arg(format::size(recommended.memory))
                            : tr("Recommended for %1: %2").arg(system, format::size(recommended.memory));
    m_recommended->setText(survey.memory.isZero() ? advice
                           : survey.memoryFree.isZero()
                               ? tr("%1 · the host has %2").arg(advice, format::size(survey.memory))
                               : tr("%1 · the host has %2, %3 free").arg(advice, format::size(survey.memory), format::size(survey.memoryFree)));
}

/// Hardware acceleration can be chosen where it is doubted, and not where it is not offered.
void ResourcesStep::refreshAcceleration()
{
    const auto &offers = context().survey()->accelerators;
    const bool isOffered = std::any_of(offers.begin(), offers.end(), [](const DomainCapabilities &caps) { return caps.accelerator == u"kvm"; });
    const int row = m_acceleration->findData(int(Acceleration::Hardware));
    disableRow(m_acceleration, row, !isOffered);
    m_acceleration->setItemData(row, isOffered ? QString() : tr("The host does not offer it."), Qt::ToolTipRole);
}

void ResourcesStep::refreshPools()
{
    const QSignalBlocker still(m_pool);
    m_pool->clear();
    for (const auto &pool : context().survey()->pools) {
        m_pool->addItem(recipetext::pool(pool), pool.name);
        m_pool->setItemData(m_pool->count() - 1, pool.path, Qt::ToolTipRole);
        disableRow(m_pool, m_pool->count() - 1, !pool.active);
    }
    if (m_pool->count() == 0 && context().survey()->hasStorage)
        m_pool->addItem(tr("the first storage pool, made for it"), context().recipe().pool);
    m_pool->setCurrentIndex(m_pool->findData(context().recipe().pool));
}

void ResourcesStep::refreshNetworks()
{
    const QSignalBlocker still(m_network);
    const auto &chosen = context().recipe().network;
    m_network->clear();
    int current = -1;
    for (const auto &offer : context().survey()->networks) {
        if (chosen && chosen->kind == offer.kind && chosen->name == offer.name)
            current = m_network->count();
        m_network->addItem(offer.active ? recipetext::network(offer) : tr("%1, not running").arg(recipetext::network(offer)));
    }
    m_network->addItem(tr("None"));
    m_network->setCurrentIndex(chosen ? current : m_network->count() - 1);
    m_networkMeaning->setText(recipetext::networkMeaning(chosen));
}

void ResourcesStep::takeNetwork(int row)
{
    const auto *survey = context().survey();
    if (!survey)
        return;
    if (row < int(survey->networks.size()))
        context().setNetwork(survey->networks[size_t(row)]);
    else
        context().setNetwork(std::nullopt);
}
