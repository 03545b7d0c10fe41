"""No machine of the own network is ever asked, however its address is spelled or reached."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.links.ask import ask
from itagen.links.connection import Network, resolve
from itagen.links.crowd import HostTurns
from itagen.links.guard import in_figures, is_inside_name, is_public
from tests.outside_server import GOOD, Outside, Page, moved, outside

SITE = "www.example.go.th"
INSIDE = (
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "017700000001", "0x7f000001",
    "0x7f.1", "0177.0.0.1", "0x7f.0x0.0x0.0x1", "0177.0x0.1", "127.0.0.1.", "１２７.0.0.1",
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "0.0.0.0", "0", "localhost",
    "localhost.", "LOCALHOST", "intranet.localhost", "server.local", "router.lan",
    "169.254.169.254", "0xA9FEA9FE", "[::ffff:169.254.169.254]", "[fd00:ec2::254]",
    "168.63.129.16", "100.100.100.200", "10.0.0.1", "10.255.255.255", "172.16.0.1",
    "172.31.255.255", "192.168.0.1", "192.168.1.20", "[fd00::1]", "[fc00::1]", "[fe80::1]",
    "[fe80::1%25eth0]", "[ff02::1]", "224.0.0.1", "255.255.255.255", "198.18.0.1", "100.64.0.1",
)  # fmt: skip
NAMED = ("loop.example.go.th", "both.example.go.th", "six.example.go.th", "meta.example.go.th")
MACHINES = {
    "loop.example.go.th": ("127.0.0.1",),
    "both.example.go.th": (GOOD, "10.0.0.1"),
    "six.example.go.th": ("::1",),
    "meta.example.go.th": ("169.254.169.254",),
}


class Canary:
    """A server of this machine that counts who comes."""

    def __init__(self, server: socket.socket) -> None:
        self.port: int = server.getsockname()[1]
        self.hits = 0
        threading.Thread(target=self._count, args=(server,), daemon=True).start()

    def _count(self, server: socket.socket) -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            self.hits += 1
            client.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield Canary(server)


@pytest.fixture
def there() -> Iterator[Outside]:
    with outside() as servers:
        yield servers


def test_there_are_more_than_forty_of_them() -> None:
    assert len(set(INSIDE + NAMED)) == len(INSIDE + NAMED) > 44


def test_the_canary_sings(canary: Canary) -> None:
    with socket.create_connection(("127.0.0.1", canary.port)) as connection:
        assert connection.recv(1) == b""
    assert canary.hits == 1


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_nothing_inside_is_asked(canary: Canary, there: Outside, scheme: str) -> None:
    """With the system's own look-up of names, and its own way to connect."""
    dialled = []

    def dial(machine: str, port: int, seconds: float) -> socket.socket:
        dialled.append(machine)
        return socket.create_connection((machine, port), timeout=seconds)

    network = Network(resolve, dial, there.network.trust)
    for host in INSIDE:
        found = ask(f"{scheme}://{host}:{canary.port}/", network, HostTurns(pause=0))
        assert found.trouble == "inside", host
    assert dialled == [] and canary.hits == 0


def test_a_name_of_a_machine_inside_is_not_asked(canary: Canary, there: Outside) -> None:
    there.machines |= MACHINES
    for host in NAMED:
        found = ask(f"http://{host}:{canary.port}/", there.network, HostTurns(pause=0))
        assert found.trouble == "inside", host
    assert there.dialled == [] and canary.hits == 0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_leads_inside(canary: Canary, there: Outside, status: int) -> None:
    there.machines |= MACHINES
    for host in (*INSIDE, *NAMED):
        there.add(SITE, {"/": moved(f"http://{host}:{canary.port}/", status)})
        found = ask(f"https://{SITE}/", there.network, HostTurns(pause=0))
        assert found.trouble == "inside", host
    assert {machine for machine, _ in there.dialled} == {GOOD} and canary.hits == 0


def test_a_name_that_turns_inside_is_not_followed(canary: Canary, there: Outside) -> None:
    """DNS rebinding: the machine that was looked at is the one that is asked, each time anew."""
    there.add(SITE, {"/": Page()})
    answers = iter([(GOOD,), ("127.0.0.1",)])
    network = replace(there.network, resolve=lambda _: next(answers))
    assert ask(f"https://{SITE}/", network, HostTurns(pause=0)).trouble == "inside"
    assert [machine for machine, _ in there.dialled] == [GOOD] and canary.hits == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://public.example@127.0.0.1/", "http://127.0.0.1#@public.example/",
        "http://127.0.0.1\\@public.example/", "http:///127.0.0.1/", "http://[::1/", "http://",
        "http://a..b/", "http://public.example%0d%0aX: y/", "http://public.example%20b/",
        f"http://{'a' * 80}.example/", "http://public.example:99999/",
        "http://public.example:0/%00\r\nHost: x",
    ],
)  # fmt: skip
def test_crooked_addresses_reach_nobody(there: Outside, address: str) -> None:
    there.machines["public.example"] = ("93.184.216.90",)
    found = ask(address, there.network, HostTurns(pause=0))
    assert found.trouble in {"inside", "unknown-name", "broken", "refused"}
    assert there.hits == []


@pytest.mark.parametrize("host", ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700::1111"])
def test_public_machines_may_be_asked(host: str) -> None:
    assert is_public(host)


@given(st.ip_addresses())
def test_what_python_calls_private_is_not_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    own = (
        address.is_private, address.is_loopback, address.is_link_local, address.is_multicast,
        address.is_reserved, address.is_unspecified,
    )  # fmt: skip
    translated = address in ipaddress.ip_network("64:ff9b::/96") if address.version == 6 else False
    if any(own) and not translated:
        assert not is_public(str(address))


@given(st.ip_addresses(v=4))
def test_every_spelling_of_figures_is_the_same_machine(address: ipaddress.IPv4Address) -> None:
    a, b, c, d = address.packed
    number = int(address)
    spellings = (
        str(address), str(number), hex(number), f"0{number:o}", f"{a}.{b}.{c * 256 + d}",
        f"{a:#x}.{b:#x}.{c:#x}.{d:#x}", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{address}.",
    )  # fmt: skip
    assert {in_figures(spelling) for spelling in spellings} == {str(address)}


def test_names_of_hosts_are_no_figures_and_not_inside() -> None:
    for name in ("www.example.go.th", "0x.example", "mylocal.go.th", "localhost.example.go.th"):
        assert in_figures(name) is None and not is_inside_name(name)
