#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From Create now to the login prompt of a cloud image, beside a bare QEMU with a copy of the same image and the same seed. Both
alternate, so that other work on the computer troubles both alike; medians are printed. Needs root, for the image, and a screen.

  tests/e2e/on-own-screen tests/bench/cloud_bench.py [RUNS]
"""
import os
import pathlib
import re
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from figures import ROOT, die_with_parent, median, say
import driver
from driver import Program, key
from lab.cloudimage import build_cloud_image
from lab.host import PrivateHost, wait_until
from lab.machines import SerialPort
from story import BUTTON

RUNS = 3
CARD = ("radio button", "check box", "push button", "toggle button", "button")
PROMPT = "login:"


def through_the_wizard(program, host, image, name):
    """Seconds, and a copy of the seed that the machine was given."""
    program.click(BUTTON, "New machine", seconds=30)
    wizard = program.find(("dialog", "frame"), "New machine")
    program.click(CARD, re.compile("^Cloud image"), within=wizard)
    program.find("text", "Cloud image", within=wizard).fill(str(image))
    key("Tab")
    program.click(BUTTON, re.compile("^Next"), within=wizard)
    program.find("text", "User", within=wizard).fill("anna")
    program.find("password text", "Password", within=wizard).fill("fluss-abend-7")
    key("Tab")
    program.click(BUTTON, re.compile("^Next"), within=wizard)
    program.find("text", "Name", within=wizard).fill(name)
    key("Tab")
    x, y, width, height = program.enabled(BUTTON, "Create now", within=wizard, seconds=60).box
    driver.xdotool("mousemove", x + width // 2, y + height // 2)
    begin = time.monotonic()
    driver.xdotool("click", 1)
    wait_until(lambda: host.state_of(name) == "running", f"{name} runs", 120, pause=0.02)
    SerialPort(host, name).wait_for(PROMPT, 600)
    took = time.monotonic() - begin
    seed = shutil.copy(host.pool / f"{name}-seed.iso", host.folder / f"{name}-seed.iso")
    host.virsh("destroy", name)
    host.virsh("undefine", name)
    return took, seed


def bare(folder, image, seed):
    disk, line = folder / "bare.qcow2", folder / "bare.serial"
    line.unlink(missing_ok=True)
    begin = time.monotonic()
    shutil.copy(image, disk)
    subprocess.run(["qemu-img", "resize", "-q", "-f", "qcow2", str(disk), "20G"], check=True)
    process = subprocess.Popen(
        ["qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-M", "q35", "-m", "2048", "-smp", "2", "-display", "none", "-nic", "none",
         "-drive", f"file={disk},if=virtio", "-drive", f"file={seed},if=virtio,format=raw,readonly=on", "-device", "virtio-rng-pci",
         "-serial", f"unix:{line},server=on,wait=off"], preexec_fn=die_with_parent)
    wait_until(line.exists, "QEMU's serial port", 30, pause=0.01)
    heard = b""
    with socket.socket(socket.AF_UNIX) as serial:
        serial.connect(str(line))
        while PROMPT.encode() not in heard:
            if not select.select([serial], [], [], 600)[0]:
                raise SystemExit(f"the bare machine says nothing more: {heard[-300:]}")
            heard += serial.recv(4096)
    took = time.monotonic() - begin
    process.kill()
    process.wait()
    return took


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    image = build_cloud_image(pathlib.Path(os.environ.get("VIVARIUM_LAB_CACHE", ROOT / "build/lab")))
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="vvbench-", dir="/tmp"))
    scratch.chmod(0o755)
    release = ROOT / "build/release/app/vivarium"
    if release.exists():
        driver.BINARY = release
    try:
        with PrivateHost(scratch / "h", with_ssh=False) as host:
            program = Program("--connect", host.uri, story="cloud-bench").start()
            wizard, alone = [], []
            try:
                for number in range(runs):
                    took, seed = through_the_wizard(program, host, image, f"cloud-{number}")
                    wizard.append(took)
                    alone.append(bare(scratch, image, seed))
            finally:
                program.kill()
        for name, values in (("bare", alone), ("wizard", wizard)):
            print(f"# cloud-{name}:", *(f"{value:.1f}" for value in values))
            say(f"cloud-{name}", median(values), "s")
        say("cloud-ratio", median(wizard) / median(alone), "times")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
