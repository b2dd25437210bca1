// SPDX-License-Identifier: GPL-3.0-or-later
// All that is known of a console's connection, in a small window over its status line. GUI thread; deletes itself
// when closed.
#pragma once

#include <QFrame>

class ConsoleLink;
class ConsoleStatus;
class QFormLayout;
class QLabel;
struct ConnectionSecurity;

class ConsoleDetails final : public QFrame {
    Q_OBJECT
public:
    /// A child of the status line, above which it opens. The link outlives it.
    ConsoleDetails(const ConsoleLink &link, ConsoleStatus *status);

private:
    QLabel *add(const QString &label);
    /// Does not change while a session lasts.
    void addCertificate(const ConnectionSecurity &security);
    void write();

    const ConsoleLink &m_link;
    const ConsoleStatus *m_status;
    QFormLayout *m_form;
    QLabel *m_connection;
    QLabel *m_protection;
    QLabel *m_encoding;
    QLabel *m_size;
    QLabel *m_received;
    QLabel *m_latency;
    QLabel *m_pointer;
};
