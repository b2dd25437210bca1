#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From Create now to running, beside the bare steps (qemu-img create, define, start). Needs a screen.

  tests/e2e/on-own-screen tests/bench/create_bench.py
"""
import pathlib
import shutil
import subprocess
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

RUNS = 3


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


def bare(host, iso, starts, number):
    name = f"bare-{number}"
    disk = host.pool / f"{name}.qcow2"
    path = host.folder / f"{name}.xml"
    drive = f"<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{disk}'/><target dev='vda' bus='virtio'/></disk>"
    path.write_text(definition(name, iso).replace("<serial", drive + "<serial", 1))
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
    button = program.enabled(BUTTON, "Create now", within=wizard)
    begin = time.monotonic()
    button.click()
    took = starts.since(name, begin)
    host.virsh("destroy", name)
    return took


def main():
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="vvbench-", dir="/tmp"))
    scratch.chmod(0o755)
    release = ROOT / "build/release/app/vivarium"
    if release.exists():
        driver.BINARY = release
    try:
        iso = build_iso(ROOT / "build/lab")
        with PrivateHost(scratch / "h", with_ssh=False) as host:
            starts = Starts(host)
            steps = [bare(host, iso, starts, number) for number in range(RUNS)]
            program = Program("--connect", host.uri, story="create-bench").start()
            try:
                wizard = [through_the_wizard(program, host, iso, starts, number) for number in range(RUNS)]
            finally:
                program.kill()
                starts.process.kill()
        say("create-bare", median(steps), "ms")
        say("create-wizard", median(wizard), "ms")
        say("create-ratio", median(wizard) / median(steps), "times")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
