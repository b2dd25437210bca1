// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "core/settings/settings.h"
#include "ui/common/appearance.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>
#include <vector>

namespace {
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

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    auto bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

void addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    form->addRow(label, field);
    auto plain = label;
    field->setAccessibleName(plain.remove(u'&'));
}
} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent) : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Preferences"));
    connect(this, &PreferencesDialog::changed, this, [this] { appearance::apply(m_settings.get(keys::appearance)); });
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    form->addRow(heading(tr("Window"), this));
    addRow(form, tr("&Appearance"), choiceOf<QString>(this, m_settings, keys::appearance,
        {{QStringLiteral("system"), tr("As the desktop has it")}, {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}}));
    addRow(form, tr("&Order of machines in the sidebar"), choiceOf<QString>(this, m_settings, keys::sidebarOrder,
        {{QStringLiteral("name"), tr("By name")}, {QStringLiteral("state"), tr("Running ones first")}}));
    addRow(form, tr("&Statistics"), choiceOf<int>(this, m_settings, keys::statisticsSeconds,
        {{1, tr("Every second")}, {2, tr("Every 2 seconds")}, {5, tr("Every 5 seconds")}, {10, tr("Every 10 seconds")}}));

    form->addItem(new QSpacerItem(0, 8));
    form->addRow(heading(tr("Console"), this));
    addRow(form, tr("S&caling at first"), choiceOf<QString>(this, m_settings, keys::consoleScaling,
        {{QStringLiteral("fit"), tr("Fit the window")}, {QStringLiteral("1:1"), tr("Original size (1:1)")}}));
    addRow(form, tr("&Release keys"), choiceOf<QString>(this, m_settings, keys::consoleReleaseKey,
        {{QStringLiteral("Ctrl+Alt"), tr("Ctrl+Alt")}, {QStringLiteral("Ctrl+Shift"), tr("Ctrl+Shift")},
         {QStringLiteral("Alt+Shift"), tr("Alt+Shift")}, {QStringLiteral("Ctrl+Alt+Shift"), tr("Ctrl+Alt+Shift")}}));
    auto *hint = new QLabel(tr("Held together, these give keyboard and pointer back to your desktop."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), hint);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setAccessibleName(close->text());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(480);
}
