# SPDX-License-Identifier: GPL-3.0-or-later
"""What a private host needs to run containers: libvirt's driver for them, unpacked beside the computer's libvirt instead of
installed, and a container of busybox alone. Only as root."""
import os
import pathlib
import subprocess
import tempfile

from .guest import busybox
from .packages import download

PACKAGES = ["libvirt-daemon-driver-lxc", "libfuse3-3"]


def are_possible() -> bool:
    """Whether one may lay a folder over another here, and make control groups."""
    if os.geteuid() != 0 or not os.access("/sys/fs/cgroup", os.W_OK):
        return False
    with tempfile.TemporaryDirectory() as empty:
        attempt = ["unshare", "--mount", "mount", "-t", "overlay", "overlay", "-o", f"lowerdir={empty}:/usr/lib", "/usr/lib"]
        return subprocess.run(attempt, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def unpack_driver(cache: pathlib.Path) -> pathlib.Path:
    """A folder to lie over /usr/lib in the host's world."""
    folder = cache / "containers"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            unpacked = pathlib.Path(scratch) / "unpacked"
            for deb in download(PACKAGES, pathlib.Path(scratch)):
                subprocess.run(["dpkg-deb", "-x", str(deb), str(unpacked)], check=True)
            unpacked.chmod(0o755)
            unpacked.rename(folder)
    return folder / "usr/lib"


def make_root(folder: pathlib.Path) -> pathlib.Path:
    """A file system that holds a shell."""
    (folder / "bin").mkdir(parents=True)
    shell = folder / "bin/busybox"
    shell.write_bytes(busybox().read_bytes())
    shell.chmod(0o755)
    (folder / "bin/sh").symlink_to("busybox")
    return folder


def definition(name: str, root: pathlib.Path) -> str:
    return f"""<domain type='lxc'>
  <name>{name}</name>
  <memory unit='MiB'>64</memory>
  <vcpu>1</vcpu>
  <os>
    <type>exe</type>
    <init>/bin/sh</init>
    <initarg>-i</initarg>
    <initenv name='PS1'>guest# </initenv>
  </os>
  <devices>
    <filesystem type='mount'><source dir='{root}'/><target dir='/'/></filesystem>
    <console type='pty'/>
  </devices>
</domain>
"""
