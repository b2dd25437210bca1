// SPDX-License-Identifier: GPL-3.0-or-later
// The New machine window: steps at the left, their contents, and a receipt that is always current.
// It collects a recipe and hands it to core; making the machine goes on when the window is closed. GUI thread.
#pragma once

#include <QDialog>

#include <vector>

class Host;
class Inventory;
class Job;
class QLabel;
class QPushButton;
class QStackedWidget;
class Receipt;
class StepsList;
class WizardContext;
class WizardStep;

class CreateWizard final : public QDialog {
    Q_OBJECT
public:
    /// `preselected` may be null: the first connected host then.
    CreateWizard(Inventory &inventory, Host *preselected, QWidget *parent = nullptr);
    ~CreateWizard() override;

    /// An installer image or a disk, told apart by its name.
    void setMedia(const QString &path);

Q_SIGNALS:
    /// The job makes the machine; its target arrives with it.
    void jobStarted(Job *job);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Way { Back, Forth };

    int neighbour(Way way) const;
    void goTo(int step);
    void refresh();
    void create();

    WizardContext *m_context;
    StepsList *m_list;
    QStackedWidget *m_pages;
    std::vector<WizardStep *> m_steps;
    Receipt *m_receipt;
    QLabel *m_why; ///< what Create now still waits for
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_create;
};
