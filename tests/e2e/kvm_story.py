#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host with this computer's own /dev/kvm, be it good or bad: the wizard and the host's page say what the test guest
showed, and new machines are made accordingly."""
import pathlib
import re
import subprocess
import unittest

from driver import BINARY, key
from story import BUTTON, PATIENCE, ROW, Story

HELPER = pathlib.Path(BINARY).with_name("vivarium-kvm")


class KvmStory(Story):
    wishes = {"with_kvm": True}

    @classmethod
    def setUpClass(cls):
        told = subprocess.run([str(HELPER)], capture_output=True, text=True, timeout=60).stdout if HELPER.exists() else ""
        cls.verdict = told.split(" ")[0].strip()
        if cls.verdict not in ("works", "fails", "hangs"):
            raise unittest.SkipTest(f"there is no KVM here that could be tested: {told or 'no test program'}")
        super().setUpClass()
        if "<domain type='kvm'" not in cls.host.virsh("capabilities"):
            raise unittest.SkipTest("libvirt does not offer KVM here")

    def test_1_hosts_page_says_what_a_test_guest_showed(self):
        self.program.find(ROW, re.compile("^This computer"), within=self.program.find("tree")).click()
        self.program.says({"works": "works: a test guest ran", "fails": "broke off at an instruction",
                           "hangs": "did not get to its end"}[self.verdict], seconds=40 * PATIENCE)
        self.program.screenshot("host")

    def test_2_wizard_makes_machines_accordingly_and_says_why(self):
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.__class__.wizard = program.find(("dialog", "frame"), "New machine")
        program.find(("radio button", "check box", "push button", "toggle button", "button"), re.compile("^No medium"), within=wizard).click()
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        if self.verdict == "works":
            self.receipt_says("Acceleration: Hardware (KVM)")
        else:
            program.says("a test guest of a few instructions did not run", seconds=40 * PATIENCE)
            self.receipt_says("Acceleration: Software emulation")
        program.screenshot("wizard")

    def receipt_says(self, value):
        self.program.find("label", value, within=self.wizard, seconds=20)

    def test_3_hardware_can_be_chosen_all_the_same(self):
        key("alt+l")
        # After Automatic comes Hardware.
        key("Down")
        self.receipt_says("Acceleration: Hardware (KVM)")
        if self.verdict != "works":
            self.program.says("was seen not to work", seconds=20 * PATIENCE)
        self.program.screenshot("chosen")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
