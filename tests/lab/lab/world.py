# SPDX-License-Identifier: GPL-3.0-or-later
"""The first process of a private world: mounts over what libvirt would share with the computer, runs the
daemons, obeys the control socket. As root it is PID 1 of its own namespaces, so all ends when it ends.

Started by lab.host.PrivateHost as `world.py FOLDER MODE [WISH...]`, where MODE is system (root) or session (anybody).
"""
import ctypes
import os
import pathlib
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import uuid

PR_SET_CHILD_SUBREAPER = 36

SYSTEM_QEMU_CONF = """user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
cgroup_controllers = []
namespaces = []
"""

# The emulator's own account, and files given to it as they are on a person's computer.
ACCOUNT_QEMU_CONF = """user = "nobody"
group = "nogroup"
dynamic_ownership = 1
remember_owner = 0
cgroup_controllers = []
namespaces = []
"""


EMULATOR = pathlib.Path("/usr/bin/qemu-system-x86_64")

# The machine type `none` is how libvirt starts an emulator to learn what it can.
GATE = """#!/bin/sh
case "$*" in
*none,accel=*) until [ -e "{folder}/gate-open" ]; do sleep 0.1; done ;;
esac
exec {emulator} "$@"
"""


def run(*command):
    subprocess.run(command, check=True)


class World:
    def __init__(self, folder: pathlib.Path, mode: str, wishes):
        self.folder, self.mode, self.wishes = folder, mode, wishes
        self.run_dir = folder / "run"
        self.env = dict(os.environ)
        self.daemon = None

    def prepare(self):
        for name in ("run/libvirt", "run/lock", "run/sshd", "log", "home", "pool"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        os.chmod(self.run_dir / "sshd", 0o755)
        if os.getpid() == 1:
            run("mount", "--make-rprivate", "/")
            self.hush_shell()
            if "kvm" not in self.wishes:
                self.hide_kvm()
            if (self.folder / "sasl").exists():
                run("mount", "--bind", str(self.folder / "sasl"), "/etc/sasl2")
            if "gate" in self.wishes:
                self.put_gate()
            for wish in self.wishes:
                if wish.startswith("containers="):
                    self.add_containers(wish.partition("=")[2])
            if "full-pool" in self.wishes:
                (self.folder / "full").mkdir()
                run("mount", "-t", "tmpfs", "-o", "size=64k,mode=0755", "tmpfs", str(self.folder / "full"))
        if self.mode == "system":
            self.cover_system_folders()
        else:
            self.env.update(self.session_variables())
            os.chmod(self.run_dir, 0o700)
        self.write_qemu_configuration()

    def session_variables(self):
        return {"XDG_RUNTIME_DIR": str(self.run_dir), "HOME": str(self.folder / "home"),
                "XDG_CONFIG_HOME": str(self.folder / "home/config"), "XDG_CACHE_HOME": str(self.folder / "home/cache"),
                "XDG_DATA_HOME": str(self.folder / "home/data")}

    def hush_shell(self):
        """Nothing that this computer's shell does when it starts, and may wait for, belongs to a far host."""
        startup = pathlib.Path(pwd.getpwuid(os.getuid()).pw_dir) / ".bashrc"
        if startup.exists():
            run("mount", "--bind", "/dev/null", str(startup))

    def hide_kvm(self):
        """Emulation everywhere: what is tested must not depend on the computer. A file on a read-only mount is
        no accelerator even to root; one that could be opened would be probed again at every definition."""
        if not os.path.exists("/dev/kvm"):
            return
        cover = self.folder / "no-kvm"
        cover.touch(mode=0o000)
        try:
            run("mount", "--bind", str(cover), "/dev/kvm")
            run("mount", "-o", "remount,bind,ro", "/dev/kvm")
        except subprocess.CalledProcessError:
            if self.mode == "system":
                raise

    def put_gate(self):
        """A script over the emulator. The emulator finds its firmware beside itself, so it stays in its folder, under
        the name of its 32-bit brother, which nobody uses here."""
        brother = EMULATOR.with_name("qemu-system-i386")
        gate = self.folder / "gate"
        gate.write_text(GATE.format(folder=self.folder, emulator=brother))
        gate.chmod(0o755)
        (self.folder / "gate-open").touch()
        run("mount", "--bind", str(EMULATOR), str(brother))
        run("mount", "--bind", str(gate), str(EMULATOR))

    def add_containers(self, driver: str):
        """libvirt 9.0 does not cope with both kinds of cgroups at once: the container would find no place for the newer."""
        run("mount", "-t", "overlay", "overlay", "-o", f"lowerdir={driver}:/usr/lib", "/usr/lib")
        if os.path.ismount("/sys/fs/cgroup/unified"):
            run("umount", "/sys/fs/cgroup/unified")

    def cover_system_folders(self):
        shadow = self.folder / "shadow"
        shutil.copy("/etc/shadow", shadow)
        # sshd refuses a locked account; `*` is one that merely has no password.
        lines = [line.replace("root:!", "root:*", 1) if line.startswith("root:!") else line
                 for line in shadow.read_text().splitlines(keepends=True)]
        shadow.write_text("".join(lines))
        shadow.chmod(0o600)
        run("mount", "--bind", str(shadow), "/etc/shadow")
        for path in ("/etc/libvirt", "/var/lib/libvirt", "/var/cache/libvirt", "/var/log/libvirt"):
            pathlib.Path(path).mkdir(parents=True, exist_ok=True)
            run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", path)
        run("mount", "--bind", str(self.run_dir), "/run")

    def write_qemu_configuration(self):
        # Displays get ports of this host's own: two daemons that look for a free one at the same moment would
        # find the same. Below the range that outgoing connections are given.
        first = random.randrange(10000, 32000, 100)
        text = f'security_driver = "none"\nremote_display_port_min = {first}\nremote_display_port_max = {first + 99}\n'
        if (self.folder / "tls").exists():
            text += f'spice_tls = 1\nspice_tls_x509_cert_dir = "{self.folder}/tls/spice"\n'
        if self.mode == "system":
            path = pathlib.Path("/etc/libvirt/qemu.conf")
            text = (ACCOUNT_QEMU_CONF if "account" in self.wishes else SYSTEM_QEMU_CONF) + text
        else:
            path = self.folder / "home/config/libvirt/qemu.conf"
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def configuration(self):
        path = self.folder / "libvirtd.conf"
        if not path.exists():
            text = f'host_uuid = "{uuid.uuid4()}"\nkeepalive_interval = -1\n'
            if self.mode == "system":
                text += 'auth_unix_rw = "none"\nauth_unix_ro = "none"\nunix_sock_rw_perms = "0700"\n'
            doors = self.folder / "doors.conf"
            path.write_text(text + (doors.read_text() if doors.exists() else ""))
        return path

    def spawn(self, name, *command):
        with open(self.folder / "log" / f"{name}.log", "ab") as log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.env)

    def start_daemon(self):
        if self.daemon and self.daemon.poll() is None:
            return
        for left in ("libvirtd.pid", "libvirt/libvirt-sock", "libvirt/libvirt-sock-ro", "libvirt/libvirt-admin-sock"):
            (self.run_dir / left).unlink(missing_ok=True)
        listen = ["--listen"] if (self.folder / "doors.conf").exists() else []
        self.daemon = self.spawn("libvirtd", "libvirtd", *listen, "-f", str(self.configuration()))

    def kill_daemon(self):
        if self.daemon:
            self.daemon.kill()
            self.daemon.wait()

    def start_ssh(self):
        port = (self.folder / "ssh/port").read_text().strip()
        options = {"ListenAddress": "127.0.0.1", "Port": port, "HostKey": self.folder / "ssh/host_key", "UsePAM": "no",
                   "PidFile": "none", "AuthorizedKeysFile": self.folder / "ssh/authorized_keys", "StrictModes": "no",
                   "PasswordAuthentication": "no", "PermitRootLogin": "prohibit-password", "MaxStartups": "50"}
        command = ["/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null"]
        if self.mode == "session":
            pairs = " ".join(f"{key}={value}" for key, value in self.session_variables().items())
            command += ["-o", f"SetEnv {pairs}"]
        for key, value in options.items():
            command += ["-o", f"{key}={value}"]
        self.spawn("sshd", *command)

    def serve(self):
        if self.mode == "system":
            self.spawn("virtlogd", "virtlogd")
        self.start_daemon()
        if (self.folder / "ssh/port").exists():
            self.start_ssh()
        control = socket.socket(socket.AF_UNIX)
        control.bind(str(self.folder / "control"))
        control.listen(4)
        while True:
            peer, _ = control.accept()
            with peer:
                word = peer.recv(64).decode().strip()
                peer.sendall(self.obey(word).encode())
                if word == "end":
                    return

    def obey(self, word):
        if word == "kill-daemon":
            self.kill_daemon()
        elif word == "start-daemon":
            self.start_daemon()
        elif word not in ("ping", "end"):
            return "unknown\n"
        return "ok\n"


def end_descendants():
    """Outside a PID namespace the daemons and machines are ours by adoption: end each, and what it leaves us."""
    while True:
        children = pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        if not children:
            return
        for child in children:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                pass
        try:
            while os.waitpid(-1, 0)[0]:
                pass
        except ChildProcessError:
            pass


def reap(_signal, _frame):
    """Machines are orphans of the daemon, hence ours; one left a zombie would look alive to the daemon."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def main():
    folder, mode = pathlib.Path(sys.argv[1]), sys.argv[2]
    if os.getpid() != 1:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    world = World(folder, mode, sys.argv[3:])
    try:
        world.prepare()
        signal.signal(signal.SIGCHLD, reap)
        world.serve()
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        if os.getpid() != 1:
            end_descendants()


if __name__ == "__main__":
    main()
