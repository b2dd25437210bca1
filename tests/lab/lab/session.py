# SPDX-License-Identifier: GPL-3.0-or-later
"""A normal user's own libvirt, as the program finds it without being told: `qemu:///session` under the environment's home and
runtime folder, which a test has made its own. libvirt starts the daemon when somebody connects."""
import os
import pathlib
import signal

from .host import PrivateHost


class SessionHost(PrivateHost):
    def __init__(self, folder: pathlib.Path):
        super().__init__(folder, with_ssh=False, with_pool=False)
        self.runtime = pathlib.Path(os.environ["XDG_RUNTIME_DIR"])

    @property
    def uri(self) -> str:
        return "qemu:///session"

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        return self

    def daemon_process(self):
        try:
            return int((self.runtime / "libvirt/libvirtd.pid").read_text())
        except (OSError, ValueError):
            return None

    def end(self):
        """Machines and daemon would outlive the test."""
        if not self.daemon_process():
            return
        for name in self.try_virsh("list", "--name").stdout.splitlines():
            if name:
                self.try_virsh("destroy", name)
        if process := self.daemon_process():
            os.kill(process, signal.SIGTERM)
