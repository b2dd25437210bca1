// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceclipboard.h"

#include "viewer/spice/spiceagent.h"

#include <QBuffer>
#include <QImage>

#include <utility>

namespace {

constexpr guint clipboard = VD_AGENT_CLIPBOARD_SELECTION_CLIPBOARD;

bool isText(guint32 type)
{
    return type == VD_AGENT_CLIPBOARD_UTF8_TEXT;
}

bool isImage(guint32 type)
{
    return type == VD_AGENT_CLIPBOARD_IMAGE_PNG || type == VD_AGENT_CLIPBOARD_IMAGE_BMP || type == VD_AGENT_CLIPBOARD_IMAGE_JPG
           || type == VD_AGENT_CLIPBOARD_IMAGE_TIFF;
}

QByteArray converted(const QByteArray &image, const char *format)
{
    const QImage picture = QImage::fromData(image);
    QByteArray written;
    QBuffer buffer(&written);
    if (picture.isNull() || !buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, format))
        return {};
    return written;
}

} // namespace

SpiceClipboard::SpiceClipboard(QObject *parent)
    : GuestClipboard(parent)
{
}

void SpiceClipboard::attach(SpiceAgent &agent)
{
    m_agent = &agent;
    connect(&agent, &SpiceAgent::changed, this, &SpiceClipboard::agentChanged);
    auto *channel = agent.main();
    m_connections.connect<&SpiceClipboard::grabbed>(channel, "main-clipboard-selection-grab", this);
    m_connections.connect<&SpiceClipboard::asked>(channel, "main-clipboard-selection-request", this);
    m_connections.connect<&SpiceClipboard::came>(channel, "main-clipboard-selection", this);
    m_connections.connect<&SpiceClipboard::released>(channel, "main-clipboard-selection-release", this);
}

void SpiceClipboard::detach()
{
    m_connections.clear();
    m_agent.clear();
    agentChanged();
}

void SpiceClipboard::agentChanged()
{
    const bool available = m_agent && m_agent->can(VD_AGENT_CAP_CLIPBOARD_BY_DEMAND);
    if (std::exchange(m_available, available) == available)
        return;
    // A new agent knows nothing of what the former one was told.
    m_grabbing = false;
    m_wantedTypes.clear();
    if (!std::exchange(m_guestTypes, {}).isEmpty())
        Q_EMIT offered({});
    Q_EMIT formsChanged();
}

QList<ClipboardForm> SpiceClipboard::forms() const
{
    return m_available ? QList<ClipboardForm>{ClipboardForm::Text, ClipboardForm::Image} : QList<ClipboardForm>();
}

bool SpiceClipboard::endsLinesWithCrLf() const
{
    return m_agent && m_agent->can(VD_AGENT_CAP_GUEST_LINEEND_CRLF);
}

void SpiceClipboard::offer(const QList<ClipboardForm> &forms)
{
    if (!m_available)
        return;
    QList<guint32> types;
    if (forms.contains(ClipboardForm::Text))
        types.append(VD_AGENT_CLIPBOARD_UTF8_TEXT);
    if (forms.contains(ClipboardForm::Image)) {
        types.append(VD_AGENT_CLIPBOARD_IMAGE_PNG);
        types.append(VD_AGENT_CLIPBOARD_IMAGE_BMP); // what Windows pastes everywhere
    }
    m_wantedTypes.clear();
    if (!types.isEmpty()) {
        m_guestTypes.clear();
        spice_main_channel_clipboard_selection_grab(m_agent->main(), clipboard, types.data(), int(types.size()));
    } else if (m_grabbing) {
        spice_main_channel_clipboard_selection_release(m_agent->main(), clipboard);
    }
    m_grabbing = !types.isEmpty();
}

void SpiceClipboard::provide(ClipboardForm form, const QByteArray &content)
{
    if (!m_available)
        return;
    const auto matches = [form](guint32 type) { return form == ClipboardForm::Text ? isText(type) : isImage(type); };
    for (const guint32 type : std::as_const(m_wantedTypes)) {
        if (!matches(type))
            continue;
        QByteArray bytes = content.size() <= largest ? content : QByteArray();
        if (type == VD_AGENT_CLIPBOARD_IMAGE_BMP && !bytes.isEmpty())
            bytes = converted(bytes, "BMP");
        else if (form == ClipboardForm::Text && endsLinesWithCrLf())
            bytes.replace("\r\n", "\n").replace("\n", "\r\n");
        spice_main_channel_clipboard_selection_notify(m_agent->main(), clipboard, type, reinterpret_cast<const guchar *>(bytes.constData()),
                                                      size_t(bytes.size()));
    }
    m_wantedTypes.removeIf(matches);
}

guint32 SpiceClipboard::bestOffer(ClipboardForm form) const
{
    if (form == ClipboardForm::Image && m_guestTypes.contains(guint32(VD_AGENT_CLIPBOARD_IMAGE_PNG)))
        return VD_AGENT_CLIPBOARD_IMAGE_PNG;
    for (const guint32 type : m_guestTypes) {
        if (form == ClipboardForm::Text ? isText(type) : isImage(type))
            return type;
    }
    return VD_AGENT_CLIPBOARD_NONE;
}

void SpiceClipboard::request(ClipboardForm form)
{
    const guint32 type = m_available ? bestOffer(form) : guint32(VD_AGENT_CLIPBOARD_NONE);
    if (type == VD_AGENT_CLIPBOARD_NONE)
        QMetaObject::invokeMethod(this, [this, form] { Q_EMIT received(form, {}); }, Qt::QueuedConnection);
    else
        spice_main_channel_clipboard_selection_request(m_agent->main(), clipboard, type);
}

int SpiceClipboard::grabbed(SpiceChannel *, guint selection, guint32 *types, guint count)
{
    if (selection != clipboard)
        return FALSE;
    m_grabbing = false;
    m_guestTypes.clear();
    QList<ClipboardForm> forms;
    for (guint i = 0; i < count; ++i) {
        if (!isText(types[i]) && !isImage(types[i]))
            continue;
        m_guestTypes.append(types[i]);
        const auto form = isText(types[i]) ? ClipboardForm::Text : ClipboardForm::Image;
        if (!forms.contains(form))
            forms.append(form);
    }
    Q_EMIT offered(forms);
    return TRUE;
}

int SpiceClipboard::asked(SpiceChannel *, guint selection, guint type)
{
    if (selection != clipboard || !m_grabbing || (!isText(type) && !isImage(type)))
        return FALSE;
    if (!m_wantedTypes.contains(type))
        m_wantedTypes.append(type);
    Q_EMIT wanted(isText(type) ? ClipboardForm::Text : ClipboardForm::Image);
    return TRUE;
}

void SpiceClipboard::came(SpiceChannel *, guint selection, guint type, gpointer data, guint size)
{
    if (selection != clipboard)
        return;
    QByteArray content;
    if (data && qint64(size) <= largest)
        content = QByteArray(static_cast<const char *>(data), qsizetype(size));
    if (isText(type)) {
        if (endsLinesWithCrLf())
            content.replace("\r\n", "\n");
        // Agents of Windows send the end of the string too.
        while (content.endsWith('\0'))
            content.chop(1);
        Q_EMIT received(ClipboardForm::Text, content);
    } else if (isImage(type)) {
        Q_EMIT received(ClipboardForm::Image, type == VD_AGENT_CLIPBOARD_IMAGE_PNG ? content : converted(content, "PNG"));
    }
}

void SpiceClipboard::released(SpiceChannel *, guint selection)
{
    if (selection != clipboard)
        return;
    m_guestTypes.clear();
    Q_EMIT offered({});
}
