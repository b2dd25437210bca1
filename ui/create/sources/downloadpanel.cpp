// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/downloadpanel.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/provisioning/osdatabaseupdate.h"
#include "core/provisioning/ownimages.h"
#include "core/settings/settings.h"
#include "ui/create/sources/imagedelegate.h"
#include "ui/create/sources/imagelist.h"
#include "ui/create/sources/ownimagedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace {
constexpr int grid = 8;
constexpr int oldAfterDays = 365;

QPushButton *button(const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    auto plain = text;
    made->setAccessibleName(plain.remove(u'&'));
    made->setAutoDefault(false);
    return made;
}
} // namespace

DownloadPanel::DownloadPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent), m_all(new ImageList(this)), m_found(new FoundImages(this)), m_search(new QLineEdit(this)),
      m_list(new QListView(this)), m_note(new QLabel(tr("Reading the list of systems…"), this)),
      m_unsupported(new QCheckBox(tr("Unsupported ones &too"), this)), m_add(button(tr("A&dd an address…"), this)),
      m_remove(button(tr("Remo&ve"), this)), m_age(new QLabel(this)), m_update(button(tr("&Update the OS database"), this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        rearrange([&] { m_found->setSearch(text); });
    });
    connect(m_unsupported, &QCheckBox::toggled, this, [this](bool on) {
        rearrange([&] { m_found->setUnsupportedShown(on); });
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DownloadPanel::choose);
    connect(m_add, &QPushButton::clicked, this, &DownloadPanel::add);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        auto own = ownimages::fromJson(context().inventory().settings().get(keys::downloadOwnImages));
        const auto chosen = context().recipe().download;
        own.erase(std::remove_if(own.begin(), own.end(), [&](const OsImage &each) { return chosen && each.url == chosen->url; }), own.end());
        context().inventory().settings().set(keys::downloadOwnImages, ownimages::toJson(own));
        fill();
    });
    connect(m_update, &QPushButton::clicked, this, &DownloadPanel::update);
    connect(&shared, &WizardContext::changed, this, &DownloadPanel::refresh);
}

void DownloadPanel::build()
{
    auto *caption = new QLabel(tr("Searc&h"), this);
    caption->setBuddy(m_search);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("debian, fedora server, live, …"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_found->setSourceModel(m_all);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new ImageDelegate(m_list));
    m_list->setAccessibleName(tr("Systems to download"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(170);
    m_unsupported->setAccessibleName(tr("Unsupported ones too"));
    m_remove->hide();
    for (auto *quiet : {m_note, m_age}) {
        quiet->setForegroundRole(QPalette::PlaceholderText);
        quiet->setWordWrap(true);
    }
    m_age->hide();
    m_update->hide();

    auto *top = new QHBoxLayout;
    top->setSpacing(grid);
    top->addWidget(caption);
    top->addWidget(m_search, 1);
    top->addWidget(m_unsupported);
    auto *below = new QHBoxLayout;
    below->setSpacing(grid);
    below->addWidget(m_note, 1);
    below->addWidget(m_remove);
    below->addWidget(m_add);
    auto *age = new QHBoxLayout;
    age->setSpacing(grid);
    age->addWidget(m_age, 1);
    age->addWidget(m_update);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addLayout(below);
    column->addLayout(age);
}

QWidget *DownloadPanel::firstField() const
{
    return m_search;
}

/// The database is read when somebody looks: it takes a good part of a second.
void DownloadPanel::showEvent(QShowEvent *event)
{
    SourcePanel::showEvent(event);
    if (!m_isAsked)
        ask();
}

void DownloadPanel::ask()
{
    m_isAsked = true;
    auto &database = context().inventory().osDatabase();
    deliver(database.images(), this, [this](Result<std::vector<OsImage>> images) {
        if (!images) {
            m_note->setText(tr("The list of systems could not be read."));
            return;
        }
        m_images = std::move(*images);
        // Those are made for cloud-init, and have a source of their own.
        m_images.erase(std::remove_if(m_images.begin(), m_images.end(), [](const OsImage &image) { return image.kind == OsImage::Kind::Cloud; }),
                       m_images.end());
        fill();
    });
    deliver(database.date(), this, [this](const Result<QDate> &date) { writeAge(date.value_or(QDate())); });
}

void DownloadPanel::fill()
{
    const auto &settings = context().inventory().settings();
    auto images = m_images;
    for (auto &own : ownimages::fromJson(settings.get(keys::downloadOwnImages)))
        images.push_back(std::move(own));
    const auto *survey = context().survey();
    m_architecture = survey && !survey->accelerators.empty() ? survey->accelerators.front().architecture : QString();
    rearrange([&] { m_all->set(rankImages(std::move(images), settings.get(keys::downloadRecent), m_architecture)); });
    refresh();
}

template<class Change>
void DownloadPanel::rearrange(Change change)
{
    // A view moves on to a neighbour when its current row goes.
    m_isRearranging = true;
    change();
    m_list->setCurrentIndex({});
    const auto &chosen = context().recipe().download;
    for (int row = 0; chosen && row < m_found->rowCount(); ++row) {
        const auto index = m_found->index(row, 0);
        if (m_all->image(m_found->mapToSource(index).row()).url == chosen->url)
            m_list->setCurrentIndex(index);
    }
    m_isRearranging = false;
    count();
}

void DownloadPanel::count()
{
    m_note->setText(m_found->rowCount() > 0 ? tr("%n image(s)", nullptr, m_found->rowCount()) : tr("Nothing of that name can be downloaded."));
}

void DownloadPanel::refresh()
{
    const auto *survey = context().survey();
    if (m_all->rowCount() > 0 && survey && !survey->accelerators.empty() && survey->accelerators.front().architecture != m_architecture)
        fill(); // another host was chosen
    const auto &chosen = context().recipe().download;
    m_remove->setVisible(chosen && chosen->isOwn);
    if (!chosen)
        m_list->setCurrentIndex({});
}

void DownloadPanel::choose(const QModelIndex &index)
{
    if (index.isValid() && !m_isRearranging)
        context().setDownload(m_all->image(m_found->mapToSource(index).row()));
}

/// Up and down move in the list while the search keeps the keyboard.
bool DownloadPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return SourcePanel::eventFilter(watched, event);
}

void DownloadPanel::add()
{
    auto *dialog = new OwnImageDialog(this);
    connect(dialog, &OwnImageDialog::added, this, [this](const OsImage &image) {
        auto &settings = context().inventory().settings();
        auto own = ownimages::fromJson(settings.get(keys::downloadOwnImages));
        own.push_back(image);
        settings.set(keys::downloadOwnImages, ownimages::toJson(own));
        m_search->clear();
        fill();
        for (int row = 0; row < m_found->rowCount(); ++row) {
            if (m_found->index(row, 0).data(ImageList::UrlRole).toString() == image.url.toString()) {
                m_list->setCurrentIndex(m_found->index(row, 0));
                break;
            }
        }
    });
    dialog->open();
}

void DownloadPanel::writeAge(const QDate &date)
{
    const bool isOld = date.isValid() && date.daysTo(QDate::currentDate()) > oldAfterDays;
    m_age->setVisible(isOld);
    m_update->setVisible(isOld);
    if (isOld)
        m_age->setText(tr("The OS database of this computer is of %1; Vivarium adds the better known systems that came out since.")
                           .arg(QLocale().toString(date, QStringLiteral("MMMM yyyy"))));
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
        ask();
    });
}
