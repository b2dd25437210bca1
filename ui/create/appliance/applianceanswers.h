// SPDX-License-Identifier: GPL-3.0-or-later
// The appliance of the New machine window: opened away from the window, and what the person would rather have otherwise. GUI thread.
#pragma once

#include "core/async/lane.h"
#include "core/base/error.h"
#include "core/provisioning/machinerecipe.h"

#include <QObject>

#include <optional>

class ApplianceAnswers final : public QObject {
    Q_OBJECT
public:
    explicit ApplianceAnswers(QObject *parent = nullptr);
    ~ApplianceAnswers() override;

    void open(const QString &path);
    void forget();

    /// Null until it was opened.
    const Appliance *appliance() const { return m_wishes.appliance.get(); }
    const std::optional<Error> &error() const { return m_error; }
    const ApplianceWishes &wishes() const { return m_wishes; }
    /// Why it cannot be imported; only with an error.
    RecipeFinding finding(const QString &path) const;

    void setFirmware(ForeignFirmware firmware);
    void setTpm(bool on);
    void setKeepAddresses(bool on);
    void setDiskBus(const DiskBus &bus);

Q_SIGNALS:
    /// There is an appliance or an error now.
    void opened();
    /// By the person.
    void changed();

private:
    Lane m_files{QStringLiteral("appliances")}; ///< an archive may take long, and be on a slow network drive
    ApplianceWishes m_wishes;
    std::optional<Error> m_error;
    quint64 m_attempt = 0; // late answers to earlier questions are dropped
};
