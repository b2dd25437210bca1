# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's graphical installer, as its own package brings it, for direct boot. 1.5 GB of memory, or it falls back to text."""
import pathlib
import tempfile

from .packages import download, extract

PACKAGE = "debian-installer-12-netboot-amd64"


def unpack_installer(cache: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initrd."""
    folder = cache / "installer"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            [deb] = download([PACKAGE], pathlib.Path(scratch))
            made = pathlib.Path(scratch) / "made"
            made.mkdir()
            extract(deb, made, "--transform=s,.*/,,", "--wildcards", "*/gtk/debian-installer/amd64/linux",
                    "*/gtk/debian-installer/amd64/initrd.gz")
            made.chmod(0o755)
            made.rename(folder)
    return folder / "linux", folder / "initrd.gz"
