"""What comes of asking an address, each case at a real server."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from itagen.links.ask import MOST_HOPS, ask
from itagen.links.connection import MOST_BYTES, request, trust
from itagen.links.crowd import HostTurns
from itagen.links.reply import Reply
from tests.outside_server import EXPIRED, GOOD, OTHER, PLAIN, SELF, Outside, Page, moved, outside

SITE = "www.example.go.th"
PDF = b"%PDF-1.7 and so on"


@pytest.fixture
def there() -> Iterator[Outside]:
    with outside() as servers:
        yield servers


def reply(there: Outside, address: str) -> Reply:
    return ask(address, there.network, HostTurns(pause=0))


def test_a_page_is_asked_by_head_then_get(there: Outside) -> None:
    there.add(SITE, {"/plan": Page()})
    assert reply(there, f"https://{SITE}/plan#part") == Reply(status=200, type="text/html")
    assert there.hits == [("HEAD", f"{SITE}/plan"), ("GET", f"{SITE}/plan")]


def test_a_file_is_asked_by_head_alone(there: Outside) -> None:
    there.add(SITE, {"/plan.pdf": Page(body=PDF, type="application/pdf")})
    assert reply(there, f"https://{SITE}/plan.pdf") == Reply(status=200, type="application/pdf")
    assert there.hits == [("HEAD", f"{SITE}/plan.pdf")]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
def test_where_head_is_refused_get_decides(there: Outside, status: int) -> None:
    there.add(SITE, {"/plan.pdf": Page(body=PDF, type="application/pdf", of_head=status)})
    assert reply(there, f"https://{SITE}/plan.pdf").status == 200


def test_where_head_tells_no_type_get_looks(there: Outside) -> None:
    there.add(SITE, {"/plan.pdf": Page(body=b"<html>no", type=None)})
    assert reply(there, f"https://{SITE}/plan.pdf").type == "text/html"
    there.add(SITE, {"/plan.pdf": Page(body=PDF, type=None)})
    assert reply(there, f"https://{SITE}/plan.pdf").type == ""


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_faults_are_told_by_their_number(there: Outside, status: int) -> None:
    there.add(SITE, {"/plan": Page(status)})
    assert reply(there, f"https://{SITE}/plan").status == status


def test_a_program_says_what_it_is_and_carries_nothing(there: Outside) -> None:
    there.add(SITE, {"/a": Page(302, b"", headers={"Location": "/b", "Set-Cookie": "a=b"})})
    there.add(SITE, {"/b": Page(body=PDF, type="application/pdf")})
    assert reply(there, f"https://user:secret@{SITE}/a").status == 200
    assert len(there.asked) == 2
    for headers in there.asked:
        assert "itagen" in headers["user-agent"]
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_redirects_are_followed_and_their_keys_not_noted(there: Outside) -> None:
    there.add("example.go.th", {"/old": moved(f"https://{SITE}/new?session=1", 301)})
    there.add(SITE, {"/new?session=1": Page(body=PDF, type="application/pdf")})
    found = reply(there, "https://example.go.th/old")
    assert found == Reply(status=200, end=f"https://{SITE}/new", type="application/pdf")


def test_ten_redirects_are_followed_and_no_more(there: Outside) -> None:
    pages = {f"/{n}": moved(f"/{n + 1}") for n in range(40)}
    there.add(SITE, {**pages, f"/{30 + MOST_HOPS}": Page()})
    assert reply(there, f"https://{SITE}/30").is_good
    there.hits.clear()
    assert reply(there, f"https://{SITE}/29").trouble == "too-many"
    assert len(there.hits) == MOST_HOPS + 1


def test_thai_and_spaces_in_addresses_and_redirects(there: Outside) -> None:
    there.add(
        SITE,
        {"/%E0%B9%81%E0%B8%9C%E0%B8%99": moved(f"https://{SITE}/ปลาย ทาง")},
    )
    there.add(SITE, {"/%E0%B8%9B%E0%B8%A5%E0%B8%B2%E0%B8%A2%20%E0%B8%97%E0%B8%B2%E0%B8%87": Page()})
    assert reply(there, f"https://{SITE}/แผน").is_good


def test_a_name_in_thai_is_looked_up_as_hosts_are(there: Outside) -> None:
    there.add("xn--12cl3bok4l.xn--o3cw4h", {"/": Page()}, PLAIN)
    assert reply(there, "http://ไทยแลนด์.ไทย/").trouble == "unknown-name"
    name = "ตัวอย่าง.ไทย".encode("idna").decode()
    there.add(name, {"/": Page()}, PLAIN)
    assert reply(there, "http://ตัวอย่าง.ไทย/").is_good
    there.add(SITE, {"/thai": moved("http://ตัวอย่าง.ไทย/")})
    assert reply(there, f"https://{SITE}/thai").is_good


def test_an_app_is_no_page_to_follow(there: Outside) -> None:
    there.add(SITE, {"/line": moved("line://ti/p/@example")})
    assert reply(there, f"https://{SITE}/line") == Reply(status=302, type="text/html")


@pytest.mark.parametrize(
    ("machine", "trouble"), [(EXPIRED, "expired"), (OTHER, "other-name"), (SELF, "untrusted")]
)
def test_certificates(there: Outside, machine: str, trouble: str) -> None:
    there.add(SITE, {"/": Page()}, machine)
    assert reply(there, f"https://{SITE}/").trouble == trouble
    assert there.hits == []


def test_a_certificate_that_nobody_here_knows_is_unproved(there: Outside) -> None:
    there.add(SITE, {"/": Page()})
    there.network = replace(there.network, trust=trust())
    assert reply(there, f"https://{SITE}/").trouble == "unproved"


def test_plain_http_is_compared_with_https(there: Outside) -> None:
    there.add(SITE, {"/plan": Page()})
    there.add("old.example.go.th", {"/plan": Page()}, PLAIN)
    there.add("bad.example.go.th", {"/plan": Page()}, EXPIRED)
    assert reply(there, f"http://{SITE}/plan").secure is True
    assert reply(there, "http://old.example.go.th/plan").secure is False
    assert reply(there, "http://bad.example.go.th/plan").secure is False
    assert reply(there, f"https://{SITE}/plan").secure is None
    assert reply(there, f"http://{SITE}:8080/plan").secure is True


def test_http_that_leads_to_https_is_secure_without_another_request(there: Outside) -> None:
    there.add(SITE, {"/plan": moved(f"https://{SITE}/plan.pdf")})
    there.add(SITE, {"/plan.pdf": Page(body=PDF, type="application/pdf")})
    assert reply(there, f"http://{SITE}/plan").secure is True
    assert len(there.hits) == 2


@pytest.mark.parametrize(
    "words",
    [
        "<title>404</title><p>x",
        "<title>ไม่พบหน้าที่ท่านต้องการ</title>",
        "<title>เทศบาล</title><h1>ขออภัย ไม่พบข้อมูล</h1>",
        "<title>Site</title><h1>Page not found</h1>",
        "<title>Site</title><p>The page cannot be found",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "tis-620"])
def test_a_soft_404_is_read_from_its_words(there: Outside, words: str, charset: str) -> None:
    body = f"<!doctype html>{words}".encode(charset)
    there.add(SITE, {"/x": Page(body=body, type=f"text/html; charset={charset}")})
    assert reply(there, f"https://{SITE}/x").says == "missing"


@pytest.mark.parametrize(
    "words",
    [
        "<title>แผนดำเนินงาน</title><h1>แผน</h1>" + "<p>ไม่พบหน้า ข้อความยาว " * 40,
        "<title>ประกาศเลขที่ 1404/2566</title><h1>ประกาศ</h1>",
        "<title>ผลการตรวจ</title><p>ไม่พบการทุจริต",
        "<title>รวมกฎหมาย</title><script>'page not found'</script><p>กฎหมาย",
    ],
)
def test_words_of_a_real_page_are_no_soft_404(there: Outside, words: str) -> None:
    there.add(SITE, {"/x": Page(body=f"<html>{words}".encode())})
    assert reply(there, f"https://{SITE}/x").says == ""


def test_sign_in_pages_are_seen_and_not_visited(there: Outside) -> None:
    wall = "https://accounts.google.com/ServiceLogin?continue=secret"
    there.add("drive.google.com", {"/file/d/a/view": moved(wall)}, PLAIN)
    found = reply(there, "http://drive.google.com/file/d/a/view")
    assert found.end == "https://accounts.google.com/ServiceLogin"
    assert {host.partition("/")[0] for _, host in there.hits} == {"drive.google.com"}


def test_a_drive_page_says_that_it_is_closed(there: Outside) -> None:
    body = "<!doctype html><title>Google ไดรฟ์</title><p>คุณต้องมีสิทธิ์เข้าถึง".encode()
    there.add("drive.google.com", {"/file/d/a/view": Page(body=body)}, PLAIN)
    assert reply(there, "http://drive.google.com/file/d/a/view").says == "closed"


def test_refused_and_unknown(there: Outside) -> None:
    there.machines["shut.example.go.th"] = ("93.184.216.99",)
    assert reply(there, "https://shut.example.go.th/").trouble == "refused"
    assert reply(there, "https://gone.example.go.th/").trouble == "unknown-name"


def test_the_second_machine_of_a_host_is_tried(there: Outside) -> None:
    there.add(SITE, {"/": Page()})
    there.machines[SITE] = ("93.184.216.99", GOOD)
    assert reply(there, f"https://{SITE}/").is_good


def test_what_is_no_web_server_is_broken(there: Outside) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def answer() -> None:
            for _ in range(2):
                client, _ = server.accept()
                with client:
                    client.recv(1000)
                    client.sendall(b"220 mail ready\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        there.machines[SITE] = (PLAIN,)
        there.ports[PLAIN, 80] = server.getsockname()[1]
        assert reply(there, f"http://{SITE}/").trouble == "broken"
        thread.join()


def test_a_silent_and_a_dripping_server_cost_no_more_than_allowed(
    there: Outside,
) -> None:
    ended = threading.Event()

    def drip(server: socket.socket) -> None:
        client, _ = server.accept()
        with client:
            while not ended.wait(0.02):
                try:
                    client.sendall(b"H")
                except OSError:
                    return

    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        thread = threading.Thread(target=drip, args=(server,), daemon=True)
        thread.start()
        there.machines[SITE] = (PLAIN,)
        there.ports[PLAIN, 80] = server.getsockname()[1]
        found = ask(f"http://{SITE}/", there.network, HostTurns(pause=0), seconds=0.3)
        assert found.trouble == "timeout"
        ended.set()
        thread.join()


def test_a_body_without_end_is_read_to_its_limit(there: Outside) -> None:
    words = b"<!doctype html><title>x</title>" + b"<p>a" * (MOST_BYTES // 2)
    there.add(SITE, {"/x": Page(body=words)})
    head = request(there.network, "GET", f"https://{SITE}/x", time.monotonic() + 60)
    assert head.body == words[:MOST_BYTES]
