# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's graphical installer, as its own package brings it, for direct boot. 1.5 GB of memory, or it falls back to text."""
import pathlib
import subprocess
import tempfile

PACKAGE = "debian-installer-12-netboot-amd64"


def unpack_installer(cache: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initrd."""
    folder = cache / "installer"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            subprocess.run(["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", PACKAGE], cwd=scratch, check=True,
                           stdout=subprocess.DEVNULL)
            deb = next(pathlib.Path(scratch).glob("*.deb"))
            made = pathlib.Path(scratch) / "made"
            made.mkdir()
            archive = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)], stdout=subprocess.PIPE)
            subprocess.run(["tar", "-x", "-C", str(made), "--transform=s,.*/,,", "--wildcards", "*/gtk/debian-installer/amd64/linux",
                            "*/gtk/debian-installer/amd64/initrd.gz"], stdin=archive.stdout, check=True)
            archive.stdout.close()
            archive.wait()
            made.chmod(0o755)
            made.rename(folder)
    return folder / "linux", folder / "initrd.gz"
