#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon is killed under the program: the window says so, waits, and comes back by itself."""
import unittest

from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define

NAME = "survivor"


class DaemonStory(Story):
    @classmethod
    def prepare(cls):
        define(cls.host, NAME, cls.iso)
        SerialPort(cls.host, NAME).wait_for(MARKER, 120)

    def test_1_lost_daemon_is_told(self):
        self.choose_machine(NAME)
        self.host.kill_daemon()
        self.program.says(r"(?i)reconnecting", seconds=30 * PATIENCE)

    def test_2_window_comes_back_by_itself(self):
        self.host.start_daemon()
        self.program.enabled(BUTTON, "Pause", seconds=90 * PATIENCE)
        self.program.click(BUTTON, "Pause")
        self.host.wait_for_state(NAME, "paused")
        self.program.click(BUTTON, "Resume")
        self.host.wait_for_state(NAME, "running")

    def test_3_console_is_there_again(self):
        self.open_console_tab()
        self.console_shows_guest(self.host, NAME)

    def test_4_events_come_again(self):
        self.host.virsh("destroy", NAME)
        self.program.enabled(BUTTON, "Start")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
