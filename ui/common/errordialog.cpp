// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errordialog.h"

#include "ui/common/errorpanel.h"
#include "ui/common/fitheight.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>
#include <vector>

namespace {
/// The failures of one window: the first as it is, more of them as a list with the chosen one below.
class ErrorDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ErrorDialog(QWidget *window);

    void add(const ErrorText &text);

private:
    void choose(int row);

    std::vector<ErrorText> m_failures;
    QLabel *m_count;
    QListWidget *m_list;
    ErrorPanel *m_panel;
};

ErrorDialog::ErrorDialog(QWidget *window)
    : QDialog(window), m_count(new QLabel(this)), m_list(new QListWidget(this)), m_panel(new ErrorPanel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Something went wrong"));
    auto bold = m_count->font();
    bold.setWeight(QFont::DemiBold);
    m_count->setFont(bold);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(m_list->fontMetrics().height() * 8);
    m_count->hide();
    m_list->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setAccessibleName(close->text());
    close->setDefault(true);
    close->setFocus();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &ErrorDialog::choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_count);
    column->addWidget(m_list);
    column->addWidget(m_panel);
    column->addWidget(buttons);
    setMinimumWidth(480);
    fitHeight(*this);
}

void ErrorDialog::add(const ErrorText &text)
{
    const auto same = [&text](const ErrorText &known) { return known.what == text.what && known.original == text.original; };
    if (std::any_of(m_failures.begin(), m_failures.end(), same))
        return;
    m_failures.push_back(text);
    m_list->addItem(text.what);
    const int count = int(m_failures.size());
    // What the person reads stays where it is, however many follow.
    if (count == 1)
        m_list->setCurrentRow(0);
    m_count->setText(tr("%n things went wrong", nullptr, count));
    m_count->setVisible(count > 1);
    m_list->setVisible(count > 1);
}

void ErrorDialog::choose(int row)
{
    if (row >= 0 && row < int(m_failures.size()))
        m_panel->setError(m_failures[size_t(row)]);
}
} // namespace

void showError(QWidget *window, const ErrorText &text)
{
    auto *top = window ? window->window() : nullptr;
    auto *dialog = top ? top->findChild<ErrorDialog *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    const bool open = dialog && dialog->isVisible();
    if (!open)
        dialog = new ErrorDialog(top);
    dialog->add(text);
    dialog->show();
    if (open)
        dialog->raise();
}

#include "errordialog.moc"
