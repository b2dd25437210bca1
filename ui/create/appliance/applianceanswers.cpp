// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/appliance/applianceanswers.h"

#include "core/appliances/appliance.h"
#include "core/async/deliver.h"

ApplianceAnswers::ApplianceAnswers(QObject *parent) : QObject(parent) {}

ApplianceAnswers::~ApplianceAnswers() = default;

void ApplianceAnswers::open(const QString &path)
{
    forget();
    const auto attempt = m_attempt;
    deliver(m_files.run([path] { return openAppliance(path); }), this, [this, attempt](const Result<Appliance> &appliance) {
        if (attempt != m_attempt)
            return;
        if (appliance) {
            m_wishes.appliance = std::make_shared<Appliance>(*appliance);
            m_wishes.firmware = appliance->machine.firmware;
            m_wishes.tpm = appliance->machine.tpm;
        } else {
            m_error = appliance.error();
        }
        Q_EMIT opened();
    });
}

void ApplianceAnswers::forget()
{
    ++m_attempt;
    m_wishes = {};
    m_error.reset();
}

RecipeFinding ApplianceAnswers::finding(const QString &path) const
{
    using F = RecipeFinding;
    const auto blocker = [](F::Kind kind, const QString &figure) { return F{kind, F::Severity::Blocker, F::Field::Media, figure}; };
    if (!m_error)
        return blocker(F::Kind::MediaMissing, {});
    const auto &part = m_error->detail;
    switch (m_error->kind) {
    case Error::Kind::NotFound: return part.isEmpty() || part == path ? blocker(F::Kind::MediaMissing, path) : blocker(F::Kind::AppliancePartMissing, part);
    case Error::Kind::Refused: return blocker(F::Kind::MediaNotPermitted, part.isEmpty() ? path : part);
    case Error::Kind::Unsupported: return blocker(F::Kind::ApplianceUnsupported, path);
    default: return blocker(F::Kind::ApplianceUnusable, path);
    }
}

void ApplianceAnswers::setFirmware(ForeignFirmware firmware)
{
    m_wishes.firmware = firmware;
    Q_EMIT changed();
}

void ApplianceAnswers::setTpm(bool on)
{
    m_wishes.tpm = on;
    Q_EMIT changed();
}

void ApplianceAnswers::setKeepAddresses(bool on)
{
    m_wishes.keepAddresses = on;
    Q_EMIT changed();
}

void ApplianceAnswers::setDiskBus(const DiskBus &bus)
{
    m_wishes.diskBus = bus;
    Q_EMIT changed();
}
