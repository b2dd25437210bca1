# SPDX-License-Identifier: GPL-3.0-or-later
"""What every story has: private hosts, the test guest, the program, and evidence when something fails."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

from driver import ROOT, LabError, Program, centred, fitted, greys, key, likeness, size_of, wait_until
from lab.guest import build_iso
from lab.host import PrivateHost, ssh_client

CACHE = pathlib.Path(os.environ.get("VIVARIUM_LAB_CACHE", ROOT / "build/lab"))
# A sanitizer makes the program slower; the guest is as slow as ever.
PATIENCE = float(os.environ.get("VIVARIUM_PATIENCE", "1"))
BUTTON = ("push button", "button", "toggle button", "button menu")
WIZARD = (("dialog", "frame"), "New machine")
ROW = ("table cell", "tree item", "list item", "table row")


class Story(unittest.TestCase):
    hosts = 1
    wishes = {}  # of PrivateHost

    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp(prefix="vvlab-", dir="/tmp"))
        cls.scratch.chmod(0o755)
        cls.addClassCleanup(shutil.rmtree, cls.scratch, True)
        cls.iso = build_iso(CACHE)
        cls.host_list = []
        for number in range(cls.hosts):
            host = PrivateHost(cls.scratch / f"h{number + 1}", **cls.wishes)
            cls.addClassCleanup(host.end)
            cls.host_list.append(host.start())
        cls.host = cls.host_list[0] if cls.host_list else None
        cls.client = ssh_client(cls.scratch / "client", cls.host_list)
        cls.prepare()
        cls.program = Program(*cls.program_arguments(), environment=cls.program_environment(), story=cls.__name__)
        cls.addClassCleanup(cls.program.kill)
        cls.program.start()

    @classmethod
    def prepare(cls):
        """Before the program starts: machines that are there already."""

    @classmethod
    def program_arguments(cls):
        return [word for host in cls.host_list for word in ("--connect", host.uri)]

    @classmethod
    def program_environment(cls):
        return {"PATH": f"{cls.client}:{os.environ['PATH']}", "VIVARIUM_SSH_CONFIG": str(cls.client / "config")}

    def run(self, result=None):
        before = len(result.failures) + len(result.errors) if result else 0
        done = super().run(result)
        if result and len(result.failures) + len(result.errors) > before:
            self.program.evidence(self.id().split(".")[-1])
            print(self.program.tail(), file=sys.stderr)
        return done

    # Words that several stories use

    def choose_machine(self, name):
        """A click on its row in the sidebar."""
        self.program.find(ROW, name, within=self.program.find("tree"), seconds=30 * PATIENCE).click()
        self.program.find("frame", re.compile("^" + re.escape(name) + " "), seconds=20 * PATIENCE)

    def begin_machine(self):
        """The New machine window with the test's installer, at the resources."""
        self.program.click(BUTTON, "New machine", seconds=30 * PATIENCE)
        wizard = self.program.find(*WIZARD)
        self.program.find("text", "Image", within=wizard).fill(str(self.iso))
        key("Tab")
        self.program.enabled(BUTTON, "Create now", within=wizard, seconds=60 * PATIENCE)
        self.program.click(BUTTON, re.compile("^Next"), within=wizard)
        return wizard

    def name_machine(self, wizard, name):
        self.program.find("text", "Name", within=wizard).fill(name)
        key("Tab")

    def add_host_dialog(self, address):
        """With an address typed in, ready to be tested or added."""
        self.program.click(BUTTON, "Add host…", seconds=30 * PATIENCE)
        dialog = self.program.find(("dialog", "frame"), "Add host")
        key("alt+h", "End")  # the last kind is any address
        self.program.find("text", "Address", within=dialog).fill(address)
        return dialog

    def choose_verb(self, verb):
        """From the window's menu, where every verb is."""
        self.program.click(BUTTON, "Menu")
        self.program.settle()
        self.program.choose_from_open_menu("Machine", verb)

    def confirm(self, button):
        """Agrees to a question, if one is asked."""
        dialog = self.program.find(("dialog", "alert", "frame"), re.compile("^" + re.escape(button)))
        self.program.click(BUTTON, re.compile("^" + re.escape(button)), within=dialog)

    def open_console_tab(self):
        self.program.click("page tab", "Console")
        return self.console()

    def console(self):
        return self.program.find(None, "Console screen", seconds=20 * PATIENCE)

    def release_console(self):
        """Gives back keyboard and pointer: a guest with a plain mouse has both while its console is used."""
        key("Control_L+Alt_L")
        self.program.settle()

    def console_shows_guest(self, host, machine, seconds=60):
        """Waits until what is painted is what libvirt says the guest shows."""
        seen = [0.0]

        def alike():
            truth = host.picture_of(machine, self.program.artifacts / "truth")
            area = self.console().box
            shot = self.program.screenshot("console")
            expected = greys(truth)
            for place in (fitted, centred):
                seen[0] = max(seen[0], likeness(greys(shot, place(area, size_of(truth))), expected))
            return seen[0] > 0.9
        try:
            wait_until(alike, "the console shows the guest's screen", seconds * PATIENCE, pause=0.3)
        except LabError as error:
            self.fail(f"{error}; the best likeness was {seen[0]:.2f}")
