// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/keylist.h"

#include "ui/common/labels.h"
#include "ui/create/account/accountanswers.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {
constexpr int grid = 8;

/// What people call a type of keys.
QString nameOf(const QString &type)
{
    if (type.contains(u"ed25519"))
        return QStringLiteral("ED25519");
    return type.contains(u"rsa") ? QStringLiteral("RSA") : QStringLiteral("ECDSA");
}
} // namespace

KeyList::KeyList(AccountAnswers &answers, QWidget *parent)
    : QWidget(parent), m_answers(answers), m_found(new QVBoxLayout), m_typed(new QPlainTextEdit(this))
{
    m_found->setContentsMargins(0, 0, 0, 0);
    m_found->setSpacing(4);
    m_typed->setAccessibleName(tr("Further ssh keys"));
    m_typed->setPlaceholderText(tr("Paste public keys here, one on each line"));
    m_typed->setTabChangesFocus(true);
    m_typed->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_typed->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_typed->setFixedHeight(m_typed->fontMetrics().lineSpacing() * 3 + 2 * grid);
    m_typed->setAcceptDrops(false); // a dropped file is the window's
    auto *browse = labels::button(tr("From &file…"), this);
    connect(browse, &QPushButton::clicked, this, &KeyList::browse);
    connect(m_typed, &QPlainTextEdit::textChanged, this, [this] { m_answers.setTypedKeys(m_typed->toPlainText()); });

    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(m_typed, 1);
    row->addWidget(browse, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(m_found);
    column->addLayout(row);
    connect(&answers, &AccountAnswers::changed, this, &KeyList::refresh);
    refresh();
}

QWidget *KeyList::firstField() const
{
    return m_typed;
}

void KeyList::refresh()
{
    const auto &found = m_answers.foundKeys();
    for (; m_shown < found.size(); ++m_shown) {
        const auto &key = found[m_shown].key;
        //: %1 is a kind of ssh keys such as ED25519, %2 the comment in it, often person@computer
        const auto text = key.comment.isEmpty() ? tr("Your key (%1)").arg(nameOf(key.type)) : tr("Your key %2 (%1)").arg(nameOf(key.type), key.comment);
        auto *box = new QCheckBox(QString(text).replace(u'&', QStringLiteral("&&")), this);
        box->setAccessibleName(text);
        box->setToolTip(key.fingerprint());
        box->setChecked(found[m_shown].isUsed);
        connect(box, &QCheckBox::clicked, this, [this, index = m_shown](bool on) { m_answers.useFoundKey(index, on); });
        m_found->addWidget(box);
    }
    if (m_typed->toPlainText() != m_answers.typedKeys())
        m_typed->setPlainText(m_answers.typedKeys());
}

void KeyList::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file of public ssh keys"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Public keys (*.pub authorized_keys)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &KeyList::take);
    dialog->open();
}

/// Its keys come into the text, where they can be seen; a file that holds none says so there as well.
void KeyList::take(const QString &file)
{
    const auto read = readSshKeyFile(file);
    QStringList lines;
    if (!m_answers.typedKeys().trimmed().isEmpty())
        lines += m_answers.typedKeys().trimmed();
    if (read) {
        for (const auto &key : read->keys)
            lines += key.line();
    }
    if (!read || read->keys.empty())
        lines += file;
    m_answers.setTypedKeys(lines.join(u'\n'));
}
