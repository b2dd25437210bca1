// SPDX-License-Identifier: GPL-3.0-or-later
// A network card's end in the host, as the survey offers it. Pure.
#pragma once

#include "core/config/domain/nic.h"
#include "core/hosts/hostsurvey.h"

inline void connectTo(Nic &nic, const NetworkOffer &offer)
{
    switch (offer.kind) {
    case NetworkOffer::Kind::Network:
        nic.set(Nic::type, nicTypes::network());
        nic.set(Nic::network, offer.name);
        break;
    case NetworkOffer::Kind::Bridge:
        nic.set(Nic::type, nicTypes::bridge());
        nic.set(Nic::bridge, offer.name);
        break;
    case NetworkOffer::Kind::Direct:
        nic.set(Nic::type, nicTypes::direct());
        nic.set(Nic::hostDevice, offer.name);
        nic.set(Nic::directMode, QStringLiteral("bridge"));
        break;
    case NetworkOffer::Kind::User:
        nic.set(Nic::type, nicTypes::user());
        break;
    }
}
