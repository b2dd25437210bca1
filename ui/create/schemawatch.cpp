// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/schemawatch.h"

#include "core/async/deliver.h"

SchemaWatch::SchemaWatch(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SchemaWatch::start);
}

void SchemaWatch::check(const QString &definition, std::chrono::milliseconds pause)
{
    m_waiting = definition;
    if (m_waiting == m_checked)
        m_pause.stop();
    else
        m_pause.start(pause);
}

void SchemaWatch::start()
{
    m_checked = m_waiting;
    const auto attempt = ++m_attempt;
    m_state = m_checked.isEmpty() ? State::Unknown : State::Checking;
    if (!m_checked.isEmpty()) {
        deliver(m_lane.run([xml = m_checked] { return checkDomainSchema(xml); }), this, [this, attempt](const auto &checked) {
            if (attempt == m_attempt)
                take(checked);
        });
    }
    Q_EMIT changed();
}

void SchemaWatch::take(const Result<std::optional<SchemaComplaint>> &checked)
{
    m_state = !checked ? State::Missing : *checked ? State::Doubtful : State::Valid;
    m_complaint = checked && *checked ? **checked : SchemaComplaint{};
    Q_EMIT changed();
}
