"""All probes of one world at once: opens every socket, sends, and waits until nothing is owed or heard any more."""

import errno
import os
import selectors
import socket
import struct
import time

from ears import Ears
from packets import ANSWER, echo_request, frame, read_token, sequence_of, token

ETH_P_ALL = 0x0003
IP_FREEBIND = 15
IP_TRANSPARENT = 19
# How long nothing at all must be heard before what has not arrived counts as lost, and how long what should arrive is waited for.
QUIET = 0.15
PATIENCE = 4.0
RESEND = 0.4


class Exchange:
    def __init__(self, spaces, machines, probes):
        self.spaces = spaces
        self.machines = machines
        self.probes = probes
        self.ears = Ears({probe["id"]: probe for probe in probes})
        self.sent = 0
        self.selector = selectors.DefaultSelector()
        self.sockets = []

    def run(self):
        self.open_machines()
        for probe in self.probes:
            self.open_probe(probe)
        self.wait()
        return {"results": self.ears.results, "sent": self.sent}

    def wait(self):
        started = resent = time.monotonic()
        while True:
            for key, _ in self.selector.select(0.02):
                try:
                    key.data(key.fileobj)
                except OSError:
                    pass  # What the socket was told (refused, unreachable) is heard on the cable.
            self.ears.settle()
            now = time.monotonic()
            lacking = list(self.ears.lacking())
            if now - started > PATIENCE or (not lacking and now - max(started, self.ears.heard) > QUIET):
                return
            if lacking and now - resent > RESEND:
                resent = now
                self.resend(lacking)

    def resend(self, probes):
        """What has no memory is sent again; TCP does so by itself."""
        for probe in probes:
            try:
                probe.get("again", lambda: None)()
            except OSError:
                pass

    def close(self):
        for opened in self.sockets:
            opened.close()
        self.selector.close()

    def watch(self, opened, handler, events=selectors.EVENT_READ):
        opened.setblocking(False)
        self.sockets.append(opened)
        self.selector.register(opened, events, handler)

    # The machines that may be asked.

    def open_machines(self):
        targets = sorted({(p["protocol"], p["port"]) for p in self.probes if p["protocol"] != "icmp"})
        for machine in self.machines:
            self.spaces.enter(machine["station"])
            sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_ALL))
            sniffer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
            self.watch(sniffer, lambda opened, machine=machine: self.ears.overhear(opened, machine))
            for protocol, port, address in bindings(machine, targets):
                self.listen(protocol, port, address, machine)
            self.spaces.leave()

    def listen(self, protocol, port, address, machine):
        opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.setsockopt(socket.IPPROTO_IP, IP_FREEBIND, 1)  # A program may be set to an address that is not its machine's.
        opened.bind((address, port))
        if protocol == "tcp":
            opened.listen(64)
            self.watch(opened, lambda opened: opened.accept()[0].close())
        else:
            self.watch(opened, lambda opened: self.echo(opened, machine, address, port))

    def echo(self, opened, machine, address, port):
        data, source = opened.recvfrom(2048)
        self.ears.note_answer(read_token(data), False, self.ears.seen(machine, source[0], source[1], address, port))
        opened.sendto(ANSWER + data, source)

    # The probes.

    def open_probe(self, probe):
        send = self.send_frame if probe.get("frame") else getattr(self, "send_" + probe["protocol"])
        self.spaces.enter(probe["station"])
        try:
            send(probe)
            self.sent += 1
        except OSError as error:
            self.ears.results[probe["id"]]["error"] = str(error)
        finally:
            self.spaces.leave()

    def bound(self, kind, probe, protocol, port):
        opened = socket.socket(socket.AF_INET, kind, protocol)
        opened.setsockopt(socket.IPPROTO_IP, IP_TRANSPARENT, 1)  # A source may be somebody else's.
        opened.bind((probe["source"], port))
        opened.setblocking(False)
        return opened

    def send_tcp(self, probe):
        opened = self.bound(socket.SOCK_STREAM, probe, 0, probe["sourcePort"])
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        code = opened.connect_ex((probe["destination"], probe["port"]))
        if code not in (0, errno.EINPROGRESS):
            opened.close()
            raise OSError(code, os.strerror(code))
        self.watch(opened, lambda opened: self.connected(opened, probe), selectors.EVENT_WRITE)

    def connected(self, opened, probe):
        self.selector.unregister(opened)
        if opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
            self.ears.note_reply(probe)

    def send_udp(self, probe):
        opened = self.bound(socket.SOCK_DGRAM, probe, 0, probe["sourcePort"])
        opened.connect((probe["destination"], probe["port"]))
        self.watch(opened, lambda opened: self.received(opened, probe))
        probe["again"] = lambda: opened.send(token(probe))
        opened.send(token(probe))

    def received(self, opened, probe):
        if opened.recv(2048) == ANSWER + token(probe):
            self.ears.note_reply(probe)

    def send_icmp(self, probe):
        opened = self.bound(socket.SOCK_RAW, probe, socket.IPPROTO_ICMP, 0)
        opened.connect((probe["destination"], 0))
        self.watch(opened, lambda opened: self.pinged(opened, probe))
        probe["again"] = lambda: opened.send(echo_request(probe))
        opened.send(echo_request(probe))

    def pinged(self, opened, probe):
        data = opened.recv(2048)
        message = data[(data[0] & 15) * 4 :]
        if message[0] == 0 and read_token(message) == probe["id"]:
            self.ears.note_reply(probe)

    def send_frame(self, probe):
        opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sockets.append(opened)
        self.ears.sequences[sequence_of(probe)] = probe["id"]
        probe["again"] = lambda: opened.sendto(frame(probe), (probe["frame"]["underlay"], 4789))
        probe["again"]()


def bindings(machine, targets):
    """Where a machine's programs listen: those that it states, else on whatever port is asked."""
    stated = machine.get("listeners")
    if stated is None:
        return [(protocol, port, address) for protocol, port in targets for address in machine["addresses"]]
    wanted = set()
    for protocol, port in targets:
        for listener in stated:
            if listener["protocol"] == protocol and listener.get("port", port) == port:
                bound = [listener["bind"]] if listener["bind"] != "any" else machine["addresses"]
                wanted.update((protocol, port, address) for address in bound if ":" not in address)
    return sorted(wanted)
