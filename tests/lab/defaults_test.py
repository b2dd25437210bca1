#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program makes of 30 systems, defined on a real host and compared device by device with what virt-install chooses there.
Usage: defaults_test.py RECIPES, the program of tests/support. Where the two differ, DIFFERENCES says why; anything else fails."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lab.host import PrivateHost

ENTRIES = pathlib.Path(__file__).resolve().parents[2] / "core/provisioning/osinfo"
RECIPES = sys.argv.pop(1) if len(sys.argv) > 1 else None
SYSTEMS = """debian10 debian11 debian12 ubuntu18.04 ubuntu20.04 ubuntu22.04 fedora36 fedora37 centos7.0 centos-stream9 rhel8.6 rhel9.1
opensuse15.4 opensusetumbleweed archlinux alpinelinux3.17 gentoo mageia8 freebsd12.3 freebsd13.1 openbsd7.0 netbsd9.0
win2k winxp win7 win8.1 win10 win11 win2k16 win2k19 win2k22""".split()
# virt-install's own database has no entry of these.
NEWER = {"debian12"}

AGENT, SPICE, FOLDERS = "org.qemu.guest_agent.0", "com.redhat.spice.0", "org.spice-space.webdav.0"
CLOCKS = (("hpet", "no"), ("pit", "delay"), ("rtc", "catchup"))
# feature, ours, theirs, why; None stands for anything.
DIFFERENCES = [
    ("balloon", "virtio", None, "an unused device costs nothing, and drivers for it exist for all of these but the oldest"),
    ("board", "q35", "pc", "systems since 2015 run on it whether or not the database says so; it can be added to while it runs"),
    ("channels", (AGENT,), (SPICE, AGENT), "a VNC display has no agent of SPICE (decision 13)"),
    ("channels", (AGENT,), (SPICE,), "an agent can be installed later without the machine being rebuilt"),
    ("channels", (SPICE, AGENT, FOLDERS), (SPICE,), "so can that for folders"),
    ("discard", "unmap", None, "what a guest frees is given back to the pool, on every bus that can say so"),
    ("disk", "sata", "ide", "the board's own bus"),
    ("display", "vnc", "spice", "SPICE costs the host a processor while its picture moves (decision 13)"),
    ("drive", "sata", "ide", "the board's own bus"),
    ("firmware", "efi", "bios", "what its makers ask for"),
    ("hyperv", (), ("relaxed", "spinlocks", "vapic"), "emulation gains nothing by them; with KVM there are ten"),
    ("network card", "e1000e", "e1000", "the PCI Express card on a PCI Express board"),
    ("network card", "rtl8139", "e1000", "brings its driver since Windows 2000"),
    ("ports", 14, 0, "the board is another"),
    ("processor", "maximum", None, "without it, emulation is a processor of 2003 that newer systems refuse"),
    ("redirection", 0, 2, "a matter of SPICE"),
    ("secure boot", "yes", "no", "what its makers ask for"),
    ("sound", "ich9", "ich6", "the same sound on a board of its own time"),
    ("sound", "ac97", "ich6", "there was no High Definition Audio before Windows Vista"),
    ("timers", CLOCKS, tuple(sorted((*CLOCKS, ("hypervclock", "yes")))), "emulation gains nothing by it; with KVM it is there"),
    ("tpm", ("tpm-crb", "2.0"), None, "what its makers ask for"),
    ("usb", "qemu-xhci", "ich9-ehci1", "costs the host less, and every one of these has its driver"),
    ("video", "vga", "qxl", "gains nothing without SPICE, nor without a driver that Windows does not bring"),
    ("watchdog", "i6300esb", None, "a guest that hangs can be started again; silent until a guest asks for it"),
]


# What the command leaves to virt-install, since it can be said there only at length.
NOT_SAID = {"hyperv", "timers", "ports", "usb", "balloon", "channels", "drive"}


def explained(feature, ours, theirs):
    return any(feature == f and o in (ours, None) and t in (theirs, None) for f, o, t, _ in DIFFERENCES)


def features(text):
    root = xml.fromstring(text)
    at = lambda path, attribute: next((e.get(attribute) for e in root.iterfind(path)), None)
    all_of = lambda path, attribute: tuple(sorted(e.get(attribute) or "" for e in root.iterfind(path)))
    machine = at("os/type", "machine") or "pc"
    return {
        "board": "q35" if "q35" in machine else "pc",
        "firmware": (root.find("os").get("firmware") or "bios") if root.find("os/loader") is None else "efi",
        "secure boot": at("os/firmware/feature[@name='secure-boot']", "enabled") or "no",
        "processor": at("cpu", "mode"),
        "clock": at("clock", "offset"),
        "timers": tuple(sorted((e.get("name"), e.get("present") or e.get("tickpolicy")) for e in root.iterfind("clock/timer"))),
        "sleep": (at("pm/suspend-to-mem", "enabled"), at("pm/suspend-to-disk", "enabled")),
        "hyperv": tuple(sorted(e.tag for e in root.iterfind("features/hyperv/*"))),
        "disk": at("devices/disk[@device='disk']/target", "bus"),
        "discard": at("devices/disk[@device='disk']/driver", "discard"),
        "drive": at("devices/disk[@device='cdrom']/target", "bus"),
        "network card": at("devices/interface/model", "type"),
        "usb": at("devices/controller[@type='usb']", "model"),
        "ports": len(root.findall("devices/controller[@model='pcie-root-port']")),
        "pointer": all_of("devices/input", "type"),
        "display": at("devices/graphics", "type"),
        "video": at("devices/video/model", "type"),
        "sound": at("devices/sound", "model"),
        "channels": tuple(sorted(e.get("name") for e in root.iterfind("devices/channel/target"))),
        "redirection": len(root.findall("devices/redirdev")),
        "balloon": at("devices/memballoon", "model"),
        "random numbers": at("devices/rng/backend", "model"),
        "tpm": (at("devices/tpm", "model"), at("devices/tpm/backend", "version")),
        "watchdog": at("devices/watchdog", "model"),
    }


class Defaults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="vvlab-", dir="/tmp")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.host = PrivateHost(cls.folder / "host")
        cls.addClassCleanup(cls.host.end)
        cls.host.start()
        (cls.folder / "made").mkdir()
        subprocess.run([RECIPES, cls.host.uri, str(cls.folder / "made"), *SYSTEMS], check=True, timeout=120,
                       env={**os.environ, "VIVARIUM_OS_ENTRIES": str(ENTRIES)})

    def made(self, system):
        return (self.folder / "made" / f"{system}.xml").read_text()

    def test_every_system_is_defined_by_a_real_host(self):
        for system in SYSTEMS:
            with self.subTest(system):
                file = self.folder / "made" / f"{system}.xml"
                self.host.virsh("define", "--validate", str(file))
                self.host.virsh("undefine", "--nvram", system)

    @unittest.skipUnless(shutil.which("virt-install"), "needs virt-install (virtinst)")
    def test_virt_install_makes_the_same_of_the_command_that_is_copied(self):
        for system in (s for s in SYSTEMS if s not in NEWER):
            with self.subTest(system):
                theirs = subprocess.run(["sh", str(self.folder / "made" / f"{system}.sh")], capture_output=True, text=True, timeout=120)
                self.assertEqual(theirs.returncode, 0, theirs.stderr)
                ours, other = features(self.made(system)), features(theirs.stdout)
                different = {f: (v, other[f]) for f, v in ours.items() if v != other[f] and f not in NOT_SAID}
                self.assertEqual(different, {})

    @unittest.skipUnless(shutil.which("virt-install"), "needs virt-install (virtinst)")
    def test_differs_from_virt_install_only_where_there_is_a_reason(self):
        unexplained, explained_by = [], set()
        for system in SYSTEMS:
            if system in NEWER:
                continue
            theirs = subprocess.run(
                ["virt-install", "--connect", self.host.uri, "--print-xml", "1", "--name", "compared", "--osinfo", system, "--virt-type", "qemu",
                 "--memory", "2048", "--disk", f"path={self.folder}/compared.qcow2,format=qcow2,size=20", "--cdrom", "/dev/null", "--check", "all=off"],
                capture_output=True, text=True, timeout=120)
            self.assertEqual(theirs.returncode, 0, f"{system}: {theirs.stderr}")
            ours, other = features(self.made(system)), features(theirs.stdout)
            for feature, value in ours.items():
                if value != other[feature] and not explained(feature, value, other[feature]):
                    unexplained.append(f"{feature}: {value} here, {other[feature]} there ({system})")
                explained_by |= {i for i, (f, o, t, _) in enumerate(DIFFERENCES) if f == feature and o in (value, None) and t in (other[feature], None)}
        unused = [DIFFERENCES[i][:3] for i in range(len(DIFFERENCES)) if i not in explained_by]
        self.assertFalse(unused, "nothing differs so any more")
        self.assertFalse(unexplained, "\n" + "\n".join(unexplained))


if __name__ == "__main__":
    unittest.main(verbosity=2)
