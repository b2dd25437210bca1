#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A container of libvirt's own driver for them: started from the window, typed at and read in its console, ended and started anew;
and another one, made in the New machine window."""
import re
import unittest

from driver import key, type_keys
from serial_story import TerminalStory
from story import BUTTON, CACHE, PATIENCE
from lab.containers import are_possible, definition, make_root, unpack_driver

POSSIBLE = are_possible()
CARD = ("radio button", "check box", "push button", "toggle button", "button")


@unittest.skipUnless(POSSIBLE, "containers need root, mounts and control groups")
class ContainerStory(TerminalStory):
    wishes = {"with_ssh": False, "with_pool": False, "containers": unpack_driver(CACHE)} if POSSIBLE else {}

    @classmethod
    def prepare(cls):
        path = cls.scratch / "box.xml"
        path.write_text(definition("box", make_root(cls.scratch / "root")))
        cls.host.virsh("define", str(path))

    def test_1_container_is_started_and_its_console_opens(self):
        self.open_console("box")
        self.program.click(BUTTON, "Start", within=self.program.find(None, "box is off").parent())
        self.prompt("Console 1")
        self.assertIsNone(self.program.see("page tab", "Display"), "a container has no screen")

    def test_2_command_is_typed_and_its_answer_read(self):
        type_keys("echo answer-$((6*7)) in $(cat /proc/1/comm)\n")
        self.reads("Console 1", r"(?m)^answer-42 in sh$")

    def test_3_console_comes_back_with_the_container(self):
        type_keys("exit\n")
        self.host.wait_for_state("box", "shut off", 30 * PATIENCE)
        self.program.click(BUTTON, "Start", within=self.program.find(None, "box is off").parent())
        self.prompt("Console 1")
        type_keys("echo again-$((3*3))\n")
        self.reads("Console 1", r"(?m)^again-9$")

    def test_4_container_is_made_in_the_window(self):
        program = self.program
        begin = make_root(self.scratch / "made & own") / "bin/begin"
        begin.write_text("#!/bin/sh\nexport PS1='guest# '\nexec /bin/sh -i\n")
        begin.chmod(0o755)
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(("dialog", "frame"), "New machine")
        program.click(CARD, "Container", within=wizard)
        program.find("text", "Root folder", within=wizard).fill(str(self.scratch / "no such"))
        key("Tab")
        program.says("There is no folder", seconds=20)
        program.find("text", "Root folder", within=wizard).fill(str(self.scratch / "made & own"))
        program.find("text", "Program", within=wizard).fill("/bin/begin")
        key("Tab")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.screenshot("container")
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill("made")
        key("Tab")
        program.screenshot("resources")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(("dialog", "frame"), "New machine")
        self.host.wait_for_state("made", "running", 60 * PATIENCE)

    def test_5_its_console_answers(self):
        self.open_console("made")
        self.prompt("Console 1")
        type_keys("echo made-$((6*7)) by $(cat /proc/1/comm)\n")
        self.reads("Console 1", r"(?m)^made-42 by (sh|begin)$")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
