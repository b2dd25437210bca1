#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host behind TLS with an authority of its own, added in the window: tested, connected, its console shown; and what a person is
told whom it refuses, or who does not know its authority."""
import unittest

from driver import wait_until
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.machines import SerialPort, define


class TlsStory(Story):
    wishes = {"with_ssh": False, "with_tls": True}

    @classmethod
    def prepare(cls):
        define(cls.host, "sealed", cls.iso)
        cls.port = SerialPort(cls.host, "sealed")

    @classmethod
    def program_arguments(cls):
        # Nothing of this computer's own: the host comes by the dialog.
        return ["--connect", "test:///default"]

    def address(self, certificates):
        return f"qemu+tls://127.0.0.1:{self.host.port}/{self.host.mode}?pkipath={certificates}"

    def try_connection(self, certificates):
        dialog = self.add_host_dialog(self.address(certificates))
        self.program.click(BUTTON, "Test connection", within=dialog)
        return dialog

    def leave(self, dialog):
        self.program.click(BUTTON, "Cancel", within=dialog)
        self.program.gone(("dialog", "frame"), "Add host")

    def test_1_client_without_certificate_is_refused_and_told_why(self):
        dialog = self.try_connection(self.host.folder / "tls/nobody")
        self.program.says("did not accept this computer's certificate", seconds=40 * PATIENCE)
        self.program.settle()
        self.program.screenshot("no-certificate")
        self.leave(dialog)

    def test_2_unknown_authority_is_told(self):
        dialog = self.try_connection(self.host.folder / "tls/stranger")
        self.program.says("certificate of .* could not be verified", seconds=40 * PATIENCE)
        self.program.settle()
        self.program.screenshot("stranger")
        self.leave(dialog)

    def test_3_own_authority_is_trusted_and_the_host_comes(self):
        dialog = self.try_connection(self.host.folder / "tls")
        self.program.says("It works: QEMU", seconds=40 * PATIENCE)
        self.program.screenshot("works")
        self.program.click(BUTTON, "Add", within=dialog)
        self.program.gone(("dialog", "frame"), "Add host")
        self.choose_machine("sealed")

    def test_4_console_shows_the_guest(self):
        self.port.wait_for(MARKER, 120)
        self.open_console_tab()
        self.console_shows_guest(self.host, "sealed")

    def test_5_lost_host_comes_back(self):
        self.host.kill_daemon()
        self.program.says("(?i)reconnecting", seconds=40 * PATIENCE)
        self.host.start_daemon()
        wait_until(lambda: self.program.see(BUTTON, "Pause"), "the host is back", 90 * PATIENCE)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
