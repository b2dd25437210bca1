// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/reviewstep.h"

#include "core/downloads/filename.h"
#include "core/hosts/host.h"
#include "core/provisioning/recipecopies.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/create/definitionedit.h"
#include "ui/create/findinglines.h"
#include "ui/create/recipetext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>

namespace {
constexpr int grid = 8;
} // namespace

ReviewStep::ReviewStep(WizardContext &shared, QWidget *parent)
    : WizardStep(shared, tr("Review"), {}, parent), m_heading(labels::title({}, this)), m_deeds(new QLabel(this)), m_findings(new FindingLines({}, this)),
      m_allWell(labels::hint(tr("Nothing: everything that the machine needs is there."), this)),
      m_showDefinition(new QCheckBox(tr("Show the &definition (XML)"), this)), m_definition(new DefinitionEdit(shared, this))
{
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_deeds->setWordWrap(true);
    m_deeds->setTextFormat(Qt::RichText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 20, 3 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(m_heading);
    column->addSpacing(grid);
    column->addWidget(labels::section(tr("What will be done"), this));
    column->addWidget(m_deeds);
    column->addSpacing(2 * grid);
    column->addWidget(labels::section(tr("What you should know"), this));
    column->addWidget(m_findings);
    column->addWidget(m_allWell);
    column->addSpacing(grid);
    column->addWidget(m_showDefinition);
    column->addWidget(m_definition, 1);
    column->addStretch();
    labels::nameAfter(m_showDefinition, m_showDefinition->text());
    m_definition->hide();
    connect(m_showDefinition, &QCheckBox::toggled, this, [this](bool on) {
        m_definition->setVisible(on);
        context().setDefinitionShown(on);
    });
    connect(&shared, &WizardContext::changed, this, &ReviewStep::refresh);
    refresh();
}

QWidget *ReviewStep::firstField() const
{
    return nullptr;
}

QStringList ReviewStep::mediaDeeds(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (recipe.download) {
        const auto name = fileNameOf(recipe.download->url);
        const auto fetched = tr("%1 is downloaded from %2, unless it is there already, and compared with the checksum that its makers publish.")
                                 .arg(name, recipe.download->url.host());
        return QStringList(fetched) + (recipe.source == MediaSource::CloudImage ? cloudDeeds(recipe, name) : QStringList(tr("%1 is put into its disc drive.").arg(name)));
    }
    if (recipe.source == MediaSource::NetworkInstall)
        return networkDeeds(recipe.fromNetwork);
    const auto file = QFileInfo(recipe.mediaPath).fileName();
    if (!takesFile(recipe.source) || file.isEmpty())
        return {};
    if (recipe.source == MediaSource::ExistingDisk && fillsPool(recipe))
        return {recipe.diskUse == DiskUse::Convert ? tr("%1 is converted into the pool “%2” as its disk; the file stays as it is.").arg(file, recipe.pool)
                                                   : tr("%1 is copied into the pool “%2” as its disk; the file stays as it is.").arg(file, recipe.pool)};
    if (recipe.source == MediaSource::CloudImage)
        return cloudDeeds(recipe, file);
    if (recipe.source == MediaSource::Appliance)
        return {tr("The disks of %1 are converted into the pool “%2”; the file stays as it is.").arg(file, recipe.pool)};
    QStringList deeds;
    if (!survey.isLocal && !survey.uploadPool.isEmpty())
        deeds.append(tr("%1 is copied to the pool “%2” on the host.").arg(file, survey.uploadPool));
    deeds.append(recipe.source == MediaSource::ExistingDisk ? tr("%1 becomes its disk; it is used where it is, not copied.").arg(file)
                                                            : tr("%1 is put into its disc drive.").arg(file));
    return deeds;
}

QStringList ReviewStep::networkDeeds(const NetworkInstall &install)
{
    switch (install.way) {
    case NetworkInstall::Way::Tree:
        if (!install.tree)
            return {};
        return {tr("The installer's kernel and initrd are downloaded from %1.").arg(install.tree->url.host()),
                tr("The machine starts with them once. When the installer restarts it they are removed, and it boots its disk.")};
    case NetworkInstall::Way::Kernel:
        if (install.kernel.isEmpty())
            return {};
        return {tr("%1 is copied to the storage pool.").arg(QFileInfo(install.kernel).fileName()),
                tr("The machine starts with it once. When the installer restarts it the copy is removed, and it boots its disk.")};
    case NetworkInstall::Way::Pxe: return {tr("The machine asks the boot server of its network for something to start.")};
    }
    return {};
}

QStringList ReviewStep::cloudDeeds(const MachineRecipe &recipe, const QString &file)
{
    const auto size = format::size(recipe.diskSize);
    QStringList deeds;
    deeds += recipe.cloud.base == CloudSetup::Base::Copy
        ? tr("%1 is copied into the pool “%2” as its disk, and grown to %3; the file stays as it is.").arg(file, recipe.pool, size)
        : tr("A disk of %1 is made in the pool “%2”, which holds only what differs from %3.").arg(size, recipe.pool, file);
    deeds += tr("A small medium beside it tells cloud-init to make the account “%1”.").arg(recipe.account.user);
    return deeds;
}

QStringList ReviewStep::deeds() const
{
    const auto &recipe = context().recipe();
    const auto *survey = context().survey();
    QStringList deeds;
    if (!survey || !context().host())
        return deeds;
    if (const int count = machinesOf(recipe, *survey); count > 1)
        deeds.append(tr("All of this is done %n time(s), for %1, each as a job of its own.", nullptr, count).arg(recipetext::names(context())));
    deeds += mediaDeeds(recipe, *survey);
    if (recipe.withDisk && !bringsDisk(recipe.source) && survey->pools.empty())
        deeds.append(tr("The host's first storage pool is made, and in it a disk of %1 that takes space only as it fills.").arg(format::size(recipe.diskSize)));
    else if (recipe.withDisk && !bringsDisk(recipe.source))
        deeds.append(tr("A disk of %1 is made in the pool “%2”. It takes space only as it fills.").arg(format::size(recipe.diskSize), recipe.pool));
    deeds.append(tr("The machine “%1” is defined on %2.").arg(recipe.name, context().host()->label()));
    if (takesPackages(recipe)) {
        deeds.append(tr("Its installer is started with your answers: it makes the account “%1”, asks nothing, and uses the whole of the disk.").arg(recipe.account.user));
        deeds.append(tr("When the installer ends, its media are removed, and the machine starts from its disk."));
        return deeds;
    }
    deeds.append(recipe.startNow ? tr("It is started, and its console opens.") : tr("It stays off until you start it."));
    if (recipe.source == MediaSource::CloudImage && recipe.cloud.removeSeed)
        deeds.append(tr("After the first shutdown the medium for cloud-init is taken out and deleted."));
    return deeds;
}

void ReviewStep::refresh()
{
    const auto &name = context().recipe().name;
    m_heading->setText(name.isEmpty() ? tr("Ready to create?") : tr("Ready to create %1?").arg(recipetext::names(context())));
    QString list;
    for (const auto &deed : deeds())
        list += QStringLiteral("<li style=\"margin-bottom:4px\">%1</li>").arg(deed.toHtmlEscaped());
    m_deeds->setText(list.isEmpty() ? tr("Choose a connected host first.") : QStringLiteral("<ol style=\"margin-left:-16px\">%1</ol>").arg(list));
    m_findings->show(context().findings());
    m_allWell->setVisible(context().findings().empty() && context().survey());
    const bool isForeseen = isDefinitionForeseen(context().recipe());
    m_showDefinition->setVisible(context().recipe().source != MediaSource::CustomXml && context().survey());
    m_showDefinition->setEnabled(isForeseen);
    m_showDefinition->setToolTip(isForeseen ? QString() : tr("It names disks and discs that are made only with the machine."));
    m_definition->setVisible(m_showDefinition->isVisibleTo(this) && isForeseen && m_showDefinition->isChecked());
}
