// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a definition against libvirt's schema while it is being written: a moment after it changed, and away from the window. GUI thread.
#pragma once

#include "core/async/lane.h"
#include "core/config/schemacheck.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

class SchemaWatch final : public QObject {
    Q_OBJECT
public:
    enum class State { Unknown, Checking, Valid, Doubtful, Missing };

    explicit SchemaWatch(QObject *parent);

    State state() const { return m_state; }
    /// Of a doubtful one.
    const SchemaComplaint &complaint() const { return m_complaint; }
    /// Looks at it after the pause, unless another one comes before, or it is the one that was checked last.
    void check(const QString &definition, std::chrono::milliseconds pause);

Q_SIGNALS:
    void changed();

private:
    void start();
    void take(const Result<std::optional<SchemaComplaint>> &checked);

    Lane m_lane{QStringLiteral("schema")};
    QTimer m_pause;
    QString m_waiting;
    QString m_checked;
    State m_state = State::Unknown;
    SchemaComplaint m_complaint;
    quint64 m_attempt = 0; // late answers to earlier questions are dropped
};
