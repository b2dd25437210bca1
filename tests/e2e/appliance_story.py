#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Appliances in and out through the real windows: a Vagrant box made here is imported and boots, is exported as an OVA and as a bundle,
each of which is imported again and boots; a hostile one is refused, and a cancel leaves nothing behind."""
import io
import json
import re
import subprocess
import tarfile
import unittest

from driver import key, wait_until
from story import BUTTON, PATIENCE, ROW, Story
from lab.guest import MARKER
from lab.host import namespace_command
from lab.machines import SerialPort

MAC = "52:54:00:c0:ff:ee"
VAGRANTFILE = """Vagrant.configure("2") do |config|
  config.vm.base_mac = "525400C0FFEE"
  config.vm.synced_folder "www", "/var/www"
  config.vm.provider :libvirt do |libvirt|
    libvirt.memory = 320
    libvirt.cpus = 1
    libvirt.disk_bus = "sata"
  end
end
"""


class ApplianceStory(Story):
    """The steps of one story: each needs the one before."""

    wishes = {"with_gate": True}

    @classmethod
    def setUpClass(cls):
        if not namespace_command():
            raise unittest.SkipTest("this computer permits no mount namespace, so nothing can be put over its emulator")
        super().setUpClass()

    @classmethod
    def prepare(cls):
        disk = cls.scratch / "box.img"
        subprocess.run(["qemu-img", "convert", "-f", "raw", "-O", "qcow2", str(cls.iso), str(disk)], check=True)
        cls.box = cls.scratch / "tiny.box"
        with tarfile.open(cls.box, "w:gz", compresslevel=1) as box:
            for name, text in (("metadata.json", json.dumps({"provider": "libvirt", "format": "qcow2", "virtual_size": 1})),
                               ("Vagrantfile", VAGRANTFILE)):
                entry = tarfile.TarInfo(name)
                entry.size = len(text)
                box.addfile(entry, io.BytesIO(text.encode()))
            box.add(disk, "box.img")
        cls.evil = cls.scratch / "evil.ova"
        with tarfile.open(cls.evil, "w") as ova:
            entry = tarfile.TarInfo("../../evil.ovf")
            ova.addfile(entry, io.BytesIO(b""))

    def open_wizard(self, file):
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(("dialog", "frame"), "New machine")
        program.click(None, "Import appliance", within=wizard)
        program.find("text", "Appliance file", within=wizard).fill(str(file))
        key("Tab")
        return wizard

    def create_as(self, wizard, name):
        program = self.program
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(name)
        key("Tab")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(("dialog", "frame"), "New machine")

    def boots(self, name):
        self.host.wait_for_state(name, "running", 120 * PATIENCE)
        port = SerialPort(self.host, name)
        port.wait_for(MARKER, 120 * PATIENCE)
        port.close()

    def force_off(self, name):
        self.host.virsh("destroy", name)
        self.host.wait_for_state(name, "shut off", 30 * PATIENCE)

    def export_to(self, name, file):
        self.choose_machine(name)
        self.program.settle()
        self.choose_verb("Export…")
        dialog = self.program.find(("dialog", "file chooser", "frame"), re.compile(f"^Export “{name}”"))
        self.program.find("text", re.compile("^File name"), within=dialog).fill(str(file))
        key("Return")
        wait_until(file.exists, f"{file.name} is written", 120 * PATIENCE)
        wait_until(lambda: not list(file.parent.glob(".export*")), "nothing is left beside it", 20 * PATIENCE)

    def definition(self, name):
        return self.host.virsh("dumpxml", "--inactive", name)

    def volumes(self):
        return self.host.virsh("vol-list", "default")

    def test_1_vagrant_box_shows_what_it_is_and_boots(self):
        wizard = self.open_wizard(self.box)
        self.program.says(r"^Vagrant box · 1 processor · 320 MiB · 1 disk · 1 network card", seconds=30 * PATIENCE)
        self.program.says("shared folder “www” is not shared")
        self.program.settle()
        self.program.screenshot("review")
        self.create_as(wizard, "from-box")
        self.boots("from-box")
        definition = self.definition("from-box")
        self.assertIn(MAC, definition)
        self.assertRegex(definition, r"<target dev='sda' bus='sata'/>")

    def test_2_ova_of_it_has_a_manifest_that_holds(self):
        self.force_off("from-box")
        self.__class__.ova = self.scratch / "out.ova"
        self.export_to("from-box", self.ova)
        with tarfile.open(self.ova) as packed:
            names = packed.getnames()
        self.assertEqual(names, ["from-box.ovf", "from-box.mf", "from-box-disk1.vmdk"])
        folder = self.scratch / "unpacked"
        folder.mkdir()
        subprocess.run(["tar", "-xf", str(self.ova), "-C", str(folder)], check=True)
        for line in (folder / "from-box.mf").read_text().splitlines():
            name, digest = re.fullmatch(r"SHA256\((.*)\)= (\w+)", line).groups()
            told = subprocess.run(["sha256sum", str(folder / name)], capture_output=True, text=True, check=True).stdout.split()[0]
            self.assertEqual(told, digest, name)
        self.assertIn("streamOptimized", subprocess.run(["qemu-img", "info", str(folder / names[2])], capture_output=True, text=True).stdout)

    def test_3_ova_boots_again_with_the_same_address(self):
        wizard = self.open_wizard(self.ova)
        self.program.says(r"^Open Virtualization Format \(OVF\) · 1 processor", seconds=30 * PATIENCE)
        self.create_as(wizard, "from-ova")
        self.boots("from-ova")
        self.assertIn(MAC, self.definition("from-ova"))
        self.force_off("from-ova")

    def test_4_bundle_boots_again_with_its_definition(self):
        bundle = self.scratch / "out.vivarium"
        self.export_to("from-box", bundle)
        wizard = self.open_wizard(bundle)
        self.program.says("^Vivarium bundle · ", seconds=30 * PATIENCE)
        self.create_as(wizard, "from-bundle")
        self.boots("from-bundle")
        before, after = self.definition("from-box"), self.definition("from-bundle")
        devices = lambda text: sorted(re.findall(r"<(\w+) (?:type|model|device)=", text.split("<devices>")[1]))
        self.assertEqual(devices(before), devices(after))
        self.force_off("from-bundle")

    def test_5_archive_that_would_write_elsewhere_is_refused(self):
        wizard = self.open_wizard(self.evil)
        self.program.says("“evil.ova” cannot be imported", seconds=30 * PATIENCE)
        self.program.says("leads out of it")
        self.assertFalse(self.program.find(BUTTON, "Create now", within=wizard).is_enabled)
        self.program.screenshot("evil")
        self.program.click(BUTTON, "Cancel", within=wizard)
        self.program.gone(("dialog", "frame"), "New machine")

    def test_6_cancel_leaves_nothing_behind(self):
        before = self.volumes()
        wizard = self.open_wizard(self.ova)
        self.program.says(r"^Open Virtualization Format", seconds=30 * PATIENCE)
        self.host.shut_gate()
        self.create_as(wizard, "cancelled")
        self.program.says("^Defining the machine", seconds=60 * PATIENCE)
        wait_until(lambda: "cancelled.qcow2" in self.volumes(), "the disk is there", 20)
        self.program.click(BUTTON, "Cancel")
        self.program.says("Cancelling", seconds=20 * PATIENCE)
        self.host.open_gate()
        wait_until(lambda: "cancelled" not in self.volumes(), "the disk is removed", 60 * PATIENCE)
        self.assertEqual(self.volumes(), before)
        self.assertNotIn("cancelled", self.host.virsh("list", "--all", "--name").split())


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
