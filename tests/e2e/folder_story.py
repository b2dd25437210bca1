#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of the host in a machine: chosen in the New machine window, mounted by the guest as the window says, read and written."""
import re
import unittest

from driver import key
from story import BUTTON, PATIENCE, WIZARD, Story
from lab.guest import MARKER
from lab.machines import SerialPort

NAME = "with a folder"


class FolderStory(Story):
    @classmethod
    def prepare(cls):
        cls.folder = cls.scratch / "shared & open"
        cls.folder.mkdir(mode=0o755)
        (cls.folder / "letter").write_text("from the host\n")

    def test_1_folder_is_looked_at_and_its_mounting_told(self):
        program = self.program
        wizard = self.begin_machine()
        self.name_machine(wizard, NAME)
        field = program.find("text", "Shared folder", within=wizard)
        field.fill(str(self.scratch / "no such"))
        key("Tab")
        program.says("There is no folder", seconds=20)
        self.assertFalse(program.find(BUTTON, "Create now", within=wizard).is_enabled)
        field.fill(str(self.folder))
        key("Tab")
        found = program.says(r"mount -t (virtiofs|9p)", seconds=20)
        program.screenshot("folder")
        self.__class__.command = re.search(r"mount -t [\w-]+ .*/mnt", found.name).group(0)
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)

    def test_2_guest_reads_what_the_host_wrote_and_writes_back(self):
        if "virtiofs" not in self.command:
            self.skipTest("the guest's kernel has no driver for 9p, and the host no way to have virtiofs")
        guest = SerialPort(self.host, NAME)
        guest.wait_for(MARKER, 120)
        guest.run(f"mkdir -p /mnt; {self.command}")
        self.assertIn("from the host", guest.run("cat /mnt/letter"))
        guest.run("echo from-the-guest-$((6*7)) >/mnt/answer; sync")
        self.assertEqual((self.folder / "answer").read_text(), "from-the-guest-42\n")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
