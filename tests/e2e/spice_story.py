#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SPICE displays: one over the local daemon's descriptors, one of a host behind ssh, with one login for all of it."""
import unittest

from driver import type_keys
from story import PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define


class SpiceStory(Story):
    hosts = 2

    @classmethod
    def prepare(cls):
        cls.ports = []
        for host, name in zip(cls.host_list, ("near", "far")):
            define(host, name, cls.iso, kind="spice")
            cls.ports.append(SerialPort(host, name))

    @classmethod
    def program_arguments(cls):
        return ["--connect", cls.host_list[0].uri, "--connect", cls.host_list[1].ssh_uri]

    def shows_and_types(self, number, name):
        host, port = self.host_list[number], self.ports[number]
        port.wait_for(MARKER, 120)
        self.choose_machine(name)
        self.open_console_tab()
        self.console_shows_guest(host, name)
        self.console().click()
        type_keys(f"echo {name}-$((6*7)) >/dev/ttyS0\n")
        port.wait_for(f"{name}-42", 30 * PATIENCE)
        self.release_console()

    def test_1_local_display_comes_over_descriptors(self):
        self.shows_and_types(0, "near")
        self.program.says(r"SPICE, local", seconds=10 * PATIENCE)

    def test_2_far_display_comes_through_the_one_ssh_connection(self):
        self.shows_and_types(1, "far")
        self.program.says(r"SPICE over ssh", seconds=10 * PATIENCE)
        self.assertEqual(self.host_list[1].log().count("Accepted publickey"), 1)

    def test_3_console_comes_back_after_a_restart(self):
        before = self.ports[1].heard.count(MARKER)
        self.host_list[1].virsh("reset", "far")
        self.ports[1].wait_for_count(MARKER, before + 1, 120)
        self.console_shows_guest(self.host_list[1], "far")

    def test_4_machine_that_is_forced_off_leaves_a_clear_word(self):
        self.host_list[1].virsh("destroy", "far")
        self.program.says(r"far is off", seconds=20 * PATIENCE)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
