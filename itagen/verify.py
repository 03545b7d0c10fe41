"""The live site, compared with what was handed to the assessor: each address opened to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from itagen.address import full_address, safe_path
from itagen.diagnostics import Words
from itagen.item_hash import attachments, page_hash
from itagen.links.ask import Turns
from itagen.links.connection import Network
from itagen.links.fetched import Fetched, fetch, start_hash
from itagen.links.reply import Trouble
from itagen.placement import Standing
from itagen.reports.submission import Handed
from itagen.rules.no_answer import FOR_NOW
from itagen.site import Site

_TOGETHER = 4

_CERTIFICATE = Words("ใบรับรอง https ใช้ไม่ได้", "its certificate for https is not valid")
_WHY: Mapping[Trouble, Words] = FOR_NOW | {
    "unknown-name": Words("ไม่มีเว็บไซต์ชื่อนี้", "there is no such host"),
    "inside": Words("เป็นที่อยู่ภายใน คนนอกเปิดไม่ได้", "it is within a network of its own"),
    "too-many": Words("ส่งต่อวนไปมาไม่รู้จบ", "it redirects in a circle"),
    "expired": _CERTIFICATE, "other-name": _CERTIFICATE, "untrusted": _CERTIFICATE,
    "unproved": _CERTIFICATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """One address that does not hold what it should; `code` is that of the item."""

    code: str
    address: str
    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """One address with how what it serves is judged."""

    code: str
    address: str
    judge: Callable[[Fetched], Words | None]


def questions(
    site: Site, items: Iterable[Handed], places: Iterable[Standing], live: str, content: Path
) -> Iterator[Question]:
    """What to ask.

    Args:
        site: as it is here.
        items: what was handed in; those without a page are not asked for.
        places: of the home page: a section's mandated links stand on the main site.
        live: the address of the live site.
        content: the folder of the files that are published as they are.
    """
    listed = tuple(items)
    hashes = {page_hash(item.answer): item.code for item in listed if item.addresses}
    asked: set[str] = set()
    for item in listed:
        if not item.addresses:
            continue
        address = full_address(live, f"{item.answer.year.folder}/{item.answer.item.stem}/")
        yield Question(item.code, address, _page_judge(item, address, hashes))
        for name in attachments(site, item.answer):
            if name in asked or site.files[name].picture is not None:
                continue
            asked.add(name)
            where = full_address(live, safe_path(name))
            data = (content / site.files[name].path).read_bytes()
            yield Question(item.code, where, _file_judge(where, start_hash(data), len(data)))
    main = site.agency.words("main_site").strip()
    if site.agency.is_section and main:
        for place in places:
            if place.must:
                yield Question(place.code, main, _link_judge(place, main, live))


def verify(
    asked: Iterable[Question], network: Network, turns: Turns, told: Callable[[int], None]
) -> list[Wrong]:
    """What is wrong, in the order of the questions; each address is fetched once.

    Args:
        asked: the questions.
        network: how machines are found and reached.
        turns: who may ask a host now.
        told: how many addresses were fetched.
    """
    listed = list(asked)
    addresses = list(dict.fromkeys(question.address for question in listed))
    found: dict[str, Fetched] = {}
    with ThreadPoolExecutor(_TOGETHER) as pool:
        came = pool.map(lambda address: fetch(address, network, turns), addresses)
        for address, fetched in zip(addresses, came, strict=True):
            found[address] = fetched
            told(len(found))
    judged = ((question, question.judge(found[question.address])) for question in listed)
    return [Wrong(q.code, q.address, words) for q, words in judged if words]


def _page_judge(
    item: Handed, address: str, hashes: dict[str, str]
) -> Callable[[Fetched], Words | None]:
    wanted = page_hash(item.answer)

    def judge(fetched: Fetched) -> Words | None:
        if wrong := _trouble(fetched, address):
            return wrong
        if not fetched.page:
            return Words("เปิดได้แต่ไม่ใช่หน้าเว็บ", "it opens, but is no page")
        mark = _mark(fetched.body)
        if mark == wanted:
            return None
        if not mark:
            return Words(
                "เปิดได้ แต่ไม่ใช่หน้าของข้อนี้ที่ itagen สร้าง", "it opens, but is not the page of the item"
            )
        if other := hashes.get(mark):
            return Words(f"เป็นหน้าของข้อ {other}", f"it is the page of {other}")
        return Words(
            "เนื้อหาไม่ตรงกับข้อมูลในโครงการ ให้สร้างเว็บไซต์แล้วนำขึ้นใหม่ หรือดูว่าใครแก้",
            "its content is not that of the project; build and publish anew, or see who changed it",
        )

    return judge


def _file_judge(address: str, start: str, size: int) -> Callable[[Fetched], Words | None]:
    def judge(fetched: Fetched) -> Words | None:
        if wrong := _trouble(fetched, address, is_file=True):
            return wrong
        if fetched.is_same_file(start, size):
            return None
        if fetched.page:
            return Words("เอกสารแนบเปิดแล้วเป็นหน้าเว็บ ไม่ใช่ไฟล์", "a page is served for the file")
        return Words("เอกสารแนบไม่ใช่ไฟล์เดียวกับในโครงการ", "it is another file than the project's")

    return judge


def _link_judge(place: Standing, main: str, live: str) -> Callable[[Fetched], Words | None]:
    wanted = {_bare(full_address(live, _path_of(place))), *map(_bare, _targets(place))}

    def judge(fetched: Fetched) -> Words | None:
        if wrong := _trouble(fetched, main):
            return wrong
        if wanted & {_bare(urljoin(fetched.end, link)) for link in _links(fetched.body)}:
            return None
        return Words(
            f"หน้าแรกของเว็บไซต์หลักไม่มีลิงก์ไป “{place.label}” ซึ่งต้องมี",
            f"the main home page has no link to “{place.label}”, which it must have",
        )

    return judge


def _path_of(place: Standing) -> str:
    """The address of an item's page below the site, whatever the site's own address is."""
    return "/".join(place.address.rstrip("/").split("/")[-2:]) + "/"


def _targets(place: Standing) -> Iterator[str]:
    return (target.href for target in place.targets)


def _trouble(fetched: Fetched, address: str, *, is_file: bool = False) -> Words | None:
    """Why an address does not open as it should; what is served is not looked at."""
    if fetched.trouble:
        why = _WHY[fetched.trouble]
        return Words(f"เปิดไม่ได้ {why.th}", f"it does not open: {why.en}")
    if fetched.sign_in or fetched.status in {401, 403} or fetched.says == "closed":
        return Words("ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อนจึงเห็น", "one must sign in or ask to see it")
    if fetched.status >= 400:
        return Words(f"ไม่พบ (ตอบ {fetched.status})", f"not found ({fetched.status})")
    if _bare(fetched.end) != _bare(address):
        return Words(f"ถูกส่งต่อไป {fetched.end}", f"it leads on to {fetched.end}")
    if fetched.says == "missing" and not is_file:
        return Words("หน้าบอกว่าไม่พบ แม้เครื่องแม่ข่ายตอบว่ามี", "the page says that it is not there")
    return None


def _bare(address: str) -> str:
    """An address without what makes no difference: scheme, www, the file of a folder, case."""
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.removesuffix("index.html").rstrip("/")
    return f"{host}{path}?{parts.query}"


def _mark(body: bytes) -> str:
    from selectolax.lexbor import LexborHTMLParser

    node = LexborHTMLParser(body.decode("utf-8", "replace")).css_first("meta[name=itagen-content]")
    return (node.attributes.get("content") or "") if node else ""


def _links(body: bytes) -> Iterator[str]:
    from selectolax.lexbor import LexborHTMLParser

    for node in LexborHTMLParser(body.decode("utf-8", "replace")).css("a[href]"):
        yield node.attributes.get("href") or ""
