// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfblink.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <poll.h>

// Otherwise the session's thread would go round and round at rest.
TEST(RfbLink, WakesNobodyForInputThatWasTaken)
{
    RfbReports reports;
    RfbLink link(&reports);
    std::atomic<bool> over = false;
    std::thread taking([&] {
        while (!over) {
            if (link.hasInput())
                link.takeInput();
        }
    });
    int woken = 0;
    for (int i = 0; i < 5000; ++i) {
        link.post(RfbPointer{{i, 0}, 0, false});
        while (link.hasInput()) { }
        pollfd wake{link.wakeDescriptor(), POLLIN, 0};
        woken += poll(&wake, 1, 0) > 0 && !link.hasInput() ? 1 : 0;
    }
    over = true;
    taking.join();
    link.detach();
    EXPECT_EQ(woken, 0);
}
