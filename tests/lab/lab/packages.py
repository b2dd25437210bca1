# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's packages, fetched and taken apart instead of installed: a test must not change the computer."""
import pathlib
import subprocess


def download(names, folder: pathlib.Path) -> list[pathlib.Path]:
    """The archives, in the folder, which holds no others."""
    subprocess.run(["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", *names], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    return sorted(folder.glob("*.deb"))


def extract(deb: pathlib.Path, folder: pathlib.Path, *words):
    """`words` are tar's: what to take, and how."""
    archive = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)], stdout=subprocess.PIPE)
    subprocess.run(["tar", "-x", "-C", str(folder), *words], stdin=archive.stdout, check=True)
    archive.stdout.close()
    archive.wait()
