// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbguest.h"

#include <utility>

RfbGuestClipboard::RfbGuestClipboard(RfbPost post, QObject *parent)
    : GuestClipboard(parent)
    , m_post(std::move(post))
{
}

QList<ClipboardForm> RfbGuestClipboard::forms() const
{
    return m_connected ? QList{ClipboardForm::Text} : QList<ClipboardForm>();
}

void RfbGuestClipboard::offer(const QList<ClipboardForm> &forms)
{
    m_offering = forms.contains(ClipboardForm::Text);
    m_post(RfbClipboardOffer{m_offering});
}

void RfbGuestClipboard::provide(ClipboardForm form, const QByteArray &content)
{
    if (form == ClipboardForm::Text)
        m_post(RfbClipboardText{content});
}

void RfbGuestClipboard::request(ClipboardForm form)
{
    if (form == ClipboardForm::Text) {
        m_post(RfbClipboardRequest{});
        return;
    }
    QMetaObject::invokeMethod(this, [this, form] { Q_EMIT received(form, {}); }, Qt::QueuedConnection);
}

void RfbGuestClipboard::listenTo(const RfbReports &reports)
{
    connect(&reports, &RfbReports::clipboardAsked, this, &RfbGuestClipboard::hear);
    connect(&reports, &RfbReports::clipboardOffered, this, [this](bool text) {
        hear();
        Q_EMIT offered(text ? QList{ClipboardForm::Text} : QList<ClipboardForm>());
    });
    connect(&reports, &RfbReports::clipboardWanted, this, [this] {
        if (m_offering)
            Q_EMIT wanted(ClipboardForm::Text);
        else
            m_post(RfbClipboardText{}); // it asks for what was never there, and shall not wait
    });
    connect(&reports, &RfbReports::clipboardReceived, this,
            [this](const QByteArray &utf8) { Q_EMIT received(ClipboardForm::Text, utf8); });
}

void RfbGuestClipboard::hear()
{
    if (!std::exchange(m_heardOf, true))
        Q_EMIT heardOf();
}

void RfbGuestClipboard::setConnected(bool connected)
{
    if (std::exchange(m_connected, connected) != connected)
        Q_EMIT formsChanged();
}

RfbGuestAudio::RfbGuestAudio(RfbPost post, QObject *parent)
    : GuestAudio(parent)
    , m_post(std::move(post))
{
}

void RfbGuestAudio::setPlaybackEnabled(bool on)
{
    if (std::exchange(m_enabled, on) == on)
        return;
    m_post(RfbSound{on});
    if (!on)
        stop();
}

void RfbGuestAudio::listenTo(const RfbReports &reports)
{
    connect(&reports, &RfbReports::soundBegan, this, [this] {
        if (m_enabled && !std::exchange(m_playing, true))
            Q_EMIT playbackStarted(SampleFormat{});
    });
    connect(&reports, &RfbReports::soundPlayed, this, [this](const QByteArray &samples) {
        // QEMU that plays already when it is asked for sound may send samples alone.
        if (m_enabled && !std::exchange(m_playing, true))
            Q_EMIT playbackStarted(SampleFormat{});
        if (m_enabled)
            Q_EMIT played(samples);
    });
    connect(&reports, &RfbReports::soundEnded, this, &RfbGuestAudio::stop);
}

void RfbGuestAudio::setConnected(bool connected)
{
    m_connected = connected;
    if (connected && m_enabled)
        m_post(RfbSound{true});
    if (!connected)
        stop();
}

void RfbGuestAudio::stop()
{
    if (std::exchange(m_playing, false))
        Q_EMIT playbackStopped();
}
