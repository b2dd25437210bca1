#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine begins with a volume of a pool on another host: found in the New machine window by asking that host, used where it
is, nothing copied."""
import re
import shutil
import subprocess
import unittest

from driver import key
from story import BUTTON, PATIENCE, ROW, Story
from lab.guest import MARKER
from lab.machines import SerialPort

WIZARD = (("dialog", "frame"), "New machine")
CARD = ("radio button", "check box", "push button", "toggle button", "button")


class PoolStory(Story):
    @classmethod
    def prepare(cls):
        shutil.copy(cls.iso, cls.host.pool / "tiny & more.iso")
        subprocess.run(["qemu-img", "convert", "-f", "raw", "-O", "qcow2", str(cls.iso), str(cls.host.pool / "ready.qcow2")], check=True)
        cls.host.virsh("pool-refresh", "default")

    @classmethod
    def program_arguments(cls):
        return ["--connect", cls.host.ssh_uri]

    def make(self, name, volume, card=None):
        program = self.program
        program.click(BUTTON, "New machine", seconds=60 * PATIENCE)
        wizard = program.find(*WIZARD)
        if card:
            program.click(CARD, card, within=wizard)
        program.click(BUTTON, "From the host…", within=wizard, seconds=60 * PATIENCE)
        dialog = program.find(("dialog", "frame"), re.compile("^Choose from the pools of"))
        program.find(ROW, re.compile("^" + re.escape(volume)), within=dialog, seconds=20 * PATIENCE).click()
        program.screenshot(f"choosing-{volume}")
        program.click(BUTTON, "Choose", within=dialog)
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.screenshot(f"chosen-{volume}")
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(name)
        key("Tab")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(name, "running", 60 * PATIENCE)

    def test_1_installer_boots_from_its_volume(self):
        before = set(self.host.pool.iterdir())
        self.make("from a disc", "tiny & more.iso")
        SerialPort(self.host, "from a disc").wait_for(MARKER, 120)
        self.assertIn(str(self.host.pool / "tiny & more.iso"), self.host.virsh("domblklist", "from a disc"))
        made = {path.name for path in set(self.host.pool.iterdir()) - before}
        self.assertEqual(made, {"from a disc.qcow2"}, "only the new disk was made")

    def test_2_disk_of_a_pool_is_used_where_it_is(self):
        before = set(self.host.pool.iterdir())
        self.make("from a disk", "ready.qcow2", card="Existing disk")
        SerialPort(self.host, "from a disk").wait_for(MARKER, 120)
        details = self.host.virsh("dumpxml", "from a disk")
        self.assertRegex(details, r"<driver name='qemu' type='qcow2'[^>]*/>\s*<source file='[^']*/ready.qcow2'")
        self.assertEqual(set(self.host.pool.iterdir()), before)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
