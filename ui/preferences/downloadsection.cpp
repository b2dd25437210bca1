// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/downloadsection.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/downloads/filename.h"
#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/common/confirm.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {

void addRow(QFormLayout *form, const QString &label, QWidget *row, QWidget *field)
{
    auto *caption = new QLabel(label);
    caption->setBuddy(field);
    form->addRow(caption, row);
    labels::nameAfter(field, label);
}

} // namespace

DownloadSection::DownloadSection(Inventory &inventory, QFormLayout *form, QWidget *window)
    : QObject(window), m_inventory(inventory), m_window(window), m_kept(new QLabel(window)),
      m_clear(labels::button(tr("Dele&te them…"), window))
{
    form->addItem(new QSpacerItem(0, 8));
    form->addRow(labels::section(tr("Downloads"), window));
    auto *lines = mirrors();
    addRow(form, tr("M&irrors"), lines, lines);
    form->addRow(QString(), labels::hint(tr("One per line: how addresses begin, a space, and what is asked instead."), window));
    auto *source = database();
    addRow(form, tr("OS &database from"), source, source);
    form->addRow(tr("Images kept"), cache());
    count();
}

QWidget *DownloadSection::mirrors()
{
    auto *edit = new QPlainTextEdit(m_inventory.settings().get(keys::downloadMirrors).join(u'\n'), m_window);
    edit->setPlaceholderText(QStringLiteral("https://cdimage.debian.org/ http://mirror.example/debian/"));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit->setFixedHeight(3 * edit->fontMetrics().lineSpacing() + 16);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
        QStringList valid;
        for (const auto &line : edit->toPlainText().split(u'\n')) {
            if (Mirrors::isValid(line))
                valid += line.simplified();
        }
        m_inventory.settings().set(keys::downloadMirrors, valid);
        m_inventory.applyDownloadSettings();
    });
    return edit;
}

QWidget *DownloadSection::database()
{
    auto *edit = new QLineEdit(m_inventory.settings().get(keys::osDatabaseSource), m_window);
    edit->setToolTip(tr("An archive of libosinfo's database, or a page that names some"));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        if (edit->text().trimmed().isEmpty())
            edit->setText(keys::osDatabaseSource.fallback);
        m_inventory.settings().set(keys::osDatabaseSource, edit->text().trimmed());
    });
    return edit;
}

QWidget *DownloadSection::cache()
{
    auto *row = new QWidget(m_window);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_kept, 1);
    line->addWidget(m_clear);
    m_clear->setEnabled(false);
    connect(m_clear, &QPushButton::clicked, this, &DownloadSection::askToClear);
    return row;
}

void DownloadSection::count()
{
    deliver(m_inventory.downloads().cached(), this, [this](const Result<std::vector<CachedFile>> &files) {
        m_names.clear();
        Bytes sum;
        for (const auto &file : files.value_or(std::vector<CachedFile>())) {
            m_names += fileNameOf(file.url);
            sum = sum + file.size;
        }
        const int count = int(m_names.size());
        //: %1 is a size
        m_kept->setText(count == 0 ? tr("None") : tr("%n image(s), %1", nullptr, count).arg(format::size(sum)));
        m_clear->setEnabled(count > 0);
    });
}

void DownloadSection::askToClear()
{
    confirm(m_window,
            {tr("Delete downloaded images"), tr("Delete these images?"),
             tr("They are downloaded again when they are needed. A machine that still has one in its drive will miss it."), m_names, tr("Delete")},
            [this] { deliver(m_inventory.downloads().clear(), this, [this](const Result<void> &) { count(); }); });
}
