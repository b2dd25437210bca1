# SPDX-License-Identifier: GPL-3.0-or-later
"""One private libvirt host, seen from outside: started, asked, killed, brought back, ended."""
import ctypes
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
WORLD = pathlib.Path(__file__).with_name("world.py")


class LabError(Exception):
    pass


def wait_until(condition, what: str, seconds: float = 60.0, pause: float = 0.05):
    """The first true value of condition(); LabError names what never came."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise LabError(f"not within {seconds:.0f} s: {what}")
        time.sleep(pause)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def namespace_command():
    """What puts the world into namespaces of its own; empty where this computer does not permit it."""
    if os.geteuid() == 0:
        return ["unshare", "-m", "-p", "-f", "--mount-proc", "--kill-child=SIGKILL"]
    command = ["unshare", "--map-current-user", "-m", "-p", "-f", "--mount-proc", "--kill-child=SIGKILL"]
    tried = subprocess.run([*command, "mount", "--make-rprivate", "/"], capture_output=True)
    return command if tried.returncode == 0 else []


class PrivateHost:
    """A daemon with its own state in `folder`, whose path must be short: it holds sockets."""

    def __init__(self, folder: pathlib.Path, with_ssh: bool = True, with_pool: bool = True,
                 lasting: bool = False, with_kvm: bool = False, with_gate: bool = False,
                 with_account: bool = False, with_full_pool: bool = False, with_network: bool = False,
                 with_tls: bool = False, with_sasl: bool = False, containers: pathlib.Path | None = None):
        self.folder = pathlib.Path(folder)
        self.mode = "system" if os.geteuid() == 0 else "session"
        self.with_ssh = with_ssh
        self.with_pool = with_pool  # a freshly installed daemon has none
        self.lasting = lasting  # outlives the process that started it
        self.with_kvm = with_kvm  # as this computer has it, broken or not
        self.with_gate = with_gate  # over the emulator: see shut_gate()
        self.with_account = with_account  # machines run as nobody, as they do under an account of their own elsewhere
        self.with_full_pool = with_full_pool  # a pool "full" that holds next to nothing
        self.with_network = with_network  # a network "lab" that gives addresses; only where the test is in a network namespace of its own
        self.with_tls = with_tls  # doors for TLS, SPICE's among them; certificates of an authority of its own are in tls/
        self.with_sasl = with_sasl  # a door that asks for user and password: see set_password()
        self.containers = containers  # runs these and no machines: the folder is lab.containers.unpack_driver()'s
        self.port = free_port() if with_tls or with_sasl else None
        self.process = None

    @property
    def socket(self) -> pathlib.Path:
        return self.folder / "run/libvirt/libvirt-sock"

    @property
    def uri(self) -> str:
        return f"{'lxc' if self.containers else 'qemu'}+unix:///{self.mode}?socket={self.socket}"

    @property
    def ssh_port(self) -> int:
        return int((self.folder / "ssh/port").read_text())

    @property
    def ssh_uri(self) -> str:
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        return f"qemu+ssh://{user}@127.0.0.1:{self.ssh_port}/{self.mode}"

    @property
    def pool(self) -> pathlib.Path:
        return self.folder / "pool"

    def start(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o755)
        if self.with_ssh:
            self.make_ssh_keys()
        self.open_doors()
        command = [*namespace_command(), sys.executable, str(WORLD), str(self.folder), self.mode]
        wishes = {"kvm": self.with_kvm, "gate": self.with_gate, "account": self.with_account, "full-pool": self.with_full_pool,
                  f"containers={self.containers}": self.containers}
        command += [word for word, wanted in wishes.items() if wanted]
        with open(self.folder / "world.log", "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            start_new_session=True,
                                            preexec_fn=None if self.lasting else die_with_parent)
        (self.folder / "world.pid").write_text(str(self.process.pid))
        self.wait_for_daemon()
        if self.with_pool:
            self.make_pool()
        if self.with_network:
            self.make_network()
        return self

    def make_ssh_keys(self):
        ssh = self.folder / "ssh"
        ssh.mkdir(mode=0o700)
        for name in ("host_key", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(ssh / name)], check=True)
        shutil.copy(ssh / "key.pub", ssh / "authorized_keys")
        port = free_port()
        (ssh / "port").write_text(str(port))
        public = " ".join((ssh / "host_key.pub").read_text().split()[:2])
        (ssh / "known_hosts").write_text(f"[127.0.0.1]:{port} {public}\n")

    def open_doors(self):
        lines = ["listen_addr = \"127.0.0.1\"", f"listen_tls = {int(self.with_tls)}", f"listen_tcp = {int(self.with_sasl)}"]
        if self.with_tls:
            make_certificates(self.folder / "tls")
            tls = self.folder / "tls"
            lines += [f'tls_port = "{self.port}"', f'ca_file = "{tls}/cacert.pem"', f'cert_file = "{tls}/servercert.pem"',
                      f'key_file = "{tls}/serverkey.pem"']
        if self.with_sasl:
            lines += [f'tcp_port = "{self.port}"', 'auth_tcp = "sasl"']
            (self.folder / "sasl").mkdir()
            (self.folder / "sasl/libvirt.conf").write_text(f"mech_list: digest-md5\nsasldb_path: {self.folder}/sasl.db\n")
        if self.port:
            (self.folder / "doors.conf").write_text("\n".join(lines) + "\n")

    def set_password(self, user: str, password: str):
        subprocess.run(["/usr/sbin/saslpasswd2", "-p", "-c", "-a", "libvirt", "-f", str(self.folder / "sasl.db"), user], input=password,
                       text=True, check=True)

    def wait_for_daemon(self):
        def answers():
            if self.process and self.process.poll() is not None:
                raise LabError(f"the private host ended:\n{self.log()}")
            return self.socket.exists() and self.try_virsh("version").returncode == 0
        wait_until(answers, f"the daemon at {self.socket} answers\n{self.log()}")

    def log(self) -> str:
        parts = [path.read_text(errors="replace") for path in [self.folder / "world.log", *self.folder.glob("log/*.log")]
                 if path.exists()]
        return "".join(parts)[-4000:]

    def make_pool(self):
        self.virsh("pool-define-as", "default", "dir", "--target", str(self.pool))
        self.virsh("pool-start", "default")
        self.virsh("pool-autostart", "default")
        if self.with_full_pool:
            self.virsh("pool-define-as", "full", "dir", "--target", str(self.folder / "full"))
            self.virsh("pool-start", "full")

    def make_network(self):
        (self.folder / "network.xml").write_text("""<network><name>lab</name><bridge name='labbr'/>
            <ip address='10.77.0.1' netmask='255.255.255.0'><dhcp><range start='10.77.0.10' end='10.77.0.99'/></dhcp></ip></network>""")
        self.virsh("net-define", str(self.folder / "network.xml"))
        self.virsh("net-start", "lab")

    def try_virsh(self, *words, text: str | None = None, seconds: float = 120):
        return subprocess.run(["virsh", "--quiet", "-c", self.uri, *words], input=text, capture_output=True, text=True,
                              timeout=seconds, env={**os.environ, "LC_ALL": "C"})

    def virsh(self, *words, text: str | None = None) -> str:
        done = self.try_virsh(*words, text=text)
        if done.returncode != 0:
            raise LabError(f"virsh {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def state_of(self, machine: str) -> str:
        """As virsh words it; empty where there is no such machine."""
        return self.try_virsh("domstate", machine).stdout.strip()

    def wait_for_state(self, machine: str, state: str, seconds: float = 60):
        wait_until(lambda: self.state_of(machine) == state,
                   f"{machine} is {state} (it is {self.state_of(machine)!r})", seconds, pause=0.1)

    def picture_of(self, machine: str, path: pathlib.Path) -> pathlib.Path:
        """The guest's screen as libvirt sees it, PPM or PNG."""
        self.virsh("screenshot", machine, "--file", str(path))
        return path

    def control(self, word: str):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(30)
            line.connect(str(self.folder / "control"))
            line.sendall(word.encode())
            if line.recv(64).strip() != b"ok":
                raise LabError(f"the private host does not know {word!r}")

    def shut_gate(self):
        """From now on the daemon waits for open_gate() whenever it wants to learn what its emulator can: the next
        definition has it do so, as one does on a computer whose /dev/kvm opens and does not work."""
        (self.folder / "gate-open").unlink(missing_ok=True)
        os.utime(self.folder / "gate")  # another emulator, for all that the daemon knows

    def open_gate(self):
        (self.folder / "gate-open").touch()

    def kill_daemon(self):
        """SIGKILL; machines keep running."""
        self.control("kill-daemon")

    def start_daemon(self):
        self.control("start-daemon")
        self.wait_for_daemon()

    def end(self):
        try:
            self.control("end")
        except (OSError, LabError):
            pass
        if self.process:
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.end()

    def summary(self) -> dict:
        told = {"uri": self.uri, "folder": str(self.folder), "pool": str(self.pool)}
        if self.with_ssh:
            told["sshUri"] = self.ssh_uri
        return told


def make_certificates(folder: pathlib.Path):
    """An authority, a server's certificate for 127.0.0.1 and a client's, as `pkipath=` wants them; folder/nobody knows the
    authority alone, folder/stranger another one."""
    def certtool(*words):
        subprocess.run(["certtool", *map(str, words)], check=True, capture_output=True, cwd=folder)

    def authority(name, where):
        (folder / "ca.cfg").write_text(f"cn = {name}\nca\ncert_signing_key\nexpiration_days = 30\n")
        certtool("--generate-privkey", "--bits", "2048", "--outfile", where / "cakey.pem")
        certtool("--generate-self-signed", "--load-privkey", where / "cakey.pem", "--template", "ca.cfg", "--outfile", where / "cacert.pem")

    for part in ("", "nobody", "stranger"):
        (folder / part).mkdir(exist_ok=True)
    authority("Test authority", folder)
    authority("Another authority", folder / "stranger")
    kinds = {"server": "cn = 127.0.0.1\nip_address = 127.0.0.1\ntls_www_server\n", "client": "cn = tester\ntls_www_client\n"}
    for kind, template in kinds.items():
        (folder / f"{kind}.cfg").write_text(f"{template}signing_key\nencryption_key\nexpiration_days = 30\n")
        certtool("--generate-privkey", "--bits", "2048", "--outfile", f"{kind}key.pem")
        certtool("--generate-certificate", "--load-privkey", f"{kind}key.pem", "--load-ca-certificate", "cacert.pem",
                 "--load-ca-privkey", "cakey.pem", "--template", f"{kind}.cfg", "--outfile", f"{kind}cert.pem")
    shutil.copy(folder / "cacert.pem", folder / "nobody")
    (folder / "spice").mkdir()
    for part in ("ca-cert", "server-cert", "server-key"):  # as QEMU wants them
        shutil.copy(folder / f"{part.replace('-', '')}.pem", folder / f"spice/{part}.pem")


def ssh_client(folder: pathlib.Path, hosts) -> pathlib.Path:
    """A folder for PATH whose `ssh` knows the keys of these hosts and nothing of the person's own ones."""
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / "known_hosts"
    known.write_text("".join((host.folder / "ssh/known_hosts").read_text() for host in hosts if host.with_ssh))
    lines = [f"UserKnownHostsFile {known}", "GlobalKnownHostsFile /dev/null", "IdentitiesOnly yes",
             "StrictHostKeyChecking ask"]
    lines += [f"IdentityFile {host.folder}/ssh/key" for host in hosts if host.with_ssh]
    (folder / "config").write_text("\n".join(lines) + "\n")
    wrapper = folder / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec /usr/bin/ssh -F "{folder}/config" "$@"\n')
    wrapper.chmod(0o755)
    return folder


def summary_of(hosts, client: pathlib.Path, iso: pathlib.Path | None) -> str:
    return json.dumps({"hosts": [host.summary() for host in hosts], "sshPath": str(client),
                       "iso": str(iso) if iso else None}, indent=2)
