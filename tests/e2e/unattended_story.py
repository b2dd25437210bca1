#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Install without questions: Debian's own installer, from a disc like its makers', is started with the answers and asks nothing until it
wants more than a mirror of this computer has; when it reboots, what only it needed is gone and the machine starts from its disk.
Run by in-own-network."""
import re
import stat
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from driver import key, wait_until
from imageserver import ImageServer
from story import BUTTON, CACHE, PATIENCE, Story
from lab.installer import build_installer_iso
from lab.machines import SerialPort

WIZARD = (("dialog", "frame"), "New machine")
FIELD = ("text", "password text", "spin button")
FOLD = ("push button", "toggle button", "check box")
NAME = "debian & mine"
PASSWORD = "fluss-abend-7"
SUITE = """Origin: Debian
Label: Debian
Suite: oldstable
Codename: bookworm
Architectures: amd64
Components: main
"""
COMPONENT = """Archive: oldstable
Origin: Debian
Label: Debian
Component: main
Architecture: amd64
"""


class UnattendedStory(Story):
    """The steps of one story: each needs the one before."""

    wishes = {"with_ssh": False, "with_network": True}

    @classmethod
    def prepare(cls):
        cls.disc = build_installer_iso(CACHE)
        cls.server = ImageServer("10.77.0.1")  # where machines reach this computer
        cls.addClassCleanup(cls.server.end)
        for suite in ("oldstable", "bookworm"):
            cls.server.files[f"/debian/dists/{suite}/Release"] = SUITE.encode()
            cls.server.files[f"/debian/dists/{suite}/main/binary-amd64/Release"] = COMPONENT.encode()
        cls.config = cls.scratch / "config"
        (cls.config / "vivarium").mkdir(parents=True)
        (cls.config / "vivarium/vivarium.ini").write_text(
            f"[downloads]\nmirrors=http://deb.debian.org/debian/ {cls.server.address}/debian/\n")

    @classmethod
    def program_environment(cls):
        return {**super().program_environment(), "XDG_CONFIG_HOME": str(cls.config)}

    def open_wizard(self, image):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.program.find("text", "Image", within=wizard).fill(str(image))
        key("Tab")
        return wizard

    def fill(self, wizard, field, text):
        self.program.find(FIELD, field, within=wizard).fill(text)
        key("Tab")

    def next(self, wizard, heading):
        self.program.click(BUTTON, re.compile("^Next"), within=wizard)
        self.program.find("label", heading, within=wizard)
        self.program.settle()

    def test_1_what_cannot_be_installed_so_says_why(self):
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(*WIZARD)
        program.says("Choose an image first", seconds=20)
        self.assertFalse(program.find("check box", "Install without questions", within=wizard).is_enabled)
        self.fill(wizard, "Image", str(self.iso))
        program.says("Say which system it is", seconds=20 * PATIENCE)
        program.screenshot("not-known")
        self.assertFalse(program.find("check box", "Install without questions", within=wizard).is_enabled)
        program.click(BUTTON, "Cancel", within=wizard)
        program.gone(*WIZARD)

    def test_2_a_machine_is_made_that_asks_nothing(self):
        program = self.program
        wizard = self.open_wizard(self.disc)
        program.says("^Debian 12", seconds=30 * PATIENCE)
        program.enabled("check box", "Install without questions", within=wizard, seconds=20 * PATIENCE)
        program.click("check box", "Install without questions", within=wizard)
        program.settle()
        program.screenshot("unattended")
        self.next(wizard, "Who is going to use it?")
        self.fill(wizard, "User", "Root User")
        program.says("A user name is made of small letters", seconds=20)
        self.fill(wizard, "User", "anna")
        self.fill(wizard, "Full name", "Anna Berg")
        self.fill(wizard, "Password", PASSWORD)
        self.fill(wizard, "Host name", "garden")
        program.screenshot("account")
        program.click(FOLD, "More settings", within=wizard)
        program.settle()
        self.fill(wizard, "Language", "de_DE.UTF-8")
        self.fill(wizard, "Keyboard", "de(nodeadkeys)")
        program.screenshot("settings")
        self.next(wizard, "What does it get?")
        self.fill(wizard, "Name", NAME)
        program.screenshot("resources")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(NAME, "running", 120 * PATIENCE)
        self.__class__.port = SerialPort(self.host, NAME)

    def files(self):
        return sorted(path.name for path in self.host.pool.iterdir())

    def test_3_its_answers_are_private_and_the_password_is_nowhere(self):
        self.assertEqual(self.files(), [f"{NAME}-install-initrd", f"{NAME}-install-kernel", f"{NAME}.qcow2"])
        initrd = self.host.pool / f"{NAME}-install-initrd"
        self.assertEqual(stat.S_IMODE(initrd.stat().st_mode) & 0o077, 0)
        content = initrd.read_bytes()
        self.assertIn(b"d-i passwd/username string anna", content)
        self.assertIn(b"d-i passwd/user-password-crypted password $6$rounds=", content)
        self.assertNotIn(PASSWORD.encode(), content)
        self.assertNotIn(PASSWORD, self.program.tail())
        self.assertNotIn(PASSWORD, self.host.virsh("dumpxml", NAME, "--security-info"))
        running = ElementTree.fromstring(self.host.virsh("dumpxml", NAME))
        self.assertEqual(running.find("os/cmdline").text, "priority=critical")
        self.assertEqual(running.find("on_reboot").text, "destroy")

    def test_4_what_is_kept_is_the_machine_as_it_will_be(self):
        running = ElementTree.fromstring(self.host.virsh("dumpxml", NAME))
        kept = ElementTree.fromstring(self.host.virsh("dumpxml", NAME, "--inactive"))
        self.assertIsNone(kept.find("os/kernel"))
        self.assertIsNone(kept.find("os/cmdline"))
        self.assertEqual(kept.find("on_reboot").text, "restart")
        for path, attribute in (("devices/interface/mac", "address"), ("devices/interface/address", "bus"), ("devices/disk/source", "file")):
            self.assertEqual(kept.find(path).get(attribute), running.find(path).get(attribute))
        self.assertNotIn(str(self.disc), self.host.virsh("dumpxml", NAME, "--inactive"))
        self.assertIn(str(self.disc), self.host.virsh("dumpxml", NAME))

    def test_5_the_installer_asks_nothing_up_to_the_mirror(self):
        """Questions of language, keyboard, host name, network and mirror come before; each that is asked would wait here for ever."""
        wanted = "/debian/dists/bookworm/Release"
        try:
            wait_until(lambda: self.server.times(wanted) > 0, "the installer asks the mirror", 300 * PATIENCE, pause=0.5)
        finally:
            self.program.screenshot("installer")
        heard = self.port.wait_for("Menu item 'download-installer' selected", 120 * PATIENCE)
        self.assertIn("successfully loaded preseed file from file:///preseed.cfg", heard)
        for step in ("localechooser", "netcfg", "choose-mirror"):
            self.assertIn(f"Menu item '{step}' selected", heard)
        self.assertIn("Using preseeded hostname", heard)
        self.assertNotIn(PASSWORD, heard)

    def test_6_when_it_reboots_the_rest_goes_and_the_machine_starts(self):
        """The installer's own reboot, by the keys that ask for one: it gets no further on a mirror without its components."""
        before = self.host.virsh("domid", NAME)
        self.host.virsh("send-key", NAME, "KEY_LEFTCTRL", "KEY_LEFTALT", "KEY_DELETE")
        wait_until(lambda: self.host.state_of(NAME) == "running" and self.host.virsh("domid", NAME) != before, "the machine starts again", 120 * PATIENCE)
        wait_until(lambda: self.files() == [f"{NAME}.qcow2"], "what only the installer needed is gone", 60 * PATIENCE)
        definition = self.host.virsh("dumpxml", NAME)
        for word in ("-install-", "<kernel>", "priority=critical", str(self.disc)):
            self.assertNotIn(word, definition)
        self.release_console()
        self.program.click("page tab", "Overview")
        self.program.says(": Installed$", seconds=30 * PATIENCE)
        self.program.screenshot("installed")


if __name__ == "__main__":
    try:
        build_installer_iso(CACHE)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Debian's installer cannot be had: {error}")
        sys.exit(77)
    unittest.main(verbosity=2, failfast=True)
