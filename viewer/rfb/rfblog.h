// SPDX-License-Identifier: GPL-3.0-or-later
// What libvncclient says while it works. Its log hooks are global; here each thread listens to its own lines.
#pragma once

#include <QByteArray>
#include <QList>
#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(logRfb)

/// Keeps the last lines that libvncclient logs on this thread while it lives. One per thread at a time.
class RfbLog final {
public:
    RfbLog();
    ~RfbLog();
    Q_DISABLE_COPY_MOVE(RfbLog)

    /// Oldest first.
    const QList<QByteArray> &lines() const { return m_lines; }
    void clear() { m_lines.clear(); }
    void add(QByteArray line);

private:
    QList<QByteArray> m_lines;
};
