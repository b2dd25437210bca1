// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbextensions.h"

#include "viewer/rfb/rfbclipboard.h"
#include "viewer/rfb/rfblog.h"
#include "viewer/rfb/rfbwire.h"
#include "viewer/session/guestaudio.h"
#include "viewer/session/guestclipboard.h"

namespace {

enum SoundRequest : quint16 { SoundOn = 0, SoundOff = 1, SoundFormat = 2 };
enum SoundEvent : quint16 { SoundEnds = 0, SoundBegins = 1, SoundData = 2 };
constexpr quint8 signed16 = 3;
// QEMU ends the connection over a message that is larger, and inflates no further.
constexpr qint64 largestForQemu = 1 << 20;

rfb::Message soundMessage(SoundRequest request)
{
    rfb::Message message(rfb::QemuClientMessage);
    message << quint8(rfb::QemuAudio) << quint16(request);
    return message;
}

QByteArray soundFormat()
{
    constexpr SampleFormat format;
    rfb::Message message = soundMessage(SoundFormat);
    message << signed16 << quint8(format.channels) << quint32(format.rate);
    return message.bytes();
}

} // namespace

RfbExtensions::RfbExtensions(RfbWire &wire, RfbLink &link, Endpoint::Link way)
    : m_wire(wire)
    , m_link(link)
    , m_flow(wire, way == Endpoint::Link::Remote)
{
}

int *RfbExtensions::encodings()
{
    static int all[] = {rfb::QemuPointerMotionChange, rfb::CursorWithAlpha,     rfb::ExtendedClipboard, rfb::QemuAudioStream,
                        rfb::QemuLedState,            rfb::VmwareLedState,      rfb::DesktopName,       rfb::Fence,
                        rfb::ContinuousUpdates,       0};
    return all;
}

bool RfbExtensions::knows(quint8 message)
{
    switch (message) {
    case rfb::ServerCutText:
    case rfb::EndOfContinuousUpdates:
    case rfb::ServerFence:
    case rfb::QemuServerMessage:
        return true;
    default:
        return false;
    }
}

bool RfbExtensions::receive(quint8 message, QSize screen)
{
    switch (message) {
    case rfb::ServerCutText:
        return receiveCutText();
    case rfb::EndOfContinuousUpdates:
        return m_flow.receiveEnd(screen);
    case rfb::ServerFence:
        if (!m_flow.receiveFence())
            return false;
        if (const auto latency = m_flow.latency())
            m_link.latency = latency->count();
        return true;
    case rfb::QemuServerMessage:
        return receiveQemu();
    default:
        return false;
    }
}

bool RfbExtensions::isPseudo(qint32 encoding)
{
    switch (encoding) {
    case rfb::QemuAudioStream:
    case rfb::QemuLedState:
    case rfb::VmwareLedState:
    case rfb::LibvncLedState:
    case rfb::DesktopName:
        return true;
    default:
        return false;
    }
}

bool RfbExtensions::handle(const rfb::Rectangle &rectangle)
{
    switch (rectangle.encoding) {
    case rfb::QemuAudioStream:
        m_hasSound = true;
        if (m_soundWanted)
            letSoundBe();
        return true;
    case rfb::DesktopName:
        return receiveName();
    default:
        return receiveLights(rectangle);
    }
}

bool RfbExtensions::receiveLights(const rfb::Rectangle &rectangle)
{
    uchar bytes[4] = {};
    quint32 lights = 0;
    if (rectangle.encoding == rfb::LibvncLedState) {
        lights = rectangle.x;
    } else if (rectangle.encoding == rfb::VmwareLedState) {
        if (!m_wire.read(bytes, 4))
            return false;
        lights = qFromBigEndian<quint32>(bytes);
    } else {
        if (!m_wire.read(bytes, 1))
            return false;
        lights = bytes[0];
    }
    m_link.report(&RfbReports::lockKeysChanged, LockKeys{bool(lights & 1), bool(lights & 2), bool(lights & 4)});
    return true;
}

bool RfbExtensions::receiveName()
{
    uchar length[4];
    if (!m_wire.read(length, sizeof length))
        return false;
    const auto count = qFromBigEndian<quint32>(length);
    if (count > longestName)
        return m_wire.skip(count);
    const auto name = m_wire.readBytes(count);
    if (name)
        m_link.report(&RfbReports::named, QString::fromUtf8(*name));
    return name.has_value();
}

bool RfbExtensions::receiveCutText()
{
    uchar head[7];
    if (!m_wire.read(head, sizeof head))
        return false;
    const auto length = qFromBigEndian<qint32>(head + 3);
    if (length < 0)
        return receiveExtendedClipboard(quint32(-qint64(length)));
    if (length > longestLatin1)
        return m_wire.skip(quint64(length));
    const auto text = m_wire.readBytes(quint32(length));
    if (!text)
        return false;
    m_cut = QString::fromLatin1(*text).toUtf8();
    m_cut->replace("\r\n", "\n");
    m_link.report(&RfbReports::clipboardOffered, true);
    return true;
}

bool RfbExtensions::receiveExtendedClipboard(quint32 size)
{
    if (size > GuestClipboard::largest)
        return m_wire.skip(size);
    const auto body = m_wire.readBytes(size);
    if (!body)
        return false;
    auto message = rfbclipboard::parse(*body, GuestClipboard::largest);
    if (!message) {
        qCDebug(logRfb, "clipboard message of %u bytes makes no sense", size);
        return true;
    }
    switch (message->action) {
    case rfbclipboard::Action::Capabilities:
        m_extendedClipboard = true;
        return m_wire.write(rfbclipboard::capabilities()) && (!m_textOffered || m_wire.write(rfbclipboard::notify(true)));
    case rfbclipboard::Action::Request:
        // Each question is passed on once, however often it is asked.
        if (message->hasText) {
            if (!std::exchange(m_asked, true))
                m_link.report(&RfbReports::clipboardAsked);
            askForText();
        }
        return true;
    case rfbclipboard::Action::Peek:
        return m_wire.write(rfbclipboard::notify(m_textOffered));
    case rfbclipboard::Action::Notify:
        m_cut.reset();
        m_link.report(&RfbReports::clipboardOffered, message->hasText);
        return true;
    case rfbclipboard::Action::Provide:
        // What nobody asked for is not taken.
        if (std::exchange(m_textAwaited, false))
            m_link.report(&RfbReports::clipboardReceived, message->text);
        return true;
    }
    return true;
}

qint64 RfbExtensions::largestSent() const
{
    return m_isQemu ? largestForQemu : GuestClipboard::largest;
}

void RfbExtensions::send(const RfbClipboardOffer &offer)
{
    m_textOffered = offer.text;
    if (m_extendedClipboard)
        m_wire.write(rfbclipboard::notify(offer.text));
    else if (offer.text && m_settled)
        askForText(); // in Latin-1 it can only be sent whole
}

void RfbExtensions::settle()
{
    if (!std::exchange(m_settled, true) && m_textOffered && !m_extendedClipboard)
        askForText();
}

void RfbExtensions::askForText()
{
    if (!std::exchange(m_textWanted, true))
        m_link.report(&RfbReports::clipboardWanted);
}

void RfbExtensions::send(const RfbClipboardText &content)
{
    if (!std::exchange(m_textWanted, false))
        return;
    if (m_extendedClipboard) {
        const auto form = m_isQemu ? rfbclipboard::Text::AsIs : rfbclipboard::Text::AsSpecified;
        auto message = rfbclipboard::provide(content.utf8, form, largestSent());
        // The other side waits for an answer: an empty one where the text is too large.
        if (!message)
            message = rfbclipboard::provide({}, form, largestSent());
        if (message)
            m_wire.write(*message);
        return;
    }
    const QByteArray latin1 = QString::fromUtf8(content.utf8).toLatin1();
    if (latin1.size() > longestLatin1)
        return;
    rfb::Message message(rfb::ClientCutText);
    message << quint8(0) << quint16(0) << quint32(latin1.size());
    m_wire.write(message.bytes() + latin1);
}

void RfbExtensions::send(const RfbClipboardRequest &)
{
    if (m_cut) {
        m_link.report(&RfbReports::clipboardReceived, *m_cut);
    } else if (m_extendedClipboard) {
        m_textAwaited = true;
        m_wire.write(rfbclipboard::request());
    } else {
        m_link.report(&RfbReports::clipboardReceived, QByteArray());
    }
}

bool RfbExtensions::receiveQemu()
{
    uchar submessage = 0;
    if (!m_wire.read(&submessage, 1))
        return false;
    if (submessage == rfb::QemuAudio)
        return receiveSound();
    qCDebug(logRfb, "unknown submessage %d of QEMU", submessage);
    return false; // how long it is nobody knows
}

bool RfbExtensions::receiveSound()
{
    uchar head[2];
    if (!m_wire.read(head, sizeof head))
        return false;
    switch (qFromBigEndian<quint16>(head)) {
    case SoundBegins:
        m_link.report(&RfbReports::soundBegan);
        return true;
    case SoundEnds:
        m_link.report(&RfbReports::soundEnded);
        return true;
    case SoundData:
        break;
    default:
        return false;
    }
    constexpr quint32 step = 16 * 1024;
    uchar length[4];
    if (!m_wire.read(length, sizeof length))
        return false;
    auto left = qFromBigEndian<quint32>(length);
    for (quint32 part = 0; left > 0; left -= part) {
        part = qMin(left, step);
        auto samples = m_wire.readBytes(part);
        if (!samples)
            return false;
        // QEMU sends them with the lower byte first whatever computer it runs on.
        qFromLittleEndian<qint16>(samples->constData(), samples->size() / 2, samples->data());
        if (m_soundWanted)
            m_link.report(&RfbReports::soundPlayed, *samples);
    }
    return true;
}

void RfbExtensions::send(const RfbSound &sound)
{
    if (std::exchange(m_soundWanted, sound.wanted) != sound.wanted)
        letSoundBe();
}

void RfbExtensions::letSoundBe()
{
    if (!m_hasSound)
        return;
    m_wire.write(m_soundWanted ? soundFormat() + soundMessage(SoundOn).bytes() : soundMessage(SoundOff).bytes());
}

// The format is the one that it has or will be given anyway, and sound that plays goes on. Where libvirt starts QEMU
// a display always has sound, if only a silent one.
void RfbExtensions::callAttention()
{
    m_wire.write(soundFormat());
}

bool RfbExtensions::measureLatency()
{
    return m_flow.measure();
}
