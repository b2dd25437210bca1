# SPDX-License-Identifier: GPL-3.0-or-later
"""A cloud image as distributions publish them: Debian with cloud-init, guest agent and ssh, no account that could log in,
its root the last partition so that it can grow. Made by mmdebstrap without loop devices or mounts of ours; only root can.

Its serial port shows a login prompt. Starts from BIOS.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile

PACKAGES = ["cloud-guest-utils", "cloud-init", "dbus", "e2fsprogs", "fdisk", "ifupdown", "iproute2", "isc-dhcp-client", "kmod",
            "libpam-systemd", "linux-image-cloud-amd64", "netbase", "openssh-server", "qemu-guest-agent", "sudo", "systemd-resolved",
            "systemd-sysv", "udev"]
SUITE = "bookworm"
# What is not needed to start, to log in or to be configured; it would have to be packed and read.
LEFT_OUT = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*", "/usr/share/info/*", "/var/cache/apt/*"]

FILES = {
    "etc/cloud/cloud.cfg.d/90_sources.cfg": "datasource_list: [ NoCloud, None ]\n",
    "etc/fstab": "LABEL=root / ext4 defaults 0 1\n",
    "etc/hostname": "image\n",
    "etc/default/locale": "LANG=C.UTF-8\n",
}
SYSLINUX = """DEFAULT linux
LABEL linux
    LINUX vmlinuz
    INITRD initrd
    APPEND root=LABEL=root ro console=tty0 console=ttyS0 quiet systemd.show_status=0
"""
SECTOR = 512
MIB = 1 << 20
BOOT_MIB, ROOT_MIB = 96, 900


def is_possible() -> bool:
    return os.geteuid() == 0 and all(shutil.which(name) for name in ("mmdebstrap", "sfdisk", "syslinux", "mkfs.vfat", "mke2fs"))


def apt_sources() -> str:
    """Those of this computer, whatever mirror it uses."""
    files = [pathlib.Path("/etc/apt/sources.list"), *sorted(pathlib.Path("/etc/apt/sources.list.d").glob("*"))]
    return "\n".join(path.read_text() for path in files if path.suffix == ".list" and path.exists())


def bootstrap(scratch: pathlib.Path) -> pathlib.Path:
    root = scratch / "root"
    sources = [str(path) for path in sorted(pathlib.Path("/etc/apt").glob("sources.list.d/*.sources"))]
    one_line = apt_sources()
    if one_line.strip():
        listed = scratch / "sources.list"
        listed.write_text(one_line)
        sources.append(str(listed))
    excluded = [f"--dpkgopt=path-exclude={pattern}" for pattern in LEFT_OUT]
    done = subprocess.run(["mmdebstrap", "--mode=root", "--variant=minbase", "--quiet", f"--include={','.join(PACKAGES)}", *excluded,
                           SUITE, str(root), *sources], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"mmdebstrap: {done.stderr[-3000:]}")
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    # As images are published: each machine makes its own.
    for path in root.glob("etc/ssh/ssh_host_*"):
        path.unlink()
    (root / "etc/machine-id").write_text("")
    return root


def run(*command, **how):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **how)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr[-2000:]}")


def boot_partition(root: pathlib.Path, scratch: pathlib.Path) -> pathlib.Path:
    made = scratch / "boot.img"
    with open(made, "wb") as file:
        file.truncate(BOOT_MIB * MIB)
    run("mkfs.vfat", "-n", "BOOT", made)
    configuration = scratch / "syslinux.cfg"
    configuration.write_text(SYSLINUX)
    run("syslinux", "--install", made)
    for source, name in ((next(root.glob("boot/vmlinuz-*")), "vmlinuz"), (next(root.glob("boot/initrd.img-*")), "initrd"),
                         (configuration, "syslinux.cfg")):
        run("mcopy", "-i", made, source, f"::{name}")
    return made


def root_partition(root: pathlib.Path, scratch: pathlib.Path) -> pathlib.Path:
    for path in root.glob("boot/*"):  # they are on the other partition
        path.unlink() if not path.is_dir() else shutil.rmtree(path)
    made = scratch / "root.img"
    run("mke2fs", "-q", "-t", "ext4", "-L", "root", "-d", root, made, f"{ROOT_MIB}M")
    return made


def assemble(boot: pathlib.Path, root: pathlib.Path, scratch: pathlib.Path) -> pathlib.Path:
    disk = scratch / "disk.img"
    with open(disk, "wb") as file:
        file.truncate((1 + BOOT_MIB + ROOT_MIB + 1) * MIB)
    table = f"label: dos\nstart=1MiB, size={BOOT_MIB}MiB, type=c, bootable\nstart={1 + BOOT_MIB}MiB, size={ROOT_MIB}MiB, type=83\n"
    run("sfdisk", "--quiet", disk, input=table)
    run("dd", f"if={boot}", f"of={disk}", "bs=1M", "seek=1", "conv=notrunc,sparse")
    run("dd", f"if={root}", f"of={disk}", "bs=1M", f"seek={1 + BOOT_MIB}", "conv=notrunc,sparse")
    run("dd", "if=/usr/lib/syslinux/mbr/mbr.bin", f"of={disk}", "conv=notrunc")
    return disk


def build_cloud_image(cache: pathlib.Path) -> pathlib.Path:
    """A qcow2 of about 1 GiB; three minutes where it is missing or made of something else."""
    cache.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256(pathlib.Path(__file__).read_bytes()).hexdigest()[:16]
    image = cache / f"cloud-{key}.qcow2"
    if image.exists():
        return image
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        scratch = pathlib.Path(folder)
        root = bootstrap(scratch)
        boot = boot_partition(root, scratch)
        disk = assemble(boot, root_partition(root, scratch), scratch)
        made = scratch / "made.qcow2"
        run("qemu-img", "convert", "-f", "raw", "-O", "qcow2", "-c", disk, made)
        made.chmod(0o644)
        for old in cache.glob("cloud-*.qcow2"):
            old.unlink()
        made.rename(image)
    return image
