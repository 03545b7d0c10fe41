"""Which machines may be asked: those of the public internet, never one of the own network.

The lists are written out: what Python calls global differs from version to version.
"""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32",
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
    )
)  # fmt: skip
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)  # fmt: skip
_TRANSLATED = IPv6Network("64:ff9b::/96")
_INSIDE_ENDINGS = (
    "local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "test",
    "invalid", "home.arpa",
)  # fmt: skip
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")


def is_public(address: str) -> bool:
    """Whether an IP address, in figures, is one of the public internet."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public_4(found) if isinstance(found, IPv4Address) else _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC_4)


def _is_public_6(address: IPv6Address) -> bool:
    if address in _TRANSLATED:
        return _is_public_4(IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def is_inside_name(host: str) -> bool:
    """Whether a name can only mean this machine or one of the own network."""
    bare = host.lower().rstrip(".")
    return any(bare == ending or bare.endswith(f".{ending}") for ending in _INSIDE_ENDINGS)


def in_figures(host: str) -> str | None:
    """The IP address that a host is, however it is spelled (`0x7f.1`), or None for a name."""
    bare = host.lower().strip("[]").rstrip(".")
    if ":" in bare:
        return bare
    if not _NUMBER.fullmatch(bare):
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(bare))
    except OSError:
        return bare
