// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences of new machines: what they get where nothing else is chosen. Offers what connected hosts have. GUI thread.
#pragma once

#include "core/hosts/hostsurvey.h"

#include <QObject>

#include <functional>
#include <initializer_list>
#include <utility>

class Inventory;
class QComboBox;
class QFormLayout;
class QWidget;
struct MachineDefaults;

class NewMachineSection final : public QObject {
    Q_OBJECT
public:
    /// Adds its rows to the form; lives as long as `window`.
    NewMachineSection(Inventory &inventory, QFormLayout *form, QWidget *window);

private:
    using Change = std::function<void(MachineDefaults &, const QVariant &)>;
    QComboBox *add(QFormLayout *form, const QString &label, const QVariant &current, std::initializer_list<std::pair<QVariant, QString>> options,
                   const Change &change);
    void askHosts();
    void take(const HostSurvey &survey);

    Inventory &m_inventory;
    QWidget *m_window;
    QComboBox *m_pool;
    QComboBox *m_network;
};
