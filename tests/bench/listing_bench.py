#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the window and the machines are there, what that costs in memory, and what idling costs; beside it the
least that a browser of machines can be (leastbrowser.cpp), measured by the same milestones from the same clock.

  listing_bench.py [--binary PATH] [--least PATH] [--counts 10,1000,5000] [--runs 5] [--idle SECONDS]
                   [--settle SECONDS] [--hidden] [--daemon] [--guests N]

Prints `name value unit` lines: medians of runs that alternate with the least browser's, and of the processor seconds
that each start took, which other work on the machine disturbs less than the milliseconds. Needs a screen
(tests/e2e/on-own-screen). --daemon adds 1000 machines on a private libvirtd, --guests that many running QEMU.
"""
import argparse
import pathlib
import tempfile

from figures import ROOT, Run, made_for_the_test_driver, median, say
from lab.host import PrivateHost
from lab.machines import definition

VIVARIUM = ("--new-instance", "--timings", "--connect")


class Starts:
    """Figures of one program's starts."""

    def __init__(self, name, label):
        self.name, self.label = name, label
        self.shown, self.listed, self.painted, self.memory, self.processor = [], [], [], [], []

    def add(self, run):
        if self.name != "least":
            self.shown.append(run.milestone("window-shown"))
        self.listed.append(run.milestone("host-listed"))
        self.painted.append(run.milestone("machines-shown"))
        self.processor.append(run.processor_seconds())
        self.memory.append(run.memory_mib())
        if None in self.shown + self.listed + self.painted:
            raise SystemExit(f"failed-{self.name}-{self.label} 1 run\n" + run.log.read_text(errors="replace")[-1000:])

    def say(self):
        for what, values, unit in (("window-shown", self.shown, "ms"), ("host-listed", self.listed, "ms"),
                                   ("machines-shown", self.painted, "ms"), ("start-processor", self.processor, "s"),
                                   ("memory", self.memory, "MiB")):
            if values:
                say(f"{self.name}-{what}-{self.label}", float(median(values)), unit)


def idle(given, run, label):
    say(f"idle-{label}", run.idle_per_minute(given.settle, given.idle), "s/min")
    say(f"memory-after-idle-{label}", run.memory_mib(), "MiB")
    if given.hidden:
        run.minimize()
        say(f"idle-hidden-{label}", run.idle_per_minute(3, given.idle), "s/min")


def measure(given, scratch, label, address):
    own, least = Starts("vivarium", label), Starts("least", label)
    for number in range(given.runs):
        run = Run(given.binary, scratch, *VIVARIUM, address)
        try:
            own.add(run)
            if number == given.runs - 1 and given.idle:
                idle(given, run, label)
        finally:
            run.end()
        if given.least.exists():
            run = Run(given.least, scratch, address)
            try:
                least.add(run)
            finally:
                run.end()
    own.say()
    least.say()
    if least.painted:
        say(f"shown-ratio-{label}", median(own.painted) / median(least.painted), "times")


def on_daemon(given, scratch):
    count = 1000
    with PrivateHost(scratch / "h", with_ssh=False) as host:
        lines = []
        for number in range(count):
            path = host.folder / f"d{number}.xml"
            path.write_text(definition(f"machine-{number:05}", memory_mib=64))
            lines.append(f"define {path}")
        host.virsh(text="\n".join(lines) + "\n")
        measure(given, scratch, f"daemon-{count}", host.uri)


def on_guests(given, scratch):
    """Real QEMU processes, whose processors stand still: what is measured is the asking, not the guests."""
    with PrivateHost(scratch / "g", with_ssh=False) as host:
        for number in range(given.guests):
            path = host.folder / f"g{number}.xml"
            path.write_text(definition(f"guest-{number:05}", memory_mib=16))
            host.virsh(text=f"define {path}\nstart --paused guest-{number:05}\n")
        say("guests-running", len(host.virsh("list", "--name").split()), "guests")
        measure(given, scratch, f"guests-{given.guests}", host.uri)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/app/vivarium")
    parser.add_argument("--least", type=pathlib.Path, default=ROOT / "build/dev/tests/bench/leastbrowser")
    parser.add_argument("--counts", default="10,50,1000,5000", help="of machines on the test driver; nine in ten run")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--idle", type=int, default=20, help="seconds to sample; 0 leaves it out")
    parser.add_argument("--settle", type=int, default=5, help="seconds before that; sparklines grow for the first 80")
    parser.add_argument("--hidden", action="store_true", help="sample once more with the window minimized")
    parser.add_argument("--daemon", action="store_true")
    parser.add_argument("--guests", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vvbench-", dir="/tmp") as folder:
        scratch = pathlib.Path(folder)
        scratch.chmod(0o755)
        for count in map(int, filter(None, given.counts.split(","))):
            path = scratch / f"{count}.xml"
            made_for_the_test_driver(path, count)
            measure(given, scratch, str(count), f"test://{path}")
        if given.daemon:
            on_daemon(given, scratch)
        if given.guests:
            on_guests(given, scratch)


if __name__ == "__main__":
    main()
