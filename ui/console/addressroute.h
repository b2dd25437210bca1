// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a display that a person named by an address or a connection file. GUI thread.
#pragma once

#include "ui/console/displayroute.h"
#include "viewer/target/consoletarget.h"
#include "viewer/transport/websocketbridge.h"

#include <QTemporaryFile>

#include <memory>
#include <optional>

class AddressRoute final : public DisplayRoute {
public:
    explicit AddressRoute(ConsoleTarget target);

    void find(QObject *receiver, Found found) override;
    QString reason() const override;

private:
    DisplayWay plainWay();
    void findSocket(QObject *receiver, const Found &found);
    void findWebSocket(QObject *receiver, const Found &found);
    /// The file that holds the target's authority, there as long as this; empty where none was given.
    QString authorityFile();

    const ConsoleTarget m_target;
    std::unique_ptr<WebSocketBridge> m_bridge; ///< of the way that was found last
    std::optional<WebSocketProblem> m_problem;
    QTemporaryFile m_authority;
};
