#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SPICE displays: one over the local daemon's descriptors, one of a host behind ssh, with one login for all of it, and such as take
nothing but TLS."""
import pathlib
import re
import shutil
import subprocess
import unittest

from driver import fitted, greys, key, likeness, size_of, type_keys, wait_until
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.host import LabError
from lab.machines import SerialPort, define, definition


class SpiceStory(Story):
    hosts = 2
    wishes = {"with_tls": True}

    @classmethod
    def prepare(cls):
        near, far = cls.host_list
        cls.authority = pathlib.Path.home() / ".pki/CA/cacert.pem"
        cls.authority.unlink(missing_ok=True)
        path = near.folder / "define.xml"
        # A guest that makes no use of its second graphics card sees what QEMU writes there.
        second = "</video><video><model type='virtio'/></video>"
        path.write_text(definition("near", cls.iso, kind="spice").replace("</video>", second))
        near.virsh("define", str(path))
        near.virsh("start", "near")
        define(far, "far", cls.iso, kind="spice")
        cls.ports = [SerialPort(near, "near"), SerialPort(far, "far")]

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

    def windows_named(self, title):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True).stdout.split()

    def test_1b_second_display_has_a_window_of_its_own(self):
        self.program.click(BUTTON, re.compile("^View"))
        self.program.settle()
        self.program.choose_from_open_menu("Displays", "Display 2")
        window = wait_until(lambda: self.windows_named("^near – Display 2$"), "the window of the second display", 20 * PATIENCE)[0]
        screen = self.program.find(None, "Console screen 2", seconds=20 * PATIENCE)
        seen = [0.0]

        def alike():
            truth = self.program.artifacts / "second"
            self.host_list[0].virsh("screenshot", "near", "--screen", "1", "--file", str(truth))
            shot = self.program.screenshot("second-console")
            seen[0] = max(seen[0], likeness(greys(shot, fitted(screen.box, size_of(truth))), greys(truth)))
            return seen[0] > 0.9
        try:
            wait_until(alike, "it shows the guest's second screen", 30 * PATIENCE, pause=0.3)
        except LabError as error:
            self.fail(f"{error}; the best likeness was {seen[0]:.2f}")
        # One keyboard for both.
        screen.click()
        type_keys("echo second-$((6*7)) >/dev/ttyS0\n")
        self.ports[0].wait_for("second-42", 30 * PATIENCE)
        self.release_console()
        key("F11")
        self.program.find(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        key("F11")
        self.program.gone(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        key("alt+F4")
        self.program.gone(None, "Console screen 2", seconds=20 * PATIENCE)

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

    def define_sealed(self, name, listen):
        far = self.host_list[1]
        path = far.folder / "define.xml"
        path.write_text(definition(name, self.iso, kind="spice").replace("autoport='yes' listen='127.0.0.1'",
                                                                         f"autoport='yes' defaultMode='secure' listen='{listen}'"))
        far.virsh("define", str(path))
        far.virsh("start", name)
        described = far.virsh("dumpxml", name)
        self.assertRegex(described, r"tlsPort='\d+'")
        self.assertNotRegex(described, r"<graphics[^>]* port='")

    def test_5_display_that_takes_tls_alone_and_no_address_is_explained(self):
        self.define_sealed("shut", "127.0.0.1")
        self.choose_machine("shut")
        self.open_console_tab()
        self.program.says("takes only connections that it encrypts itself", seconds=30 * PATIENCE)
        self.program.screenshot("tls-alone")
        self.host_list[1].virsh("destroy", "shut")

    def test_6_display_that_takes_tls_alone_is_reached_by_its_address(self):
        self.define_sealed("sealed", "0.0.0.0")
        self.choose_machine("sealed")
        self.open_console_tab()
        self.program.says("certificate is not trusted", seconds=30 * PATIENCE)
        self.authority.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.host_list[1].folder / "tls/cacert.pem", self.authority)
        self.addCleanup(self.authority.unlink)
        self.program.click(BUTTON, re.compile("^(Try again|Retry|Connect)"), seconds=30 * PATIENCE)
        port = SerialPort(self.host_list[1], "sealed")
        port.wait_for(MARKER, 120)
        self.console_shows_guest(self.host_list[1], "sealed")
        self.console().click()
        type_keys("echo sealed-$((6*7)) >/dev/ttyS0\n")
        port.wait_for("sealed-42", 30 * PATIENCE)
        self.release_console()
        self.program.says(r"SPICE over TLS", seconds=10 * PATIENCE)
        self.program.screenshot("sealed")


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
