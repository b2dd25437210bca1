// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a host: what it runs, where it is, how to get there; tries the address before it is kept. GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "ui/hosts/hostkinds.h"

#include <QDialog>
#include <QFuture>

class ErrorPanel;
class Inventory;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

class AddHostDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AddHostDialog(Inventory &inventory, QWidget *parent = nullptr);
    ~AddHostDialog() override;

Q_SIGNALS:
    void hostAdded(Host *host);

private:
    HostChoice choice() const;
    void offerPlaces();
    void refresh();
    void browseForKey();
    void test();
    void endTest();
    void showOutcome(const QString &text);
    void add();

    Inventory &m_inventory;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_place;
    QLineEdit *m_host;
    QLineEdit *m_user;
    QSpinBox *m_port;
    QWidget *m_keyRow;
    QLineEdit *m_keyFile;
    QLineEdit *m_path;
    QLineEdit *m_custom;
    QLineEdit *m_name;
    QCheckBox *m_autoconnect;
    QLineEdit *m_preview;
    QLabel *m_hint;
    QLabel *m_outcome;
    ErrorPanel *m_error;
    QPushButton *m_test;
    QPushButton *m_add;
    quint64 m_attempt = 0; ///< a late answer to an earlier test is not shown
    QFuture<Result<HostFacts>> m_probe; ///< the test under way
};
