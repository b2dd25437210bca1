// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceusb.h"

#include <QPointer>

#include <memory>

namespace {

/// Where it is plugged in, and what it is: stays while it does.
QString idOf(SpiceUsbDevice *device)
{
    char *text = spice_usb_device_get_description(device, "%5$d-%6$d %4$s %1$s %2$s");
    const QString id = QString::fromUtf8(text);
    g_free(text);
    return id;
}

QString nameOf(SpiceUsbDevice *device)
{
    char *text = spice_usb_device_get_description(device, "%1$s %2$s");
    const QString name = QString::fromUtf8(text).simplified();
    g_free(text);
    return name;
}

bool isPermission(const GError *error)
{
    // The library passes on the words of libusb with its number, and of the helper that asks PolicyKit.
    const QString text = QString::fromUtf8(error->message);
    return g_error_matches(error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) || text.contains(u"[-3]")
           || text.contains(u"access denied", Qt::CaseInsensitive) || text.contains(u"permission", Qt::CaseInsensitive)
           || text.contains(u"not authorized", Qt::CaseInsensitive);
}

struct Devices {
    explicit Devices(SpiceUsbDeviceManager *bus) : all(bus ? spice_usb_device_manager_get_devices(bus) : nullptr) {}
    Devices(const Devices &) = delete;
    Devices &operator=(const Devices &) = delete;
    ~Devices()
    {
        if (all)
            g_ptr_array_unref(all);
    }
    guint size() const { return all ? all->len : 0; }
    SpiceUsbDevice *at(guint index) const { return static_cast<SpiceUsbDevice *>(g_ptr_array_index(all, index)); }
    SpiceUsbDevice *find(const QString &id) const
    {
        for (guint i = 0; i < size(); ++i) {
            if (idOf(at(i)) == id)
                return at(i);
        }
        return nullptr;
    }
    GPtrArray *all;
};

} // namespace

struct SpiceUsb::Errand {
    QPointer<SpiceUsb> owner;
    QString id, name;
    bool toGuest;

    static void answered(GObject *bus, GAsyncResult *result, gpointer self)
    {
        const std::unique_ptr<Errand> errand(static_cast<Errand *>(self));
        GError *error = nullptr;
        auto *usb = SPICE_USB_DEVICE_MANAGER(bus);
        if (errand->toGuest)
            spice_usb_device_manager_connect_device_finish(usb, result, &error);
        else
            spice_usb_device_manager_disconnect_device_finish(usb, result, &error);
        if (errand->owner)
            errand->owner->done(errand->id, errand->name, error);
        g_clear_error(&error);
    }
};

SpiceUsb::SpiceUsb(QObject *parent)
    : UsbRedirection(parent)
{
}

void SpiceUsb::attach(SpiceSession *session)
{
    m_session = GRef<SpiceSession>::share(session);
}

void SpiceUsb::detach()
{
    m_connections.clear();
    m_bus = nullptr;
    m_asked = false;
    m_busy.clear();
    m_session = {};
    Q_EMIT changed();
}

void SpiceUsb::channelsChanged()
{
    Q_EMIT changed();
}

bool SpiceUsb::hasRedirector() const
{
    return m_session && spice_session_has_channel_type(m_session.get(), SPICE_CHANNEL_USBREDIR);
}

SpiceUsbDeviceManager *SpiceUsb::bus() const
{
    if (m_asked || !hasRedirector())
        return m_bus;
    m_asked = true;
    GError *error = nullptr;
    m_bus = spice_usb_device_manager_get(m_session.get(), &error);
    // The only reason that it has a code of its own class for.
    m_notBuilt = g_error_matches(error, SPICE_CLIENT_ERROR, SPICE_CLIENT_ERROR_FAILED)
                 && !QString::fromUtf8(error->message).contains(u'[');
    g_clear_error(&error);
    if (!m_bus)
        return nullptr;
    auto *self = const_cast<SpiceUsb *>(this);
    g_object_set(m_bus, "auto-connect", gboolean(m_automatic), nullptr);
    m_connections.connect<&SpiceUsb::busChanged>(m_bus, "device-added", self);
    m_connections.connect<&SpiceUsb::busChanged>(m_bus, "device-removed", self);
    m_connections.connect<&SpiceUsb::freeChanged>(m_bus, "notify::free-channels", self);
    m_connections.connect<&SpiceUsb::failedByItself>(m_bus, "auto-connect-failed", self);
    m_connections.connect<&SpiceUsb::failedByItself>(m_bus, "device-error", self);
    return m_bus;
}

UsbRedirection::Availability SpiceUsb::availability() const
{
    if (!hasRedirector())
        return Availability::NoRedirector;
    if (bus())
        return Availability::Ready;
    return m_notBuilt ? Availability::NotBuilt : Availability::NoUsbAccess;
}

QList<UsbDevice> SpiceUsb::devices() const
{
    QList<UsbDevice> list;
    auto *usb = bus();
    const Devices present(usb);
    for (guint i = 0; i < present.size(); ++i) {
        UsbDevice device;
        device.id = idOf(present.at(i));
        device.name = nameOf(present.at(i));
        device.redirected = spice_usb_device_manager_is_device_connected(usb, present.at(i));
        device.busy = m_busy.contains(device.id);
        GError *error = nullptr;
        if (!device.redirected && !spice_usb_device_manager_can_redirect_device(usb, present.at(i), &error) && error)
            device.refusal = QString::fromUtf8(error->message);
        g_clear_error(&error);
        list.append(device);
    }
    return list;
}

int SpiceUsb::freePorts() const
{
    int free = 0;
    if (auto *usb = bus())
        g_object_get(usb, "free-channels", &free, nullptr);
    return free;
}

void SpiceUsb::redirect(const QString &id)
{
    run(id, true);
}

void SpiceUsb::release(const QString &id)
{
    run(id, false);
}

void SpiceUsb::run(const QString &id, bool toGuest)
{
    auto *usb = bus();
    const Devices present(usb);
    auto *device = present.find(id);
    if (!device || m_busy.contains(id))
        return;
    m_busy.insert(id);
    auto errand = std::make_unique<Errand>(Errand{this, id, nameOf(device), toGuest});
    if (toGuest)
        spice_usb_device_manager_connect_device_async(usb, device, nullptr, &Errand::answered, errand.release());
    else
        spice_usb_device_manager_disconnect_device_async(usb, device, nullptr, &Errand::answered, errand.release());
    Q_EMIT changed();
}

void SpiceUsb::done(const QString &id, const QString &name, const GError *error)
{
    m_busy.remove(id);
    if (error && !g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        Q_EMIT failed(name, QString::fromUtf8(error->message), isPermission(error));
    Q_EMIT changed();
}

void SpiceUsb::setAutomatic(bool on)
{
    m_automatic = on;
    // Nothing is plugged into a console that nobody told to take it.
    if (auto *usb = on ? bus() : m_bus)
        g_object_set(usb, "auto-connect", gboolean(on), nullptr);
}

void SpiceUsb::busChanged(SpiceUsbDeviceManager *, SpiceUsbDevice *)
{
    Q_EMIT changed();
}

void SpiceUsb::freeChanged(SpiceUsbDeviceManager *, GParamSpec *)
{
    Q_EMIT changed();
}

void SpiceUsb::failedByItself(SpiceUsbDeviceManager *, SpiceUsbDevice *device, GError *error)
{
    Q_EMIT failed(nameOf(device), QString::fromUtf8(error->message), isPermission(error));
    Q_EMIT changed();
}
