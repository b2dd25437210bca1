#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cloud image becomes a machine: account, key, host name and a person's own user-data are applied at its first start, it is seen by its
guest agent, answers ssh, and loses its set-up medium at its first shutdown. What cloud-init would not understand is told before.
Run by in-own-network."""
import os
import pathlib
import re
import subprocess
import sys
import unittest

from driver import key, type_keys, wait_until
from story import BUTTON, CACHE, PATIENCE, Story
from lab.cloudimage import build_cloud_image, is_possible
from lab.machines import SerialPort

WIZARD = (("dialog", "frame"), "New machine")
FIELD = ("text", "password text", "spin button")
CARD = ("radio button", "check box", "push button", "toggle button", "button")
NAME = "Cloud & more"
USER_DATA = """#cloud-config
write_files:
  - path: /etc/motd
    content: "told by the person\\n"
runcmd:
  - [touch, /var/tmp/theirs]
"""


class CloudStory(Story):
    wishes = {"with_ssh": False, "with_network": True}

    @classmethod
    def prepare(cls):
        cls.image = build_cloud_image(CACHE)
        cls.folder = cls.scratch / "shared"
        cls.folder.mkdir(mode=0o755)
        (cls.folder / "letter").write_text("from the host\n")
        keys = pathlib.Path.home() / ".ssh"
        keys.mkdir(mode=0o700, exist_ok=True)
        cls.key = keys / "id_ed25519"
        cls.key.unlink(missing_ok=True)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "anna@desk", "-f", str(cls.key)], check=True)

    def open_wizard(self):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.program.click(CARD, re.compile("^Cloud image"), within=wizard)
        self.program.find("text", "Cloud image", within=wizard).fill(str(self.image))
        key("Tab")
        return wizard

    def next(self, wizard, heading):
        self.program.click(BUTTON, re.compile("^Next"), within=wizard)
        self.program.find("label", heading, within=wizard)
        self.program.settle()

    def fill(self, wizard, field, text):
        self.program.find(FIELD, field, within=wizard).fill(text)
        key("Tab")

    def write(self, wizard, field, lines):
        self.into_view(wizard, field)
        self.program.find("text", field, within=wizard).click()
        key("ctrl+a", "Delete")
        type_keys(lines)
        key("Tab")

    def create_button(self, wizard):
        return self.program.find(BUTTON, "Create now", within=wizard)

    def test_1_what_cloud_init_would_not_understand_is_told_before(self):
        program = self.program
        wizard = self.open_wizard()
        self.next(wizard, "Who is going to use it?")
        self.fill(wizard, "User", "Root User")
        program.says("A user name is made of small letters", seconds=20)
        self.fill(wizard, "User", "anna")
        self.fill(wizard, "Further ssh keys", "ssh-ed25519 AAAAnonsense me")
        program.says("Line 1 of the keys is no public ssh key", seconds=20)
        self.fill(wizard, "Further ssh keys", "-----BEGIN OPENSSH PRIVATE KEY-----")
        program.says("That is a private key", seconds=20)
        program.screenshot("bad-key")
        self.fill(wizard, "Further ssh keys", " ")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.click(("push button", "toggle button", "check box"), "More settings", within=wizard)
        program.settle()
        self.write(wizard, "User-data", "packages: [vim]")
        program.says("the first line must be #cloud-config", seconds=20)
        self.write(wizard, "User-data", "#cloud-config\npackages: [vim\n")
        program.says("This is not YAML, from line 3 on", seconds=20)
        program.screenshot("not-yaml")
        self.assertFalse(self.create_button(wizard).is_enabled)
        self.write(wizard, "User-data", "#cloud-config\npackages: [vim]")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.click(BUTTON, "Cancel", within=wizard)
        program.gone(*WIZARD)
        self.assertEqual(self.host.virsh("list", "--all", "--name"), "")

    def into_view(self, wizard, field):
        """Reached by the keyboard, as scrolling follows it."""
        self.program.find("text", field, within=wizard, showing=False).ask(lambda node: node.queryComponent().grabFocus())
        self.program.settle()

    def test_2_machine_is_made_from_the_image(self):
        program = self.program
        wizard = self.open_wizard()
        program.screenshot("source")
        self.next(wizard, "Who is going to use it?")
        program.find("check box", "Your key anna@desk (ED25519)", within=wizard)
        self.fill(wizard, "User", "anna")
        self.fill(wizard, "Full name", "Anna Berg")
        self.fill(wizard, "Password", "fluss-abend-7")
        self.fill(wizard, "Host name", "cloud-1")
        program.screenshot("account")
        program.click(("push button", "toggle button", "check box"), "More settings", within=wizard)
        program.settle()
        self.write(wizard, "User-data", USER_DATA)
        self.into_view_button(wizard, "Install QEMU's guest agent")
        program.click("check box", "Install QEMU's guest agent", within=wizard)  # it is on the image, and there is nowhere to get it from
        program.screenshot("settings")
        self.next(wizard, "What does it get?")
        self.fill(wizard, "Name", NAME)
        self.fill(wizard, "Disk size", "3")
        self.fill(wizard, "Shared folder", str(self.folder))
        program.says("(mounts it at /mnt/share by itself|shared by 9p)", seconds=20)
        program.screenshot("resources")
        self.next(wizard, re.compile("^Ready to create"))
        program.screenshot("review")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(NAME, "running", 120 * PATIENCE)
        seed = self.host.pool / f"{NAME}-seed.iso"
        self.assertTrue(seed.exists())
        self.assertEqual(seed.stat().st_mode & 0o077, 0)
        self.assertNotIn(b"fluss-abend-7", seed.read_bytes())

    def into_view_button(self, wizard, name):
        self.program.find("check box", name, within=wizard, showing=False).ask(lambda node: node.queryComponent().grabFocus())
        self.program.settle()

    def test_3_it_is_seen_by_its_agent_and_answers_ssh(self):
        SerialPort(self.host, NAME).wait_for("cloud-1 login:", 240)
        told = wait_until(lambda: re.search(r"10\.77\.0\.\d+", self.host.try_virsh("domifaddr", NAME, "--source", "agent").stdout), "the agent tells", 120)
        self.__class__.address = told.group()
        self.program.says(f"{re.escape(self.address)}$", seconds=60 * PATIENCE)
        wait_until(lambda: self.ssh("true").returncode == 0, "ssh lets us in", 120)
        self.assertEqual(self.ssh("hostname").stdout.strip(), "cloud-1")
        self.assertIn("Anna Berg", self.ssh("getent passwd anna").stdout)
        self.assertEqual(self.ssh("sudo -n id -u").stdout.strip(), "0")

    def ssh(self, command):
        return subprocess.run(["ssh", "-F", "/dev/null", "-i", str(self.key), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
                               "-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "-o", "LogLevel=ERROR", f"anna@{self.address}", command],
                              capture_output=True, text=True)

    def test_4_all_that_was_said_is_done(self):
        # Not `cloud-init status`: that says that it is turned off by then.
        wait_until(lambda: self.ssh("test -e /var/lib/cloud/instance/boot-finished").returncode == 0, "cloud-init has done its work", 240)
        self.assertEqual(self.ssh("ls /etc/cloud/cloud-init.disabled").returncode, 0)
        self.assertEqual(self.ssh("cat /etc/motd").stdout.strip(), "told by the person")
        self.assertEqual(self.ssh("ls /var/tmp/theirs").returncode, 0)
        self.folder_is_mounted()
        size = int(self.ssh("df --output=size -B1M / | tail -1").stdout)
        self.assertGreater(size, 2500, "the disk has grown")
        shadow = self.ssh("sudo grep ^anna: /etc/shadow").stdout
        self.assertIn(":$6$rounds=", shadow)
        self.assertNotEqual(self.password_login().returncode, 0, "the password does not let in over ssh")

    def folder_is_mounted(self):
        """Cloud kernels have no driver for 9p, which hosts without virtiofsd are left with."""
        if "virtiofs" in self.host.virsh("dumpxml", NAME):
            wait_until(lambda: self.ssh("cat /mnt/share/letter").stdout == "from the host\n", "the folder is mounted", 60)

    def password_login(self):
        return subprocess.run(["ssh", "-F", "/dev/null", "-o", "PubkeyAuthentication=no", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no",
                               "-o", "UserKnownHostsFile=/dev/null", f"anna@{self.address}", "true"], capture_output=True)

    def test_5_the_medium_goes_with_the_first_shutdown(self):
        self.assertIn("-seed.iso", self.host.virsh("dumpxml", NAME))
        self.choose_verb("Shut down")
        self.host.wait_for_state(NAME, "shut off", 120 * PATIENCE)
        wait_until(lambda: "-seed.iso" not in self.host.virsh("dumpxml", NAME), "the medium is out of the definition", 60 * PATIENCE)
        wait_until(lambda: not (self.host.pool / f"{NAME}-seed.iso").exists(), "the medium is deleted", 30 * PATIENCE)
        self.assertTrue((self.host.pool / f"{NAME}.qcow2").exists())

    def test_6_without_it_the_machine_is_the_same(self):
        self.program.click(BUTTON, "Start", seconds=30 * PATIENCE)
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)
        SerialPort(self.host, NAME).wait_for("cloud-1 login:", 240)
        wait_until(lambda: self.ssh("true").returncode == 0, "ssh lets us in", 120)
        self.folder_is_mounted()


if __name__ == "__main__":
    if not is_possible():
        print("the image can be made only by root, with mmdebstrap")
        sys.exit(77)
    unittest.main(verbosity=2, failfast=True)
