#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Displays named alone: no host, no machine, no libvirt; a connection file, addresses, a WebSocket, a cluster's proxy."""
import pathlib
import unittest

from driver import Program, key, type_keys, wait_until
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.lone import ConnectProxy, LoneGuest

PASSWORD = "sesame42"
TICKET = "pveproxy:65f0a1b2:100:node1::0123456789abcdef"


class DirectStory(Story):
    hosts = 0

    @classmethod
    def prepare(cls):
        cls.guest = LoneGuest(cls.scratch / "lone", cls.iso, PASSWORD)
        cls.addClassCleanup(cls.guest.end)
        cls.guest.start()
        cls.file = cls.guest.connection_file(cls.scratch / "machine.vv", "vnc", host="127.0.0.1", port=cls.guest.vnc_port,
                                             password=PASSWORD, title="Machine of a file:%d", delete_this_file=1,
                                             release_cursor="shift+f12", toggle_fullscreen="shift+f11", smartcard_insert="shift+f8")

    @classmethod
    def program_arguments(cls):
        return [str(cls.file)]

    @classmethod
    def program_environment(cls):
        cls.libvirt_log = cls.scratch / "libvirt.log"
        return {"LIBVIRT_DEBUG": "1", "LIBVIRT_LOG_OUTPUTS": f"1:file:{cls.libvirt_log}"}

    def open(self, *targets):
        self.program.kill()
        self.__class__.program = Program(*targets, story=f"{type(self).__name__}/{self._testMethodName}")
        self.addClassCleanup(self.program.kill)
        self.program.start()

    def shows(self):
        self.console_shows_guest(self.guest, "lone", 90)

    def types(self, word):
        """What is typed into the console is what the guest's shell hears."""
        self.console().click()
        type_keys(f"echo {word}-$((6*7)) >/dev/ttyS0\n")
        self.guest.wait_for(f"{word}-42", 30 * PATIENCE)
        key("Control_L+Alt_L")

    def command_line(self):
        return pathlib.Path(f"/proc/{self.program.process.pid}/cmdline").read_bytes().decode()

    def test_1_file_opens_its_display_and_is_gone(self):
        self.guest.wait_for(MARKER, 120 * PATIENCE)
        self.shows()
        self.assertFalse(self.file.exists())
        self.program.find("frame", "Machine of a file")
        self.types("file")

    def test_1b_keys_that_the_file_names_are_the_windows(self):
        self.console().click()
        self.program.says(r"Press Shift\+F12 to release", 20 * PATIENCE)
        key("shift+F11")
        self.program.find(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        key("shift+F11")
        self.program.gone(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        self.console().click()
        key("shift+F12")
        self.program.says(r"Click into the picture to type; Shift\+F12 releases", 20 * PATIENCE)

    def test_2_there_is_no_other_window_and_no_hypervisor(self):
        frames = [frame.name for frame in self.program.all("frame")]
        self.assertEqual(len(frames), 1, frames)
        self.assertFalse(self.libvirt_log.exists(), "libvirt opens its log when it is used at all")

    def test_3_program_ends_with_its_window(self):
        self.assertEqual(self.program.close(), 0)

    def test_4_address_shows_its_display_and_hides_its_password(self):
        self.open(f"vnc://me:{PASSWORD}@127.0.0.1:{self.guest.vnc_port}")
        self.shows()
        self.assertNotIn(PASSWORD, self.command_line())
        self.assertIn("vnc://", self.command_line())
        frames = [frame.name for frame in self.program.all("frame")]
        self.assertIn(f"127.0.0.1:{self.guest.vnc_port}", frames[0])
        self.types("address")

    def test_5_websocket_asks_for_the_password(self):
        self.open(f"vnc+ws://127.0.0.1:{self.guest.web_port}/")
        field = self.program.find(("password text", "text"), "Password", seconds=30 * PATIENCE)
        field.fill(PASSWORD)
        key("Return")
        self.shows()
        self.types("websocket")

    def test_5b_socket_of_this_computer_is_shown(self):
        self.open(f"vnc+unix://{self.guest.folder}/vnc")
        self.shows()

    def test_6_spice_goes_through_the_proxy_of_a_cluster(self):
        proxy = ConnectProxy(TICKET, self.guest.spice_tls_port)
        self.addCleanup(proxy.end)
        authority = self.guest.authority.replace("\n", "\\n")
        self.open(str(self.guest.connection_file(self.scratch / "cluster.vv", "spice", host=TICKET, tls_port=self.guest.spice_tls_port,
                                                 proxy=f"http://127.0.0.1:{proxy.port}", password=PASSWORD, ca=authority,
                                                 host_subject=f"CN={self.guest.NAME}", title="Machine of a cluster")))
        self.shows()
        self.assertGreaterEqual(len(proxy.asked), 3, "every channel goes through it")
        self.types("cluster")

    def test_7_spice_of_an_address_is_shown(self):
        self.open(f"spice://127.0.0.1?port={self.guest.spice_port}&password={PASSWORD}")
        self.shows()
        self.assertNotIn(PASSWORD, self.command_line())

    def test_8_certificate_that_nobody_vouches_for_is_refused(self):
        self.open(f"spice+tls://127.0.0.1:{self.guest.spice_tls_port}")
        self.program.says("certificate is not trusted", 30 * PATIENCE)

    def test_9_what_cannot_be_opened_is_explained(self):
        wrong = self.scratch / "wrong.vv"
        wrong.write_text("[virt-viewer]\ntype=ovirt\nhost=h\n")
        self.open(str(wrong))
        self.program.says("cannot be opened")
        self.program.says("“ovirt”")
        self.program.click("push button", "Close")
        wait_until(lambda: self.program.process.poll() is not None, "the program ends with its message", 20 * PATIENCE)
        self.assertEqual(self.program.process.returncode, 1)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
