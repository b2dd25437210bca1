# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny guest that has what a machine's facts are read from: an address (by lease or by itself), a guest agent of a few lines,
and a crash on demand that its host is told of. Booted by its kernel, without a disk of its own."""
import pathlib
import shutil
from xml.sax.saxutils import quoteattr

from .guest import MARKER, downloaded_kernel, initrd, installed_kernel

MODULES = ("virtio_ring.ko", "virtio.ko", "virtio_pci_modern_dev.ko", "virtio_pci_legacy_dev.ko", "virtio_pci.ko", "failover.ko",
           "net_failover.ko", "virtio_net.ko", "virtio_console.ko", "pvpanic.ko", "pvpanic-pci.ko", "pvpanic-mmio.ko")

# Words of the kernel's command line: `address=dhcp` or `address=A.B.C.D`, `agent`.
INIT = f"""#!/bin/busybox sh
/bin/busybox mkdir -p /proc /sys /dev /run /tmp
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sys /sys
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox --install -s /bin
dmesg -n 1
for module in $(cat /modules/order); do insmod /modules/$module; done 2>/dev/null
export PS1='guest# ' PATH=/bin HOME=/ TERM=linux
ip link set lo up
ip link set eth0 up 2>/dev/null
for word in $(cat /proc/cmdline); do
    case $word in
    address=dhcp) udhcpc -q -n -t 20 -T 1 -i eth0 -s /bin/leased ;;
    address=*) ip address add ${{word#address=}}/24 dev eth0; ping -c 1 10.77.0.1 ;;
    agent) agent & ;;
    esac
done >/run/log 2>&1
(while :; do setsid sh -c 'echo {MARKER} serial; exec sh -i' </dev/ttyS0 >/dev/ttyS0 2>&1; done)
"""

LEASED = """#!/bin/sh
[ "$1" = bound ] && ip address add $ip/24 dev $interface
exit 0
"""

# The guest agent's protocol as far as libvirt speaks it here: https://qemu-project.gitlab.io/qemu/interop/qemu-ga-ref.html
AGENT = r"""#!/bin/sh
for name in /sys/class/virtio-ports/*/name; do
    [ "$(cat $name)" = org.qemu.guest_agent.0 ] && port=/dev/$(basename $(dirname $name))
done
exec 4<>$port
while :; do
    while read -r line <&4; do
        id=${line##*'"id"'}
        id=${id#*:}
        id=${id%%[!0-9 ]*}
        case $line in
        *guest-sync*) echo "{\"return\": $id}" >&4 ;;
        *guest-network-get-interfaces*)
            echo '{"return": [{"name": "eth0", "hardware-address": "52:54:00:77:00:77", "ip-addresses": [{"ip-address-type": "ipv4", "ip-address": "10.0.2.15", "prefix": 24}]}]}' >&4 ;;
        *execute*) echo '{"error": {"class": "CommandNotFound", "desc": "not here"}}' >&4 ;;
        esac
    done
    sleep 1 # nobody listens yet: the end of the file, until somebody does
done
"""


def unpack(cache: pathlib.Path, folder: pathlib.Path):
    """Kernel and initial memory disk in `folder`, open to every account."""
    kernel = installed_kernel() or downloaded_kernel(cache)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(kernel.image, folder / "vmlinuz")
    files = {"leased": LEASED.encode(), "agent": AGENT.encode()}
    (folder / "initrd.gz").write_bytes(initrd(kernel, (), INIT, MODULES, files))
    for path in folder.iterdir():
        path.chmod(0o644)


def definition(name: str, folder: pathlib.Path, words: str = "", nic: str = "", devices: str = "", more: str = "") -> str:
    return f"""<domain type='qemu'>
  <name>{name}</name>
  {more}
  <memory unit='MiB'>192</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type>
    <kernel>{folder}/vmlinuz</kernel><initrd>{folder}/initrd.gz</initrd>
    <cmdline>{quoteattr("console=ttyS0 quiet panic=0 " + words)[1:-1]}</cmdline></os>
  <features><acpi/></features>
  <devices>
    {nic}
    {devices}
    <serial type='pty'/><console type='pty'/>
    <graphics type='vnc' autoport='yes' listen='127.0.0.1'/><video><model type='vga'/></video>
  </devices>
</domain>
"""
