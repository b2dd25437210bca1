#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""vivarium-kvm in an emulated computer whose KVM works: whatever this computer has, a good one must not be distrusted.

Usage: kvm_test.py VIVARIUM-KVM
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from lab.guest import downloaded_kernel, initrd, installed_kernel

CACHE = pathlib.Path(os.environ.get("VIVARIUM_LAB_CACHE", pathlib.Path(__file__).resolve().parents[2] / "build/lab"))
PROGRAM = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else None

INIT = """#!/bin/busybox sh
/bin/busybox mkdir -p /proc /dev
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
dmesg -n 1
for module in $(cat /modules/order); do insmod /modules/$module; done
echo "verdict: $(/bin/vivarium-kvm 120)"
poweroff -f
"""


class WorkingKvm(unittest.TestCase):
    def verdict(self, processor, modules=("irqbypass.ko", "kvm.ko", "kvm-amd.ko")):
        CACHE.mkdir(parents=True, exist_ok=True)
        kernel = installed_kernel() or downloaded_kernel(CACHE)
        with tempfile.NamedTemporaryFile(suffix=".gz") as file:
            file.write(initrd(kernel, (PROGRAM,), INIT, modules))
            file.flush()
            told = subprocess.run(["qemu-system-x86_64", "-accel", "tcg", "-cpu", processor, "-m", "512", "-nodefaults", "-display", "none",
                                   "-no-reboot", "-serial", "stdio", "-kernel", str(kernel.image), "-initrd", file.name,
                                   "-append", "console=ttyS0 quiet panic=-1"],
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=280).stdout
        lines = [line.split("verdict: ")[1].strip() for line in told.splitlines() if "verdict: " in line]
        self.assertTrue(lines, told)
        return lines[0]

    def test_good_one_is_said_to_work(self):
        self.assertEqual(self.verdict("qemu64,+svm,+npt"), "works rplfvt")

    def test_one_without_nested_paging_works_too(self):
        self.assertEqual(self.verdict("qemu64,+svm,-npt"), "works rplfvt")

    def test_nothing_is_said_of_what_is_not_there(self):
        self.assertTrue(self.verdict("qemu64,-svm", ("irqbypass.ko", "kvm.ko")).startswith("unknown /dev/kvm"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
