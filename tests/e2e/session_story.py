#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A normal user's first start, without an argument, a question or any set-up: the user's own libvirt is there, a machine is
made from an image, shows its screen, takes keys and obeys. Run by as-person."""
import os
import re
import shutil
import unittest

from driver import key, type_keys
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort
from lab.session import SessionHost

NAME = "first & mine"


class SessionStory(Story):
    hosts = 0

    @classmethod
    def prepare(cls):
        if os.geteuid() == 0:
            raise unittest.SkipTest("root's default host is the system's daemon, which no test may touch")
        cls.host = SessionHost(cls.scratch / "session")
        cls.addClassCleanup(cls.host.end)
        cls.host.start()
        cls.iso = shutil.copy(cls.iso, cls.scratch / "tiny.iso")

    @classmethod
    def program_arguments(cls):
        return []

    def test_1_own_host_is_there_without_a_question(self):
        self.program.enabled(BUTTON, "New machine", seconds=60 * PATIENCE)
        self.program.says("^This computer", seconds=30 * PATIENCE)
        self.program.screenshot("first-start")

    def test_2_machine_is_made_from_an_image(self):
        program = self.program
        program.click(BUTTON, "New machine")
        wizard = program.find(("dialog", "frame"), "New machine")
        program.find("text", "Image", within=wizard).fill(str(self.iso))
        key("Tab")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(NAME)
        key("Tab")
        program.says("User mode", seconds=20)
        program.screenshot("wizard")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(("dialog", "frame"), "New machine")
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)

    def test_3_console_shows_the_guest_and_takes_keys(self):
        self.__class__.port = SerialPort(self.host, NAME)
        self.port.wait_for(MARKER, 120)
        self.console_shows_guest(self.host, NAME)
        self.console().click()
        type_keys("echo typed-$((6*7)) >/dev/ttyS0\n")
        self.port.wait_for("typed-42", 30 * PATIENCE)
        self.release_console()

    def test_4_verbs_follow_from_clicks(self):
        program = self.program
        program.click(BUTTON, "Pause")
        self.host.wait_for_state(NAME, "paused")
        program.click(BUTTON, "Resume")
        self.host.wait_for_state(NAME, "running")
        self.choose_verb("Save")
        self.host.wait_for_state(NAME, "shut off", 60 * PATIENCE)
        self.choose_verb("Restore")
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)
        self.choose_verb("Force off")
        self.confirm("Force off")
        self.host.wait_for_state(NAME, "shut off")
        program.enabled(BUTTON, "Start")

    def test_5_it_is_all_there_at_the_next_start(self):
        self.assertEqual(self.program.close(), 0)
        self.program.start()
        self.choose_machine(NAME)
        disk = self.host.virsh("domblklist", NAME, "--details")
        self.assertIn(os.environ["HOME"], disk)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
