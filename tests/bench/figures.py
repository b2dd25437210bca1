# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting the program for a measurement, and what the kernel knows about it."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/lab"), str(ROOT / "tests/e2e")]
from lab.host import die_with_parent  # noqa: E402


def say(name, value, unit):
    print(f"{name} {value:.3f} {unit}" if isinstance(value, float) else f"{name} {value} {unit}", flush=True)


def median(values):
    return statistics.median(values)


def made_for_the_test_driver(path: pathlib.Path, count: int):
    """A file for test:///PATH: a tenth of the machines is shut off, as in life."""
    lines = ["<node>", "<cpu><mhz>2000</mhz><model>x86_64</model><active>16</active><nodes>1</nodes><sockets>1</sockets>"
             "<cores>8</cores><threads>2</threads></cpu>", "<memory>67108864</memory>"]
    for number in range(1, count + 1):
        state = "<test:runstate>5</test:runstate>" if number % 10 == 0 else ""
        lines.append(f"""<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>
  <name>machine-{number:05}</name><memory unit='MiB'>512</memory><vcpu>2</vcpu><os><type>hvm</type></os>
  {state}
  <devices>
    <disk type='file' device='disk'><source file='/disks/machine-{number:05}.qcow2'/><target dev='vda' bus='virtio'/></disk>
    <interface type='user'><mac address='52:54:00:{number >> 16 & 255:02x}:{number >> 8 & 255:02x}:{number & 255:02x}'/></interface>
    <graphics type='vnc' autoport='yes'/>
  </devices>
</domain>""")
    lines.append("</node>")
    path.write_text("\n".join(lines))


class Run:
    """One start of a program that marks milestones on its standard error, as Vivarium does with --timings."""

    def __init__(self, binary, scratch: pathlib.Path, *words):
        home = scratch / "home"
        home.mkdir(exist_ok=True)
        self.log = scratch / "timings.log"
        environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
        # What a screen reader costs is not what is measured here.
        environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([str(binary), *map(str, words)], stderr=log,
                                            stdout=subprocess.DEVNULL, env=environment, preexec_fn=die_with_parent)

    def milestone(self, name, seconds=180):
        """Milliseconds since its start; None where it never came."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            for line in self.log.read_text(errors="replace").splitlines():
                words = line.split()
                if words and words[0] == name:
                    return float(words[-1])
            time.sleep(0.01)
        return None

    def memory_mib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def processor_seconds(self):
        """Of all its threads, also those that ended, by the kernel's clock of that process (clock_getcpuclockid)."""
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def minimize(self):
        """By the window manager, as a person would."""
        found = subprocess.run(["xdotool", "search", "--pid", str(self.process.pid), "--name", "Vivarium"],
                               check=True, capture_output=True, text=True).stdout.split()
        subprocess.run(["xdotool", "windowminimize", found[-1]], check=True)

    def idle_per_minute(self, settle=5, sample=20):
        """Processor seconds per minute when nobody touches it."""
        time.sleep(settle)
        before = self.processor_seconds()
        time.sleep(sample)
        return (self.processor_seconds() - before) * 60 / sample

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
