#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the window and the machines are there, what that costs in memory, and what idling costs.

  listing_bench.py [--binary PATH] [--least PATH] [--counts 10,1000,5000] [--runs 3] [--idle SECONDS]
                   [--settle SECONDS] [--daemon]

Prints `name value unit` lines. Needs a screen (tests/e2e/on-own-screen). --daemon adds 1000 machines on a private libvirtd.
"""
import argparse
import pathlib
import subprocess
import tempfile

from figures import ROOT, Run, made_for_the_test_driver, median, say
from lab.host import PrivateHost
from lab.machines import definition


def measure(given, scratch, label, address):
    shown, listed, memory = [], [], []
    for number in range(given.runs):
        run = Run(given.binary, scratch, address)
        try:
            shown.append(run.milestone("window-shown"))
            listed.append(run.milestone("host-listed"))
            if None in (shown[-1], listed[-1]):
                say(f"failed-{label}", 1, "run")
                print(run.log.read_text(errors="replace")[-1000:])
                return
            memory.append(run.memory_mib())
            if number == given.runs - 1 and given.idle:
                say(f"idle-{label}", run.idle_per_minute(given.settle, given.idle), "s/min")
                say(f"memory-after-idle-{label}", run.memory_mib(), "MiB")
        finally:
            run.end()
    say(f"window-shown-{label}", median(shown), "ms")
    say(f"host-listed-{label}", median(listed), "ms")
    say(f"memory-{label}", median(memory), "MiB")
    if given.least.exists():
        print(subprocess.run([str(given.least), address], capture_output=True, text=True, timeout=120).stdout, end="", flush=True)


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/app/vivarium")
    parser.add_argument("--least", type=pathlib.Path, default=ROOT / "build/dev/tests/bench/leastbrowser")
    parser.add_argument("--counts", default="10,50,1000,5000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--idle", type=int, default=20, help="seconds to sample; 0 leaves it out")
    parser.add_argument("--settle", type=int, default=5, help="seconds before that; sparklines grow for the first 80")
    parser.add_argument("--daemon", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vvbench-", dir="/tmp") as folder:
        scratch = pathlib.Path(folder)
        scratch.chmod(0o755)
        for count in map(int, given.counts.split(",")):
            path = scratch / f"{count}.xml"
            made_for_the_test_driver(path, count)
            measure(given, scratch, str(count), f"test://{path}")
        if given.daemon:
            on_daemon(given, scratch)


if __name__ == "__main__":
    main()
