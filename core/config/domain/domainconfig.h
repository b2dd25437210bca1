// SPDX-License-Identifier: GPL-3.0-or-later
// One domain's configuration as libvirt's XML (https://libvirt.org/formatdomain.html), read and written through
// tables of typed properties. A value with deep copies; may be used on any thread, one at a time.
// Sections and devices are handles into it: they live as long as the config and, for a device, until it is removed.
#pragma once

#include "core/base/result.h"
#include "core/config/xml/document.h"

#include <QString>
#include <QStringList>

#include <vector>

/// One place in which two configurations differ. Paths read "devices/disk[2]/source/@file"; a count starts at 1.
struct ConfigChange {
    QString path;
    std::optional<QString> before; ///< nothing: added
    std::optional<QString> after;  ///< nothing: removed
    friend bool operator==(const ConfigChange &, const ConfigChange &) = default;
};

class DomainConfig final {
public:
    /// An empty <domain>.
    DomainConfig();
    /// Error::Kind::InvalidInput where it is no XML, too large, too deep, or no <domain>.
    static Result<DomainConfig> parse(const QString &xml);

    /// Exactly what was parsed where nothing was changed.
    QString toXml() const;
    /// The <domain> element. Sections (General, Firmware, Processor …) are views on it: `config.as<General>()`.
    Element root() const;
    template<class Section>
    Section as() const
    {
        return Section(root());
    }

    /// Every device, known to us or not, in order.
    std::vector<Element> devices() const;
    /// Those of one kind: `config.devices<Disk>()`.
    template<class Device>
    std::vector<Device> devices() const
    {
        std::vector<Device> found;
        for (const auto &element : devicesNamed(Device::tag))
            found.emplace_back(element);
        return found;
    }
    /// A new device, behind the last of its kind or else at the end.
    template<class Device>
    Device addDevice()
    {
        return Device(addDeviceNamed(Device::tag));
    }

    /// Same content: white space, comments, the order of attributes and of elements with different names aside.
    bool isSameAs(const DomainConfig &other) const;
    /// What turns this into `other`, in document order; empty exactly when isSameAs().
    std::vector<ConfigChange> diff(const DomainConfig &other) const;

private:
    explicit DomainConfig(Document document);
    std::vector<Element> devicesNamed(std::string_view name) const;
    Element addDeviceNamed(std::string_view name);

    Document m_document;
};
