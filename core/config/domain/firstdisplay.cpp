// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/firstdisplay.h"

#include "core/config/domain/controller.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/input.h"
#include "core/config/domain/video.h"

#include <algorithm>

namespace {

void addCard(DomainConfig &config)
{
    auto cards = config.devices<Video>();
    if (cards.empty())
        cards.push_back(config.addDevice<Video>());
    else if (cards.front().get(Video::model) != videoModels::none())
        return;
    cards.front().set(Video::model, videoModels::virtio());
}

void addTablet(DomainConfig &config)
{
    const auto inputs = config.devices<Input>();
    const auto controllers = config.devices<Controller>();
    const bool has = std::any_of(inputs.begin(), inputs.end(), [](const Input &each) { return each.get(Input::type) == inputTypes::tablet(); });
    const bool usb = std::any_of(controllers.begin(), controllers.end(), [](const Controller &each) {
        return each.get(Controller::type) == controllerTypes::usb() && each.get(Controller::model) != QStringLiteral("none");
    });
    if (has || !usb)
        return;
    auto tablet = config.addDevice<Input>();
    tablet.set(Input::type, inputTypes::tablet());
    tablet.set(Input::bus, inputBuses::usb());
}

} // namespace

bool firstdisplay::addTo(DomainConfig &config)
{
    if (!config.devices<Graphics>().empty())
        return false;
    auto graphics = config.addDevice<Graphics>();
    graphics.set(Graphics::type, graphicsTypes::vnc());
    graphics.set(Graphics::port, QStringLiteral("-1"));
    graphics.set(Graphics::autoPort, true);
    graphics.set(Graphics::listenType, QStringLiteral("address"));
    graphics.set(Graphics::listenAddress, QStringLiteral("127.0.0.1"));
    addCard(config);
    addTablet(config);
    return true;
}
