// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/clipboardbridge.h"

#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QMimeData>

#include <utility>

namespace {

const QString png = QStringLiteral("image/png");
const QString qtImage = QStringLiteral("application/x-qt-image");
// https://invent.kde.org/frameworks/kguiaddons, and what password managers set.
const QString secretHint = QStringLiteral("x-kde-passwordManagerHint");

bool isSecret(const QMimeData &data)
{
    return data.hasFormat(secretHint) && data.data(secretHint) == "secret";
}

// Decoded when something pastes it as an image, and not before.
class GuestImage final : public QMimeData {
public:
    explicit GuestImage(const QByteArray &content) { setData(png, content); }

    QStringList formats() const override { return {png, qtImage}; }
    bool hasFormat(const QString &type) const override { return formats().contains(type); }

protected:
    QVariant retrieveData(const QString &type, QMetaType wanted) const override
    {
        if (type == qtImage)
            return QImage::fromData(data(png), "PNG");
        return QMimeData::retrieveData(type, wanted);
    }
};

QByteArray asPng(const QMimeData &data)
{
    if (data.hasFormat(png))
        return data.data(png);
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    constexpr int quick = 90; // a large screenshot must not hold the window up
    image.save(&buffer, "PNG", quick);
    return bytes;
}

} // namespace

ClipboardBridge::ClipboardBridge(QClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(std::chrono::milliseconds(50));
    connect(&m_fetch, &QTimer::timeout, this, &ClipboardBridge::fetch);
    connect(&clipboard, &QClipboard::dataChanged, this, &ClipboardBridge::desktopChanged);
}

void ClipboardBridge::setGuest(GuestClipboard *guest)
{
    if (m_guest == guest)
        return;
    if (m_guest)
        m_guest->disconnect(this);
    m_guest = guest;
    m_fetch.stop();
    m_awaiting = false;
    m_offered.reset();
    if (!guest)
        return;
    connect(guest, &GuestClipboard::formsChanged, this, &ClipboardBridge::offerToGuest);
    connect(guest, &GuestClipboard::offered, this, &ClipboardBridge::guestOffered);
    connect(guest, &GuestClipboard::received, this, &ClipboardBridge::take);
    connect(guest, &GuestClipboard::wanted, this, [this](ClipboardForm form) {
        m_guest->provide(form, m_shared ? desktopContent(form) : QByteArray());
    });
    offerToGuest();
}

void ClipboardBridge::setShared(bool shared)
{
    if (std::exchange(m_shared, shared) == shared)
        return;
    m_awaiting = false;
    if (shared) {
        offerToGuest();
        if (m_offered)
            m_fetch.start();
    } else {
        m_fetch.stop();
        if (m_guest && !m_guest->forms().isEmpty())
            m_guest->offer({});
    }
}

void ClipboardBridge::desktopChanged()
{
    const QMimeData *data = m_clipboard.mimeData();
    if (!data || data != m_fromGuest)
        offerToGuest();
}

void ClipboardBridge::offerToGuest()
{
    if (!m_shared || !m_guest || m_guest->forms().isEmpty())
        return;
    QList<ClipboardForm> both;
    for (const ClipboardForm each : desktopForms()) {
        if (m_guest->forms().contains(each))
            both.append(each);
    }
    m_guest->offer(both);
}

QList<ClipboardForm> ClipboardBridge::desktopForms() const
{
    const QMimeData *data = m_clipboard.mimeData();
    if (!data || data == m_fromGuest || isSecret(*data))
        return {};
    QList<ClipboardForm> forms;
    if (data->hasText())
        forms.append(ClipboardForm::Text);
    if (data->hasImage() || data->hasFormat(png))
        forms.append(ClipboardForm::Image);
    return forms;
}

// Looked up at this moment: it may have become a secret since it was offered.
QByteArray ClipboardBridge::desktopContent(ClipboardForm form) const
{
    if (!desktopForms().contains(form))
        return {};
    const QMimeData *data = m_clipboard.mimeData();
    QByteArray content = form == ClipboardForm::Text ? data->text().toUtf8().replace("\r\n", "\n") : asPng(*data);
    if (content.size() > GuestClipboard::largest)
        content.clear();
    return content;
}

void ClipboardBridge::guestOffered(const QList<ClipboardForm> &forms)
{
    m_offered.reset();
    for (const ClipboardForm form : {ClipboardForm::Image, ClipboardForm::Text}) {
        if (forms.contains(form))
            m_offered = form;
    }
    // Nothing any more: what was copied before stays on the desktop, as a person expects.
    if (m_offered && m_shared && !m_fetch.isActive())
        m_fetch.start();
}

void ClipboardBridge::fetch()
{
    if (!m_guest || !m_shared || !m_offered)
        return;
    m_awaiting = true;
    m_guest->request(*m_offered);
}

void ClipboardBridge::take(ClipboardForm form, const QByteArray &content)
{
    if (!std::exchange(m_awaiting, false) || !m_shared || content.isEmpty() || content.size() > GuestClipboard::largest)
        return;
    // The same as here already, perhaps because it came from here: taking it over would only move the ownership.
    if (desktopContent(form) == content)
        return;
    QMimeData *data = nullptr;
    if (form == ClipboardForm::Image) {
        data = new GuestImage(content);
    } else {
        data = new QMimeData;
        data->setText(QString::fromUtf8(content));
    }
    m_fromGuest = data;
    m_clipboard.setMimeData(data); // takes it over
}
