"""Echo requests one after the other through a world that stands, each with the time until its answer: what a round trip costs the kernel."""

import socket
import struct
import time

from packets import checksum

PATIENCE = 2.0


def time_pings(spaces, order):
    spaces.enter(order["station"])
    try:
        opened = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
    finally:
        spaces.leave()
    try:
        opened.settimeout(PATIENCE)
        opened.connect((order["destination"], 0))
        return [ping(opened, sequence) for sequence in range(order["count"])]
    finally:
        opened.close()


def ping(opened, sequence):
    identifier = 0x4246
    body = struct.pack("!BBHHH", 8, 0, 0, identifier, sequence)
    body = body[:2] + struct.pack("!H", checksum(body)) + body[4:]
    started = time.perf_counter()
    opened.send(body)
    while True:
        packet = opened.recv(2048)
        answer = packet[(packet[0] & 15) * 4 :]
        if answer[0] == 0 and struct.unpack("!HH", answer[4:8]) == (identifier, sequence):
            return time.perf_counter() - started
