# SPDX-License-Identifier: GPL-3.0-or-later
"""A guest without libvirt: QEMU alone, with its displays on loopback: VNC, VNC in a WebSocket, SPICE with TLS; and the
kind of proxy that a cluster puts before them."""
import json
import pathlib
import re
import select
import socket
import subprocess
import threading
import time

from .host import LabError, die_with_parent, free_port, wait_until


class LoneGuest:
    NAME = "lone.example"

    def __init__(self, folder: pathlib.Path, iso: pathlib.Path, password: str):
        self.folder, self.iso, self.password = folder, iso, password
        self.vnc_port, self.web_port, self.spice_port, self.spice_tls_port = (free_port() for _ in range(4))
        self.heard = ""
        self.process = self.serial = self.control = self.qmp = None

    def start(self):
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o700)
        (self.folder / "password").write_text(self.password)
        self.make_certificate()
        loopback = "127.0.0.1"
        command = ["qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-M", "q35", "-m", "256", "-nodefaults", "-display", "none",
                   "-vga", "std", "-cdrom", self.iso, "-boot", "d",
                   "-object", f"secret,id=pw,file={self.folder}/password",
                   "-vnc", f"{loopback}:{self.vnc_port - 5900},password-secret=pw,websocket={loopback}:{self.web_port}",
                   "-vnc", f"unix:{self.folder}/vnc,id=second",
                   "-spice", f"addr={loopback},port={self.spice_port},tls-port={self.spice_tls_port},x509-dir={self.folder},password-secret=pw",
                   "-serial", f"unix:{self.folder}/serial,server=on,wait=off", "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off"]
        with open(self.folder / "qemu.log", "ab") as log:
            self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            preexec_fn=die_with_parent)
        self.serial = self.connect("serial")
        self.control = self.connect("qmp")
        self.qmp = self.control.makefile("rw")
        self.qmp.readline()
        self.ask("qmp_capabilities")
        return self

    def make_certificate(self):
        key, certificate = self.folder / "server-key.pem", self.folder / "server-cert.pem"
        subprocess.run(["openssl", "req", "-new", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={self.NAME}",
                        "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
        self.authority = certificate.read_text()
        (self.folder / "ca-cert.pem").write_text(self.authority)

    def connect(self, name):
        def attempt():
            if self.process.poll() is not None:
                raise LabError(f"QEMU ended: {(self.folder / 'qemu.log').read_text()}")
            line = socket.socket(socket.AF_UNIX)
            try:
                line.connect(str(self.folder / name))
                return line
            except OSError:
                line.close()
                return None
        return wait_until(attempt, f"QEMU's {name} socket", 30)

    def ask(self, command, **arguments):
        self.qmp.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.qmp.flush()
        while True:
            answer = json.loads(self.qmp.readline())
            if "error" in answer:
                raise LabError(f"QEMU refuses {command}: {answer['error']}")
            if "return" in answer:
                return answer["return"]

    def picture_of(self, _, path: pathlib.Path) -> pathlib.Path:
        """The guest's screen as QEMU sees it, PPM."""
        self.ask("screendump", filename=str(path))
        return path

    def wait_for(self, text: str, seconds: float = 60, count: int = 1):
        """Until the serial port has said it so many times."""
        end = time.monotonic() + seconds
        while self.heard.count(text) < count:
            if time.monotonic() > end:
                raise LabError(f"the serial port did not say {text!r} within {seconds:.0f} s; it said {self.heard[-500:]!r}")
            if select.select([self.serial], [], [], 0.5)[0]:
                self.heard += self.serial.recv(4096).decode(errors="replace")

    def connection_file(self, path: pathlib.Path, kind: str, **more) -> pathlib.Path:
        """A .vv file; underscores stand for hyphens."""
        lines = ["[virt-viewer]", f"type={kind}", *(f"{key.replace('_', '-')}={value}" for key, value in more.items())]
        path.write_text("\n".join(lines) + "\n")
        return path

    def end(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        for line in (self.serial, self.qmp, self.control):
            if line:
                line.close()


class ConnectProxy:
    """HTTP CONNECT to one ticket, for one port, and to nothing else. `asked` holds what clients asked for."""

    def __init__(self, ticket: str, port: int):
        self.ticket, self.target = ticket, port
        self.asked = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def carry(self, client):
        request = b""
        while b"\r\n\r\n" not in request:
            piece = client.recv(4096)
            if not piece:
                return
            request += piece
        line = request.split(b"\r\n")[0].decode()
        self.asked.append(line)
        if not re.fullmatch(rf"CONNECT {re.escape(self.ticket)}:{self.target} HTTP/1\.[01]", line):
            client.sendall(b"HTTP/1.0 403 Forbidden\r\n\r\n")
            client.close()
            return
        server = socket.create_connection(("127.0.0.1", self.target))
        client.sendall(b"HTTP/1.0 200 Connection established\r\n\r\n")
        pairs = {client: server, server: client}
        while True:
            for side in select.select(list(pairs), [], [])[0]:
                try:
                    piece = side.recv(65536)
                    if piece:
                        pairs[side].sendall(piece)
                        continue
                except OSError:
                    pass
                client.close()
                server.close()
                return

    def end(self):
        self.listener.close()
