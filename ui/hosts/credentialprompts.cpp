// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/credentialprompts.h"

#include "ui/common/fitheight.h"
#include "ui/common/labels.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {
class CredentialDialog final : public QDialog {
    Q_OBJECT
public:
    CredentialDialog(const CredentialRequest &request, QWidget *window);

    QStringList values() const;
    bool wantsRemembering() const { return m_remember && m_remember->isChecked(); }

private:
    QString title(const CredentialRequest &request) const;
    QString agreement(const CredentialRequest &request) const;

    std::vector<QLineEdit *> m_fields;
    QCheckBox *m_remember = nullptr;
};

QString CredentialDialog::title(const CredentialRequest &request) const
{
    switch (request.kind) {
    case CredentialRequest::Kind::HostKey: return tr("Is this %1?").arg(request.hostLabel);
    case CredentialRequest::Kind::Passphrase: return tr("Unlock the key for %1").arg(request.hostLabel);
    case CredentialRequest::Kind::Login: break;
    }
    return tr("Log in to %1").arg(request.hostLabel);
}

QString CredentialDialog::agreement(const CredentialRequest &request) const
{
    switch (request.kind) {
    case CredentialRequest::Kind::HostKey: return tr("Trust and connect");
    case CredentialRequest::Kind::Passphrase: return tr("Unlock");
    case CredentialRequest::Kind::Login: break;
    }
    return tr("Log in");
}

CredentialDialog::CredentialDialog(const CredentialRequest &request, QWidget *window) : QDialog(window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(title(request));
    const bool isKey = request.kind == CredentialRequest::Kind::HostKey;

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    auto *heading = new QLabel(windowTitle(), this);
    auto bold = heading->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    heading->setFont(bold);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (isKey) {
        auto *advice = new QLabel(tr("Its key is not known on this computer yet. Trust it only if the fingerprint is the one "
                                     "that the host's administrator tells you."), this);
        advice->setWordWrap(true);
        column->addWidget(advice);
    }
    if (request.isRepeated) {
        auto *again = new QLabel(tr("That was not accepted. Check the user and the password, and try again."), this);
        again->setWordWrap(true);
        column->addWidget(again);
    }
    if (!request.text.isEmpty()) {
        // The other side wrote this: plain text, so that it cannot pose as a part of the program.
        auto *said = new QLabel(request.text, this);
        said->setTextFormat(Qt::PlainText);
        said->setWordWrap(true);
        said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        said->setFocusPolicy(Qt::NoFocus);
        column->addWidget(said);
    }
    auto *form = new QFormLayout;
    form->setSpacing(8);
    for (const auto &field : request.fields) {
        auto *edit = new QLineEdit(field.fallback, this);
        edit->setEchoMode(field.secret ? QLineEdit::Password : QLineEdit::Normal);
        auto label = field.label.trimmed();
        while (label.endsWith(u':'))
            label.chop(1);
        label = label.trimmed().isEmpty() ? (field.secret ? tr("Password") : tr("User")) : label.trimmed();
        edit->setAccessibleName(label);
        auto *caption = new QLabel(this);
        caption->setTextFormat(Qt::PlainText);
        caption->setText(label.replace(u'&', QStringLiteral("&&")));
        caption->setBuddy(edit);
        form->addRow(caption, edit);
        m_fields.push_back(edit);
    }
    if (request.canRemember) {
        m_remember = new QCheckBox(request.isKept ? tr("&Remember in the keychain") : tr("&Remember until Vivarium ends"), this);
        labels::nameAfter(m_remember, m_remember->text());
        form->addRow(QString(), m_remember);
        if (!request.isKept) {
            auto *why = new QLabel(tr("There is no keychain, such as GNOME Keyring or KWallet, that could keep it for longer."), this);
            why->setWordWrap(true);
            why->setForegroundRole(QPalette::PlaceholderText);
            form->addRow(QString(), why);
        }
    }
    column->addLayout(form);

    auto *no = new QPushButton(isKey ? tr("Do not trust") : tr("Cancel"), this);
    auto *yes = new QPushButton(agreement(request), this);
    no->setAccessibleName(no->text());
    yes->setAccessibleName(yes->text());
    // For a key the safe answer is the one that Return gives.
    no->setAutoDefault(isKey);
    yes->setAutoDefault(!isKey);
    (isKey ? no : yes)->setDefault(true);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    column->addLayout(buttons);
    setMinimumWidth(440);
    fitHeight(*this);

    for (auto *edit : m_fields) {
        if (edit->text().isEmpty()) {
            edit->setFocus();
            break;
        }
    }
}

QStringList CredentialDialog::values() const
{
    QStringList values;
    for (const auto *edit : m_fields)
        values.append(edit->text());
    return values;
}
} // namespace

CredentialPrompts::CredentialPrompts(CredentialDesk &desk, QWidget *window) : QObject(window), m_desk(desk), m_window(window)
{
    connect(&desk, &CredentialDesk::asked, this, &CredentialPrompts::show);
    connect(&desk, &CredentialDesk::withdrawn, this, &CredentialPrompts::withdraw);
    for (const auto &request : desk.open())
        show(request);
}

CredentialPrompts::~CredentialPrompts()
{
    for (const auto &dialog : std::as_const(m_dialogs)) {
        if (dialog) {
            dialog->disconnect(this);
            delete dialog;
        }
    }
}

void CredentialPrompts::show(const CredentialRequest &request)
{
    if (m_dialogs.contains(request.id))
        return;
    auto *dialog = new CredentialDialog(request, m_window);
    const auto id = request.id;
    m_dialogs.insert(id, dialog);
    connect(dialog, &QDialog::finished, this, [this, dialog, id](int outcome) {
        // Taken out first: the desk's answer may withdraw or ask at once.
        if (!m_dialogs.remove(id))
            return;
        if (outcome == QDialog::Accepted)
            m_desk.answer(id, dialog->values(), dialog->wantsRemembering());
        else
            m_desk.decline(id);
    });
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void CredentialPrompts::withdraw(quint64 id)
{
    if (auto dialog = m_dialogs.take(id))
        dialog->close();
}

#include "credentialprompts.moc"
