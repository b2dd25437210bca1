// SPDX-License-Identifier: GPL-3.0-or-later
// What the person says of an installation from the network: part of what the New machine window knows. Looks at the address, and at files,
// away from the GUI thread. GUI thread.
#pragma once

#include "core/async/lane.h"
#include "core/provisioning/machinerecipe.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class Inventory;

class NetworkChoices final : public QObject {
    Q_OBJECT
public:
    explicit NetworkChoices(Inventory &inventory, QObject *parent = nullptr);
    ~NetworkChoices() override;

    const NetworkInstall &install() const { return m_install; }
    /// An address or a file is being looked at.
    bool isLooking() const { return m_looking; }
    /// Beside what the recipe alone tells.
    const std::vector<RecipeFinding> &findings() const { return m_findings; }

    /// The host's, as libvirt calls it; looks again where it is another. Emits nothing by itself.
    void setArchitecture(const QString &architecture);
    void setWay(NetworkInstall::Way way);
    void setAddress(const QString &address);
    void setKernel(const QString &path);
    void setInitrd(const QString &path);
    void setArguments(const QString &arguments);
    void setNetworkFirst(bool on);

Q_SIGNALS:
    void changed();
    /// install().tree is there, or gone.
    void treeChanged();

private:
    void lookSoon();
    void look();
    void lookAtTree(quint64 attempt);
    void lookAtFiles(quint64 attempt);

    Inventory &m_inventory;
    NetworkInstall m_install;
    QString m_architecture;
    std::vector<RecipeFinding> m_findings;
    bool m_looking = false;
    QTimer m_typing;       ///< it is being typed: wait for a pause before anybody is asked
    quint64 m_attempt = 0; ///< late answers to earlier questions are dropped
    Lane m_files{QStringLiteral("wizard-kernels")};
};
