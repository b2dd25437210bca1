#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine tells of itself, with guests that have it: addresses by lease, by agent and by the host's table of neighbours; its
system; its disks; its crash, kept to be looked at. Run by in-own-network."""
import re
import subprocess
import unittest

from driver import wait_until
from story import BUTTON, CACHE, PATIENCE, Story
from lab import talkative
from lab.guest import MARKER
from lab.machines import SerialPort

LAB_NIC = "<interface type='network'><source network='lab'/><model type='virtio'/></interface>"
OS = """<metadata><libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'>
<libosinfo:os id='http://debian.org/debian/11'/></libosinfo:libosinfo></metadata>"""


class FactsStory(Story):
    wishes = {"with_ssh": False, "with_network": True}

    @classmethod
    def prepare(cls):
        cls.folder = cls.scratch / "talkative"
        talkative.unpack(CACHE, cls.folder)
        cls.ports = {}
        disk = cls.folder / "disk.qcow2"
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", str(disk), "3G"], check=True)
        cls.boot("leased", words="address=dhcp", nic=LAB_NIC, more=OS,
                 devices=f"<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{disk}'/><target dev='vda' bus='virtio'/></disk>")
        cls.boot("neighbour", words="address=10.77.0.5", nic=LAB_NIC)
        cls.boot("agent", words="agent", nic="<interface type='user'><mac address='52:54:00:77:00:77'/><model type='virtio'/></interface>",
                 devices="<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>")
        cls.boot("crasher", devices="<panic model='isa'/>", more="<on_crash>preserve</on_crash>")
        for port in cls.ports.values():
            port.wait_for(MARKER, 120)

    @classmethod
    def boot(cls, name, **what):
        path = cls.host.folder / "define.xml"
        path.write_text(talkative.definition(name, cls.folder, **what))
        cls.host.virsh("define", str(path))
        cls.host.virsh("start", name)
        cls.ports[name] = SerialPort(cls.host, name)

    def test_1_address_by_lease(self):
        told = wait_until(lambda: re.search(r"10\.77\.0\.\d+", self.host.virsh("domifaddr", "leased", "--source", "lease")), "the lease", 60)
        self.choose_machine("leased")
        self.program.says(f"^(Address: )?{re.escape(told.group())}$", seconds=40 * PATIENCE)

    def test_2_system_time_running_and_disks(self):
        self.program.says("Debian 11|Debian GNU/Linux 11", seconds=20 * PATIENCE)
        self.program.says(r"^Running · \d+ (s|min)", seconds=20)
        self.program.says(r"disk\.qcow2 · virtio.* · 3 GiB", seconds=20)
        self.program.says(r"\d+ KiB used", seconds=20)
        self.program.screenshot("facts")

    def test_3_address_by_the_table_of_neighbours(self):
        self.choose_machine("neighbour")
        self.program.says(r"^(Address: )?10\.77\.0\.5$", seconds=40 * PATIENCE)

    def test_4_address_by_the_guest_agent(self):
        self.choose_machine("agent")
        self.program.says(r"^(Address: )?10\.0\.2\.15$", seconds=60 * PATIENCE)

    def test_5_crashed_guest_is_kept_and_shown(self):
        self.choose_machine("crasher")
        self.ports["crasher"].write("echo c >/proc/sysrq-trigger\n")
        self.host.wait_for_state("crasher", "crashed", 60 * PATIENCE)
        self.program.says("^Crashed", seconds=20 * PATIENCE)
        self.program.screenshot("crashed")
        self.choose_verb("Force off")
        self.confirm("Force off")
        self.host.wait_for_state("crasher", "shut off", 20 * PATIENCE)
        self.program.enabled(BUTTON, "Start")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
