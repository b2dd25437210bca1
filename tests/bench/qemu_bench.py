#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full-HD screen of a real QEMU that scrolls 30 times a second, in the console widget and in other viewers.

  qemu_bench.py [--build FOLDER] [--viewers NAME,...] [--rounds 2] [--seconds 20] [--keys 60]

The widget speaks VNC, and so do the others but those in -spice: the same with QEMU's SPICE instead. `nobody` is a guest
that nobody looks at. Prints `name value unit` lines: how often the picture in the window changes in a second, processor seconds of the viewer
and of QEMU meanwhile, QEMU's for each of these pictures, and the time from a key at the screen to a pixel that the guest paints for it. That way
leads through this script, which answers the guest's word of the key with an order to paint; it is the same for all.
Emulated, without an operating system (tests/support/guest). Brings its own screen.
"""
import argparse
import collections
import pathlib
import select
import socket
import subprocess
import tempfile
import time

from figures import ROOT, die_with_parent, median, say
from lab.host import free_port, wait_until
from viewers_bench import Screen, Viewer, say_percentiles


def processor_seconds(process):
    return time.clock_gettime(~process.pid << 3 | 2)


Viewer.COMMANDS = {
    **Viewer.COMMANDS,
    "remote-viewer-spice": lambda build, port: ["remote-viewer", f"spice://127.0.0.1:{port}"],
    "nobody": lambda build, port: ["sleep", "infinity"],
    "nobody-spice": lambda build, port: ["sleep", "infinity"],
}


class Guest:
    def __init__(self, build, folder, over_spice):
        # QEMU counts displays from 5900 on.
        self.port = wait_until(lambda: (port := free_port()) >= 5900 and port, "a port for a display")
        line = folder / "serial"
        self.process = subprocess.Popen(
            ["qemu-system-x86_64", "-accel", "tcg", "-nodefaults", "-no-user-config", "-m", "64", "-display", "none",
             "-device", "VGA,vgamem_mb=32", "-kernel", build / "tests/support/bareguest",
             "-serial", f"unix:{line},server=on,wait=off",
             # As libvirt starts it: a display has sound, if only a silent one.
             "-audiodev", "none,id=sound",
             *(["-spice", f"addr=127.0.0.1,port={self.port},disable-ticketing=on"] if over_spice
               else ["-vnc", f"127.0.0.1:{self.port - 5900},audiodev=sound"])],
            preexec_fn=die_with_parent)
        wait_until(line.exists, "QEMU's serial port")
        self.serial = socket.socket(socket.AF_UNIX)
        self.serial.connect(str(line))
        self.heard = b""

    def hear(self, text, seconds=20):
        end = time.monotonic() + seconds
        while text not in self.heard:
            if not select.select([self.serial], [], [], max(0, end - time.monotonic()))[0]:
                return False
            self.heard += self.serial.recv(4096)
        self.heard = self.heard[self.heard.index(text) + len(text):]
        return True

    def tell(self, line):
        self.serial.sendall(line.encode() + b"\n")

    def obey(self, line):
        self.tell(line)
        if not self.hear(b"ok"):
            raise SystemExit(f"the guest did not obey: {line}")

    def end(self):
        self.process.kill()
        self.process.wait()


def changes(screen, places, seconds):
    """How often any of a few pixels changed; as each scrolled line differs from the one before."""
    seen, count = None, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        now = [screen.pixel(*place) for place in places]
        count += seen is not None and now != seen
        seen = now
        time.sleep(0.003)
    return count / seconds


def measure_keys(screen, guest, times):
    """Milliseconds from a key to the pixel painted for it."""
    place = None
    guest.obey("fill 0 0 64 64 ff00ff")
    end = time.monotonic() + 5
    while place is None and time.monotonic() < end:
        place = screen.find(0xff00ff)
    if place is None:
        return []
    taken = []
    for number in range(times):
        colour = 0x102030 + number * 7
        guest.heard = b""
        before = time.monotonic_ns()
        screen.press(ord("a"), True)
        if not guest.hear(b"key", 2):
            continue
        guest.tell(f"fill 0 0 64 64 {colour:06x}")
        end = time.monotonic() + 2
        while screen.pixel(*place) != colour and time.monotonic() < end:
            pass
        taken.append((time.monotonic_ns() - before) / 1e6)
        screen.press(ord("a"), False)
        time.sleep(0.05 + number % 7 * 0.007)
    return taken


def measure(name, given, screen, folder, figures):
    guest = Guest(given.build, folder, name.endswith("-spice"))
    guest.obey("mode 1920 1080")
    viewer = Viewer(name, given.build, guest.port)
    time.sleep(3)  # until its window is there and its picture complete
    watched = not name.startswith("nobody")
    if watched:
        figures[name, "keys"] += measure_keys(screen, guest, given.keys)
    guest.obey(f"scroll {int(given.seconds * 30)}")
    time.sleep(0.5)
    before = viewer.processor_seconds(), processor_seconds(guest.process)
    span = given.seconds - 2
    figures[name, "rate"].append(changes(screen, [(700, 500), (900, 640), (1100, 710)], span))
    figures[name, "viewer"].append((viewer.processor_seconds() - before[0]) * 20 / span)
    figures[name, "qemu"].append((processor_seconds(guest.process) - before[1]) * 20 / span)
    viewer.end()
    guest.end()
    (folder / "serial").unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--viewers", default=",".join(Viewer.COMMANDS))
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--keys", type=int, default=60)
    given = parser.parse_args()
    viewers = [each for each in given.viewers.split(",") if Viewer.installed(each)]
    figures = collections.defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="vivarium-bench-") as scratch:
        screen = Screen(pathlib.Path(scratch))
        for _ in range(given.rounds):
            for name in viewers:
                measure(name, given, screen, pathlib.Path(scratch), figures)
        screen.end()
    for name in viewers:
        if name.startswith("nobody"):
            say(f"qemu-scroll-{name}-cpu-of-qemu", median(figures[name, "qemu"]), "s/20s")
            continue
        say(f"qemu-scroll-{name}", float(median(figures[name, "rate"])), "screens/s")
        say(f"qemu-scroll-{name}-cpu", median(figures[name, "viewer"]), "s/20s")
        say(f"qemu-scroll-{name}-cpu-of-qemu", median(figures[name, "qemu"]), "s/20s")
        say(f"qemu-scroll-{name}-cpu-of-qemu-by-screens",
            median([used / max(rate, 0.05) / 20 * 1000 for used, rate in zip(figures[name, "qemu"], figures[name, "rate"])]), "ms/screen")
        say_percentiles(f"qemu-key-to-pixel-{name}", figures[name, "keys"])


if __name__ == "__main__":
    main()
