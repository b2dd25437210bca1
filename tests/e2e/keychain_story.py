#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host that asks for user and password, with a real keychain (GNOME Keyring): what is remembered is not asked again,
also at the next start; what is refused is asked again and replaced."""
import os
import pathlib
import re
import subprocess
import unittest

from driver import wait_until
from story import BUTTON, PATIENCE, Story
from lab.machines import define

REMEMBER = "Remember in the keychain"


class KeychainStory(Story):
    wishes = {"with_ssh": False, "with_sasl": True}

    @classmethod
    def prepare(cls):
        cls.host.set_password("tester", "first")
        define(cls.host, "guarded", start=False)
        cls.start_keychain()

    @classmethod
    def program_arguments(cls):
        return ["--connect", "test:///default"]

    @classmethod
    def start_keychain(cls):
        # Its only keyring is made by unlocking it; the default that new entries go to must be that one, or a person is
        # asked to make another.
        keyrings = pathlib.Path(os.environ["HOME"]) / ".local/share/keyrings"
        keyrings.mkdir(parents=True, exist_ok=True)
        (keyrings / "default").write_text("login")
        cls.keychain = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.keychain.stdin.write(b"of this test alone")
        cls.keychain.stdin.close()
        cls.addClassCleanup(cls.end_keychain)

        def owned():
            told = subprocess.run(["dbus-send", "--session", "--dest=org.freedesktop.DBus", "--print-reply", "/", "org.freedesktop.DBus.NameHasOwner",
                                   "string:org.freedesktop.secrets"], capture_output=True, text=True).stdout
            return "true" in told
        wait_until(owned, "the keychain is on the bus", 30)

    @classmethod
    def end_keychain(cls):
        cls.keychain.kill()
        cls.keychain.wait()

    def address(self):
        return f"qemu+tcp://127.0.0.1:{self.host.port}/{self.host.mode}"

    def log_in(self, password, user="tester"):
        dialog = self.program.find(("dialog", "frame"), re.compile("^Log in to"), seconds=60 * PATIENCE)
        fields = list(self.program.all(("text", "password text"), within=dialog))
        for field, value in zip(fields, (user, password) if len(fields) == 2 else (password,)):
            field.fill(value)
        box = self.program.find("check box", REMEMBER, within=dialog)
        if not box.is_checked:
            box.click()
        self.program.screenshot(f"log-in-{password}")
        return dialog

    def agree(self, dialog):
        self.program.click(BUTTON, "Log in", within=dialog)

    def restart(self):
        self.assertEqual(self.program.close(), 0)
        self.program.arguments = []
        self.program.start()

    def test_1_password_is_stored_and_the_next_start_asks_nothing(self):
        dialog = self.add_host_dialog(self.address())
        self.program.click(BUTTON, "Add", within=dialog)
        asked = self.log_in("first")
        self.agree(asked)
        self.choose_machine("guarded")
        self.restart()
        self.choose_machine("guarded")
        self.assertIsNone(self.program.see(("dialog", "frame"), re.compile("^Log in to")))

    def test_2_refused_password_is_asked_again_and_replaced(self):
        self.host.set_password("tester", "second")
        self.restart()
        asked = self.log_in("second")
        self.agree(asked)
        self.choose_machine("guarded")
        self.restart()
        self.choose_machine("guarded")
        self.assertIsNone(self.program.see(("dialog", "frame"), re.compile("^Log in to")))


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
