#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host whose calls block for as long as its emulator is being tested: what waits is seen, nothing freezes, the reason is
told, a cancel and the host's death in the middle leave nothing behind that is not named."""
import re
import unittest

from driver import key, wait_until
from story import BUTTON, PATIENCE, ROW, Story
from lab.host import namespace_command
from lab.machines import define


class SlowStory(Story):
    wishes = {"with_gate": True}

    @classmethod
    def setUpClass(cls):
        if not namespace_command():
            raise unittest.SkipTest("this computer permits no mount namespace, so nothing can be put over its emulator")
        super().setUpClass()

    @classmethod
    def prepare(cls):
        define(cls.host, "beside", cls.iso)

    def create(self, name):
        """As far as Create now; then the gate is shut, and the daemon waits at it."""
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(("dialog", "frame"), "New machine")
        program.find("text", "Image", within=wizard).fill(str(self.iso))
        key("Tab")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(name)
        key("Tab")
        self.host.shut_gate()
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(("dialog", "frame"), "New machine")
        program.says(f"^Creating {name}$", seconds=20 * PATIENCE)

    def volumes(self):
        return self.host.virsh("vol-list", "default")

    def test_1_creation_that_waits_is_seen_and_freezes_nothing(self):
        self.create("patient")
        self.program.says("^Defining the machine", seconds=20 * PATIENCE)
        self.choose_machine("beside")
        self.program.click(BUTTON, "Pause")
        self.host.wait_for_state("beside", "paused", 20 * PATIENCE)
        self.program.click(BUTTON, "Resume")
        self.host.wait_for_state("beside", "running", 20 * PATIENCE)

    def test_2_reason_is_told_while_it_waits(self):
        self.program.says("tests QEMU first", seconds=20 * PATIENCE)
        self.program.screenshot("waiting")

    def test_3_it_is_made_once_the_host_answers_and_the_host_says_what_was_slow(self):
        self.host.open_gate()
        self.host.wait_for_state("patient", "running", 60 * PATIENCE)
        self.program.find(ROW, re.compile("^This computer"), within=self.program.find("tree")).click()
        self.program.says(r"libvirt took \d+ s", seconds=20 * PATIENCE)
        self.program.screenshot("host")

    def test_4_cancel_in_the_middle_removes_what_was_made(self):
        self.create("cancelled")
        self.program.says("^Defining the machine", seconds=20 * PATIENCE)
        wait_until(lambda: "cancelled.qcow2" in self.volumes(), "the disk is made", 20)
        self.program.click(BUTTON, "Cancel")
        self.program.says("Cancelling", seconds=20 * PATIENCE)
        self.host.open_gate()
        wait_until(lambda: "cancelled.qcow2" not in self.volumes(), "the disk is removed", 60 * PATIENCE)
        self.assertNotIn("cancelled", self.host.virsh("list", "--all", "--name").split())

    def test_5_death_of_the_host_in_the_middle_is_told_with_what_is_left(self):
        self.create("orphan")
        self.program.says("^Defining the machine", seconds=20 * PATIENCE)
        self.host.kill_daemon()
        self.program.says(r"could not be removed again: orphan\.qcow2", seconds=60 * PATIENCE)
        self.program.screenshot("orphan")
        self.host.open_gate()
        self.host.start_daemon()
        self.assertIn("orphan.qcow2", self.volumes())
        self.assertNotIn("orphan", self.host.virsh("list", "--all", "--name").split())


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
