#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A port of the host leads into a machine of a normal user: given in the New machine window, told of where it is taken, and
passed through by a connection that a program in the guest answers. Run by as-person."""
import os
import re
import shutil
import socket
import unittest

from driver import key, wait_until
from story import BUTTON, PATIENCE, WIZARD, Story
from lab.guest import MARKER
from lab.host import LabError, free_port
from lab.machines import SerialPort
from lab.session import SessionHost

NAME = "served"


class ForwardStory(Story):
    hosts = 0

    @classmethod
    def prepare(cls):
        if os.geteuid() == 0:
            raise unittest.SkipTest("root's default host is the system's daemon, which no test may touch")
        cls.host = SessionHost(cls.scratch / "session")
        cls.addClassCleanup(cls.host.end)
        cls.host.start()
        cls.iso = shutil.copy(cls.iso, cls.scratch / "tiny.iso")
        cls.taken = socket.create_server(("127.0.0.1", 0))
        cls.addClassCleanup(cls.taken.close)
        cls.port_of_host = free_port()

    @classmethod
    def program_arguments(cls):
        return []

    def answer(self):
        """What is said by whoever answers at the host's port; nothing where nobody does yet."""
        try:
            with socket.create_connection(("127.0.0.1", self.port_of_host), timeout=5) as line:
                return line.makefile().readline().strip()
        except OSError:
            return ""

    def test_1_taken_port_is_told_of_and_a_free_one_is_good(self):
        program = self.program
        program.enabled(BUTTON, "New machine", seconds=60 * PATIENCE)
        wizard = self.begin_machine()
        self.name_machine(wizard, NAME)
        program.says("User mode", seconds=20)
        program.click(BUTTON, "Forward a port", within=wizard)
        port = program.find("spin button", "Host port 1", within=wizard)
        self.fill_number(port, self.taken.getsockname()[1])
        program.says(f"waits at port {self.taken.getsockname()[1]} already", seconds=20)
        self.assertFalse(program.find(BUTTON, "Create now", within=wizard).is_enabled)
        program.screenshot("taken")
        self.fill_number(port, self.port_of_host)
        self.fill_number(program.find("spin button", "Machine port 1", within=wizard), 80)
        program.says(f"{self.port_of_host} → 80", seconds=20)
        program.screenshot("forwarded")
        program.click(BUTTON, "Create now", within=wizard, seconds=30 * PATIENCE)
        program.gone(*WIZARD)
        self.host.wait_for_state(NAME, "running", 60 * PATIENCE)

    def fill_number(self, spin, number):
        spin.click()
        key("ctrl+a")
        key(*str(number))
        key("Tab")

    def test_2_connection_reaches_the_guest(self):
        guest = SerialPort(self.host, NAME)
        guest.wait_for(MARKER, 120)
        guest.run("ifconfig eth0 10.0.2.15 netmask 255.255.255.0 up")
        guest.run("(while :; do echo through-the-$(hostname)-42 | nc -l -p 80; done >/dev/null 2>&1 &)")
        try:
            wait_until(lambda: re.fullmatch(r"through-the-.*-42", self.answer()), "the guest answers at the host's port", 60 * PATIENCE, pause=0.5)
        except LabError as error:
            self.fail(f"{error}; the guest has {guest.run('ifconfig -a; netstat -ln')}")

    def test_3_card_is_there_for_others_to_see_and_the_next_start_forwards_too(self):
        self.assertIn("user", self.host.virsh("domiflist", NAME))
        self.host.virsh("destroy", NAME)
        self.assertEqual(self.answer(), "", "nobody waits at the port of a machine that is off")
        self.host.virsh("start", NAME)
        with socket.create_connection(("127.0.0.1", self.port_of_host), timeout=10):
            pass


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
