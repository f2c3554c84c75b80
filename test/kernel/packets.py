"""Packets as bytes: those that no socket will make, and the word in each probe by which it is known again."""

import socket
import struct

ETH_P_IP = 0x0800
MAGIC = b"BFKN"
ANSWER = b"R"
PROTOCOL_NUMBERS = {"icmp": 1, "tcp": 6, "udp": 17}


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def ends(probe):
    return socket.inet_aton(probe["source"]) + socket.inet_aton(probe["destination"])


def ip_packet(probe, body):
    number = PROTOCOL_NUMBERS[probe["protocol"]]
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), 0, 0x4000, 64, number, 0) + ends(probe)
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + body


def with_checksum(probe, body, place, number):
    pseudo = ends(probe) + struct.pack("!HH", number, len(body))
    return body[:place] + struct.pack("!H", checksum(pseudo + body)) + body[place + 2 :]


def token(probe):
    return MAGIC + struct.pack("!I", probe["id"])


def read_token(data):
    at = data.find(MAGIC)
    return struct.unpack("!I", data[at + 4 : at + 8])[0] if at >= 0 and len(data) >= at + 8 else None


def checksum(data):
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def bare_tcp(probe):
    head = struct.pack("!HHII", probe["sourcePort"], probe["port"], sequence_of(probe), 0)
    return with_checksum(probe, head + struct.pack("!BBHHH", 0x50, 2, 65535, 0, 0), 16, 6)


def sequence_of(probe):
    return 0xB1AC0000 + probe["id"]


def bare_udp(probe):
    head = struct.pack("!HHHH", probe["sourcePort"], probe["port"], 8 + len(token(probe)), 0)
    return with_checksum(probe, head + token(probe), 6, 17)


def echo_request(probe):
    head = struct.pack("!BBHHH", 8, 0, 0, probe["sourcePort"], 1) + token(probe)
    return head[:2] + struct.pack("!H", checksum(head)) + head[4:]


BARE = {"tcp": bare_tcp, "udp": bare_udp, "icmp": echo_request}


def frame(probe):
    """A packet inside VXLAN: what a host that lies would send."""
    wraps = probe["frame"]
    vxlan = struct.pack("!BBHI", 8, 0, 0, wraps["vni"] << 8)
    ethernet = mac(wraps["target"]) + mac(wraps["from"]) + struct.pack("!H", ETH_P_IP)
    return vxlan + ethernet + ip_packet(probe, BARE[probe["protocol"]](probe))
