// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoledetails.h"

#include "ui/common/format.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolestatus.h"
#include "ui/console/consolewords.h"
#include "ui/console/securitywords.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>

namespace {
QString inTwoLines(const QString &fingerprint)
{
    const auto middle = fingerprint.size() / 2;
    return fingerprint.left(middle) + u'\n' + fingerprint.mid(middle + 1);
}
} // namespace

ConsoleDetails::ConsoleDetails(const ConsoleLink &link, ConsoleStatus *status)
    : QFrame(status, Qt::Popup), m_link(link), m_status(status), m_form(new QFormLayout(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Details of the connection"));
    m_form->setContentsMargins(16, 12, 16, 12);
    m_form->setHorizontalSpacing(16);
    m_connection = add(tr("Connection"));
    m_protection = add(tr("Encryption"));
    addCertificate(link.security());
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

void ConsoleDetails::addCertificate(const ConnectionSecurity &security)
{
    if (security.extent == ConnectionSecurity::Extent::Nothing)
        return;
    const auto certificate = ServerCertificate::read(security.certificate);
    if (!certificate) {
        const auto *session = m_link.session();
        if (!security.verifiedName.isEmpty())
            add(tr("Certificate"))->setText(tr("checked for %1; the library for %2 does not show it").arg(security.verifiedName, session ? session->protocolName() : QString()));
        else if (!security.protocol.startsWith(u"SASL"))
            add(tr("Certificate"))->setText(tr("the server showed none"));
        return;
    }
    add(tr("Certificate"))->setText(certificate->subject);
    add(tr("Issued by"))->setText(certificate->isSelfSigned ? tr("itself") : certificate->issuer);
    add(tr("Valid until"))->setText(locale().toString(certificate->validUntil.toLocalTime(), QLocale::ShortFormat));
    auto *fingerprint = add(tr("Fingerprint (SHA-256)"));
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fingerprint->setText(inTwoLines(certificate->fingerprint));
}

QLabel *ConsoleDetails::add(const QString &label)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *name = new QLabel(label, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); // beside the first of several lines
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
    m_connection->setText(securitywords::connection(m_link));
    m_protection->setText(securitywords::protection(m_link));
    m_encoding->setText(figures.encoding.isEmpty() ? unknown : figures.encoding);
    const auto size = session->framebuffer().size();
    m_size->setText(size.isEmpty() ? unknown : tr("%1 × %2").arg(size.width()).arg(size.height()));
    m_received->setText(format::size(Bytes(figures.bytesReceived)));
    m_latency->setText(figures.latency ? consolewords::latency(*figures.latency) : unknown);
    m_pointer->setText(session->pointerMode() == ConsoleSession::PointerMode::Absolute ? tr("where yours is") : tr("moves by steps, and is held while in use"));
}
