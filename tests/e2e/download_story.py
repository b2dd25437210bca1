#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""New machine → Download: a system is chosen from the catalogue, fetched from a mirror, compared with its checksum, and boots; a broken
line is taken up again; a wrong checksum and a cancel leave nothing. Cloud images are chosen from it as well."""
import os
import re
import shutil
import subprocess
import threading
import unittest

from driver import key, wait_until
from imageserver import ImageServer
from story import BUTTON, PATIENCE, ROW, Story
from lab.guest import MARKER
from lab.machines import SerialPort

WIZARD = (("dialog", "frame"), "New machine")
CARD = ("radio button", "check box", "push button", "toggle button", "button")
NETINST = re.compile("^Debian 13 .*netinst")
FOLDER = "/debian/archive/13.4.0/amd64/iso-cd"
IMAGE = f"{FOLDER}/debian-13.4.0-amd64-netinst.iso"

CLOUD_IMAGE = "/images/cloud/bookworm/latest/debian-12-generic-amd64.qcow2"
CLOUD_ROW = re.compile("^Debian 12 .*debian-12-generic-amd64")


class DownloadStory(Story):
    """The steps of one story: each needs the one before."""

    # The emulator may not enter the folder of downloads, as in a home.
    wishes = {"with_account": os.geteuid() == 0}

    @classmethod
    def prepare(cls):
        cls.server = ImageServer()
        cls.addClassCleanup(cls.server.end)
        cls.config = cls.scratch / "config"
        cls.cache = cls.scratch / "cache"
        (cls.config / "vivarium").mkdir(parents=True)
        cls.cache.mkdir(mode=0o700)
        (cls.config / "vivarium/vivarium.ini").write_text(
            f"[downloads]\nmirrors=https://cdimage.debian.org/cdimage {cls.server.address}/debian, https://cloud.debian.org/images {cls.server.address}/images\n"
            f"osDatabase={cls.server.address}/db/\n")

    @classmethod
    def program_environment(cls):
        return {**super().program_environment(), "XDG_CONFIG_HOME": str(cls.config), "XDG_CACHE_HOME": str(cls.cache)}

    def images(self):
        """What is in the cache, whole or not."""
        return sorted(path.name for path in self.cache.glob("vivarium/images/*/*"))

    def open_wizard(self):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.program.click(CARD, re.compile("^Download"), within=wizard)
        return wizard

    def choose(self, wizard, search, row):
        self.program.find("text", "Search", within=wizard).fill(search)
        self.program.find(ROW, row, within=self.program.find("list", "Systems to download", within=wizard), seconds=30 * PATIENCE).click()

    def create(self, wizard, name):
        program = self.program
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "Name", within=wizard).fill(name)
        key("Tab")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)

    def test_1_system_is_fetched_from_a_mirror_over_a_broken_line_and_boots(self):
        self.server.serve(IMAGE, self.iso.read_bytes())
        wizard = self.open_wizard()
        self.program.screenshot("catalogue")
        self.choose(wizard, "debian 13 netinst", NETINST)
        self.program.find("label", re.compile("debian-13.4.0-amd64-netinst.iso from cdimage.debian.org · "), within=wizard, seconds=20 * PATIENCE)
        self.program.screenshot("chosen")
        self.server.break_after = 1_000_000
        self.create(wizard, "fetched")
        self.host.wait_for_state("fetched", "running", 120 * PATIENCE)
        SerialPort(self.host, "fetched").wait_for(MARKER, 120)
        self.assertEqual(self.images(), ["debian-13.4.0-amd64-netinst.iso"])
        asked = [each for each in self.server.asked if each[:2] == ("GET", IMAGE)]
        self.assertEqual([each[2] for each in asked], [None, "bytes=1000000-"])
        definition = self.host.virsh("dumpxml", "fetched")
        self.assertIn("http://debian.org/debian/13", definition)
        if self.wishes["with_account"]:
            self.assertNotIn(str(self.cache), definition, "the emulator cannot go there")
        self.release_console()
        self.host.virsh("destroy", "fetched")

    def test_2_second_machine_asks_nobody(self):
        before = len(self.server.asked)
        wizard = self.open_wizard()
        self.program.find(ROW, re.compile("^Debian 13 · Used lately"), within=wizard, seconds=30 * PATIENCE).click()
        self.create(wizard, "again")
        self.host.wait_for_state("again", "running", 60 * PATIENCE)
        self.assertEqual([each for each in self.server.asked[before:] if each[0] == "GET"], [])
        self.release_console()
        self.host.virsh("destroy", "again")

    def test_3_wrong_checksum_is_told_and_leaves_nothing(self):
        image = f"{FOLDER.replace('iso-cd', 'iso-dvd')}/debian-13.4.0-amd64-DVD-1.iso"
        self.server.serve(image, self.iso.read_bytes(), wrong=True)
        wizard = self.open_wizard()
        self.choose(wizard, "debian 13 dvd", re.compile("^Debian 13 .*DVD"))
        self.create(wizard, "damaged")
        dialog = self.program.find(("dialog", "alert", "frame"), "Something went wrong", seconds=60 * PATIENCE)
        self.program.find("label", "damaged could not be created.", within=dialog)
        self.program.screenshot("damaged")
        self.program.click(BUTTON, "Close", within=dialog)
        self.assertEqual(self.images(), ["debian-13.4.0-amd64-netinst.iso"])
        self.assertNotIn("damaged", self.host.virsh("list", "--all"))

    def test_4_cancel_in_the_middle_leaves_nothing(self):
        image = f"{FOLDER.replace('iso-cd', 'iso-dvd')}/debian-13.4.0-amd64-DVD-1.iso"
        self.server.serve(image, self.iso.read_bytes())
        self.server.pace = threading.Event()
        self.addCleanup(self.server.pace.set)
        volumes = self.host.virsh("vol-list", "default")
        wizard = self.open_wizard()
        self.choose(wizard, "debian 13 dvd", re.compile("^Debian 13 .*DVD"))
        self.create(wizard, "given-up")
        wait_until(lambda: any(name.endswith(".part") for name in self.images()), "a half has arrived", 30 * PATIENCE)
        self.program.find("label", re.compile("Downloading · "), seconds=20 * PATIENCE)
        self.program.screenshot("downloading")
        self.program.click(BUTTON, "Cancel", seconds=20 * PATIENCE)
        wait_until(lambda: self.images() == ["debian-13.4.0-amd64-netinst.iso"], "the half is gone", 30 * PATIENCE)
        self.assertNotIn("given-up", self.host.virsh("list", "--all"))
        self.assertEqual(self.host.virsh("vol-list", "default"), volumes)

    def test_5_own_address_is_added_and_boots(self):
        self.server.files["/own/office.iso"] = self.iso.read_bytes()
        program = self.program
        wizard = self.open_wizard()
        program.click(BUTTON, "Add an address…", within=wizard)
        dialog = program.find(("dialog", "frame"), "Add an image")
        program.find("text", "Name", within=dialog).fill("Office")
        program.find("text", "Address", within=dialog).fill(f"{self.server.address}/own/office.iso")
        program.click(BUTTON, "Add", within=dialog)
        program.gone(("dialog", "frame"), "Add an image")
        self.create(wizard, "office")
        self.host.wait_for_state("office", "running", 60 * PATIENCE)
        SerialPort(self.host, "office").wait_for(MARKER, 120)
        self.release_console()
        self.host.virsh("destroy", "office")

    def test_6_kept_images_are_shown_and_deleted(self):
        program = self.program
        key("ctrl+comma")
        dialog = program.find(("dialog", "frame"), "Preferences")
        program.find("label", re.compile("^2 images, "), within=dialog, seconds=20)
        program.screenshot("preferences")
        # On a screen as low as this one it has to be scrolled to.
        program.find(BUTTON, "Delete them…", within=dialog, showing=False).ask(lambda node: node.queryAction().doAction(0))
        self.confirm("Delete")
        wait_until(lambda: self.images() == [], "the cache is empty", 20)
        program.find("label", "None", within=dialog)
        program.click(BUTTON, "Close", within=dialog)

    def test_7_os_database_is_updated_when_it_is_old(self):
        if not shutil.which("osinfo-db-import"):
            self.skipTest("needs osinfo-db-import (osinfo-db-tools)")
        newer = self.scratch / "osinfo-db-20991231"
        shutil.copytree("/usr/share/osinfo", newer)
        (newer / "VERSION").write_text("20991231")
        archive = self.scratch / "newer.tar.xz"
        subprocess.run(["tar", "-C", self.scratch, "-cJf", archive, newer.name], check=True, env={**os.environ, "XZ_OPT": "-0"})
        self.server.files["/db/"] = b"<a href='osinfo-db-20991231.tar.xz'>newest</a>"
        self.server.files["/db/osinfo-db-20991231.tar.xz"] = archive.read_bytes()
        wizard = self.open_wizard()
        self.program.click(BUTTON, "Update the OS database", within=wizard, seconds=30 * PATIENCE)
        wait_until(lambda: (self.config / "osinfo/VERSION").exists(), "the new database is there", 60 * PATIENCE)
        wait_until(lambda: not self.program.see(BUTTON, "Update the OS database", within=wizard), "the note is gone", 60 * PATIENCE)
        self.choose(wizard, "debian 13 netinst", NETINST)
        self.program.screenshot("updated")
        self.program.click(BUTTON, "Cancel", within=wizard)

    def test_8_cloud_image_of_the_catalogue_becomes_a_disk(self):
        image = self.scratch / "cloud.qcow2"
        subprocess.run(["qemu-img", "convert", "-O", "qcow2", self.iso, image], check=True)
        self.server.serve(CLOUD_IMAGE, image.read_bytes())
        program = self.program
        program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = program.find(*WIZARD)
        program.click(CARD, re.compile("^Cloud image"), within=wizard)
        program.click(BUTTON, "Download one…", within=wizard)
        dialog = program.find(("dialog", "frame"), "Choose a cloud image")
        program.find("text", "Search", within=dialog).fill("debian 12 generic")
        program.find(ROW, CLOUD_ROW, within=program.find("list", "Systems to download", within=dialog), seconds=30 * PATIENCE).click()
        program.screenshot("cloud-images")
        program.click(BUTTON, "Choose", within=dialog)
        program.find("label", re.compile("debian-12-generic-amd64.qcow2 from cloud.debian.org"), within=wizard, seconds=20 * PATIENCE)
        program.click("radio button", "Keep only the changes", within=wizard)
        program.screenshot("cloud-chosen")
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("text", "User", within=wizard).fill("anna")
        program.find(("text", "password text"), "Password", within=wizard).fill("fluss-abend-7")
        key("Tab")
        self.create(wizard, "cloudy")
        self.host.wait_for_state("cloudy", "running", 120 * PATIENCE)
        SerialPort(self.host, "cloudy").wait_for(MARKER, 120)
        definition = self.host.virsh("dumpxml", "cloudy")
        self.assertIn("http://debian.org/debian/12", definition)
        self.assertIn("cloudy-seed.iso", definition)
        # The emulator cannot enter the cache here: a copy had to be made, although the changes alone were wanted.
        backing = subprocess.run(["qemu-img", "info", "-U", self.host.pool / "cloudy.qcow2"], capture_output=True, text=True).stdout
        self.assertEqual("backing file" in backing, not self.wishes["with_account"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
