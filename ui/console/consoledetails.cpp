// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoledetails.h"

#include "ui/common/format.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolestatus.h"
#include "ui/console/consolewords.h"

#include <QFormLayout>
#include <QLabel>

ConsoleDetails::ConsoleDetails(const ConsoleLink &link, ConsoleStatus *status)
    : QFrame(status, Qt::Popup), m_link(link), m_status(status), m_form(new QFormLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Details of the connection"));
    m_form->setContentsMargins(16, 12, 16, 12);
    m_form->setHorizontalSpacing(16);
    m_connection = add(tr("Connection"));
    m_encoding = add(tr("Encoding"));
    m_size = add(tr("Picture"));
    m_received = add(tr("Received"));
    m_latency = add(tr("Round trip"));
    m_pointer = add(tr("Pointer"));
    write();
    connect(status, &ConsoleStatus::counted, this, &ConsoleDetails::write);
    adjustSize();
    move(status->mapToGlobal(QPoint(8, -height() - 4)));
}

QLabel *ConsoleDetails::add(const QString &label)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *name = new QLabel(label, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(name, value);
    return value;
}

void ConsoleDetails::write()
{
    auto *session = m_link.session();
    if (!session) {
        close();
        return;
    }
    const auto figures = m_status->figures();
    const auto unknown = tr("not known");
    m_connection->setText(consolewords::connection(session->protocolName(), m_link.path()));
    m_encoding->setText(figures.encoding.isEmpty() ? unknown : figures.encoding);
    const auto size = session->framebuffer().size();
    m_size->setText(size.isEmpty() ? unknown : tr("%1 × %2").arg(size.width()).arg(size.height()));
    m_received->setText(format::size(Bytes(figures.bytesReceived)));
    m_latency->setText(figures.latency ? consolewords::latency(*figures.latency) : unknown);
    m_pointer->setText(session->pointerMode() == ConsoleSession::PointerMode::Absolute ? tr("where yours is") : tr("moves by steps, and is held while in use"));
}
