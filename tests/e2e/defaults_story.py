#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Defaults that are set in Preferences count for new machines, and give way with a word where the host cannot have them."""
import re
import unittest
import xml.etree.ElementTree as ET

from driver import key, type_keys, wait_until
from story import BUTTON, PATIENCE, WIZARD, Story

NAME = "as-usual"


class DefaultsStory(Story):
    """The host has two pools, so that it can be seen which one is taken."""

    @classmethod
    def prepare(cls):
        cls.host.virsh("pool-define-as", "second", "dir", "--target", str(cls.host.folder / "second"))
        cls.host.virsh("pool-build", "second")
        cls.host.virsh("pool-start", "second")

    def test_1_defaults_are_chosen_from_what_the_host_has(self):
        program = self.program
        program.enabled(BUTTON, "New machine", seconds=30 * PATIENCE)
        key("ctrl+comma")
        dialog = program.find(("dialog", "frame"), "Preferences")
        # A list is told by what is chosen in it; it offers the pool once the host has been asked.
        self.choose("alt+p", "second", dialog)
        self.choose("alt+n", "raw", dialog)
        self.choose("alt+y", "SPICE", dialog)
        self.choose("alt+f", "UEFI", dialog)
        program.screenshot("preferences")
        program.click(BUTTON, "Close", within=dialog)

    def choose(self, letter, word, dialog):
        pattern = re.compile("^" + word)

        def chosen():
            key(letter)
            type_keys(word)
            return self.program.see("combo box", pattern, within=dialog)
        wait_until(chosen, f"“{word}” is chosen", 30 * PATIENCE, pause=1.5)

    def test_2_machine_is_made_with_them(self):
        program = self.program
        wizard = self.begin_machine()
        self.name_machine(wizard, NAME)
        program.find("combo box", re.compile("^second"), within=wizard)
        program.screenshot("defaults")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(NAME, "running", 90 * PATIENCE)
        definition = ET.fromstring(self.host.virsh("dumpxml", NAME))
        self.assertEqual(definition.find("devices/graphics").get("type"), "spice")
        self.assertIn("OVMF", definition.find("os/loader").text)
        disk = definition.find("devices/disk[@device='disk']")
        self.assertEqual(disk.find("source").get("file"), f"{self.host.folder}/second/{NAME}.raw")
        self.assertEqual(disk.find("driver").get("type"), "raw")

    def test_3_default_that_is_gone_gives_way_with_a_word(self):
        program = self.program
        self.release_console()
        self.host.virsh("pool-destroy", "second")
        wizard = self.begin_machine()
        program.says("Your default pool “second” does not run on this host", seconds=20 * PATIENCE)
        program.find("combo box", re.compile("^default"), within=wizard)
        program.screenshot("given-way")
        program.click(BUTTON, "Cancel", within=wizard)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
