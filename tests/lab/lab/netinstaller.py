# SPDX-License-Identifier: GPL-3.0-or-later
"""An installer as they come over the network, small enough for a test: Debian's kernel, and an initrd that says on the serial port what it
was told, waits for a line, writes a system to the disk and restarts. The system is a boot sector that says so in its turn."""
import pathlib

from .guest import downloaded_kernel, initrd, installed_kernel

INSTALLER_MARKER = "NETWORK-INSTALLER-READY"
SYSTEM_MARKER = "SYSTEM-BOOTED-FROM-DISK"

INIT = f"""#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
dmesg -n 1
for module in $(cat /modules/order); do insmod /modules/$module 2>/dev/null; done
stty -F /dev/ttyS0 -echo
exec </dev/ttyS0 >/dev/ttyS0 2>&1
# Said until somebody listens: what is written before is lost.
while :; do
    echo "{INSTALLER_MARKER} <$(cat /proc/cmdline)>"
    for answers in /preseed.cfg /vivarium.ks; do [ -f $answers ] && echo "ANSWERS $(grep -c anna $answers) in $answers"; done
    read -t 1 answer && break
done
dd if=/bin/bootsector of=/dev/vda conv=fsync 2>/dev/null && echo INSTALLED
$answer -f
"""

MODULES = ["virtio_ring.ko", "virtio.ko", "virtio_pci_modern_dev.ko", "virtio_pci_legacy_dev.ko", "virtio_pci.ko", "virtio_blk.ko"]


def boot_sector() -> bytes:
    """For a BIOS: says SYSTEM_MARKER on the first serial port, twice a second, for ever."""
    code = bytes.fromhex("31c0" "8ed8"         # ds = 0
                         "be207c"              # again: si = the text
                         "ac" "84c0" "7408"    # next: a byte; at its end, pause
                         "b401" "31d2" "cd14"  # send it (int 14h)
                         "ebf3"
                         "b486" "b90700" "ba20a1" "cd15"  # pause: half a second (int 15h)
                         "ebe4")
    return (code + f"{SYSTEM_MARKER}\r\n".encode() + b"\0").ljust(510, b"\0") + b"\x55\xaa"


def build_network_installer(cache: pathlib.Path) -> tuple[bytes, bytes]:
    """Kernel and initrd."""
    cache.mkdir(parents=True, exist_ok=True)
    kernel = installed_kernel() or downloaded_kernel(cache)
    return kernel.image.read_bytes(), initrd(kernel, init=INIT, wanted_modules=MODULES, files={"bootsector": boot_sector()})
