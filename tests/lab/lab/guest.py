# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny guest that boots in seconds, made of Debian's kernel and busybox, as an installer-like ISO.

Its screen (tty1) and its serial port (ttyS0) each show MARKER and then a shell. The power button turns it
off. Built once, kept while what it is made of stays the same. BIOS and UEFI boot where GRUB has both.
"""
import gzip
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile

from .packages import download

MARKER = "VIVARIUM-GUEST-READY"
VOLUME = "VIVARIUM_TEST"

INIT = f"""#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev /run /tmp
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
dmesg -n 1
for module in $(cat /modules/order); do insmod /modules/$module 2>/dev/null; done
export PS1='guest# ' PATH=/bin HOME=/ TERM=linux
# Only the power button is read: keys of the keyboard must not turn the guest off. Open before the marker is shown.
for name in /sys/class/input/event*/device/name; do
    grep -q '^Power Button' $name || continue
    event=$(basename $(dirname $(dirname $name)))
    exec 3</dev/input/$event
    (dd <&3 of=/dev/null bs=24 count=1 2>/dev/null; poweroff -f) &
done
(while :; do setsid sh -c 'echo {MARKER} serial; exec sh -i' </dev/ttyS0 >/dev/ttyS0 2>&1; done) &
if [ -x /bin/guestagent ]; then
    stty -F /dev/ttyS1 raw -echo
    (while :; do setsid guestagent </dev/ttyS1 >/dev/ttyS1 2>&1; done) &
fi
printf '\\033[2J\\033[H' >/dev/tty1
while :; do setsid sh -c 'echo {MARKER} screen; exec sh -i' </dev/tty1 >/dev/tty1 2>&1; done
"""

# In the order in which they need each other.
MODULES = ["virtio_ring.ko", "virtio.ko", "virtio_pci_modern_dev.ko", "virtio_pci_legacy_dev.ko", "virtio_pci.ko",
           "evdev.ko", "button.ko", "virtio_input.ko", "virtio_console.ko", "failover.ko", "net_failover.ko", "virtio_net.ko", "fuse.ko",
           "virtiofs.ko"]

GRUB = """set timeout=0
if [ "$grub_platform" = efi ]; then
    insmod all_video
    set gfxpayload=keep
else
    set gfxpayload=text
fi
menuentry "Vivarium test guest" {
    linux /boot/vmlinuz console=ttyS0 console=tty1 quiet
    initrd /boot/initrd.gz
}
"""


class Kernel:
    """A kernel image with the folder of its modules."""

    def __init__(self, image: pathlib.Path, modules: pathlib.Path):
        self.image, self.modules = image, modules


def installed_kernel():
    for image in sorted(pathlib.Path("/boot").glob("vmlinuz-*-cloud-amd64"), reverse=True):
        modules = pathlib.Path("/lib/modules") / image.name[len("vmlinuz-"):]
        if os.access(image, os.R_OK) and modules.is_dir():
            return Kernel(image, modules)
    return None


def downloaded_kernel(cache: pathlib.Path):
    """Unpacks the package instead of installing it: a test must not change what the computer boots."""
    folder = cache / "kernel"
    if not list(folder.glob("boot/vmlinuz-*")):
        folder.mkdir(parents=True, exist_ok=True)
        depends = subprocess.run(["apt-cache", "depends", "--important", "linux-image-cloud-amd64"],
                                 check=True, capture_output=True, text=True).stdout
        package = next(line.split()[-1] for line in depends.splitlines() if "linux-image-" in line and "Depends" in line)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            os.chmod(scratch, 0o755)
            [deb] = download([package], pathlib.Path(scratch))
            subprocess.run(["dpkg-deb", "-x", str(deb), str(folder)], check=True)
    image = next(folder.glob("boot/vmlinuz-*"))
    return Kernel(image, folder / "lib/modules" / image.name[len("vmlinuz-"):])


def cpio_entry(name: str, mode: int, data: bytes, number: int) -> bytes:
    encoded = name.encode() + b"\0"
    fields = [number, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(encoded), 0]
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + encoded
    head += b"\0" * (-len(head) % 4)
    return head + data + b"\0" * (-len(data) % 4)


def initrd(kernel: Kernel, programs: tuple[pathlib.Path, ...] = (), init: str = INIT, wanted_modules=tuple(MODULES),
           files=None) -> bytes:
    """A cpio archive written here: needs neither root nor device nodes. Programs come to /bin, as do `files`: names and bytes."""
    entries = [("bin", 0o40755, b""), ("modules", 0o40755, b""), ("bin/busybox", 0o100755, busybox().read_bytes()),
               ("init", 0o100755, init.encode())]
    entries += [(f"bin/{name}", 0o100755, data) for name, data in (files or {}).items()]
    present = []
    for module in wanted_modules:
        found = next(kernel.modules.rglob(module), None)
        if found:
            present.append(module)
            entries.append((f"modules/{module}", 0o100644, found.read_bytes()))
    entries.append(("modules/order", 0o100644, " ".join(present).encode()))
    entries += [(f"bin/{program.name}", 0o100755, program.read_bytes()) for program in programs]
    archive = b"".join(cpio_entry(name, mode, data, number + 1) for number, (name, mode, data) in enumerate(entries))
    return gzip.compress(archive + cpio_entry("TRAILER!!!", 0, b"", 0), 6, mtime=0)


def busybox() -> pathlib.Path:
    for path in ("/bin/busybox", "/usr/bin/busybox"):
        if os.access(path, os.R_OK):
            return pathlib.Path(path)
    raise FileNotFoundError("busybox-static is not installed")


def build_for_direct_boot(cache: pathlib.Path, programs: tuple[pathlib.Path, ...]) -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initrd for QEMU's -kernel and -initrd. A program called guestagent is started on ttyS1."""
    cache.mkdir(parents=True, exist_ok=True)
    kernel = installed_kernel() or downloaded_kernel(cache)
    archive = initrd(kernel, programs)
    path = cache / f"initrd-{hashlib.sha256(archive).hexdigest()[:16]}.gz"
    if not path.exists():
        with tempfile.NamedTemporaryFile(dir=cache, delete=False) as scratch:
            scratch.write(archive)
        os.chmod(scratch.name, 0o644)
        os.rename(scratch.name, path)
    return kernel.image, path


def build_iso(cache: pathlib.Path) -> pathlib.Path:
    """The ISO's path; a second call with nothing changed returns at once."""
    cache.mkdir(parents=True, exist_ok=True)
    kernel = installed_kernel() or downloaded_kernel(cache)
    seed = [INIT, GRUB, VOLUME, " ".join(MODULES), kernel.image.name, str(kernel.image.stat().st_size), str(busybox().stat().st_size)]
    key = hashlib.sha256("\0".join(seed).encode()).hexdigest()[:16]
    iso = cache / f"vivarium-test-{key}.iso"
    if iso.exists():
        return iso
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        tree = pathlib.Path(scratch) / "tree"
        (tree / "boot/grub").mkdir(parents=True)
        shutil.copy(kernel.image, tree / "boot/vmlinuz")
        (tree / "boot/initrd.gz").write_bytes(initrd(kernel))
        (tree / "boot/grub/grub.cfg").write_text(GRUB)
        made = pathlib.Path(scratch) / "made.iso"
        pack = subprocess.run(["grub-mkrescue", "-o", str(made), str(tree), "--", "-volid", VOLUME],
                              capture_output=True, text=True)
        if pack.returncode != 0:
            raise RuntimeError(f"grub-mkrescue: {pack.stderr[-2000:]}")
        made.chmod(0o644)
        made.rename(iso)
    for old in cache.glob("vivarium-test-*.iso"):
        if old != iso:
            old.unlink()
    return iso
