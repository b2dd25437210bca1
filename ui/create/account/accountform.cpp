// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/accountform.h"

#include "core/provisioning/unattended/unattendedoffer.h"
#include "core/provisioning/windows/windowschecks.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/account/keylist.h"
#include "ui/create/findinglines.h"
#include "ui/create/formrows.h"
#include "ui/create/wizardcontext.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

namespace {
constexpr int grid = 8;
using Field = RecipeFinding::Field;

void put(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}
} // namespace

AccountForm::AccountForm(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_answers(context.answers()), m_user(new QLineEdit(this)), m_fullName(new QLineEdit(this)),
      m_password(new QLineEdit(this)), m_show(new QCheckBox(tr("Sho&w"), this)), m_overSsh(new QCheckBox(tr("&Let it in over ssh as well"), this)),
      m_keys(new KeyList(m_answers, this)), m_hostName(new QLineEdit(this)), m_region(new QWidget(this)), m_locale(new QLineEdit(m_region)),
      m_keyboard(new QLineEdit(m_region)), m_zone(new QComboBox(m_region))
{
    build();
    buildRegion();
    const auto follow = [this](QLineEdit *edit, QString GuestAccount::*part) {
        connect(edit, &QLineEdit::textEdited, this, [this, part](const QString &text) {
            m_answers.edit([&](GuestAccount &account) { account.*part = text; });
        });
    };
    follow(m_user, &GuestAccount::user);
    follow(m_fullName, &GuestAccount::fullName);
    follow(m_password, &GuestAccount::password);
    follow(m_hostName, &GuestAccount::hostName);
    follow(m_locale, &GuestAccount::locale);
    follow(m_keyboard, &GuestAccount::keyboard);
    connect(m_zone, &QComboBox::editTextChanged, this, [this](const QString &text) {
        if (text != m_answers.account().timeZone)
            m_answers.edit([&](GuestAccount &account) { account.timeZone = text; });
    });
    connect(m_show, &QCheckBox::toggled, this, [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_overSsh, &QCheckBox::clicked, this, [this](bool on) {
        m_answers.edit([on](GuestAccount &account) { account.passwordOverSsh = on; });
    });
    connect(&context, &WizardContext::changed, this, &AccountForm::refresh);
    refresh();
}

void AccountForm::addRow(QFormLayout *form, const QString &label, QWidget *row, QWidget *field, Field of)
{
    auto *lines = new FindingLines({of}, row->parentWidget());
    m_lines.push_back(lines);
    formrows::add(form, label, row, field, lines);
}

void AccountForm::build()
{
    m_password->setEchoMode(QLineEdit::Password);
    m_show->setAccessibleName(tr("Show"));
    m_overSsh->setAccessibleName(tr("Let it in over ssh as well"));
    auto *passwordRow = new QWidget(this);
    auto *line = new QHBoxLayout(passwordRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid);
    line->addWidget(m_password, 1);
    line->addWidget(m_show);

    auto *form = formrows::make(this);
    addRow(form, tr("&User"), m_user, m_user, Field::User);
    formrows::add(form, tr("Full nam&e"), m_fullName, m_fullName, nullptr);
    addRow(form, tr("&Password"), passwordRow, m_password, Field::Password);
    form->addRow(QString(), m_overSsh);
    addRow(form, tr("&ssh keys"), m_keys, m_keys->firstField(), Field::Keys);
    addRow(form, tr("&Host name"), m_hostName, m_hostName, Field::HostName);
}

void AccountForm::buildRegion()
{
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(20);
    m_zone->view()->setAccessibleName(tr("Time zones"));
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const auto &zone : zones) {
        if (!zone.contains("+") && !zone.contains("-0")) // offsets are no places
            m_zone->addItem(QString::fromLatin1(zone));
    }
    auto *form = formrows::make(m_region);
    formrows::add(form, tr("&Time zone"), m_zone, m_zone, nullptr);
    formrows::add(form, tr("Lan&guage"), m_locale, m_locale, nullptr);
    addRow(form, tr("Ke&yboard"), m_keyboard, m_keyboard, Field::Locale);
}

QWidget *AccountForm::firstField() const
{
    return m_user->text().isEmpty() ? m_user : m_password;
}

void AccountForm::refresh()
{
    const auto &account = m_answers.account();
    put(m_user, account.user);
    put(m_fullName, account.fullName);
    put(m_password, account.password);
    put(m_hostName, account.hostName);
    put(m_locale, account.locale);
    put(m_keyboard, account.keyboard);
    const bool isWindows = m_context.recipe().os.isWindows;
    m_hostName->setPlaceholderText(isWindows ? windowsComputerFrom(m_context.recipe().name) : hostNameFrom(m_context.recipe().name));
    // An installer that asks nothing has to be told something.
    const bool isInstalled = takesPackages(m_context.recipe());
    m_locale->setPlaceholderText(isInstalled ? QStringLiteral("en_US.UTF-8") : tr("As the system comes"));
    m_keyboard->setPlaceholderText(isInstalled ? QStringLiteral("us") : tr("As the system comes"));
    if (auto *form = qobject_cast<QFormLayout *>(layout())) {
        form->setRowVisible(m_keys->parentWidget(), !isWindows);
        form->setRowVisible(m_overSsh, !isWindows);
    }
    if (m_zone->currentText() != account.timeZone)
        m_zone->setEditText(account.timeZone);
    m_overSsh->setChecked(account.passwordOverSsh);
    m_overSsh->setEnabled(!account.password.isEmpty());
    for (auto *lines : m_lines)
        lines->show(m_context.findings());
}
