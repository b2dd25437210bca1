#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console widget beside other VNC viewers, as far as they are installed, against the same pre-encoded updates.

  viewers_bench.py [--build FOLDER] [--workloads NAME,...] [--viewers NAME,...] [--rounds 3] [--seconds 4]
                   [--keys 300] [--paints 300]

Prints `name value unit` lines: updates a second and the viewer's processor seconds for 1000 of them, per workload;
how long a key pressed at the screen takes to the wire, and a change from the server to a pixel of the window, at rest.
Viewers take turns within a round, and medians are printed, so that a busy machine wrongs none of them. Brings its own
screen. The other viewers: scripts/install-packages bench. Build with the release preset and -DVIVARIUM_TESTS=ON.
"""
import argparse
import collections
import ctypes
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from figures import ROOT, die_with_parent, median, say

WORKLOADS = ["scroll-hextile", "scroll-zrle", "scroll-tight", "scroll-palette", "scroll-copy", "video-raw",
             "video-zrle", "video-tight", "video-jpeg"]


class Server:
    def __init__(self, build, workload):
        self.process = subprocess.Popen([build / "tests/bench/frameserver", workload], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1, preexec_fn=die_with_parent)
        self.port = int(self.answer("port")[0])

    def answer(self, word):
        for line in self.process.stdout:
            words = line.split()
            if words[0] == word:
                return [int(each) for each in words[1:]]
        raise SystemExit("the server ended")

    def tell(self, command):
        self.process.stdin.write(command + "\n")

    def count(self):
        self.tell("count")
        return self.answer("count")


class Viewer:
    COMMANDS = {
        "vivarium": lambda build, port: [build / "tests/bench/benchviewer", str(port)],
        "tigervnc": lambda build, port: ["xtigervncviewer", "-RemoteResize=0", "-SecurityTypes=None", f"127.0.0.1::{port}"],
        "remote-viewer": lambda build, port: ["remote-viewer", f"vnc://127.0.0.1:{port}"],
    }

    def __init__(self, name, build, port):
        command = self.COMMANDS[name](build, port)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        preexec_fn=die_with_parent)

    def processor_seconds(self):
        """Of all its threads, by the kernel's clock of that process (clock_getcpuclockid)."""
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def end(self):
        self.process.kill()
        self.process.wait()

    @classmethod
    def installed(cls, name):
        return name == "vivarium" or shutil.which(cls.COMMANDS[name](pathlib.Path(), 0)[0]) is not None


def wait_for_updates(server, least, seconds=20):
    end = time.monotonic() + seconds
    while server.count()[0] < least:
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def measure_updates(viewer, server, seconds):
    """Updates a second, processor seconds for 1000; None where it shows nothing."""
    if not wait_for_updates(server, 10):
        return None
    time.sleep(1)
    (count, begin), used = server.count(), viewer.processor_seconds()
    time.sleep(seconds)
    (count_then, end), used_then = server.count(), viewer.processor_seconds()
    updates = count_then - count
    return updates * 1e9 / (end - begin), (used_then - used) * 1000 / max(1, updates)


class Screen:
    """A private screen with a window manager, and a hand on its keyboard and pixels."""

    def __init__(self, scratch):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "2000x1200x24", "-nolisten",
                                        "tcp", "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL,
                                       preexec_fn=die_with_parent)
        os.close(write)
        self.name = ":" + os.read(read, 16).decode().strip()
        home = scratch / "home"
        home.mkdir()
        os.environ.update(DISPLAY=self.name, HOME=str(home), XDG_CONFIG_HOME=str(home / "config"), LC_ALL="C.UTF-8")
        os.environ.pop("WAYLAND_DISPLAY", None)
        self.manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL, preexec_fn=die_with_parent)
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        for function in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage"):
            getattr(self.x, function).restype = ctypes.c_void_p
        self.x.XGetPixel.restype = ctypes.c_ulong
        self.x.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(self.name.encode()))
        self.root = ctypes.c_void_p(self.x.XDefaultRootWindow(self.display))
        self.x.XFree.argtypes = [ctypes.c_void_p]

    def press(self, keysym, down):
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(keysym))
        self.test.XTestFakeKeyEvent(self.display, code, int(down), ctypes.c_ulong(0))
        self.x.XFlush(self.display)

    def pixel(self, x, y):
        image = ctypes.c_void_p(self.x.XGetImage(self.display, self.root, x, y, 1, 1, ctypes.c_ulong(0xffffffff), 2))
        colour = self.x.XGetPixel(image, 0, 0) & 0xffffff
        destroy = ctypes.cast(image, ctypes.POINTER(ctypes.c_void_p))
        self.x.XFree(destroy[2])  # its data
        self.x.XFree(image)
        return colour

    def find(self, colour):
        for y in range(0, 1200, 20):
            for x in range(0, 2000, 20):
                if self.pixel(x, y) == colour:
                    return x, y
        return None

    def end(self):
        self.manager.kill()
        self.server.kill()
        self.manager.wait()
        self.server.wait()


def measure_keys(screen, server, times):
    """Milliseconds from the key at the screen to the server."""
    taken = []
    for _ in range(times):
        before = time.monotonic_ns()
        screen.press(ord("a"), True)
        arrived = server.answer("key")[0]
        screen.press(ord("a"), False)
        taken.append((arrived - before) / 1e6)
        time.sleep(0.012)
    return taken


def measure_paints(screen, server, times):
    """Milliseconds from the server's message to a pixel of the screen."""
    server.tell("paint ff00ff")
    server.answer("painted")
    end = time.monotonic() + 5
    place = None
    while place is None and time.monotonic() < end:
        place = screen.find(0xff00ff)
    if place is None:
        return []
    taken = []
    for number in range(times):
        colour = 0x102030 + number * 7
        time.sleep(0.035)  # longer than a frame of the display, so that its rate does not count
        server.tell(f"paint {colour:06x}")
        end = time.monotonic() + 2
        while screen.pixel(*place) != colour and time.monotonic() < end:
            pass
        seen = time.monotonic_ns()
        taken.append((seen - server.answer("painted")[0]) / 1e6)
    return taken


def say_percentiles(name, values):
    if not values:
        say(f"{name}-failed", 1, "run")
        return
    values = sorted(values)
    print(f"{name}-p50 {values[len(values) // 2]:.3f} ms")
    print(f"{name}-p99 {values[len(values) * 99 // 100]:.3f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--workloads", default=",".join(WORKLOADS))
    parser.add_argument("--viewers", default=",".join(Viewer.COMMANDS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--paints", type=int, default=300)
    given = parser.parse_args()
    viewers = [each for each in given.viewers.split(",") if Viewer.installed(each)]
    workloads = [each for each in given.workloads.split(",") if each]
    rates, costs = collections.defaultdict(list), collections.defaultdict(list)
    keys, paints = collections.defaultdict(list), collections.defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="vivarium-bench-") as scratch:
        screen = Screen(pathlib.Path(scratch))
        servers = {each: Server(given.build, each) for each in [*workloads, "still"]}
        for _ in range(given.rounds):
            for workload in workloads:
                for name in viewers:
                    viewer = Viewer(name, given.build, servers[workload].port)
                    measured = measure_updates(viewer, servers[workload], given.seconds)
                    viewer.end()
                    if measured:
                        rates[workload, name].append(measured[0])
                        costs[workload, name].append(measured[1])
            for name in viewers:
                viewer = Viewer(name, given.build, servers["still"].port)
                if wait_for_updates(servers["still"], 1):
                    time.sleep(1)
                    paints[name] += measure_paints(screen, servers["still"], given.paints // given.rounds)
                    keys[name] += measure_keys(screen, servers["still"], given.keys // given.rounds)
                viewer.end()
        screen.end()
    for workload in workloads:
        for name in viewers:
            if rates[workload, name]:
                say(f"{workload}-{name}", median(rates[workload, name]), "updates/s")
                say(f"{workload}-{name}-cpu", median(costs[workload, name]), "s/1000updates")
            else:
                say(f"{workload}-{name}-failed", 1, "run")
    for name in viewers[1:]:
        pairs = [(median(costs[each, viewers[0]]), median(costs[each, name])) for each in workloads
                 if costs[each, viewers[0]] and costs[each, name] and median(costs[each, name]) > 0]
        if pairs:
            say(f"cpu-{viewers[0]}-by-{name}-of-means", sum(ours for ours, _ in pairs) / sum(its for _, its in pairs), "times")
            ratios = [ours / its for ours, its in pairs]
            say(f"cpu-{viewers[0]}-by-{name}-mean", sum(ratios) / len(ratios), "times")
            say(f"cpu-{viewers[0]}-by-{name}-worst", max(ratios), "times")
    for name in viewers:
        if given.keys:
            say_percentiles(f"key-to-wire-{name}", keys[name])
        if given.paints:
            say_percentiles(f"server-to-pixel-{name}", paints[name])


if __name__ == "__main__":
    main()
