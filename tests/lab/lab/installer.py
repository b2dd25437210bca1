# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's installer, as its own package brings it: for direct boot, or on a disc like its makers'. The graphical one wants 1.5 GB of memory,
or it falls back to text."""
import pathlib
import shutil
import subprocess
import tempfile

from .packages import download, extract

PACKAGE = "debian-installer-12-netboot-amd64"
LABEL = "Debian 12.14.0 amd64 n"


def unpack_installer(cache: pathlib.Path, kind: str = "gtk") -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initrd, of "gtk" or "text"."""
    folder = cache / ("installer" if kind == "gtk" else f"installer-{kind}")
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            [deb] = download([PACKAGE], pathlib.Path(scratch))
            made = pathlib.Path(scratch) / "made"
            made.mkdir()
            extract(deb, made, "--transform=s,.*/,,", "--wildcards", f"*/{kind}/debian-installer/amd64/linux",
                    f"*/{kind}/debian-installer/amd64/initrd.gz")
            made.chmod(0o755)
            made.rename(folder)
    return folder / "linux", folder / "initrd.gz"


def build_installer_iso(cache: pathlib.Path) -> pathlib.Path:
    """The installer of text on a disc whose label and folders are those of Debian's, without packages."""
    iso = cache / "debian-installer.iso"
    if iso.exists():
        return iso
    kernel, initrd = unpack_installer(cache, "text")
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        tree = pathlib.Path(scratch) / "tree"
        (tree / "install.amd").mkdir(parents=True)
        shutil.copy(kernel, tree / "install.amd/vmlinuz")
        shutil.copy(initrd, tree / "install.amd/initrd.gz")
        made = pathlib.Path(scratch) / "made.iso"
        subprocess.run(["grub-mkrescue", "-o", str(made), str(tree), "--", "-volid", LABEL], check=True, capture_output=True)
        made.chmod(0o644)
        made.rename(iso)
    return iso
