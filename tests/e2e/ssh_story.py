#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second host, reached through ssh, shows its machines beside the first one, and a console of one."""
import unittest

from driver import type_keys
from story import PATIENCE, ROW, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define


class SshStory(Story):
    hosts = 2

    @classmethod
    def prepare(cls):
        define(cls.host_list[0], "near", start=False)
        define(cls.host_list[1], "far", cls.iso)
        cls.port = SerialPort(cls.host_list[1], "far")

    @classmethod
    def program_arguments(cls):
        return ["--connect", cls.host_list[0].uri, "--connect", cls.host_list[1].ssh_uri]

    def test_1_both_hosts_list_their_machines(self):
        self.choose_machine("near")
        self.choose_machine("far")

    def test_2_console_of_the_far_machine_shows_its_screen(self):
        self.port.wait_for(MARKER, 120)
        self.choose_machine("far")
        self.open_console_tab()
        self.console_shows_guest(self.host_list[1], "far")

    def test_3_typed_keys_reach_the_far_machine(self):
        self.console().click()
        type_keys("echo far-$((6*7)) >/dev/ttyS0\n")
        self.port.wait_for("far-42", 30 * PATIENCE)

    def test_4_page_of_the_host_says_that_its_connection_is_encrypted(self):
        self.release_console()
        self.program.find(ROW, "127.0.0.1", within=self.program.find("tree")).click()
        self.program.find(None, "Connection: encrypted", seconds=20 * PATIENCE)

    def test_5_killed_daemon_of_one_host_leaves_the_other_alone(self):
        self.host_list[1].kill_daemon()
        self.program.says(r"(?i)reconnecting|connecting", seconds=30 * PATIENCE)
        self.choose_machine("near")
        self.host_list[0].virsh("start", "near")
        self.program.enabled(("push button", "button"), "Pause")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
