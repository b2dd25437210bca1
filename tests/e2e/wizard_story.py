#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The New machine window: a dropped image, disks of two formats, keys alone, and what is wrong with a file or a pool is
told before or instead of making anything."""
import lzma
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from driver import Program, key, type_keys, wait_until, xdotool
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort

WIZARD = (("dialog", "frame"), "New machine")
CARD = ("radio button", "check box", "push button", "toggle button", "button")
DRAG_SOURCE = pathlib.Path(os.environ.get("VIVARIUM_DRAG_SOURCE", "build/dev/tests/e2e/dragsource"))


class WizardStory(Story):
    wishes = {"with_account": os.geteuid() == 0, "with_full_pool": os.geteuid() == 0}

    @classmethod
    def prepare(cls):
        # Open to every account, wherever the cache is.
        cls.images = cls.scratch / "images"
        cls.images.mkdir(mode=0o755)
        cls.iso = pathlib.Path(shutil.copy(cls.iso, cls.images / "tiny.iso"))
        for suffix in ("qcow2", "vmdk"):
            subprocess.run(["qemu-img", "convert", "-f", "raw", "-O", suffix, str(cls.iso), str(cls.images / f"disk.{suffix}")], check=True)
            os.chmod(cls.images / f"disk.{suffix}", 0o644)

    def open_wizard(self):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        return self.program.find(*WIZARD)

    def cancel_wizard(self, wizard):
        self.program.click(BUTTON, "Cancel", within=wizard)
        self.program.gone(*WIZARD)

    def choose_file(self, wizard, path, field="Image"):
        self.program.find("text", field, within=wizard).fill(str(path))
        key("Tab")

    def create(self, wizard, name):
        program = self.program
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(name)
        key("Tab")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)

    def force_off(self, name):
        self.host.virsh("destroy", name)
        self.program.enabled(BUTTON, "Start")

    def test_1_image_dropped_on_the_window_opens_the_wizard_with_it(self):
        source = Program(self.iso, story="DragSource", binary=DRAG_SOURCE).start()
        try:
            source.find(None, "Drag me").drag_to(self.program.find("frame", re.compile("Vivarium$")))
            wizard = self.program.find(*WIZARD)
        finally:
            source.kill()
        wait_until(lambda: self.program.find("text", "Image", within=wizard).text == str(self.iso), "the image is chosen", 20)
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.program.screenshot("dropped")
        self.cancel_wizard(wizard)

    def test_2_machine_is_made_by_keys_alone(self):
        key("ctrl+n")
        wizard = self.program.find(*WIZARD)
        xdotool("type", "--delay", 15, str(self.iso))
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        key("alt+n")
        name = self.program.find("text", "Name", within=wizard)
        key("ctrl+a")
        type_keys("by-keys")
        wait_until(lambda: name.text == "by-keys", "the name is typed", 20)
        key("alt+m")
        key("ctrl+a")
        type_keys("512\t")
        self.program.settle()
        key("alt+n")
        self.program.find("label", re.compile("Ready to create by-keys"), within=wizard)
        self.program.screenshot("by-keys")
        key("alt+c")
        self.program.gone(*WIZARD)
        self.host.wait_for_state("by-keys", "running", 60 * PATIENCE)
        SerialPort(self.host, "by-keys").wait_for(MARKER, 120)
        self.release_console()
        self.force_off("by-keys")

    def test_3_machine_boots_from_an_existing_qcow2_where_it_is(self):
        self.boots_from("qcow2", self.images / "disk.qcow2")

    def test_4_machine_boots_from_an_existing_vmdk_where_it_is(self):
        self.boots_from("vmdk", self.images / "disk.vmdk", use="Use it where it is")

    def test_4_vmdk_is_converted_unless_told_otherwise(self):
        definition = self.boots_from("converted", self.images / "disk.vmdk", format="qcow2")
        self.assertIn("from-converted.qcow2", definition)

    def test_4_compressed_disk_is_unpacked_into_the_pool(self):
        packed = self.images / "packed.qcow2.xz"
        with lzma.open(packed, "wb", preset=0) as out:
            out.write((self.images / "disk.qcow2").read_bytes())
        definition = self.boots_from("packed", packed, format="qcow2")
        self.assertIn("from-packed.qcow2", definition)

    def boots_from(self, name, path, use=None, format=None):
        """The definition of a machine that was made from that disk and booted it; the file is as it was unless it is the machine's."""
        before = path.read_bytes()
        wizard = self.open_wizard()
        self.program.click(CARD, re.compile("^Existing disk"), within=wizard)
        self.choose_file(wizard, path, "Disk image")
        if use:
            self.program.enabled("radio button", use, within=wizard, seconds=60 * PATIENCE)
            self.program.click("radio button", use, within=wizard)
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.program.screenshot(f"disk-{name}")
        self.create(wizard, f"from-{name}")
        self.host.wait_for_state(f"from-{name}", "running", 60 * PATIENCE)
        definition = self.host.virsh("dumpxml", f"from-{name}")
        self.assertIn(f"type='{format or name}'", definition)
        if format:
            self.assertEqual(path.read_bytes(), before)
            self.assertNotIn(str(path), definition)
        else:
            self.assertIn(str(path), definition)
        SerialPort(self.host, f"from-{name}").wait_for(MARKER, 120)
        self.force_off(f"from-{name}")
        return definition

    def test_5_missing_file_is_told_before_anything_is_made(self):
        wizard = self.open_wizard()
        self.choose_file(wizard, self.images / "nowhere.iso")
        self.program.says("There is no file “nowhere.iso”", seconds=20 * PATIENCE)
        self.assertFalse(self.program.find(BUTTON, "Create now", within=wizard).is_enabled)
        self.cancel_wizard(wizard)

    def test_6_file_out_of_the_emulators_reach_is_told_before_anything_is_made(self):
        private = self.images / "private"
        private.mkdir(mode=0o700)
        shutil.copy(self.iso, private / "mine.iso")
        if os.geteuid() != 0:
            (private / "mine.iso").chmod(0o000)
        wizard = self.open_wizard()
        self.choose_file(wizard, private / "mine.iso")
        self.program.says("may not enter the folder" if os.geteuid() == 0 else "This account may not read", seconds=20 * PATIENCE)
        self.assertFalse(self.program.find(BUTTON, "Create now", within=wizard).is_enabled)
        self.program.screenshot("barred")
        if os.geteuid() == 0:
            private.chmod(0o711)
        else:
            (private / "mine.iso").chmod(0o644)
        self.choose_file(wizard, self.iso)
        self.choose_file(wizard, private / "mine.iso")
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.cancel_wizard(wizard)

    @unittest.skipUnless(os.geteuid() == 0, "a full file system takes a mount")
    def test_7_full_pool_is_told_and_leaves_nothing(self):
        wizard = self.open_wizard()
        self.choose_file(wizard, self.iso)
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.program.click(BUTTON, re.compile("^Next"), within=wizard)
        self.program.find("text", "Name", within=wizard).fill("too-big")
        # A pool is chosen by its first letters, as in every list.
        key("alt+i")
        type_keys("full")
        self.program.settle()
        self.program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        self.program.says("too-big could not be created|“too-big” could not be created", seconds=60 * PATIENCE)
        self.program.says("not enough free space", seconds=20)
        self.program.says("Nothing was left behind")
        self.program.screenshot("full")
        self.assertNotIn("too-big", self.host.virsh("vol-list", "full"))
        self.assertNotIn("too-big", self.host.virsh("list", "--all", "--name").split())

    def test_8_three_machines_are_made_at_once(self):
        wizard = self.open_wizard()
        self.choose_file(wizard, self.iso)
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.program.click(BUTTON, re.compile("^Next"), within=wizard)
        self.program.find("text", "Name", within=wizard).fill("crowd")
        self.program.find("spin button", "How many", within=wizard).fill("3")
        key("Tab")
        self.program.find("label", "They will be called crowd-1 … crowd-3.", within=wizard, seconds=20 * PATIENCE)
        self.program.screenshot("crowd")
        self.program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        self.program.gone(*WIZARD)
        names = [f"crowd-{number}" for number in (1, 2, 3)]
        for name in names:
            self.host.wait_for_state(name, "running", 90 * PATIENCE)
        definitions = [self.host.virsh("dumpxml", name) for name in names]
        for part in ("<mac address='([^']+)'", "<source file='([^']+\\.qcow2)'", "<uuid>([^<]+)"):
            found = {re.search(part, definition).group(1) for definition in definitions}
            self.assertEqual(len(found), 3, f"each has its own: {found}")
        for name in names:
            self.host.virsh("destroy", name)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
