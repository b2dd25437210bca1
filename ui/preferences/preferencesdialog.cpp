// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "core/settings/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/labels.h"
#include "ui/console/keycombination.h"
#include "ui/preferences/downloadsection.h"
#include "ui/preferences/newmachinesection.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>
#include <utility>
#include <vector>

namespace {
constexpr int comfortableWidth = 640;

/// A choice among words, kept under `key`; an unknown value of the settings' shows as the first.
template<class T>
QComboBox *choiceOf(PreferencesDialog *dialog, Settings &settings, const SettingsKey<T> &key,
                    const std::vector<std::pair<T, QString>> &options)
{
    auto *box = new QComboBox(dialog);
    for (const auto &[value, text] : options)
        box->addItem(text, QVariant::fromValue(value));
    box->setCurrentIndex(std::max(0, box->findData(QVariant::fromValue(settings.get(key)))));
    QObject::connect(box, &QComboBox::activated, dialog, [dialog, &settings, &key, box] {
        settings.set(key, box->currentData().template value<T>());
        Q_EMIT dialog->changed();
    });
    return box;
}

QCheckBox *switchOf(PreferencesDialog *dialog, Settings &settings, const SettingsKey<bool> &key, const QString &text)
{
    auto *box = new QCheckBox(text, dialog);
    labels::nameAfter(box, text);
    box->setChecked(settings.get(key));
    QObject::connect(box, &QCheckBox::toggled, dialog, [dialog, &settings, &key](bool on) {
        settings.set(key, on);
        Q_EMIT dialog->changed();
    });
    return box;
}

void addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    form->addRow(label, field);
    labels::nameAfter(field, label);
}
} // namespace

QWidget *PreferencesDialog::ownKeys()
{
    auto *edit = new QLineEdit(m_settings.get(keys::consoleOwnKeys), this);
    edit->setPlaceholderText(tr("Ctrl+Alt+T, Super+L"));
    edit->setToolTip(tr("Offered in the menu “Send keys”; parted by commas"));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        m_settings.set(keys::consoleOwnKeys, keycombination::known(edit->text()).join(QStringLiteral(", ")));
        edit->setText(m_settings.get(keys::consoleOwnKeys));
        Q_EMIT changed();
    });
    return edit;
}

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent) : QDialog(parent), m_settings(settings), m_form(new QFormLayout), m_scroll(new QScrollArea(this))
{
    setWindowTitle(tr("Preferences"));
    connect(this, &PreferencesDialog::changed, this, [this] { appearance::apply(m_settings.get(keys::appearance)); });
    auto *form = m_form;
    form->setContentsMargins(24, 24, 24, 8);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    form->addRow(labels::section(tr("Window"), this));
    addRow(form, tr("&Appearance"), choiceOf<QString>(this, m_settings, keys::appearance,
        {{QStringLiteral("system"), tr("As the desktop has it")}, {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}}));
    addRow(form, tr("&Order of machines in the sidebar"), choiceOf<QString>(this, m_settings, keys::sidebarOrder,
        {{QStringLiteral("name"), tr("By name")}, {QStringLiteral("state"), tr("Running ones first")}}));
    addRow(form, tr("&Statistics"), choiceOf<int>(this, m_settings, keys::statisticsSeconds,
        {{1, tr("Every second")}, {2, tr("Every 2 seconds")}, {5, tr("Every 5 seconds")}, {10, tr("Every 10 seconds")}}));

    form->addItem(new QSpacerItem(0, 8));
    form->addRow(labels::section(tr("Console"), this));
    addRow(form, tr("S&caling at first"), choiceOf<QString>(this, m_settings, keys::consoleScaling,
        {{QStringLiteral("fit"), tr("Fit the window")}, {QStringLiteral("1:1"), tr("Original size (1:1)")},
         {QStringLiteral("fill"), tr("Fill the window")}, {QStringLiteral("integer"), tr("Whole multiples")}}));
    addRow(form, tr("&Release keys"), choiceOf<QString>(this, m_settings, keys::consoleReleaseKey,
        {{QStringLiteral("Ctrl+Alt"), tr("Ctrl+Alt")}, {QStringLiteral("Ctrl+Shift"), tr("Ctrl+Shift")},
         {QStringLiteral("Alt+Shift"), tr("Alt+Shift")}, {QStringLiteral("Ctrl+Alt+Shift"), tr("Ctrl+Alt+Shift")}}));
    form->addRow(QString(), labels::hint(tr("Held together, these give keyboard and pointer back to your desktop."), this));
    form->addRow(QString(), switchOf(this, m_settings, keys::consoleConnects, tr("Connect consoles when they are looked a&t")));
    form->addRow(QString(), switchOf(this, m_settings, keys::consoleGuestFollows, tr("&Guests follow the size of their window")));
    addRow(form, tr("&Bar in full screen"), choiceOf<QString>(this, m_settings, keys::consoleBarEdge,
        {{QStringLiteral("top"), tr("At the top")}, {QStringLiteral("bottom"), tr("At the bottom")}}));
    addRow(form, tr("Own &key combinations"), ownKeys());

    form->addItem(new QSpacerItem(0, 8));
    form->addRow(labels::section(tr("Serial and text consoles"), this));
    addRow(form, tr("&Lines kept when they scroll off"), choiceOf<int>(this, m_settings, keys::terminalScrollback,
        {{1000, QLocale().toString(1000)}, {10000, QLocale().toString(10000)}, {100000, QLocale().toString(100000)}, {0, tr("None")}}));
    form->addRow(QString(), switchOf(this, m_settings, keys::terminalCopyOnSelect, tr("Copy what is &marked at once")));
    form->addRow(QString(), switchOf(this, m_settings, keys::qemuMonitor, tr("Show the &QEMU monitor of machines")));
    form->addRow(QString(), labels::hint(tr("For experts: it goes past libvirt and can crash a machine or destroy its disks."), this));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setAccessibleName(close->text());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(16);
    column->addWidget(m_scroll, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(24, 0, 24, 0);
    bottom->addWidget(buttons);
    column->addLayout(bottom);
    auto *content = new QWidget(m_scroll);
    content->setLayout(form);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    setMinimumWidth(comfortableWidth);
    fit();
}

/// As high as its contents, which need more room than they say where hints are wrapped; on small screens they scroll.
void PreferencesDialog::fit()
{
    constexpr int rest = 80; // the buttons
    const auto *screen = this->screen();
    const int most = screen ? screen->availableGeometry().height() * 9 / 10 : 800;
    resize(comfortableWidth, std::min(most, m_form->totalHeightForWidth(comfortableWidth) + rest));
}

void PreferencesDialog::addNewMachines(Inventory &inventory)
{
    new NewMachineSection(inventory, m_form, this);
    fit();
}

void PreferencesDialog::addDownloads(Inventory &inventory)
{
    new DownloadSection(inventory, m_form, this);
    fit();
}
