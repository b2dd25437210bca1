# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: finds things by role and accessible name, acts with a real
mouse and keyboard (xdotool), and waits for conditions. Runs inside scripts/test-screen."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "lab"))
from lab.host import LabError, die_with_parent, wait_until  # noqa: E402,F401

GONE = (GLib.Error, LookupError, NotImplementedError, RuntimeError, AttributeError, TypeError)
BINARY = pathlib.Path(os.environ.get("VIVARIUM_BINARY", ROOT / "build/dev/app/vivarium"))
ARTIFACTS = pathlib.Path(os.environ.get("VIVARIUM_ARTIFACTS", ROOT / "build/e2e"))


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


class Thing:
    """One accessible object. Everything asked of it is asked anew: the window changes under us."""

    def __init__(self, node):
        self.node = node

    def ask(self, question, otherwise=None):
        try:
            return question(self.node)
        except GONE:
            return otherwise

    @property
    def name(self):
        return self.ask(lambda node: node.name, "") or ""

    @property
    def description(self):
        return self.ask(lambda node: node.description, "") or ""

    @property
    def role(self):
        return self.ask(lambda node: node.getRoleName(), "") or ""

    @property
    def text(self):
        def read(node):
            return node.queryText().getText(0, -1)
        return self.ask(read, "") or ""

    def has(self, state):
        return bool(self.ask(lambda node: node.getState().contains(state), False))

    @property
    def is_showing(self):
        return self.has(pyatspi.STATE_SHOWING)

    @property
    def is_enabled(self):
        return self.has(pyatspi.STATE_ENABLED) and self.has(pyatspi.STATE_SENSITIVE)

    @property
    def is_checked(self):
        return self.has(pyatspi.STATE_CHECKED)

    @property
    def children(self):
        count = self.ask(lambda node: node.childCount, 0)
        for index in range(min(count, 2000)):
            child = self.ask(lambda node: node.getChildAtIndex(index))
            if child is not None:
                yield Thing(child)

    @property
    def box(self):
        """x, y, width, height on the screen."""
        extents = self.ask(lambda node: node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS))
        return (extents.x, extents.y, extents.width, extents.height) if extents else (0, 0, 0, 0)

    def parent(self):
        return Thing(self.ask(lambda node: node.parent))

    def walk(self, depth=40):
        yield self
        if depth:
            for child in self.children:
                yield from child.walk(depth - 1)

    def click(self, button=1, times=1):
        x, y, width, height = self.box
        if width <= 0 or height <= 0:
            raise LabError(f"{self} has no place on the screen")
        xdotool("mousemove", x + width // 2, y + height // 2)
        xdotool("click", "--repeat", times, "--delay", 60, button)

    def drag_to(self, other):
        """With the left button held, in steps, as a hand does: a drag begins after some way only."""
        (x, y, width, height), (to_x, to_y, to_width, to_height) = self.box, other.box
        start, end = (x + width // 2, y + height // 2), (to_x + to_width // 2, to_y + to_height // 2)
        xdotool("mousemove", *start, "mousedown", 1)
        for step in range(1, 11):
            xdotool("mousemove", *(a + (b - a) * step // 10 for a, b in zip(start, end)), "sleep", 0.05)
        xdotool("mouseup", 1)

    def press(self):
        """By its accessible action, as a screen reader would."""
        def act(node):
            action = node.queryAction()
            names = [action.getName(index).lower() for index in range(action.nActions)]
            for wanted in ("press", "click", "toggle", "showmenu"):
                if wanted in names:
                    return action.doAction(names.index(wanted))
            return action.doAction(0)
        if not self.ask(act, False):
            raise LabError(f"{self} has no action")

    def fill(self, text):
        """Replaces what an entry holds, by typing."""
        self.click()
        xdotool("key", "--clearmodifiers", "ctrl+a")
        xdotool("key", "--clearmodifiers", "Delete")
        xdotool("type", "--clearmodifiers", "--delay", 8, "--", text)

    def __str__(self):
        return f"{self.role} {self.name!r}"


class Program:
    """The program under test, with its own environment. One at a time."""

    def __init__(self, *arguments, environment=None, story="story", binary=BINARY):
        self.binary = binary
        self.arguments = [str(argument) for argument in arguments]
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                            "QT_ACCESSIBILITY": "1", **(environment or {})}
        self.artifacts = ARTIFACTS / story
        shutil.rmtree(self.artifacts, ignore_errors=True)
        self.artifacts.mkdir(parents=True, exist_ok=True)
        self.log = self.artifacts / "program.log"
        self.process = None

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([str(self.binary), *self.arguments], env=self.environment, stdout=log, stderr=log,
                                            stdin=subprocess.DEVNULL, preexec_fn=die_with_parent)
        self.root = wait_until(self.find_application, "the program appears on the accessibility bus", 60)
        return self

    def find_application(self):
        if self.process.poll() is not None:
            raise LabError(f"the program ended with {self.process.returncode}: {self.tail()}")
        for child in Thing(pyatspi.Registry.getDesktop(0)).children:
            if child.ask(lambda node: node.get_process_id()) == self.process.pid and child.ask(lambda node: node.childCount, 0):
                return child
        return None

    def tail(self):
        return self.log.read_text(errors="replace")[-2000:]

    # Looking

    def all(self, role=None, name=None, within=None, showing=True):
        """Every match. `name` is exact, or a compiled pattern searched for in it; `role` a word or several."""
        roles = {role} if isinstance(role, str) else set(role or ())
        start = within or self.root
        start.ask(lambda node: node.clear_cache())
        for thing in start.walk():
            if roles and thing.role not in roles:
                continue
            if name is not None:
                given = thing.name
                if not (name.search(given) if isinstance(name, re.Pattern) else given == name):
                    continue
            if showing and not thing.is_showing:
                continue
            yield thing

    def see(self, role=None, name=None, within=None, showing=True):
        """The first match now, or None."""
        return next(self.all(role, name, within, showing), None)

    def find(self, role=None, name=None, within=None, showing=True, seconds=20):
        """The first match, waited for."""
        def look():
            if self.process.poll() is not None:
                raise LabError(f"the program ended with {self.process.returncode}: {self.tail()}")
            return self.see(role, name, within, showing)
        return wait_until(look, f"a {role or 'thing'} named {name!r}", seconds, pause=0.1)

    def gone(self, role=None, name=None, seconds=20):
        wait_until(lambda: self.see(role, name) is None, f"no {role or 'thing'} named {name!r} any more", seconds, pause=0.1)

    def says(self, pattern, seconds=20):
        """Waits until any shown name, description or text matches the pattern."""
        wanted = re.compile(pattern)

        def look():
            self.root.ask(lambda node: node.clear_cache())
            return next((thing for thing in self.root.walk()
                         if thing.is_showing and any(map(wanted.search, (thing.name, thing.description, thing.text)))), None)
        return wait_until(look, f"the window says {pattern!r}", seconds, pause=0.1)

    def enabled(self, role, name, within=None, seconds=20):
        return wait_until(lambda: next((thing for thing in self.all(role, name, within) if thing.is_enabled), None),
                          f"an enabled {role} named {name!r}", seconds, pause=0.1)

    # Acting

    def click(self, role, name, within=None, seconds=20):
        """With the mouse, once it is shown and enabled."""
        thing = self.enabled(role, name, within, seconds)
        thing.click()
        return thing

    def choose_from_open_menu(self, *path):
        """With the arrow keys, hearing what a screen reader hears. Qt 6.4 shows a popup menu to it only as the
        item that has the focus, so there is no tree to search. Each step is a pattern."""
        for number, wanted in enumerate(path):
            heard = []
            while not heard or not re.fullmatch(wanted, heard[-1]):
                if len(heard) > 40:
                    raise LabError(f"the menu has no {wanted!r}; it has {sorted(set(heard))}")
                with FocusEar() as ear:
                    # A submenu opens with its first item chosen.
                    key("Right" if number and not heard else "Down")
                    heard.append(ear.name())
            if number == len(path) - 1:
                key("Return")

    def settle(self):
        """Two looks at the screen that see the same: layouts and popups have come to rest."""
        last = [b""]

        def still():
            now = subprocess.run(["import", "-silent", "-window", "root", "-resize", "25%", "gray:-"],
                                 capture_output=True).stdout
            same, last[0] = now == last[0], now
            return same
        wait_until(still, "the screen comes to rest", 10, pause=0.15)

    def screenshot(self, name, box=None):
        path = self.artifacts / f"{name}.png"
        crop = ["-crop", f"{box[2]}x{box[3]}+{box[0]}+{box[1]}", "+repage"] if box else []
        subprocess.run(["import", "-silent", "-window", "root", *crop, str(path)], check=True)
        return path

    def evidence(self, name="failure"):
        """What there was to see, for whoever reads a failure."""
        try:
            self.screenshot(name)
            lines = []

            def describe(thing, depth):
                shown = "" if thing.is_showing else " (hidden)"
                off = "" if thing.is_enabled else " (disabled)"
                lines.append(f"{'  ' * depth}{thing}{shown}{off} {thing.box} {thing.text[:60]!r}")
                for child in thing.children:
                    describe(child, depth + 1)
            describe(self.root, 0)
            (self.artifacts / f"{name}.txt").write_text("\n".join(lines))
        except Exception as error:  # evidence must not hide the failure itself
            print(f"no evidence could be kept: {error}", file=sys.stderr)

    def close(self, seconds=20):
        """Closes the main window as a person does; the program's exit code, if it ends in time."""
        windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Vivarium"],
                                 capture_output=True, text=True).stdout.split()

        def pressed():
            # The window manager may be about to hand the focus on: a person presses again then.
            if self.process.poll() is None and subprocess.run(["xdotool", "windowactivate", windows[0]]).returncode == 0:
                key("alt+F4")
            return self.process.poll() is not None

        try:
            wait_until(pressed, "the window closes", 3, pause=1)
        except LabError:
            pass  # closed, and the program still at its end; or not, which the wait tells
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise LabError(f"the program did not end within {seconds} s") from None

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class FocusEar:
    """Hears which object got the focus, while it is open."""

    def __enter__(self):
        self.names = []
        pyatspi.Registry.registerEventListener(self.hear, "object:state-changed:focused")
        return self

    def hear(self, event):
        if event.detail1:
            self.names.append(Thing(event.source).name)

    def name(self):
        """The last one, once there is one."""
        def listen():
            while GLib.MainContext.default().iteration(False):
                pass
            return self.names
        return wait_until(listen, "something gets the focus", 5)[-1]

    def __exit__(self, *_):
        pyatspi.Registry.deregisterEventListener(self.hear, "object:state-changed:focused")


def type_keys(text):
    """On the keyboard, to whatever has the focus. A line's end is the Return key."""
    for line in text.splitlines(keepends=True):
        xdotool("type", "--delay", 60, line.rstrip("\n"))
        if line.endswith("\n"):
            xdotool("key", "Return")


def key(*names):
    for name in names:
        xdotool("key", "--delay", 40, name)


# Pictures

SIZE = (180, 100)


def greys(path, box=None):
    """A picture, or a part of it, as SIZE grey bytes: small differences of scaling vanish."""
    crop = ["-crop", f"{box[2]}x{box[3]}+{box[0]}+{box[1]}", "+repage"] if box else []
    return subprocess.run(["convert", str(path), *crop, "-resize", f"{SIZE[0]}x{SIZE[1]}!", "-depth", "8", "-colorspace",
                           "Gray", "gray:-"], capture_output=True, check=True).stdout


def size_of(path):
    told = subprocess.run(["identify", "-format", "%w %h", str(path)], capture_output=True, text=True, check=True).stdout
    return tuple(int(word) for word in told.split())


def likeness(first, second):
    """Correlation of two pictures from greys(): 1 the same, about 0 nothing in common, 0 where one is blank."""
    count = min(len(first), len(second))
    mean1, mean2 = sum(first) / count, sum(second) / count
    both = spread1 = spread2 = 0.0
    for a, b in zip(first, second):
        both += (a - mean1) * (b - mean2)
        spread1 += (a - mean1) ** 2
        spread2 += (b - mean2) ** 2
    return both / (spread1 * spread2) ** 0.5 if spread1 and spread2 else 0.0


def fitted(box, picture_size):
    """Where a picture of that size is painted when scaled to fit, centred, into the box."""
    x, y, width, height = box
    scale = min(width / picture_size[0], height / picture_size[1])
    painted = (round(picture_size[0] * scale), round(picture_size[1] * scale))
    return x + (width - painted[0]) // 2, y + (height - painted[1]) // 2, *painted


def centred(box, picture_size):
    """Where it is painted unscaled."""
    x, y, width, height = box
    return x + (width - picture_size[0]) // 2, y + (height - picture_size[1]) // 2, *picture_size
