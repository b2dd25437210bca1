# SPDX-License-Identifier: GPL-3.0-or-later
"""A Debian with X, spice-vdagent, spice-webdavd and sound, unpacked from Debian's packages into an initrd: no root, no mounts, no
maintainer script. It holds what the programs below need and no more, and boots in seconds where a whole system takes a minute.

Its serial port shows MARKER once X and the agent run, then a shell with DISPLAY set. Files that are dropped land in
/root/Downloads, which is DROPPED.
"""
import hashlib
import os
import pathlib
import re
import stat
import subprocess
import tempfile

from .guest import cpio_entry
from .packages import extract

MARKER = "VIVARIUM-DESKTOP-READY"
DROPPED = "/root/Downloads"

PACKAGES = ["alsa-utils", "avahi-daemon", "busybox-static", "curl", "dbus-daemon", "linux-image-amd64", "spice-vdagent", "spice-webdavd", "udev", "x11-xserver-utils", "xclip",
            "xserver-xorg-core", "xserver-xorg-input-libinput", "xserver-xorg-video-qxl"]
# What the packages above ask for and this guest does without: scripts of installation, and drawing by a graphics processor.
UNWANTED = re.compile(r"perl|libperl|lib.*-perl$|libllvm|libgl1-mesa-dri|libz3|adwaita-|hicolor-|libicu|systemd$|dpkg$|cpp|"
                      r"initramfs-tools|libnss-mdns|shared-mime-info|linux-image-amd64$|fonts-|keyboard-configuration|iso-codes")

PROGRAMS = ["bin/busybox", "bin/udevadm", "usr/bin/aplay", "usr/bin/arecord", "usr/bin/curl", "usr/bin/dbus-daemon", "usr/bin/spice-vdagent", "usr/bin/xclip", "usr/bin/xkbcomp",
            "usr/bin/xrandr", "usr/bin/xsetroot", "usr/lib/xorg/Xorg", "usr/sbin/avahi-daemon", "usr/sbin/spice-vdagentd", "usr/sbin/spice-webdavd"]
# Opened while they run, or only read.
BESIDES = ["usr/lib/xorg/modules/**/*", "usr/lib/xorg/protocol.txt", "usr/share/X11/xkb/**/*", "usr/share/X11/rgb.txt",
           "usr/share/X11/xorg.conf.d/*", "usr/share/libinput/*", "usr/share/alsa/**/*", "lib/udev/rules.d/*", "lib/udev/libinput-*",
           "lib64/*", "etc/avahi/avahi-daemon.conf", "etc/dbus-1/**/*", "usr/share/dbus-1/**/*"]
LEFT_OUT = re.compile(r"libglx\.so|libglamoregl\.so")

MODULES = ["virtio_pci", "virtio_console", "virtio_input", "qxl", "virtio-gpu", "evdev", "uinput", "snd-hda-codec-generic",
           "snd-hda-intel", "psmouse"]

INIT = f"""#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev /run /tmp /root /var/log /var/lib/xkb
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
mkdir -p /dev/pts /dev/shm /run/spice-vdagentd {DROPPED}
mount -t devpts pts /dev/pts
ip link set lo up
dmesg -n 1
for module in $(cat /modules/order); do insmod /modules/$module; done 2>/run/modules.log
export PATH=/bin:/sbin:/usr/bin:/usr/sbin HOME=/root DISPLAY=:0 PS1='guest# ' TERM=linux
/lib/systemd/systemd-udevd --daemon
udevadm trigger --action=add
udevadm settle
Xorg :0 vt1 -ac -noreset >/run/xorg.out 2>&1 &
spice-vdagentd -X -x -d >/run/vdagentd.log 2>&1 &
until xsetroot -bitmap /pattern -fg '#e0e0c0' -bg '#204060' 2>/dev/null; do sleep 0.2; done
until [ -S /run/spice-vdagentd/spice-vdagent-sock ]; do sleep 0.2; done
(while :; do spice-vdagent -x -d -o 0 -f {DROPPED} >>/run/vdagent.log 2>&1; sleep 1; done) &
while :; do setsid sh -c 'echo {MARKER}; exec sh -i' </dev/ttyS0 >/dev/ttyS0 2>&1; done
"""

# As desktop environments do it, which are too large for this guest: a monitor that wants another size gets it. What it
# wants may be another by the time that it is asked.
FOLLOW = """#!/bin/sh
export DISPLAY=:0
for attempt in 1 2 3 4 5; do
    xrandr --output Virtual-1 --preferred
    xrandr | grep -q '\\*+' && break
done
"""

# spice-webdavd ends where there is nobody to announce it to, and when its port closes; systemd starts it again.
SHARE = """#!/bin/sh
mkdir -p /run/dbus /run/avahi-daemon
dbus-daemon --system --fork
avahi-daemon --no-drop-root --no-chroot --no-rlimits --daemonize
while :; do
    spice-webdavd -p 9843
    sleep 1
done
"""


def pattern() -> str:
    """A background in which no part looks like its neighbours, as X writes bitmaps."""
    side = 160
    rows = ["".join("1" if (x * x // 700 + y * y // 900 + x * y // 1300) % 2 else "0" for x in range(side)) for y in range(side)]
    bits = ",".join(str(int(row[at:at + 8][::-1], 2)) for row in rows for at in range(0, side, 8))
    return f"#define p_width {side}\n#define p_height {side}\nstatic char p_bits[] = {{\n{bits}}};\n"


FILES = {"pattern": pattern(), "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nmessagebus:x:100:100::/:/bin/false\navahi:x:101:101::/:/bin/false\n",
         "etc/group": "root:x:0:\nmessagebus:x:100:\navahi:x:101:\nnetdev:x:102:\n",
         "etc/udev/rules.d/follow.rules": 'ACTION=="change", SUBSYSTEM=="drm", RUN+="/follow"\n',
         "etc/X11/xorg.conf.d/guest.conf": """Section "Module"
    Disable "glx"
EndSection
Section "ServerFlags"
    Option "BlankTime" "0"
    Option "DPMS" "false"
EndSection
"""}


def apt(scratch: pathlib.Path, *words, **how):
    """As if nothing were installed: what this computer has says nothing of what the guest needs."""
    (scratch / "status").touch()
    command = ["apt-get", "-q", "-o", f"Dir::State::status={scratch}/status", "-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User=root",
               "-o", "APT::Install-Recommends=false", *words]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **how).stdout


def wanted_packages(scratch: pathlib.Path):
    told = apt(scratch, "--simulate", "install", *PACKAGES)
    return sorted(name for name in re.findall(r"^Inst (\S+)", told, re.M) if not UNWANTED.match(name))


def unpack(packages, scratch: pathlib.Path) -> pathlib.Path:
    debs, root = scratch / "debs", scratch / "root"
    debs.mkdir()
    root.mkdir()
    apt(scratch, "download", *packages, cwd=debs)
    for deb in sorted(debs.glob("*.deb")):
        extract(deb, root, "--exclude=./usr/share/doc", "--exclude=./usr/share/man", "--exclude=./usr/share/locale",
                "--no-same-owner", "--keep-directory-symlink")
    return root


class Tree:
    """What goes into the archive, out of the unpacked packages, with what each program is linked to."""

    def __init__(self, root: pathlib.Path):
        self.root = root
        self.chosen = {}
        self.libraries = {}
        for path in root.rglob("*.so*"):
            self.libraries.setdefault(path.name, path)

    def add(self, path: pathlib.Path):
        """The path and, of a link, what it leads to."""
        while path not in self.chosen and (path.is_symlink() or path.exists()) and not LEFT_OUT.search(path.name):
            self.chosen[path] = None
            if not path.is_symlink():
                return
            target = pathlib.Path(os.readlink(path))
            path = self.root / target.relative_to("/") if target.is_absolute() else pathlib.Path(os.path.normpath(path.parent / target))

    def add_libraries(self):
        looked_at = set()
        while fresh := [path for path in self.chosen if path not in looked_at and path.is_file() and not path.is_symlink()]:
            looked_at.update(fresh)
            binaries = [str(path) for path in fresh if path.read_bytes().startswith(b"\x7fELF")]
            if not binaries:
                return
            told = subprocess.run(["readelf", "-d", *binaries], capture_output=True, text=True).stdout
            for name in set(re.findall(r"\(NEEDED\).*\[(.+)\]", told)):
                if name in self.libraries:
                    self.add(self.libraries[name])

    def entries(self):
        for path in sorted(self.chosen):
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            data = os.readlink(path).encode() if stat.S_ISLNK(mode) else path.read_bytes()
            yield str(path.relative_to(self.root)), mode, data


def modules_of(folder: pathlib.Path):
    """The wanted modules and those that they need, each after its own needs."""
    by_name = {path.stem.replace("-", "_"): path for path in folder.rglob("*.ko")}
    ordered = []

    def add(name):
        path = by_name.get(name.replace("-", "_"))
        if path is None or path in ordered:
            return  # built into the kernel
        needs = re.search(rb"\0depends=([^\0]*)\0", path.read_bytes())
        for need in filter(None, needs.group(1).decode().split(",") if needs else []):
            add(need)
        ordered.append(path)
    for name in MODULES:
        add(name)
    return ordered


def archive_of(root: pathlib.Path) -> bytes:
    tree = Tree(root)
    for name in PROGRAMS:
        tree.add(root / name)
    tree.add(root / "lib/systemd/systemd-udevd")
    for pattern in BESIDES:
        for path in root.glob(pattern):
            tree.add(path)
    tree.add_libraries()
    modules = modules_of(root / "lib/modules")
    entries = [("init", 0o100755, INIT.encode()), ("follow", 0o100755, FOLLOW.encode()), ("share", 0o100755, SHARE.encode()),
               ("modules/order", 0o100644, " ".join(path.name for path in modules).encode())]
    entries += [(f"modules/{path.name}", 0o100644, path.read_bytes()) for path in modules]
    entries += [(name, 0o100644, text.encode()) for name, text in FILES.items()]
    entries += [("bin/sh", 0o120777, b"busybox"), ("usr/bin/Xorg", 0o120777, b"../lib/xorg/Xorg")]
    entries += tree.entries()
    folders = sorted({str(parent) for name, _, _ in entries for parent in pathlib.PurePath(name).parents} - {"."})
    whole = [(folder, 0o40755, b"") for folder in folders] + entries
    return b"".join(cpio_entry(name, mode, data, number + 1) for number, (name, mode, data) in enumerate(whole)) \
        + cpio_entry("TRAILER!!!", 0, b"", 0)


def build_desktop(cache: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Kernel and initrd for direct boot; half a minute where they are missing or made of something else."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        scratch = pathlib.Path(folder)
        packages = wanted_packages(scratch)
        key = hashlib.sha256("\0".join([pathlib.Path(__file__).read_text(), *packages]).encode()).hexdigest()[:16]
        kernel, initrd = cache / f"desktop-{key}.kernel", cache / f"desktop-{key}.initrd"
        if kernel.exists() and initrd.exists():
            return kernel, initrd
        root = unpack(packages, scratch)
        made = scratch / "initrd"
        made.write_bytes(archive_of(root))
        image = next(root.glob("boot/vmlinuz-*"))
        for old in cache.glob("desktop-*"):
            old.unlink()
        for path, final in ((made, initrd), (image, kernel)):
            path.chmod(0o644)
            path.rename(final)
    return kernel, initrd
