# SPDX-License-Identifier: GPL-3.0-or-later
"""Definitions of small machines that boot the test guest, and the ear at their serial port."""
import os
import re
import select
import termios
import time
import tty
from xml.sax.saxutils import escape, quoteattr

from .host import LabError, PrivateHost


def definition(name: str, iso=None, memory_mib: int = 256, password: str | None = None, emulator_type="qemu", display=True,
               serials: int = 1, virtio_console=False, kind="vnc", boot=None, video="vga", agent=False) -> str:
    """`boot` is a kernel and an initrd; with an agent there is the channel that shares the clipboard over that kind of display."""
    cd = f"""
    <disk type='file' device='cdrom'>
      <source file={quoteattr(str(iso))}/>
      <target dev='sda' bus='sata'/>
      <readonly/>
    </disk>""" if iso else ""
    passwd = f" passwd={quoteattr(password)}" if password else ""
    screen = f"""
    <graphics type='{kind}' autoport='yes' listen='127.0.0.1'{passwd}/>
    <video><model type='{video}'/></video>""" if display else ""
    if agent:
        source = "<source><clipboard copypaste='yes'/></source>" if kind == "vnc" else ""
        screen += f"""
    <channel type='{'qemu-vdagent' if kind == 'vnc' else 'spicevmc'}'>{source}<target type='virtio' name='com.redhat.spice.0'/></channel>"""
    start = f"""<kernel>{escape(str(boot[0]))}</kernel>
    <initrd>{escape(str(boot[1]))}</initrd>
    <cmdline>console=ttyS0 quiet</cmdline>""" if boot else "<boot dev='cdrom'/>"
    hvc = """
    <console type='pty'><target type='virtio'/></console>""" if virtio_console else ""
    return f"""<domain type='{emulator_type}'>
  <name>{escape(name)}</name>
  <memory unit='MiB'>{memory_mib}</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    {start}
  </os>
  <features><acpi/></features>
  <devices>{cd}
    {"<serial type='pty'/>" * serials}
    <console type='pty'/>{hvc}{screen}
  </devices>
</domain>
"""


def define(host: PrivateHost, name: str, iso=None, start: bool = True, **more):
    path = host.folder / "define.xml"
    path.write_text(definition(name, iso, **more))
    host.virsh("define", str(path))
    if start:
        host.virsh("start", name)


class SerialPort:
    """The guest's first serial port. Everything heard since it was opened is in `heard`."""

    def __init__(self, host: PrivateHost, machine: str):
        found = re.search(r"<serial type='pty'>\s*<source path='([^']+)'", host.virsh("dumpxml", machine))
        if not found:
            raise LabError(f"{machine} has no serial port on a pty")
        self.file = os.open(found.group(1), os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        tty.setraw(self.file, termios.TCSANOW)
        self.heard = ""

    def wait_for(self, text: str, seconds: float = 60) -> str:
        return self.wait_for_count(text, 1, seconds)

    def wait_for_count(self, text: str, count: int, seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while self.heard.count(text) < count:
            left = end - time.monotonic()
            if left <= 0:
                raise LabError(f"the serial port did not say {text!r} within {seconds:.0f} s; it said {self.heard[-500:]!r}")
            if select.select([self.file], [], [], min(left, 0.5))[0]:
                try:
                    self.heard += os.read(self.file, 4096).decode(errors="replace")
                except BlockingIOError:
                    pass
                except OSError:  # the machine went away
                    raise LabError(f"the serial port closed before it said {text!r}") from None
        return self.heard

    def run(self, command: str, seconds: float = 60) -> str:
        """In the shell there; what it printed, and the echo of the command."""
        mark, before = f"{time.monotonic_ns()}", len(self.heard)
        # Parted, so that the echo of the line is not taken for the end.
        self.write(f"{command}; echo do''ne-{mark}\n")
        return self.wait_for(f"done-{mark}", seconds)[before:]

    def write(self, text: str):
        os.write(self.file, text.encode())

    def close(self):
        os.close(self.file)
