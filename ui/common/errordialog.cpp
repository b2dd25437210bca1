// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errordialog.h"

#include "ui/common/errorpanel.h"
#include "ui/common/fitheight.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

namespace {
class ErrorDialog final : public QDialog {
    Q_OBJECT
public:
    ErrorDialog(QWidget *window, const ErrorText &text) : QDialog(window), m_what(text.what)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setModal(false);
        setWindowTitle(tr("Something went wrong"));
        auto *panel = new ErrorPanel(this);
        panel->setError(text);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
        auto *close = buttons->button(QDialogButtonBox::Close);
        close->setText(tr("Close"));
        close->setAccessibleName(close->text());
        close->setDefault(true);
        close->setFocus();
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 16, 16, 16);
        column->setSpacing(16);
        column->addWidget(panel);
        column->addWidget(buttons);
        setMinimumWidth(480);
        fitHeight(*this);
    }

    const QString &what() const { return m_what; }

private:
    QString m_what;
};
} // namespace

void showError(QWidget *window, const ErrorText &text)
{
    auto *top = window ? window->window() : nullptr;
    const auto open = top ? top->findChildren<ErrorDialog *>(QString(), Qt::FindDirectChildrenOnly) : QList<ErrorDialog *>();
    for (auto *dialog : open) {
        if (dialog->what() == text.what) {
            dialog->raise();
            dialog->activateWindow();
            return;
        }
    }
    auto *dialog = new ErrorDialog(top, text);
    dialog->show();
}

#include "errordialog.moc"
