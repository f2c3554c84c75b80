"""What is heard on every machine's cable, and which probe it belongs to."""

import socket
import struct
import time

from packets import ANSWER, ETH_P_IP, MAGIC, read_token

PACKET_OUTGOING = 4
ICMP, TCP = 1, 6
PORT_UNREACHABLE = b"\x03\x03"
SYN, SYN_ACK, RST_ACK, FLAGS = 0x02, 0x12, 0x14, 0x16


class Ears:
    def __init__(self, probes):
        self.probes = probes
        self.results = {number: {"delivered": None, "refused": False, "replied": False} for number in probes}
        # A TCP probe is known by its first sequence number, which no NAT changes.
        self.sequences = {}
        self.answers = []
        self.heard = time.monotonic()

    def overhear(self, opened, machine):
        while True:
            try:
                data, (_, kind, direction, _, _) = opened.recvfrom(2048)
            except BlockingIOError:
                return
            if kind != ETH_P_IP:
                continue
            self.heard = time.monotonic()
            if direction == PACKET_OUTGOING:
                self.note_outgoing(data, machine)

    def note_outgoing(self, data, machine):
        """What a machine itself puts on its cable: a probe's SYN, whose number names it, or an answer to a probe, as it saw that."""
        source, destination = socket.inet_ntoa(data[12:16]), socket.inet_ntoa(data[16:20])
        protocol, body = data[9], data[(data[0] & 15) * 4 :]
        if protocol == TCP and body[13] & FLAGS == SYN:
            self.note_syn(body, source, machine)
        elif source not in machine["addresses"]:
            return  # Passing through.
        elif protocol == TCP:
            self.note_segment(body, source, destination, machine)
        elif protocol == ICMP:
            self.note_icmp(body, source, destination, machine)

    def note_segment(self, body, source, destination, machine):
        source_port, destination_port, _, acknowledged = struct.unpack("!HHII", body[:12])
        flags = body[13] & FLAGS
        if flags in (SYN_ACK, RST_ACK):
            seen = self.seen(machine, destination, destination_port, source, source_port)
            self.answers.append(((acknowledged - 1) & 0xFFFFFFFF, flags == RST_ACK, seen))

    def note_icmp(self, body, source, destination, machine):
        identifier = struct.unpack("!H", body[4:6])[0]
        if body[0] == 0:
            self.note_answer(read_token(body), False, self.seen(machine, destination, identifier, source, identifier))
        elif body[:2] == PORT_UNREACHABLE and ANSWER + MAGIC not in body:
            self.note_answer(read_token(body), True, self.seen(machine, destination, 0, source, 0))

    def note_syn(self, body, source, machine):
        port, _, sequence = struct.unpack("!HHI", body[:8])
        for probe in self.probes.values():
            mine = probe["protocol"] == "tcp" and probe["station"] == machine["station"]
            if mine and probe["source"] == source and probe["sourcePort"] == port:
                self.sequences[sequence] = probe["id"]

    def seen(self, machine, source, source_port, destination, destination_port):
        return {
            "machine": machine["id"],
            "source": {"address": source, "port": source_port},
            "destination": {"address": destination, "port": destination_port},
        }

    def note_answer(self, number, refused, seen):
        result = self.results.get(number)
        if result is None:
            return
        if refused:
            result["refused"] = True
        elif result["delivered"] is None:
            result["delivered"] = seen

    def note_reply(self, probe):
        self.results[probe["id"]]["replied"] = True

    def settle(self):
        """Gives TCP's answers to their probes; an answer may be heard before the SYN that it answers."""
        for sequence, refused, seen in self.answers:
            self.note_answer(self.sequences.get(sequence), refused, seen)
        self.answers = [answer for answer in self.answers if answer[0] not in self.sequences]

    def lacking(self):
        """The probes of which something expected has not been heard yet."""
        for probe in self.probes.values():
            result, expect = self.results[probe["id"]], probe["expect"]
            if (expect["delivered"] and not result["delivered"]) or (expect["replied"] and not result["replied"]):
                yield probe
