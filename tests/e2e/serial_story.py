#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serial ports and text consoles of a machine without a display: typed at and read in the real window, over restarts
of the guest, beside another client, and from a second host through ssh; and the monitor of its QEMU."""
import re
import subprocess
import unittest

from driver import key, type_keys, wait_until
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.host import LabError, die_with_parent
from lab.machines import define


class TerminalStory(Story):
    def terminal(self, name):
        return self.program.find("terminal", name, seconds=30 * PATIENCE)

    def reads(self, name, pattern, seconds=60):
        """Waits until the terminal shows it, as a screen reader would read it."""
        wanted = re.compile(pattern)
        terminal = self.terminal(name)
        try:
            wait_until(lambda: wanted.search(terminal.text), f"{name} shows {pattern!r}", seconds * PATIENCE, pause=0.1)
        except LabError as error:
            self.fail(f"{error}; it shows {terminal.text[-400:]!r}")
        return terminal

    def prompt(self, name, seconds=120):
        """The guest may have said it before anybody listened: Return makes it say it again."""
        terminal = self.terminal(name)

        def asked():
            if re.search(r"guest# *$", terminal.text.rstrip("\n") + " "):
                return True
            key("Return")
            return False
        terminal.click()
        wait_until(asked, f"{name} shows a prompt", seconds * PATIENCE, pause=0.7)

    def wipe(self, name):
        """What is read from now on was written from now on."""
        type_keys("clear\n")
        wait_until(lambda: MARKER not in self.terminal(name).text, f"{name} is wiped", 30 * PATIENCE, pause=0.1)

    def open_console(self, machine):
        self.choose_machine(machine)
        self.program.click("page tab", "Console")


class SerialStory(TerminalStory):
    @classmethod
    def prepare(cls):
        define(cls.host, "headless", cls.iso, display=False, serials=2, virtio_console=True)

    def test_1_machine_without_a_display_opens_on_its_serial_port(self):
        self.open_console("headless")
        self.prompt("Serial 1")

    def test_2_command_is_typed_and_its_answer_read(self):
        type_keys("echo answer-$((6*7))\n")
        self.reads("Serial 1", r"(?m)^answer-42$")

    def test_3_no_accelerator_of_the_window_takes_what_is_typed(self):
        type_keys("cat -v\n")
        key("ctrl+k")  # the palette, elsewhere
        key("ctrl+f")
        type_keys("x\n")
        self.reads("Serial 1", r"(?m)^\^K\^Fx\n\^K\^Fx$")  # as typed, and as the guest got it
        key("ctrl+d")
        type_keys("echo after-$((7*7))\n")
        self.reads("Serial 1", r"(?m)^after-49$")

    def test_4_search_finds_what_was_said(self):
        key("ctrl+shift+f")
        self.program.find("text", "Search in this console")
        type_keys("nowhere-to-be-found")
        self.program.says("^Not found$")
        key("ctrl+a")
        type_keys("answer-42")
        self.program.gone(None, "Not found")
        key("Escape")

    def test_5_guest_that_restarts_keeps_its_terminal(self):
        self.wipe("Serial 1")
        self.host.virsh("reset", "headless")
        self.reads("Serial 1", MARKER + " serial", 120)
        self.prompt("Serial 1")
        type_keys("echo again-$((3*3))\n")
        self.reads("Serial 1", r"(?m)^again-9$")

    def test_6_machine_that_is_started_again_is_found_again(self):
        self.wipe("Serial 1")
        self.host.virsh("destroy", "headless")
        self.program.says("headless is off")
        self.program.click(BUTTON, "Start", within=self.program.find(None, "headless is off").parent())
        self.reads("Serial 1", MARKER + " serial", 120)
        self.prompt("Serial 1")

    def test_6a_log_begins_with_the_machine_and_has_each_line_once(self):
        log = self.scratch / "from every start.log"
        self.program.click(BUTTON, "Terminal")
        self.program.choose_from_open_menu(r"Log from every start….*")
        self.program.find("text", "File name:").fill(str(log))
        self.program.click(BUTTON, "Save")
        self.program.says("^Logging to .*every start")
        self.host.virsh("destroy", "headless")
        self.program.says("headless is off")
        self.program.click("page tab", "Overview")
        self.host.virsh("start", "headless")
        wait_until(lambda: log.read_bytes().count(MARKER.encode() + b" serial") == 1, "the log has the start", 120 * PATIENCE, pause=0.1)
        self.program.click("page tab", "Console")
        self.prompt("Serial 1")
        self.program.click(BUTTON, "Own window")
        self.prompt("Serial 1")
        type_keys("echo logged-$((5*5))\n")
        wait_until(lambda: b"\nlogged-25" in log.read_bytes(), "the log has the answer", 30 * PATIENCE, pause=0.1)
        self.assertEqual(log.read_bytes().count(b"\nlogged-25"), 1)
        self.assertEqual(log.read_bytes().count(MARKER.encode() + b" serial"), 1)
        key("alt+F4")
        self.terminal("Serial 1")
        self.prompt("Serial 1")

    def test_7_every_port_has_a_terminal(self):
        self.program.click("page tab", "Console 1")
        self.terminal("Console 1")
        self.program.click("page tab", "Serial 1")
        self.terminal("Serial 1").click()
        type_keys("echo through-$((2*4)) >/dev/hvc0\n")
        self.program.click("page tab", "Console 1")
        self.reads("Console 1", "through-8")

    def test_8_port_that_another_client_holds_is_taken_over_on_demand(self):
        other = subprocess.Popen(["script", "-qfc", f"virsh -c {self.host.uri} console headless --devname serial1 --safe", "/dev/null"],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=die_with_parent)
        for tidy in (other.stdout.close, other.stdin.close, other.kill):
            self.addCleanup(tidy)
        while b"Escape character" not in (line := other.stdout.readline()):
            self.assertTrue(line, "virsh ended before it had the console")
        self.program.click("page tab", "Serial 2")
        self.program.says("Another program has this console open", 30 * PATIENCE)
        self.program.click(BUTTON, "Take over")
        self.program.gone(None, "Another program has this console open")
        other.wait(30)
        self.program.click("page tab", "Serial 1")
        self.terminal("Serial 1").click()
        type_keys("echo second-$((4*4)) >/dev/ttyS1\n")
        self.program.click("page tab", "Serial 2")
        self.reads("Serial 2", "second-16")

    def test_9_monitor_answers_where_it_is_wanted(self):
        self.assertIsNone(self.program.see("page tab", "Monitor"))
        self.program.click("page tab", "Overview")
        key("ctrl+comma")  # a terminal would have taken it
        self.program.click("check box", "Show the QEMU monitor of machines")
        self.program.click(BUTTON, "Close")
        self.program.click("page tab", "Console")
        self.program.click("page tab", "Monitor")
        self.program.find("text", "Command for QEMU").fill("info status")
        key("Return")
        self.program.says("VM status: running")


class SerialOverSshStory(TerminalStory):
    @classmethod
    def prepare(cls):
        define(cls.host, "far", cls.iso, display=False)

    @classmethod
    def program_arguments(cls):
        return ["--connect", cls.host.ssh_uri]

    def test_1_far_machine_is_typed_at_and_read(self):
        self.open_console("far")
        self.prompt("Serial 1")
        type_keys("echo far-$((6*7))\n")
        self.reads("Serial 1", r"(?m)^far-42$")
        self.program.says("over ssh")

    def test_2_daemon_that_dies_and_returns_gives_the_console_back(self):
        self.host.kill_daemon()
        self.program.says("(?i)is not connected")
        self.host.start_daemon()
        self.program.says("/dev/pts/", 60 * PATIENCE)
        self.terminal("Serial 1").click()
        type_keys("echo back-$((8*8))\n")
        self.reads("Serial 1", r"(?m)^back-64$")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
