#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From Create now to running, beside the bare steps (qemu-img create, define, start) of a small machine and of the
very machine that the wizard makes. The three alternate, so that other work on the computer troubles all alike; medians
are printed. Needs a screen.

  tests/e2e/on-own-screen tests/bench/create_bench.py [RUNS]
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from figures import ROOT, median, say
import driver
from driver import Program, key
from lab.guest import build_iso
from lab.host import PrivateHost, wait_until
from lab.machines import definition
from story import BUTTON

RUNS = 9


class Starts:
    """When each machine was seen to start, by libvirt's own event."""

    def __init__(self, host):
        self.seen = {}
        self.process = subprocess.Popen(["virsh", "-c", host.uri, "event", "--event", "lifecycle", "--loop"],
                                        stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            if "Started" in line:
                self.seen[line.split("'")[3]] = time.monotonic()

    def since(self, name, begin):
        wait_until(lambda: name in self.seen, f"{name} starts", 60, pause=0.005)
        return (self.seen[name] - begin) * 1000


def small(name, disk, iso):
    drive = f"<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{disk}'/><target dev='vda' bus='virtio'/></disk>"
    return definition(name, iso).replace("<serial", drive + "<serial", 1)


def twin(host, name, disk, model):
    """What the wizard defined for `model`, under another name and with another disk."""
    xml = re.sub(r"\s*<uuid>.*?</uuid>|\s*<mac address=.*?/>", "", host.virsh("dumpxml", "--inactive", model))
    return xml.replace(f"<name>{model}</name>", f"<name>{name}</name>").replace(str(host.pool / f"{model}.qcow2"), str(disk))


def bare(host, starts, name, make):
    disk = host.pool / f"{name}.qcow2"
    path = host.folder / f"{name}.xml"
    path.write_text(make(name, disk))
    begin = time.monotonic()
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", str(disk), "20G"], check=True)
    host.virsh(text=f"define {path}\nstart {name}\n")
    took = starts.since(name, begin)
    host.virsh("destroy", name)
    return took


def through_the_wizard(program, host, iso, starts, number):
    name = f"wizard-{number}"
    program.click(BUTTON, "New machine")
    wizard = program.find(("dialog", "frame"), "New machine")
    program.find("text", "Image", within=wizard).fill(str(iso))
    key("Tab")
    program.enabled(BUTTON, "Create now", within=wizard, seconds=60)
    for _ in range(3):
        if program.see("text", "Name", within=wizard):
            break
        program.find(BUTTON, "Next", within=wizard).click()
        program.settle()
    program.find("text", "Name", within=wizard).fill(name)
    key("Tab")
    x, y, width, height = program.enabled(BUTTON, "Create now", within=wizard).box
    driver.xdotool("mousemove", x + width // 2, y + height // 2)
    begin = time.monotonic()
    driver.xdotool("click", 1)
    took = starts.since(name, begin)
    host.virsh("destroy", name)
    return took


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="vvbench-", dir="/tmp"))
    scratch.chmod(0o755)
    release = ROOT / "build/release/app/vivarium"
    if release.exists():
        driver.BINARY = release
    try:
        iso = build_iso(ROOT / "build/lab")
        with PrivateHost(scratch / "h", with_ssh=False) as host:
            starts = Starts(host)
            program = Program("--connect", host.uri, story="create-bench").start()
            steps, twins, wizard = [], [], []
            try:
                for number in range(runs):
                    wizard.append(through_the_wizard(program, host, iso, starts, number))
                    steps.append(bare(host, starts, f"bare-{number}", lambda name, disk: small(name, disk, iso)))
                    model = f"wizard-{number}"
                    twins.append(bare(host, starts, f"twin-{number}", lambda name, disk: twin(host, name, disk, model)))
            finally:
                program.kill()
                starts.process.kill()
        for name, values in (("bare", steps), ("bare-same-machine", twins), ("wizard", wizard)):
            print(f"# create-{name}:", *(f"{value:.0f}" for value in values))
            say(f"create-{name}", median(values), "ms")
        say("create-ratio", median(wizard) / median(steps), "times")
        say("create-ratio-same-machine", median(wizard) / median(twins), "times")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
