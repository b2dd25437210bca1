#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts that cannot be reached, each in its own way, are told in words and slow nobody."""
import socket
import unittest

from story import BUTTON, ROW, Story
from lab.host import free_port
from lab.machines import define


class FailuresStory(Story):
    @classmethod
    def prepare(cls):
        define(cls.host, "well", start=False)
        # Accepts and never says a word, as a host does that hangs.
        cls.silent = socket.create_server(("127.0.0.1", 0))
        cls.addClassCleanup(cls.silent.close)

    @classmethod
    def program_arguments(cls):
        silent = cls.silent.getsockname()[1]
        addresses = {"missing": f"qemu+unix:///system?socket={cls.scratch}/nobody",
                     "refused": f"qemu+ssh://root@localhost:{free_port()}/system",
                     "silent": f"qemu+tcp://localhost:{silent}/system"}
        return [word for address in (*addresses.values(), cls.host.uri) for word in ("--connect", address)]

    def test_1_good_host_is_there_at_once(self):
        self.choose_machine("well")
        self.program.click(BUTTON, "Start")
        self.host.wait_for_state("well", "running")

    def test_2_refused_connection_is_told(self):
        self.program.says(r"Reconnecting in \d+ s")
        row = next(row for row in self.program.all(ROW, "localhost") if "Reconnecting" in row.description)
        row.click()
        self.program.says("(?i)refuse")

    def test_3_program_ends_with_its_window_all_the_same(self):
        self.assertEqual(self.program.close(seconds=5), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
