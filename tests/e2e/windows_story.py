#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disc as Microsoft makes them is recognised by its install.wim, an edition is chosen, drivers are found on their disc, and a machine is
made that asks nothing: every device that Windows can use, the answers on a disc of their own, no password in the log. Its firmware runs
with Secure Boot and a TPM, which was started for it."""
import base64
import pathlib
import re
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from driver import key, wait_until
from story import BUTTON, PATIENCE, Story

WIZARD = (("dialog", "frame"), "New machine")
FIELD = ("text", "password text", "spin button")
PASSWORD = "Difference engine 1"
EDITIONS = (("Windows 11 Home", "Core"), ("Windows 11 Pro", "Professional"), ("Windows 11 Enterprise", "Enterprise"))
NAMESPACE = {"u": "urn:schemas-microsoft-com:unattend"}


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def build_windows_disc(folder):
    """A WIM written by wimlib with the properties of a real one, on a disc whose ISO 9660 side is a note."""
    tree = folder / "disc"
    (tree / "sources").mkdir(parents=True)
    content = folder / "content"
    content.mkdir()
    (content / "file.txt").write_text("stands for Windows")
    wim = tree / "sources" / "install.wim"
    for number, (name, edition) in enumerate(EDITIONS, 1):
        run("wimcapture" if number == 1 else "wimappend", str(content), str(wim), name)
        run("wiminfo", str(wim), str(number), *(f"--image-property=WINDOWS/{key}={value}" for key, value in (
            ("ARCH", "9"), ("EDITIONID", edition), ("INSTALLATIONTYPE", "Client"), ("LANGUAGES/LANGUAGE", "en-US"), ("LANGUAGES/DEFAULT", "en-US"),
            ("VERSION/MAJOR", "10"), ("VERSION/MINOR", "0"), ("VERSION/BUILD", "22631"))))
    (tree / "README.TXT").write_text("This disc contains a UDF file system.")
    run("genisoimage", "-quiet", "-udf", "-J", "-hide", "sources", "-V", "CCCOMA_X64FRE_EN-US_DV9", "-publisher", "MICROSOFT CORPORATION",
        "-o", str(folder / "win11.iso"), str(tree))
    return folder / "win11.iso"


def build_driver_disc(folder):
    tree = folder / "drivers"
    for device in ("viostor", "NetKVM"):
        (tree / device / "w11" / "amd64").mkdir(parents=True)
        (tree / device / "w11" / "amd64" / f"{device.lower()}.inf").write_text("; driver")
    run("genisoimage", "-quiet", "-J", "-r", "-V", "virtio-win-0.1.248", "-o", str(folder / "virtio-win-0.1.248.iso"), str(tree))
    return folder / "virtio-win-0.1.248.iso"


class WindowsStory(Story):
    @classmethod
    def prepare(cls):
        cls.discs = cls.host.folder / "discs"
        cls.discs.mkdir()
        cls.discs.chmod(0o755)
        cls.windows = build_windows_disc(cls.discs)
        cls.drivers = build_driver_disc(cls.discs)

    def fill(self, wizard, field, text):
        self.program.find(FIELD, field, within=wizard).fill(text)
        key("Tab")

    def open_wizard(self):
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.fill(wizard, "Image", str(self.windows))
        # Qt tells a combo box by what is chosen in it.
        self.program.find("combo box", "Windows 11 Pro", within=wizard, seconds=30 * PATIENCE)
        return wizard

    def test_1_the_disc_is_recognised_and_what_drivers_would_gain_is_told(self):
        program = self.program
        wizard = self.open_wizard()
        program.says("imitations of older hardware", seconds=20)
        program.screenshot("recognised")
        program.click(BUTTON, "Cancel", within=wizard)
        program.gone(*WIZARD)

    def test_2_a_machine_is_made_that_asks_nothing(self):
        program = self.program
        pool = ElementTree.fromstring(self.host.virsh("pool-dumpxml", "default")).find("target/path").text
        self.drivers.rename(pathlib.Path(pool) / self.drivers.name)
        wizard = self.open_wizard()
        program.find("combo box", self.drivers.name, within=wizard)
        program.click("check box", "Install without questions", within=wizard)
        program.settle()
        program.screenshot("unattended")
        program.click(BUTTON, re.compile("^Next"), within=wizard)
        program.find("label", "Who is going to use it?", within=wizard)
        self.fill(wizard, "User", "Administrator")
        program.says("choose another name", seconds=20)
        self.fill(wizard, "User", "Ada")
        self.fill(wizard, "Password", "password")
        program.says("would soon be guessed", seconds=20)
        self.fill(wizard, "Password", PASSWORD)
        program.screenshot("account")
        program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        names = wait_until(lambda: self.host.virsh("list", "--all", "--name").split(), "a machine", 90 * PATIENCE)
        self.__class__.name = names[0]
        self.host.wait_for_state(self.name, "running", 90 * PATIENCE)

    def test_3_it_has_every_device_that_windows_can_use(self):
        definition = ElementTree.fromstring(self.host.virsh("dumpxml", self.name))
        disks = {disk.find("source").get("file"): disk for disk in definition.iter("disk") if disk.find("source") is not None}
        self.assertEqual([disk.get("device") for disk in disks.values()].count("cdrom"), 3)
        self.assertEqual([d.find("target").get("bus") for d in disks.values() if d.get("device") == "disk"], ["virtio"])
        self.assertEqual({nic.find("model").get("type") for nic in definition.iter("interface")} - {"virtio"}, set())
        self.assertEqual(definition.find("devices/video/model").get("type"), "virtio")
        self.assertEqual(definition.find("devices/tpm").get("model"), "tpm-crb")
        self.assertEqual(definition.find("os/loader").get("secure"), "yes")
        self.assertEqual(definition.find("features/smm").get("state"), "on")
        self.assertIsNotNone(definition.find("devices/memballoon"))
        self.assertIn("MS", definition.find("os/nvram").get("template", "MS").upper())

    def test_4_its_answers_are_whole_and_the_password_is_nowhere_in_the_clear(self):
        definition = ElementTree.fromstring(self.host.virsh("dumpxml", self.name))
        seed = next(disk.find("source").get("file") for disk in definition.iter("disk")
                    if disk.find("source") is not None and "-seed" in disk.find("source").get("file"))
        self.assertEqual(pathlib.Path(seed).stat().st_mode & 0o077, 0)
        target = self.discs / "Autounattend.xml"
        run("xorriso", "-osirrox", "on", "-indev", seed, "-extract", "/Autounattend.xml", str(target))
        answers = ElementTree.parse(target).getroot()
        account = answers.find(".//u:LocalAccount", NAMESPACE)
        self.assertEqual(account.find("u:Name", NAMESPACE).text, "Ada")
        self.assertEqual(base64.b64decode(account.find("u:Password/u:Value", NAMESPACE).text).decode("utf-16-le"), PASSWORD + "Password")
        self.assertEqual(answers.find(".//u:InstallFrom/u:MetaData/u:Value", NAMESPACE).text, "2")
        self.assertIn("E:\\viostor\\w11\\amd64", [path.text for path in answers.findall(".//u:PathAndCredentials/u:Path", NAMESPACE)])
        self.assertNotIn(PASSWORD, target.read_text())
        self.assertNotIn(PASSWORD, self.program.tail())

    def test_5_its_firmware_has_found_the_tpm_and_keeps_an_event_log(self):
        """The log is made by the firmware alone, once it talks to a TPM, at the end of the memory below 2 GiB. Its first event (TCG PC Client
        Platform Firmware Profile, 9.4.5.1) is written at run time: of register 0, of no action, with an empty digest. The signature alone
        would be in the driver's code too."""
        memory = self.discs / "memory"
        self.discs.chmod(0o777)
        begin, length = 0x78000000, 0x8000000
        first_event = re.compile(rb"\x00{4}\x03\x00{3}\x00{20}.{4}Spec ID Event03\x00", re.DOTALL)

        def has_log():
            memory.unlink(missing_ok=True)
            said = self.host.virsh("qemu-monitor-command", self.name, "--hmp", f"pmemsave {begin} {length} \"{memory}\"")
            self.assertEqual(said.strip(), "")
            return first_event.search(memory.read_bytes())

        wait_until(has_log, "the firmware's TPM event log", 90 * PATIENCE, pause=2)
        memory.unlink()


if __name__ == "__main__":
    unittest.main(verbosity=2)
