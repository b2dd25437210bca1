#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person waits for before a machine is made: the New machine window, the recognition of an image of 5 GB, the import of a disk
beside `qemu-img convert` on the same disk. The two alternate; medians are printed.

  tests/bench/creation_bench.py [BUILD-FOLDER] [RUNS]
"""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from figures import ROOT, median, say

GIB = 1 << 30


def figures_of(binary, *words):
    done = subprocess.run([str(binary), *map(str, words)], capture_output=True, text=True,
                          env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")})
    if done.returncode != 0:
        raise SystemExit(f"{binary} {words}: {done.stdout}{done.stderr}")
    return {line.split()[0]: float(line.split()[1]) for line in done.stdout.splitlines()}


def medians(binary, runs, *words):
    seen = [figures_of(binary, *words) for _ in range(runs)]
    for name in seen[0]:
        say(name, median([each[name] for each in seen]), "GiB" if name.endswith("size") else "ms")


def large_image(scratch):
    """A Debian installer by what its descriptors say, and as large as a desktop's: nothing but descriptors and holes."""
    files = scratch / "disc"
    files.mkdir()
    (files / "README").write_text("Debian")
    image = scratch / "large.iso"
    subprocess.run(["xorriso", "-as", "mkisofs", "-quiet", "-V", "Debian 12.5.0 amd64 n", "-o", str(image), str(files)], check=True,
                   stderr=subprocess.DEVNULL)
    os.truncate(image, 5_000_000_000)
    return image


def half_full_disk(scratch):
    """1 GiB of which every second MiB is noise, as VMDK."""
    raw, disk = scratch / "disk.raw", scratch / "disk.vmdk"
    noise = random.Random(1)
    with open(raw, "wb") as out:
        for number in range(1024):
            if number % 2:
                out.write(noise.randbytes(1 << 20))
            else:
                out.seek(1 << 20, os.SEEK_CUR)
        out.truncate(GIB)
    subprocess.run(["qemu-img", "convert", "-O", "vmdk", str(raw), str(disk)], check=True)
    raw.unlink()
    return disk


def bring(binary, scratch, disk, runs):
    pool = scratch / "pool"
    ours, theirs = [], []
    for _ in range(runs):
        for each in (ours, theirs):
            shutil.rmtree(pool, ignore_errors=True)
            pool.mkdir()
            os.sync()
            if each is ours:
                each.append(figures_of(binary, disk, pool)["import"])
                continue
            begin = time.monotonic()
            subprocess.run(["qemu-img", "convert", "-f", "vmdk", "-O", "qcow2", str(disk), str(pool / "imported.qcow2")], check=True)
            each.append((time.monotonic() - begin) * 1000)
    say("import", median(ours), "ms")
    say("import-qemu-img", median(theirs), "ms")
    say("import-speed-ratio", median(theirs) / median(ours), "times")


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    binary = build / "tests/bench/creation_bench"
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="vvbench-", dir="/var/tmp"))
    try:
        medians(binary, runs)
        medians(binary, runs, large_image(scratch))
        bring(binary, scratch, half_full_disk(scratch), runs)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
