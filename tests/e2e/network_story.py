#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""New machine → Network install: trees on a server of this computer are recognised, their installer runs once with what it has to be told,
and when it restarts the machine boots its disk and nothing of the installer is left; kernels of one's own; and a boot server, which is
libvirt's network. Run by in-own-network."""
import hashlib
import re
import threading
import unittest
import xml.etree.ElementTree as ElementTree

from driver import key, wait_until
from imageserver import ImageServer
from story import BUTTON, CACHE, PATIENCE, Story
from lab.machines import SerialPort
from lab.netinstaller import INSTALLER_MARKER, SYSTEM_MARKER, build_network_installer

WIZARD = (("dialog", "frame"), "New machine")
CARD = ("radio button", "check box", "push button", "toggle button", "button")
FIELD = ("text", "spin button")
DEBIAN = "/debian/dists/stable/main/installer-amd64/current/images"
NETBOOT = "netboot/debian-installer/amd64"


class NetworkStory(Story):
    """The steps of one story: each needs the one before."""

    wishes = {"with_ssh": False}

    @classmethod
    def prepare(cls):
        cls.kernel, cls.initrd = build_network_installer(CACHE)
        cls.server = ImageServer()
        cls.addClassCleanup(cls.server.end)
        sums = ""
        for name, content in (("linux", cls.kernel), ("initrd.gz", cls.initrd)):
            cls.server.files[f"{DEBIAN}/{NETBOOT}/{name}"] = content
            sums += f"{hashlib.sha256(content).hexdigest()}  ./{NETBOOT}/{name}\n"
        cls.server.files[f"{DEBIAN}/SHA256SUMS"] = sums.encode()
        cls.server.files["/debian/dists/stable/Release"] = b"Origin: Debian\nSuite: stable\nVersion: 12.5\nCodename: bookworm\n"
        cls.server.files["/fedora/.treeinfo"] = f"""[general]
family = Fedora
variant = Server
version = 37
arch = x86_64
[checksums]
images/pxeboot/vmlinuz = sha256:{hashlib.sha256(cls.kernel).hexdigest()}
images/pxeboot/initrd.img = sha256:{hashlib.sha256(cls.initrd).hexdigest()}
[images-x86_64]
kernel = images/pxeboot/vmlinuz
initrd = images/pxeboot/initrd.img
""".encode()
        cls.server.files["/fedora/images/pxeboot/vmlinuz"] = cls.kernel
        cls.server.files["/fedora/images/pxeboot/initrd.img"] = cls.initrd
        cls.own = cls.scratch / "own"
        cls.own.mkdir()
        (cls.own / "vmlinuz").write_bytes(cls.kernel)
        (cls.own / "initrd").write_bytes(cls.initrd)
        cls.make_boot_server()
        cls.cache = cls.scratch / "cache"

    @classmethod
    def make_boot_server(cls):
        """A network whose addresses come with a script for iPXE, which is what QEMU's network cards have."""
        folder = cls.scratch / "tftp"
        folder.mkdir(mode=0o755)
        (folder / "vmlinuz").write_bytes(cls.kernel)
        (folder / "initrd").write_bytes(cls.initrd)
        (folder / "boot.ipxe").write_text("#!ipxe\nkernel vmlinuz console=ttyS0 initrd=initrd from=bootserver\ninitrd initrd\nboot\n")
        path = cls.scratch / "network.xml"
        path.write_text(f"""<network><name>boots</name><bridge name='bootbr'/><ip address='10.78.0.1' netmask='255.255.255.0'>
            <tftp root='{folder}'/><dhcp><range start='10.78.0.10' end='10.78.0.99'/><bootp file='boot.ipxe'/></dhcp></ip></network>""")
        cls.host.virsh("net-define", str(path))
        cls.host.virsh("net-start", "boots")

    @classmethod
    def program_environment(cls):
        return {**super().program_environment(), "XDG_CACHE_HOME": str(cls.cache)}

    def open_wizard(self, way=None):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.program.click(CARD, re.compile("^Network install"), within=wizard)
        if way:
            self.program.click("radio button", way, within=wizard)
        return wizard

    def fill(self, wizard, field, text):
        self.program.find(FIELD, field, within=wizard).fill(text)
        key("Tab")

    def create(self, wizard, name):
        program = self.program
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("label", "What does it get?", within=wizard)
        self.fill(wizard, "Name", name)
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(name, "running", 120 * PATIENCE)

    def stored(self, name):
        return ElementTree.fromstring(self.host.virsh("dumpxml", name, "--inactive"))

    def volumes(self):
        return sorted(path.name for path in self.host.pool.iterdir())

    def installs_once(self, name, told):
        """From the installer's first word to the system's."""
        port = SerialPort(self.host, name)
        port.wait_for(f"{INSTALLER_MARKER} <{told}>", 120 * PATIENCE)
        self.assertIsNone(self.stored(name).find("os/kernel"), "whoever starts it next gets the disk")
        self.assertIn(f"{name}-install-kernel", self.volumes())
        before = self.host.virsh("domid", name)
        port.write("reboot\n")
        port.wait_for("INSTALLED", 60 * PATIENCE)
        wait_until(lambda: self.host.state_of(name) == "running" and self.host.virsh("domid", name) != before, "the machine starts again", 120 * PATIENCE)
        SerialPort(self.host, name).wait_for(SYSTEM_MARKER, 60 * PATIENCE)
        self.assertEqual([each for each in self.volumes() if each.startswith(name)], [f"{name}.qcow2"])
        for word in ("<kernel>", "-install-", "cmdline"):
            self.assertNotIn(word, self.host.virsh("dumpxml", name))
        self.release_console()
        self.host.virsh("destroy", name)

    def test_1_what_is_no_tree_is_told(self):
        program = self.program
        wizard = self.open_wizard()
        program.screenshot("empty")
        self.fill(wizard, "Address", "ftp://10.77.0.1/")
        program.says("An address begins with http", seconds=20)
        self.fill(wizard, "Address", f"{self.server.address}/nothing/")
        program.says("Nothing at this address is known as an installation tree", seconds=30 * PATIENCE)
        program.screenshot("unknown")
        self.fill(wizard, "Address", "http://127.0.0.1:1/")
        program.says("The server did not answer", seconds=30 * PATIENCE)
        program.click(BUTTON, "Cancel", within=wizard)
        program.gone(*WIZARD)

    def test_2_debian_is_recognised_and_installs_once(self):
        program = self.program
        wizard = self.open_wizard()
        self.fill(wizard, "Address", f"{self.server.address}/debian")
        program.says("^Debian 12", seconds=30 * PATIENCE)
        program.says("Recognised from http://127.0.0.1", seconds=20 * PATIENCE)
        self.fill(wizard, "Arguments", "console=ttyS0 quiet")
        program.screenshot("debian")
        self.create(wizard, "from-debian")
        self.installs_once("from-debian", "console=ttyS0 quiet")
        self.assertIn("http://debian.org/debian/12", self.host.virsh("dumpxml", "from-debian"))

    def test_3_fedora_is_told_where_it_came_from(self):
        program = self.program
        wizard = self.open_wizard()
        self.fill(wizard, "Address", f"{self.server.address}/fedora/")
        program.says("^Fedora.* 37", seconds=30 * PATIENCE)
        self.fill(wizard, "Arguments", "console=ttyS0")
        program.says("inst.repo=http://127.0.0.1", seconds=20 * PATIENCE)
        program.screenshot("fedora")
        self.create(wizard, "from-fedora")
        self.installs_once("from-fedora", f"inst.repo={self.server.address}/fedora/ console=ttyS0")

    def test_3b_fedora_is_installed_without_questions(self):
        program = self.program
        wizard = self.open_wizard()
        self.assertFalse(program.find("check box", "Install without questions", within=wizard).is_enabled)
        self.fill(wizard, "Address", f"{self.server.address}/fedora/")
        program.says("^Fedora.* 37", seconds=30 * PATIENCE)
        self.fill(wizard, "Arguments", "console=ttyS0")
        program.enabled("check box", "Install without questions", within=wizard, seconds=20 * PATIENCE)
        program.settle()
        key("alt+w")  # it is further down
        program.settle()
        program.screenshot("without-questions")
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("label", "Who is going to use it?", within=wizard)
        self.fill(wizard, "User", "anna")
        program.find(("password text", "text"), "Password", within=wizard).fill("fluss-abend-7")
        key("Tab")
        self.create(wizard, "unasked")
        SerialPort(self.host, "unasked").wait_for("in /vivarium.ks", 120 * PATIENCE)
        initrd = self.host.pool / "unasked-install-initrd"
        self.assertEqual(initrd.stat().st_mode & 0o077, 0)
        self.assertIn(f'url --url="{self.server.address}/fedora/"'.encode(), initrd.read_bytes())
        self.assertNotIn(b"fluss-abend-7", initrd.read_bytes())
        self.installs_once("unasked", f"inst.repo={self.server.address}/fedora/ console=ttyS0 inst.ks=file:/vivarium.ks")

    def test_4_a_file_that_is_not_the_published_one_leaves_nothing(self):
        self.server.files["/bad/.treeinfo"] = self.server.files["/fedora/.treeinfo"]
        self.server.files["/bad/images/pxeboot/vmlinuz"] = self.kernel
        self.server.files["/bad/images/pxeboot/initrd.img"] = self.initrd + b"more"
        before = self.volumes()
        program = self.program
        wizard = self.open_wizard()
        self.fill(wizard, "Address", f"{self.server.address}/bad/")
        program.says("^Fedora.* 37", seconds=30 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("label", "What does it get?", within=wizard)
        self.fill(wizard, "Name", "damaged")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        dialog = program.find(("dialog", "alert", "frame"), "Something went wrong", seconds=60 * PATIENCE)
        program.find("label", "damaged could not be created.", within=dialog)
        program.click(BUTTON, "Close", within=dialog)
        self.assertEqual(self.volumes(), before)
        self.assertNotIn("damaged", self.host.virsh("list", "--all"))

    def test_4b_cancel_in_the_middle_leaves_nothing(self):
        for name in (".treeinfo", "images/pxeboot/vmlinuz", "images/pxeboot/initrd.img"):
            self.server.files[f"/slow/{name}"] = self.server.files[f"/fedora/{name}"]
        before = self.volumes()
        program = self.program
        wizard = self.open_wizard()
        self.fill(wizard, "Address", f"{self.server.address}/slow/")
        program.says("^Fedora.* 37", seconds=30 * PATIENCE)
        self.server.pace = threading.Event()
        self.addCleanup(self.server.pace.set)
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        program.find("label", re.compile("Downloading · "), seconds=20 * PATIENCE)
        program.click(BUTTON, "Cancel", seconds=20 * PATIENCE)
        wait_until(lambda: not list(self.cache.glob("vivarium/images/*/*.part")), "the half is gone", 30 * PATIENCE)
        self.server.pace.set()
        self.server.pace = None
        self.assertEqual(self.volumes(), before)
        self.assertNotIn("fedora-linux-37", self.host.virsh("list", "--all"))

    def test_5_a_kernel_of_ones_own(self):
        program = self.program
        wizard = self.open_wizard("Kernel and initrd")
        self.fill(wizard, "Kernel", str(self.own / "nothing"))
        program.says("The kernel “nothing” cannot be read", seconds=20 * PATIENCE)
        self.fill(wizard, "Kernel", str(self.own / "vmlinuz"))
        self.fill(wizard, "Initrd", str(self.own / "initrd"))
        self.fill(wizard, "Arguments", "console=ttyS0 mine=1")
        program.screenshot("kernel")
        self.create(wizard, "from-kernel")
        self.installs_once("from-kernel", "console=ttyS0 mine=1")
        self.assertTrue((self.own / "vmlinuz").exists(), "only the copy goes")

    def test_6_a_boot_server(self):
        program = self.program
        wizard = self.open_wizard("From a boot server (PXE)")
        program.screenshot("pxe")
        self.create(wizard, "from-pxe")
        port = SerialPort(self.host, "from-pxe")
        self.assertIn("from=bootserver>", port.wait_for("from=bootserver>", 180 * PATIENCE))
        before = self.host.virsh("domid", "from-pxe")
        port.write("reboot\n")
        port.wait_for("INSTALLED", 60 * PATIENCE)
        # The disk comes first now that it boots.
        port.wait_for(SYSTEM_MARKER, 120 * PATIENCE)
        self.assertEqual(self.host.virsh("domid", "from-pxe"), before)
        definition = self.stored("from-pxe")
        self.assertEqual(definition.find("devices/interface/boot").get("order"), "2")
        self.assertIsNone(definition.find("os/kernel"))
        self.release_console()
        self.host.virsh("destroy", "from-pxe")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
