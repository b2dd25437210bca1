// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/cloudform.h"

#include "core/provisioning/cloudchecks.h"
#include "core/provisioning/cloudseed.h"
#include "ui/common/labels.h"
#include "ui/common/shades.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/findinglines.h"
#include "ui/create/formrows.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBlock>

#include <algorithm>

namespace {
constexpr int grid = 8;
using Field = RecipeFinding::Field;

template<class Button>
Button *called(const QString &text, QWidget *parent)
{
    auto *button = new Button(text, parent);
    labels::nameAfter(button, text);
    return button;
}

QPlainTextEdit *codeEdit(QWidget *parent, int lines)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true); // YAML has no tabs
    edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * lines + 2 * grid);
    return edit;
}
} // namespace

CloudForm::CloudForm(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_answers(context.answers()), m_agent(called<QCheckBox>(tr("&Install QEMU's guest agent"), this)),
      m_packages(new QLineEdit(this)), m_automatic(called<QRadioButton>(tr("&Automatic (DHCP)"), this)),
      m_fixed(called<QRadioButton>(tr("Fi&xed"), this)), m_address(new QLineEdit(this)), m_gateway(new QLineEdit(this)),
      m_nameServers(new QLineEdit(this)), m_userData(codeEdit(this, 8)),
      m_removeSeed(called<QCheckBox>(tr("&Remove the set-up medium after the first shutdown"), this))
{
    build();
    connect(m_agent, &QCheckBox::clicked, this, [this](bool on) { m_answers.editSetup([on](CloudSetup &setup) { setup.guestAgent = on; }); });
    connect(m_removeSeed, &QCheckBox::clicked, this, [this](bool on) { m_answers.editSetup([on](CloudSetup &setup) { setup.removeSeed = on; }); });
    connect(m_packages, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_answers.editSetup([&text](CloudSetup &setup) { setup.packages = packagesFrom(text); });
    });
    for (auto *choice : {m_automatic, m_fixed})
        connect(choice, &QRadioButton::clicked, this, &CloudForm::takeAddress);
    for (auto *edit : {m_address, m_gateway, m_nameServers})
        connect(edit, &QLineEdit::textEdited, this, &CloudForm::takeAddress);
    connect(m_userData, &QPlainTextEdit::textChanged, this, [this] { m_answers.setUserData(m_userData->toPlainText()); });
    connect(&context, &WizardContext::changed, this, &CloudForm::refresh);
    refresh();
}

void CloudForm::build()
{
    const auto findings = [this](Field field) {
        auto *lines = new FindingLines({field}, this);
        m_lines.push_back(lines);
        return lines;
    };
    m_packages->setPlaceholderText(tr("None; names with blanks between"));
    m_removeSeed->setToolTip(tr("It holds what is said here, the password only as a hash. Once the machine was shut down by itself, the medium is taken out and "
                                "deleted; cloud-init is turned off in the machine when it has done its work."));
    auto *form = formrows::make(this);
    formrows::add(form, tr("Pac&kages"), m_packages, m_packages, findings(Field::Packages));
    form->addRow(QString(), m_agent);
    // Not led to by a letter: its two buttons have one each.
    auto *address = addressRow();
    form->addRow(new QLabel(tr("Address"), this), address);
    form->addRow(QString(), findings(Field::GuestNetwork));
    formrows::add(form, tr("User-&data"), userDataRow(), m_userData, findings(Field::UserData));
    form->addRow(QString(), m_removeSeed);
}

QWidget *CloudForm::addressRow()
{
    auto *row = new QWidget(this);
    m_address->setAccessibleName(tr("Fixed address"));
    m_address->setPlaceholderText(tr("192.168.1.20/24"));
    m_gateway->setAccessibleName(tr("Gateway"));
    m_gateway->setPlaceholderText(tr("Gateway"));
    m_nameServers->setAccessibleName(tr("Name servers"));
    m_nameServers->setPlaceholderText(tr("Name servers"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_automatic);
    first->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(grid);
    second->addWidget(m_fixed);
    for (auto *edit : {m_address, m_gateway, m_nameServers})
        second->addWidget(edit, 1);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    return row;
}

QWidget *CloudForm::userDataRow()
{
    auto *row = new QWidget(this);
    m_userData->setPlaceholderText(QStringLiteral("#cloud-config\nwrite_files:\n  - path: /etc/motd\n    content: …"));
    auto *hint = new QLabel(tr("Yours is done beside what is said above."), row);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto *ours = called<QPushButton>(tr("Show that…"), row);
    ours->setAutoDefault(false);
    connect(ours, &QPushButton::clicked, this, &CloudForm::showOurs);
    auto *line = new QHBoxLayout;
    line->addWidget(hint, 1);
    line->addWidget(ours);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_userData);
    column->addLayout(line);
    return row;
}

void CloudForm::takeAddress()
{
    m_answers.editSetup([this](CloudSetup &setup) {
        setup.address.reset();
        if (m_fixed->isChecked())
            setup.address = GuestAddress{m_address->text().trimmed(), m_gateway->text().trimmed(), packagesFrom(m_nameServers->text())};
    });
}

void CloudForm::refresh()
{
    const auto &setup = m_answers.setup();
    m_agent->setChecked(setup.guestAgent);
    m_removeSeed->setChecked(setup.removeSeed);
    (setup.address ? m_fixed : m_automatic)->setChecked(true);
    for (auto *edit : {m_address, m_gateway, m_nameServers})
        edit->setEnabled(setup.address.has_value());
    if (m_userData->toPlainText() != setup.userData)
        m_userData->setPlainText(setup.userData);
    for (auto *lines : m_lines)
        lines->show(m_context.findings());
    markFault();
}

/// The line that is not YAML, by its ground.
void CloudForm::markFault()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &finding : m_answers.findings()) {
        if (finding.kind != RecipeFinding::Kind::UserDataNotYaml)
            continue;
        const auto block = m_userData->document()->findBlockByNumber(finding.figure.section(u'\n', 0, 0).toInt() - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        auto ground = shades::bad(palette());
        ground.setAlphaF(0.18F);
        mark.format.setBackground(ground);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    m_userData->setExtraSelections(marks);
}

void CloudForm::showOurs()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What cloud-init is told"));
    auto *text = codeEdit(dialog, 20);
    text->setReadOnly(true);
    text->setAccessibleName(dialog->windowTitle());
    text->setPlainText(shownUserData(m_answers.account(), m_answers.setup(), m_context.recipe().name));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(640, 480);
    dialog->open();
}
