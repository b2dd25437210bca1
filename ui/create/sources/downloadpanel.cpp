// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/downloadpanel.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/provisioning/osdatabaseupdate.h"
#include "core/provisioning/ownimages.h"
#include "core/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/create/sources/imagecatalogue.h"
#include "ui/create/sources/ownimagedialog.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace {
constexpr int grid = 8;
constexpr int oldAfterDays = 365;

} // namespace

DownloadPanel::DownloadPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent), m_catalogue(new ImageCatalogue(shared.inventory(), ImageCatalogue::Offer::Discs, this)),
      m_add(labels::button(tr("A&dd an address…"), this)), m_remove(labels::button(tr("Remo&ve"), this)), m_age(new QLabel(this)),
      m_update(labels::button(tr("&Update the OS database"), this))
{
    m_remove->hide();
    m_age->setForegroundRole(QPalette::PlaceholderText);
    m_age->setWordWrap(true);
    m_age->hide();
    m_update->hide();
    auto *below = new QHBoxLayout;
    below->setSpacing(grid);
    below->addWidget(m_catalogue->note(), 1);
    below->addWidget(m_remove);
    below->addWidget(m_add);
    auto *age = new QHBoxLayout;
    age->setSpacing(grid);
    age->addWidget(m_age, 1);
    age->addWidget(m_update);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(m_catalogue);
    column->addLayout(below);
    column->addLayout(age);
    connect(m_catalogue, &ImageCatalogue::chosen, &shared, &WizardContext::setDownload);
    connect(m_add, &QPushButton::clicked, this, &DownloadPanel::add);
    connect(m_remove, &QPushButton::clicked, this, &DownloadPanel::remove);
    connect(m_update, &QPushButton::clicked, this, &DownloadPanel::update);
    connect(&shared, &WizardContext::changed, this, &DownloadPanel::refresh);
    refresh();
}

QWidget *DownloadPanel::firstField() const
{
    return m_catalogue->searchField();
}

void DownloadPanel::showEvent(QShowEvent *event)
{
    SourcePanel::showEvent(event);
    if (!std::exchange(m_isAsked, true))
        askAge();
}

void DownloadPanel::refresh()
{
    if (context().recipe().source != MediaSource::Download)
        return;
    const auto *survey = context().survey();
    if (survey && !survey->accelerators.empty())
        m_catalogue->setArchitecture(survey->accelerators.front().architecture);
    const auto &chosen = context().recipe().download;
    m_remove->setVisible(chosen && chosen->isOwn);
    m_catalogue->mark(chosen ? chosen->url : QUrl());
}

void DownloadPanel::add()
{
    auto *dialog = new OwnImageDialog(this);
    connect(dialog, &OwnImageDialog::added, this, [this](const OsImage &image) {
        auto &settings = context().inventory().settings();
        auto own = ownimages::fromJson(settings.get(keys::downloadOwnImages));
        own.push_back(image);
        settings.set(keys::downloadOwnImages, ownimages::toJson(own));
        m_catalogue->refill();
        m_catalogue->choose(image.url);
    });
    dialog->open();
}

void DownloadPanel::remove()
{
    auto &settings = context().inventory().settings();
    auto own = ownimages::fromJson(settings.get(keys::downloadOwnImages));
    const auto &chosen = context().recipe().download;
    own.erase(std::remove_if(own.begin(), own.end(), [&](const OsImage &each) { return chosen && each.url == chosen->url; }), own.end());
    settings.set(keys::downloadOwnImages, ownimages::toJson(own));
    m_catalogue->refill();
}

void DownloadPanel::askAge()
{
    deliver(context().inventory().osDatabase().date(), this, [this](const Result<QDate> &date) {
        const bool isOld = date && date->isValid() && date->daysTo(QDate::currentDate()) > oldAfterDays;
        m_age->setVisible(isOld);
        m_update->setVisible(isOld);
        if (isOld)
            m_age->setText(tr("The OS database of this computer is of %1; Vivarium adds the better known systems that came out since.")
                               .arg(QLocale().toString(*date, QStringLiteral("MMMM yyyy"))));
    });
}

void DownloadPanel::update()
{
    auto &inventory = context().inventory();
    auto &job = updateOsDatabase(inventory.jobs(), inventory.osDatabase(), inventory.downloads(),
                                 QUrl(inventory.settings().get(keys::osDatabaseSource)));
    m_update->setEnabled(false);
    m_age->setText(tr("Updating the OS database…"));
    connect(&job, &Job::finished, this, [this] {
        m_update->setEnabled(true);
        m_catalogue->reload();
        askAge();
    });
}
