#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""New machine → an ISO → Create now: seconds later the guest's screen is in the window and takes keys."""
import re
import unittest

from driver import key, type_keys, wait_until
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort

NAME = "From image & more"


class CreateStory(Story):
    """The steps of one story: each needs the one before. The host is as fresh as after its installation."""

    wishes = {"with_pool": False}

    def test_1_wizard_makes_a_machine_from_an_image(self):
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(("dialog", "frame"), "New machine")
        program.find("text", "Image", within=wizard).fill(str(self.iso))
        key("Tab")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.go_to_name(wizard)
        program.find("text", "Name", within=wizard).fill(NAME)
        key("Tab")
        program.screenshot("wizard")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(("dialog", "frame"), "New machine")
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)

    def go_to_name(self, wizard):
        for _ in range(3):
            if self.program.see("text", "Name", within=wizard):
                return
            self.program.click(BUTTON, re.compile("^Next"), within=wizard)
            self.program.settle()

    def test_2_console_shows_the_guests_screen(self):
        self.__class__.port = SerialPort(self.host, NAME)
        self.port.wait_for(MARKER, 120)
        self.console_shows_guest(self.host, NAME)

    def test_3_typed_keys_reach_the_guest(self):
        self.console().click()
        # Shifted keys and signs on purpose: what is typed is a command that only works whole.
        type_keys("echo typed-$((6*7))-\"A_z\" >/dev/ttyS0\n")
        self.port.wait_for("typed-42-A_z", 30 * PATIENCE)
        self.console_shows_guest(self.host, NAME)
        self.program.screenshot("typed")

    def test_4_pause_resume_and_force_off_follow_from_clicks(self):
        program = self.program
        self.release_console()
        program.click(BUTTON, "Pause")
        self.host.wait_for_state(NAME, "paused")
        program.click(BUTTON, "Resume")
        self.host.wait_for_state(NAME, "running")
        self.force_off()
        self.host.wait_for_state(NAME, "shut off")
        program.enabled(BUTTON, "Start")

    def force_off(self):
        self.choose_verb("Force off")
        self.confirm("Force off")

    def test_5_what_virsh_does_shows_in_the_window(self):
        program = self.program
        definition = self.host.virsh("dumpxml", NAME, "--inactive")
        definition = re.sub(r"<uuid>.*</uuid>\n", "", definition)
        definition = re.sub(r"<name>.*</name>", "<name>By virsh</name>", definition, count=1)
        definition = re.sub(r"\s*<mac address='[^']*'/>", "", definition)
        path = self.host.folder / "other.xml"
        path.write_text(definition)
        self.host.virsh("define", str(path))
        self.choose_machine("By virsh")
        self.host.virsh("start", "By virsh")
        program.enabled(BUTTON, "Pause")
        self.host.virsh("suspend", "By virsh")
        program.enabled(BUTTON, "Resume")
        self.host.virsh("destroy", "By virsh")
        program.enabled(BUTTON, "Start")
        self.host.virsh("undefine", "By virsh")
        wait_until(lambda: program.see(name="By virsh") is None, "the machine leaves the window", 20)

    def test_6_program_ends_with_its_window(self):
        self.assertEqual(self.program.close(), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
