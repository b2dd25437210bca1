#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A console used in earnest: keyboards of three countries, a tablet and its wheel, own windows, full screen, four at once."""
import base64
import re
import struct
import subprocess
import time
import unittest

from driver import key, likeness, fitted, greys, size_of, type_keys, wait_until, xdotool
from story import BUTTON, PATIENCE, Story
from lab.guest import MARKER
from lab.host import LabError
from lab.machines import SerialPort, definition

NAMES = ("first", "second", "third", "fourth")

# Where a German and a French keyboard have ASCII in other places than a US one: Linux key code to its characters
# without and with Shift, and with AltGr.
GERMAN = {12: ("", "?", "\\"), 13: ("", "", ""), 21: "zZ", 44: "yY", 27: "+*~", 43: "#'", 53: "-_", 51: ",;", 52: ".:", 4: ("3", "", ""),
          7: "6&", 8: "7/{", 9: "8([", 10: "9)]", 11: "0=}", 3: ("2", '"', ""), 16: "qQ@", 86: "<>|"}
FRENCH = {2: "&1", 3: ("", "2", "~"), 4: '"3#', 5: "'4{", 6: "(5[", 7: "-6|", 8: ("", "7", "`"), 9: "_8\\", 10: ("", "9", "^"),
          11: ("", "0", "@"), 12: (")", "", "]"), 13: "=+}", 16: "aA", 17: "zZ", 30: "qQ", 44: "wW", 39: "mM", 50: ",?", 51: ";.", 52: ":/",
          53: ("!", "", ""), 43: ("*", "", ""), 86: "<>", 40: ("", "%", "")}


def keymap_with(dumped, keys):
    """A keymap of the guest's (as dumpkmap writes it) with other characters at some places."""
    magic, flags, tables = dumped[:7], dumped[7:263], bytearray(dumped[263:])
    order = [number for number in range(256) if flags[number]]
    assert magic == b"bkeymap" and len(tables) == 256 * len(order)
    for place, characters in keys.items():
        for table, character in enumerate(characters):
            if character:
                kind = 0x0B00 if character.isalpha() else 0
                struct.pack_into("<H", tables, 256 * order.index(table) + 2 * place, kind | ord(character))
    return magic + flags + bytes(tables)


class ComfortStory(Story):
    @classmethod
    def prepare(cls):
        cls.ports = {}
        for name in NAMES:
            path = cls.host.folder / "define.xml"
            # The guest has a driver for this tablet, and so a pointer that knows places.
            tablet = "<input type='tablet' bus='virtio'/></devices>"
            path.write_text(definition(name, cls.iso, memory_mib=192).replace("</devices>", tablet))
            cls.host.virsh("define", str(path))
            cls.host.virsh("start", name)
            cls.ports[name] = SerialPort(cls.host, name)

    def tearDown(self):
        subprocess.run(["setxkbmap", "us"], check=True)

    # Words of this story

    def run_in_guest(self, name, command, seconds=60):
        return self.ports[name].run(command, seconds * PATIENCE)

    def keyboard_of_guest(self, keys):
        if not hasattr(type(self), "dump"):
            heard = self.run_in_guest("first", "echo BEG''IN; dumpkmap </dev/tty1 | base64; echo EN''D")
            type(self).dump = base64.b64decode("".join(re.search(r"BEGIN(.*?)END", heard.replace("\r", "").replace("\n", "")).group(1).split()))
        encoded = base64.b64encode(keymap_with(self.dump, keys)).decode()
        self.run_in_guest("first", ">/tmp/map")
        for start in range(0, len(encoded), 500):
            self.run_in_guest("first", f"echo {encoded[start:start + 500]} >>/tmp/map")
        self.run_in_guest("first", "base64 -d </tmp/map | loadkmap")

    def typed(self, text, mark):
        """Types it into the console as a person of the present layout would, and waits until the guest has it."""
        self.console().click()
        type_keys(f"tee /dev/ttyS0\n{mark}{text}{mark}\n")
        try:
            self.ports["first"].wait_for(f"{mark}{text}{mark}", 30 * PATIENCE)
        finally:
            key("ctrl+d")

    def test_1_keys_of_a_us_keyboard(self):
        for name in NAMES:
            self.ports[name].wait_for(MARKER, 240)
        self.choose_machine("first")
        self.open_console_tab()
        self.console_shows_guest(self.host, "first")
        self.typed("The quick brown fox; [zZyY] {qQ} @ # $ ^ & * ( ) _ + | ~", "us-")

    def test_2_keys_of_a_german_keyboard(self):
        subprocess.run(["setxkbmap", "de"], check=True)
        self.keyboard_of_guest(GERMAN)
        self.typed("zZyY #' +* -_ ,; .: 6& 7/ 8( 9) 0=", "de+")

    def test_3_keys_of_a_french_keyboard(self):
        subprocess.run(["setxkbmap", "fr"], check=True)
        self.keyboard_of_guest(FRENCH)
        self.typed("azqw AZQW mM &1 (5 -6 _8 =+ ,? ;. :/", "fr=")

    def test_4_clipboard_is_typed_on_the_keyboard_of_the_guest(self):
        self.keyboard_of_guest(GERMAN)
        self.release_console()
        # Copied out of the window's own search field.
        field = self.program.find(("text", "entry"), re.compile("^Search"))
        field.fill('echo "typed-$((6*7)) @[]{}|~" >/dev/ttyS0')
        key("ctrl+a", "ctrl+c")
        field.fill("")
        # What was looked for in the list was not this machine.
        self.choose_machine("first")
        self.open_console_tab()
        self.program.click(BUTTON, "Type clipboard")
        self.program.settle()
        # Qt tells a combo box by what is chosen in it.
        self.program.find("combo box", "English (US)", within=self.program.find("dialog", "Type clipboard")).click()
        self.program.settle()
        key("Home", "Down", "Return")
        self.program.click(BUTTON, "Type")
        self.program.gone("label", re.compile("^Typing"), seconds=60 * PATIENCE)
        self.console().click()
        key("Return")
        self.ports["first"].wait_for("typed-42 @[]{}|~", 30 * PATIENCE)

    def events(self, name):
        """What the guest's tablet said: type, code and value of each event."""
        # In the middle of a line too: the shell's prompt has none of its own.
        found = re.findall(r"e:([0-9a-f]{48})", self.ports[name].heard)
        return [struct.unpack("<HHi", bytes.fromhex(each)[16:]) for each in found]

    def test_5_pointer_and_wheel_arrive_where_they_were_meant(self):
        self.release_console()
        self.run_in_guest("first", "for n in /sys/class/input/event*/device/name; do grep -q 'Tablet' $n && "
                                   "hexdump -v -e '\"e:\" 24/1 \"%02x\" \"\\n\"' /dev/input/$(basename $(dirname $(dirname $n))) & done")
        box = self.console().box
        x, y, width, height = fitted(box, size_of(self.host.picture_of("first", self.program.artifacts / "size")))
        xdotool("mousemove", x + width // 2, y + height // 2)
        xdotool("click", "1")
        xdotool("mousemove", x + width // 4, y + height * 3 // 4)
        absolute, relative, wheel = 3, 2, 8
        middle = 0x7FFF

        def arrived():
            self.run_in_guest("first", "true")
            places = {code: value for kind, code, value in self.events("first") if kind == absolute}
            return abs(places.get(0, 0) - middle // 4) < 200 and abs(places.get(1, 0) - middle * 3 // 4) < 200
        wait_until(arrived, "the guest's pointer is where ours is", 30 * PATIENCE, pause=0.3)
        xdotool("click", "4")
        xdotool("click", "5")

        def turned():
            self.run_in_guest("first", "true")
            return [value for kind, code, value in self.events("first") if (kind, code) == (relative, wheel)][-2:] == [1, -1]
        try:
            wait_until(turned, "the guest saw the wheel go up and down", 30 * PATIENCE, pause=0.3)
        except LabError as error:
            self.fail(f"{error}; the last events were {self.events('first')[-12:]}")
        self.release_console()

    def windows_named(self, title):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True).stdout.split()

    def test_6_four_consoles_at_once(self):
        main = self.windows_named(" Vivarium$")[0]
        windows = []
        for number, name in enumerate(NAMES):
            xdotool("windowactivate", "--sync", main)
            self.choose_machine(name)
            self.open_console_tab()
            self.program.click(BUTTON, "Own window")
            window = wait_until(lambda wanted=name: self.windows_named(f"^{wanted} – "), f"the window of {name}", 20 * PATIENCE)[0]
            xdotool("windowsize", "--sync", window, 620, 440)
            xdotool("windowmove", window, 10 + 640 * (number % 2), 10 + 470 * (number // 2))
            windows.append(window)
        for window in windows:
            xdotool("windowactivate", "--sync", window)
        shown = set()

        def all_alike():
            screens = list(self.program.all(None, "Console screen"))
            for name in NAMES:
                truth = self.host.picture_of(name, self.program.artifacts / f"truth-{name}")
                shot = self.program.screenshot("four")
                for screen in screens:
                    if likeness(greys(shot, fitted(screen.box, size_of(truth))), greys(truth)) > 0.85:
                        shown.add(name)
            return len(shown) == len(NAMES)
        wait_until(all_alike, "all four consoles show their guests", 60 * PATIENCE, pause=0.5)

    def test_7_full_screen_has_a_bar_that_leads_back(self):
        window = self.windows_named("^second – ")[0]
        xdotool("windowactivate", "--sync", window)
        key("F11")
        leave = self.program.find(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        self.program.gone(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        width = int(subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, text=True).stdout.split()[0])
        xdotool("mousemove", width // 2, 300)
        xdotool("mousemove", width // 2, 0)
        leave = self.program.find(BUTTON, "Leave full screen", seconds=20 * PATIENCE)
        leave.click()
        self.program.gone(BUTTON, "Leave full screen", seconds=20 * PATIENCE)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
