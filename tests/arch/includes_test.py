#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom, and what no source may hold. The tables here are the rules of ARCHITECTURE.md.

Fails with one line per break of a rule.
"""
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUFFIXES = {".h", ".cpp", ".c"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)

LIBRARIES = {  # may include from
    "core": {"core"},
    "viewer": {"viewer"},
    "ui": {"core", "viewer", "ui"},
    "app": {"core", "viewer", "ui", "app"},
}

BELOW_HOSTS = {"base", "archives", "async", "downloads", "guestsetup", "settings", "jobs", "libvirt", "config"}
ROOMS = {  # rooms of core that a room may include, beside itself
    "base": set(),
    "async": {"base"},
    "archives": {"base"},
    "guestsetup": {"base"},
    "settings": {"base"},
    "jobs": {"base", "async"},
    "downloads": {"base", "async", "jobs"},
    "libvirt": {"base", "async"},
    "config": {"base"},
    "storage": BELOW_HOSTS,
    "networks": BELOW_HOSTS,
    "devices": BELOW_HOSTS,
    # A host and its machines know each other.
    "hosts": BELOW_HOSTS | {"machines", "storage", "networks", "devices"},
    "machines": BELOW_HOSTS | {"hosts"},
    "appliances": BELOW_HOSTS,
    "provisioning": BELOW_HOSTS | {"hosts", "machines", "storage", "networks", "appliances"},
    "inventory": BELOW_HOSTS | {"hosts", "machines", "storage", "networks", "devices", "provisioning"},
}
# Headers that only declare values: known to every room of core but base, async, settings and jobs.
VALUES = {"core/machines/machinestate.h", "core/machines/machinefacts.h", "core/machines/machinestats.h",
          "core/hosts/hostsurvey.h", "core/hosts/hosturi.h", "core/provisioning/osdatabase.h",
          "core/provisioning/machinerecipe.h"}
VALUE_READERS = set(ROOMS) - {"base", "archives", "async", "guestsetup", "settings", "jobs"}

FOREIGN = [  # header, where it may be included; nothing: nowhere
    (re.compile(r"^libvirt/"), ("core/libvirt/",)),
    (re.compile(r"^pugixml"), ("core/config/", "core/libvirt/", "core/provisioning/", "core/hosts/")),
    (re.compile(r"^osinfo"), ("core/provisioning/",)),
    (re.compile(r"^archive"), ("core/archives/",)),
    (re.compile(r"^(crypt|yaml)\.h"), ("core/guestsetup/",)),
    (re.compile(r"^(glib|gio|gobject)"), ("core/provisioning/", "viewer/spice/")),
    (re.compile(r"^libxml/"), ("core/config/",)),
    (re.compile(r"^spice"), ("viewer/spice/",)),
    (re.compile(r"^rfb/"), ("viewer/",)),
    (re.compile(r"^vterm"), ("viewer/terminal/",)),
    (re.compile(r"^Qt(Gui|Widgets)(/|$)"), ("viewer/", "ui/", "app/")),
]
# Classes of QtGui and QtWidgets that somebody could reach for in core without naming the module.
GUI_CLASSES = re.compile(r"^Q(Application|GuiApplication|Widget|Image|Pixmap|Icon|Color|Painter|Font|Cursor|Action|Brush|Pen|"
                         r"KeyEvent|MouseEvent|Clipboard|Dialog|MessageBox|Label|PushButton|MainWindow|Palette|Screen|Window)$")

FORBIDDEN = [  # words, where they do not count
    (re.compile(r"\b(TODO|FIXME|XXX)\b"), ()),
    (re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep|msleep|QThread::sleep)\b"),
     ("core/libvirt/call.cpp",       # injects delays for tests
      "core/libvirt/eventloop.cpp",  # out of memory: does not spin
      "tests/ui/main/responsiveness_test.cpp",  # blocks on purpose, to see that it is noticed
      "tests/bench/")),
    (re.compile(r"\b(waitForFinished|waitForStarted|waitForReadyRead|waitForConnected)\b"),
     ("tests/", "app/singleinstance.cpp",  # before there is a window
      "core/async/childprocess.cpp")),     # on a lane, which is there to wait
    (re.compile(r"\bQEventLoop\b|->exec\(\)"), ("tests/", "app/main.cpp")),
    (re.compile(r"^#pragma GCC diagnostic", re.M), ()),
]


def sources(root):
    for top in (*LIBRARIES, "tests"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in SUFFIXES:
                yield path.relative_to(root).as_posix(), path.read_text(errors="replace")


def room_of(name):
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else ""


def include_breaks(name, text):
    top = name.split("/")[0]
    for bracket, header in INCLUDE.findall(text):
        for pattern, allowed in FOREIGN:
            if pattern.match(header) and top != "tests" and not name.startswith(allowed):
                yield f"{name}: <{header}> belongs to {' '.join(allowed)}"
        if top == "core" and GUI_CLASSES.match(header):
            yield f"{name}: <{header}> needs a screen; core has none"
        if top not in LIBRARIES or header.split("/")[0] not in LIBRARIES:
            continue
        if bracket == "<":
            yield f"{name}: <{header}> is ours, include it in quotes"
        if header.split("/")[0] not in LIBRARIES[top]:
            yield f"{name}: {top} must not know {header}"
        elif top == "core" and name.startswith("core/") and header.startswith("core/"):
            yield from room_breaks(name, header)


def room_breaks(name, header):
    own, other = room_of(name), room_of(header)
    if own == other or (own in VALUE_READERS and header in VALUES):
        return
    if own not in ROOMS:
        yield f"{name}: the room core/{own} is not in the table"
    elif other not in ROOMS[own]:
        yield f"{name}: core/{own} must not know {header}"


def text_breaks(name, text):
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text.split("\n", 1)[0]:
        yield f"{name}: the first line is not the SPDX line"
    if name.endswith(".h") and "#pragma once" not in text:
        yield f"{name}: no #pragma once"
    for pattern, excepted in FORBIDDEN:
        found = pattern.search(text)
        if found and not (excepted and name.startswith(excepted)):
            yield f"{name}: {found.group(0)} is not used here"


def breaks(root):
    return [line for name, text in sources(root) for line in (*include_breaks(name, text), *text_breaks(name, text))]


class Rules(unittest.TestCase):
    def test_sources_keep_them(self):
        self.assertEqual(breaks(ROOT), [])

    def test_sources_are_found(self):
        self.assertGreater(len(list(sources(ROOT))), 50)

    def test_each_break_is_noticed(self):
        spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        wrong = {
            "core/hosts/a.cpp": spdx + "#include <libvirt/libvirt.h>\n",
            "core/base/b.cpp": spdx + '#include "core/hosts/host.h"\n',
            "core/jobs/c.cpp": spdx + '#include "core/machines/machinestate.h"\n',
            "core/hosts/d.cpp": spdx + '#include "ui/main/mainwindow.h"\n',
            "core/hosts/e.cpp": spdx + "#include <QImage>\n",
            "viewer/rfb/f.cpp": spdx + '#include "core/base/result.h"\n',
            "ui/main/g.cpp": spdx + "#include <pugixml.hpp>\n",
            "ui/main/h.cpp": spdx + "// TODO later\n",
            "ui/main/i.cpp": spdx + "dialog->exec();\n",
            "ui/main/j.h": spdx,
            "app/k.cpp": "int main() {}\n",
            "core/unknown/l.cpp": spdx + '#include "core/base/result.h"\n',
        }
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in wrong.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text)
            told = {line.split(":")[0] for line in breaks(root)}
        self.assertEqual(told, set(wrong))


if __name__ == "__main__":
    unittest.main(verbosity=2)
