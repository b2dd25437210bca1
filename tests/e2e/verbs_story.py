#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb from the window, checked with the hypervisor; and what fails is told in words."""
import unittest

from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define

NAME = "verbs"


class VerbsStory(Story):
    @classmethod
    def prepare(cls):
        define(cls.host, NAME, cls.iso, start=False)
        define(cls.host, "broken", cls.scratch / "there-is-no-such.iso", start=False)

    def test_1_start(self):
        self.choose_machine(NAME)
        self.program.click(BUTTON, "Start")
        self.host.wait_for_state(NAME, "running")
        SerialPort(self.host, NAME).wait_for(MARKER, 120)

    def test_2_pause_and_resume(self):
        self.program.click(BUTTON, "Pause")
        self.host.wait_for_state(NAME, "paused")
        self.program.click(BUTTON, "Resume")
        self.host.wait_for_state(NAME, "running")

    def test_3_save_and_restore(self):
        self.choose_verb("Save")
        self.host.wait_for_state(NAME, "shut off", 60 * PATIENCE)
        self.assertIn("yes", self.host.virsh("dominfo", NAME).split("Managed save:")[1].split("\n")[0])
        self.choose_verb("Restore")
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)

    def test_4_reset_boots_the_guest_again(self):
        port = SerialPort(self.host, NAME)
        self.choose_verb("Reset")
        self.confirm("Reset")
        port.wait_for(MARKER, 120)
        self.assertEqual(self.host.state_of(NAME), "running")

    def test_5_reboot_asks_the_guest(self):
        port = SerialPort(self.host, NAME)
        self.choose_verb("Reboot")
        port.wait_for(MARKER, 120)
        self.assertEqual(self.host.state_of(NAME), "running")

    def test_6_shut_down_asks_the_guest(self):
        self.choose_verb("Shut down")
        self.host.wait_for_state(NAME, "shut off", 60 * PATIENCE)

    def test_7_force_off(self):
        self.program.click(BUTTON, "Start")
        self.host.wait_for_state(NAME, "running")
        self.choose_verb("Force off")
        self.confirm("Force off")
        self.host.wait_for_state(NAME, "shut off")

    def test_8_failing_start_is_told_in_words(self):
        self.choose_machine("broken")
        self.program.click(BUTTON, "Start")
        self.program.says(r"(?i)could not be started|did not start")
        self.assertEqual(self.host.state_of("broken"), "shut off")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
