#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Consoles with passwords, over restarts of the guest, and with keys that the keyboard here would not let through."""
import re
import unittest

from driver import key, type_keys
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define


class ConsoleStory(Story):
    @classmethod
    def prepare(cls):
        cls.ports = {}
        for name in ("known", "unknown"):
            define(cls.host, name, cls.iso, password="secret1")
            cls.ports[name] = SerialPort(cls.host, name)
        # libvirt does not hear of this one: a person has to say it.
        cls.host.virsh("qemu-monitor-command", "unknown", "--hmp", "set_password vnc secret2")

    @classmethod
    def program_arguments(cls):
        # Through ssh, because a local display needs no password: libvirt hands out an open descriptor.
        return ["--connect", cls.host.ssh_uri]

    def test_1_password_that_libvirt_knows_is_not_asked(self):
        self.ports["known"].wait_for(MARKER, 120)
        self.choose_machine("known")
        self.open_console_tab()
        self.console_shows_guest(self.host, "known")

    def test_2_console_follows_a_restart(self):
        self.host.virsh("destroy", "known")
        self.program.enabled(BUTTON, "Start")
        self.host.virsh("start", "known")
        self.__class__.port = SerialPort(self.host, "known")
        self.port.wait_for(MARKER, 120)
        self.console_shows_guest(self.host, "known")

    def test_3_typed_keys_reach_the_restarted_guest(self):
        self.console().click()
        type_keys("echo again-$((6*7)) >/dev/ttyS0\n")
        self.port.wait_for("again-42", 30 * PATIENCE)

    def test_4_ctrl_alt_del_is_sent(self):
        before = self.port.heard.count(MARKER)
        self.release_console()
        self.program.click(BUTTON, re.compile("^Send keys"))
        self.program.settle()
        self.program.choose_from_open_menu(r"Ctrl\+Alt\+Del.*")
        self.port.wait_for_count(MARKER, before + 1, 120)
        self.console_shows_guest(self.host, "known")

    def test_5_other_password_is_asked_for_and_tried(self):
        self.choose_machine("unknown")
        self.open_console_tab()
        self.ports["unknown"].wait_for(MARKER, 120)
        field = self.program.find(("password text", "text"), "Password", seconds=30 * PATIENCE)
        field.fill("secret2")
        key("Return")
        self.console_shows_guest(self.host, "unknown")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
