"""Network namespaces without a name, and how one is furnished.

A namespace here has no name and no mount: it lives while this process holds it, so that nothing can be left behind, whatever ends the run.
"""

import ctypes
import fcntl
import os
import socket
import struct
import subprocess
import time

CLONE_NEWNET = 0x40000000
IFF_UP, IFF_RUNNING = 0x1, 0x40
SIOCGIFFLAGS = 0x8913
PATIENCE = 4.0

libc = ctypes.CDLL(None, use_errno=True)


def check(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


class Namespaces:
    def __init__(self):
        check(libc.unshare(CLONE_NEWNET))  # So that no command of ours ever runs in the machine's own.
        self.base = os.open("/proc/self/ns/net", os.O_RDONLY)
        self.held = {}

    def make(self, name):
        check(libc.unshare(CLONE_NEWNET))
        self.held[name] = os.open("/proc/self/ns/net", os.O_RDONLY)
        check(libc.setns(self.base, 0))

    def enter(self, name):
        check(libc.setns(self.held[name], 0))

    def leave(self):
        check(libc.setns(self.base, 0))

    def let_go(self):
        for descriptor in self.held.values():
            os.close(descriptor)
        self.held = {}

    def paths(self, text):
        for name, descriptor in self.held.items():
            text = text.replace("@%s@" % name, "/proc/%d/fd/%d" % (os.getpid(), descriptor))
        return text


def run(spaces, name, command, lines):
    spaces.enter(name)
    text = spaces.paths("".join(line.rstrip("\n") + "\n" for line in lines))
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    spaces.leave()
    if done.returncode != 0:
        raise RuntimeError("%s in %s: %s\n%s" % (" ".join(command), name, done.stderr.strip(), number(text)))


def number(text):
    return "\n".join("%4d %s" % (index + 1, line) for index, line in enumerate(text.splitlines()))


def build(spaces, stations):
    for station in stations:
        spaces.make(station["name"])
    for station in stations:
        if station["links"]:
            run(spaces, station["name"], ["ip", "-batch", "-"], ["link " + line[5:] for line in station["links"]])
    for station in stations:
        name = station["name"]
        spaces.enter(name)
        for path, value in station["settings"].items():
            try:
                with open("/proc/sys/net/" + path, "w") as setting:
                    setting.write(value)
            except FileNotFoundError:
                pass  # A kernel without IPv6 has none to turn off.
        spaces.leave()
        run(spaces, name, ["ip", "-batch", "-"], station["ip"])
        if station["bridge"]:
            run(spaces, name, ["bridge", "-batch", "-"], station["bridge"])
        text = [part for part in station["nft"] if part]
        if text:
            run(spaces, name, ["nft", "-f", "-"], text)
    wait_until_ready(spaces, spaces.held)


def is_ready():
    """Whether every device of this namespace that was set up carries; a veth says so a little later than `ip link set up` returns."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            reply = fcntl.ioctl(asked, SIOCGIFFLAGS, struct.pack("16sH14x", name.encode(), 0))
            flags = struct.unpack("16sH14x", reply)[1]
            if flags & IFF_UP and not flags & IFF_RUNNING:
                return False
    return True


def wait_until_ready(spaces, names):
    deadline = time.monotonic() + PATIENCE
    waiting = list(names)
    while waiting and time.monotonic() < deadline:
        spaces.enter(waiting[-1])
        if is_ready():
            waiting.pop()
        else:
            time.sleep(0.002)
    spaces.leave()


def checksum(data):
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF
