#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab proves itself, so that a failure of the program is not searched for here, nor the other way round."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lab.guest import MARKER, build_iso
from lab.host import PrivateHost, ssh_client, wait_until
from lab.machines import SerialPort, define

CACHE = pathlib.Path(os.environ.get("VIVARIUM_LAB_CACHE", pathlib.Path(__file__).resolve().parents[2] / "build/lab"))


class Lab(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="vvlab-", dir="/tmp")
        os.chmod(cls.scratch.name, 0o755)
        cls.iso = build_iso(CACHE)
        cls.host = PrivateHost(pathlib.Path(cls.scratch.name) / "host")
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.addClassCleanup(cls.host.end)
        cls.host.start()

    def test_guest_boots_from_the_iso_shows_text_and_turns_off_by_its_power_button(self):
        define(self.host, "tiny", self.iso)
        port = SerialPort(self.host, "tiny")
        port.wait_for(MARKER)
        port.write("echo answer-$((6*7))\n")
        port.wait_for("answer-42")
        wait_until(self.screen_shows_text, "the guest's screen shows text", 30)
        self.host.virsh("shutdown", "tiny")
        self.host.wait_for_state("tiny", "shut off")
        port.close()

    def screen_shows_text(self):
        picture = self.host.picture_of("tiny", self.host.folder / "screen")
        told = subprocess.run(["identify", "-format", "%k", str(picture)], capture_output=True, text=True, check=True)
        return int(told.stdout) > 1  # colours

    def test_second_door_through_ssh_leads_to_the_same_machines(self):
        define(self.host, "behind-ssh", start=False)
        client = ssh_client(self.host.folder / "client", [self.host])
        seen = subprocess.run(["virsh", "-q", "-c", self.host.ssh_uri + "?no_tty=1", "list", "--all", "--name"],
                              env={**os.environ, "PATH": f"{client}:{os.environ['PATH']}"},
                              capture_output=True, text=True, timeout=60)
        self.assertIn("behind-ssh", seen.stdout.split(), seen.stderr)

    def test_killed_daemon_comes_back_and_knows_the_running_machine(self):
        define(self.host, "survivor")
        self.host.kill_daemon()
        self.assertNotEqual(self.host.try_virsh("list").returncode, 0)
        self.host.start_daemon()
        self.assertEqual(self.host.state_of("survivor"), "running")
        self.host.virsh("destroy", "survivor")

    def test_no_accelerator_is_offered(self):
        self.assertNotIn("<domain type='kvm'", self.host.virsh("capabilities"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
