#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests with a desktop and the SPICE agent, over SPICE and over VNC: one clipboard, one size, and files that are dropped."""
import contextlib
import hashlib
import os
import pathlib
import re
import subprocess
import unittest

from driver import Program, wait_until, xdotool
from story import CACHE, PATIENCE, Story
from lab.desktop import DROPPED, MARKER, build_desktop
from lab.machines import SerialPort, define

DRAG_SOURCE = pathlib.Path(os.environ.get("VIVARIUM_DRAG_SOURCE", "build/dev/tests/e2e/dragsource"))
WORDS = "Grüße, 世界 – {}"


class DesktopStory(Story):
    @classmethod
    def prepare(cls):
        boot = build_desktop(CACHE)
        cls.ports = {}
        for kind in ("spice", "vnc"):
            define(cls.host, kind, boot=boot, memory_mib=512, kind=kind, video="virtio", agent=True)
            cls.ports[kind] = SerialPort(cls.host, kind)

    def look_at(self, kind):
        self.ports[kind].wait_for(MARKER, 240)
        self.choose_machine(kind)
        self.open_console_tab()

    def size_in(self, kind):
        told = re.search(r"current (\d+) x (\d+)", self.ports[kind].run("xrandr", 60 * PATIENCE))
        return (int(told.group(1)), int(told.group(2)))

    def fills_console(self, kind):
        """The guest's screen is as large as the room for it, but for what its modes are rounded to."""
        def filled():
            _, _, width, height = self.console().box
            across, down = self.size_in(kind)
            return width - 8 < across <= width and height - 8 < down <= height and (across, down)
        return wait_until(filled, f"the screen of {kind} fills its console", 60 * PATIENCE, pause=0.3)

    def follows_window(self, kind):
        self.look_at(kind)
        before = self.fills_console(kind)
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, check=True).stdout.strip()
        geometry = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True, check=True).stdout
        width, height = (int(re.search(rf"{word}=(\d+)", geometry).group(1)) for word in ("WIDTH", "HEIGHT"))
        xdotool("windowsize", window, width - 160, height - 96)
        wait_until(lambda: self.size_in(kind) != before, f"{kind} has another size", 60 * PATIENCE, pause=0.3)
        self.fills_console(kind)
        self.console_shows_guest(self.host, kind)
        xdotool("windowsize", window, width, height)
        self.fills_console(kind)

    def shares_clipboard(self, kind):
        port = self.ports[kind]
        here = WORDS.format("from here to " + kind)
        subprocess.run(["xclip", "-selection", "clipboard"], input=here.encode(), check=True, stdout=subprocess.DEVNULL)
        # It serves others in the background.
        port.run(f"until xclip -o -selection clipboard 2>/dev/null | grep -q 'to {kind}'; do sleep 0.2; done", 60 * PATIENCE)
        self.assertIn(hashlib.md5(here.encode()).hexdigest(), port.run("xclip -o -selection clipboard | md5sum"))
        there = WORDS.format("from " + kind)
        octal = "".join(f"\\{byte:03o}" for byte in there.encode())
        port.run(f"printf '{octal}' | xclip -selection clipboard >/dev/null 2>&1")

        def pasted():
            told = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True)
            return told.returncode == 0 and told.stdout.decode() == there
        wait_until(pasted, f"what {kind} copied can be pasted here", 60 * PATIENCE, pause=0.2)

    @contextlib.contextmanager
    def dropped(self, path):
        source = Program(path, story="DragSource", binary=DRAG_SOURCE).start()
        try:
            source.find(None, "Drag me").drag_to(self.console())
            yield
        finally:
            source.kill()

    def test_1_spice_guest_follows_the_window(self):
        self.follows_window("spice")

    def test_2_clipboard_is_one_over_spice(self):
        self.shares_clipboard("spice")

    def test_3_file_dropped_onto_the_console_lands_in_the_guest(self):
        content = os.urandom(300000)
        path = self.scratch / "report.bin"
        path.write_bytes(content)
        with self.dropped(path):
            wait_until(lambda: hashlib.md5(content).hexdigest() in self.ports["spice"].run(f"md5sum {DROPPED}/report.bin"),
                       "the file is in the guest", 60 * PATIENCE, pause=0.3)

    def test_4_vnc_guest_follows_the_window(self):
        self.follows_window("vnc")

    def test_5_clipboard_is_one_over_vnc(self):
        self.shares_clipboard("vnc")

    def test_6_file_dropped_where_it_cannot_go_says_why(self):
        path = self.scratch / "other.bin"
        path.touch()
        with self.dropped(path):
            self.program.says(r"The guest takes no files", seconds=20 * PATIENCE)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
