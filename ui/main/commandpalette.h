// SPDX-License-Identifier: GPL-3.0-or-later
// The list under the window's search field: machines, hosts, verbs and settings, found by a few letters.
// A child of the window, so that the field keeps the keyboard. GUI thread.
#pragma once

#include <QFrame>
#include <QIcon>
#include <QPointer>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    struct Entry {
        QString title;
        QString detail;
        QIcon icon;
        std::function<void()> run;
        int weight = 0; ///< added to how well it fits
    };
    /// Asked each time that the list opens.
    using Source = std::function<std::vector<Entry>()>;

    CommandPalette(QLineEdit *field, Source source, QWidget *window);

    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void place();
    void step(int by);
    void run();
    void leave();

    struct Prepared {
        Entry entry;
        QString folded;
    };
    QLineEdit *m_field;
    Source m_source;
    QListView *m_list;
    QStandardItemModel *m_found;
    std::vector<Prepared> m_entries;
    std::vector<size_t> m_shown;
    QPointer<QWidget> m_before; ///< had the keyboard
};
