"""`data/site.json` and `data/items.csv`: whole, of one shape, and nothing that no page shows."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from itagen.excerpt import excerpt
from itagen.headers import headers_file, nginx_snippet, policy
from itagen.items_table import COLUMNS
from itagen.project import Project
from itagen.read_site import read_site
from itagen.store import Store
from tests.browser.host import headers_of, parse_headers
from tests.projects import DRAFTS, KINDS, ROOT, SHIPPED, load_edition, write_demo
from tests.test_build import SEEDS, build
from tests.test_machine_files import URL, say_of_agency

SHAPE = ROOT / "schema" / "shapes" / "open_data.json"
THAI = re.compile(r"[\u0e01-\u0e5b]{4,}")


def data_of(out: Path) -> dict[str, Any]:
    """The data of a built site, which keeps the shape that is published beside it."""
    data: dict[str, Any] = json.loads((out / "data" / "site.json").read_text("utf-8"))
    shape = json.loads((out / "data" / data["$schema"]).read_text("utf-8"))
    assert [error.message for error in jsonschema_rs.validator_for(shape).iter_errors(data)] == []
    return data


def table_of(out: Path) -> list[dict[str, str]]:
    raw = (out / "data" / "items.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


def items_of(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for year in data["years"]:
        for item in year["items"]:
            yield year, item


def values(data: Any, name: str) -> Iterator[str]:
    """Every value of a key, at any depth."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name and isinstance(value, str):
                yield value
            yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, name)


def check_data(out: Path) -> None:
    data, rows = data_of(out), table_of(out)
    for path in values([data["years"], data["streams"]], "path"):
        assert (out / path / "index.html").is_file()
    for file in [*values(data, "file"), *values(data, "image")]:
        assert (out / file).is_file()
    keys = [(str(year["year"]), year["edition"], item["code"]) for year, item in items_of(data)]
    assert [(row["year"], row["edition"], row["code"]) for row in rows] == keys
    for row, (_, item) in zip(rows, items_of(data), strict=True):
        assert list(row) == list(COLUMNS) and None not in row.values()
        asked = [e for e in item["elements"] if e["demand"] == "required"]
        met = [e for e in asked if e["state"] in {"met", "none"}]
        assert (row["elements_met"], row["elements_required"]) == (str(len(met)), str(len(asked)))
        assert row["state"] == item["state"] and row["updated"] == (item["updated"] or "")
        assert row["address"] == item.get("address", item["path"] or "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_the_data_of_every_demo_has_its_shape(
    edition: Path, kind: str, demo_site: Callable[[Path, str], Path]
) -> None:
    out = demo_site(edition, kind)
    check_data(out)
    data = data_of(out)
    assert data["editions"] == [edition.stem]
    codes = [item["code"] for _, item in items_of(data)]
    assert codes == [item.code for item in load_edition(edition).items]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_the_data_of_the_seeds_has_its_shape(seed: Path, tmp_path: Path) -> None:
    shutil.copytree(seed, tmp_path / "site")
    check_data(build(tmp_path / "site"))


def test_the_data_of_the_example_has_every_year(site: Path) -> None:
    check_data(site)
    data = data_of(site)
    assert [(year["year"], year["state"]) for year in data["years"]] == [
        (2565, "archived"), (2566, "open")
    ]  # fmt: skip
    assert data["version"] == 1 and data["current"] == "2566"
    assert {stream["name"] for stream in data["streams"]} == {"news", "procurement"}


def test_an_item_tells_where_its_elements_are_met(site: Path) -> None:
    item = next(i for y, i in items_of(data_of(site)) if (y["year"], i["code"]) == (2566, "O13"))
    assert item["address"] == f"{URL}/2566/o13/" and item["period"]["from"] == "2021-10-01"
    elements = {element["id"]: element for element in item["elements"]}
    (pages,) = elements["obstacles"]["evidence"]
    assert pages["kind"] == "file" and pages["pages"] and pages["file"].endswith(".pdf")
    assert pages["address"] == f"{URL}/{pages['file']}"
    assert pages["covers"]["from"] == "2021-10-01" and pages["covers"]["to"] == "2022-09-30"
    plan = next(i for y, i in items_of(data_of(site)) if (y["year"], i["code"]) == (2566, "O11"))
    amounts = [
        cell["text"]
        for element in plan["elements"]
        for record in element["records"]
        for cell in record["fields"].get("budget", ())
    ]
    assert amounts and all("," not in amount for amount in amounts)


def test_nothing_is_told_that_no_page_shows(site: Path) -> None:
    """Every Thai word of the data stands on a page, but periods in words and kinds of posts."""
    shown = set()
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        texts = [page.text(), *(n.attributes.get("alt") or "" for n in page.css("img"))]
        shown |= {word for text in texts for word in THAI.findall(text.replace("\u200b", ""))}
    whole = "\n".join(sorted(shown))
    data = data_of(site)
    data["agency"].pop("province")
    data["agency"].pop("short")

    def words(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            told = (inner for name, inner in value.items() if name not in {"words", "kind"})
            for inner in told:
                yield from words(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from words(inner)
        elif isinstance(value, str):
            yield from THAI.findall(value)

    assert [word for word in sorted(set(words(data))) if word not in whole] == []


def test_without_its_address_the_data_have_paths_alone(tmp_path: Path) -> None:
    out = build(say_of_agency(write_demo(tmp_path, SHIPPED[1]), site_url=None))
    check_data(out)
    data = data_of(out)
    data.pop("agency")
    assert list(values(data, "path")) and not list(values(data, "address"))


def test_what_is_declared_and_what_is_to_come_are_told(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    entry = root / "content" / "2566" / "o13.yaml"
    entry.write_text("pending: รอสภาเห็นชอบ\nuntil: 31 มีนาคม 2566\n", encoding="utf-8")
    item = next(i for _, i in items_of(data_of(build(root))) if i["code"] == "O13")
    assert (item["state"], item["pending"]) == ("pending", "รอสภาเห็นชอบ")
    assert {element["state"] for element in item["elements"]} == {"pending"}


def test_links_in_texts_are_paths_of_the_site(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    entry = root / "content" / "2566" / "o13.yaml"
    text = entry.read_text("utf-8")
    changed = re.sub(r"obstacles: .*", "obstacles: ดู[ข้อก่อน](2566/o12.yaml) และเว็บ site:x", text)
    entry.write_text(changed, encoding="utf-8")
    item = next(i for _, i in items_of(data_of(build(root))) if i["code"] == "O13")
    told = next(e for e in item["elements"] if e["id"] == "obstacles")["evidence"][0]["text"]
    assert told == "ดู[ข้อก่อน](2566/o12/) และเว็บ site:x"


def test_an_address_that_no_browser_may_open_is_no_link(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    social = "[{title: ก, link: 'javascript:alert(1)'}, {title: ข, link: 'https://e.example/'}]"
    say_of_agency(root, social=social)
    agency = root / "content" / "agency.yaml"
    kept = agency.read_text("utf-8").split("\n")
    told = [line for line in kept if not line.startswith(("-", "  link", "  title"))]
    agency.write_text("\n".join(told), encoding="utf-8")
    from itagen.open_data import site_data
    from itagen.plan import Plan

    project = Project(root)
    data = site_data(Plan(read_site(project)).ways["th"], Store(project.store))
    assert data["agency"]["social"] == [{"title": "ข", "link": "https://e.example/"}]
    assert "javascript:" not in json.dumps(data)


def test_the_document_names_every_field() -> None:
    shape = json.loads(SHAPE.read_text("utf-8"))
    parts = [shape, *shape["definitions"].values()]
    named = {name for part in parts for name in part.get("properties", {})}
    text = (ROOT / "docs" / "open-data.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z_$]+)`", text))
    assert named - told == set()
    assert set(COLUMNS) <= told
    for part in ("element", "item", "evidence"):
        for value in shape["definitions"][part]["properties"].values():
            assert all(word in text for word in value.get("enum", ()))


def test_the_shape_says_what_is_wrong(site: Path) -> None:
    data = data_of(site)
    validator = jsonschema_rs.validator_for(json.loads(SHAPE.read_text("utf-8")))
    assert validator.is_valid(data)
    changes: tuple[dict[str, Any], ...] = ({"version": 2}, {"clock": "now"}, {"years": [{}]})
    for change in changes:
        assert not validator.is_valid(data | change)


def test_a_unit_that_looks_like_a_formula_is_none_in_the_table(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    year = root / "content" / "2566" / "year.yaml"
    text = re.sub(
        r"unit: .*", 'unit: \'=HYPERLINK("https://e.example", "ก, ข")\'', year.read_text()
    )
    year.write_text(text, encoding="utf-8")
    owners = {row["owner"] for row in table_of(build(root))}
    assert len(owners) == 1 and owners.pop().startswith("'=HYPERLINK(")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/site.json", ""),
        ("/data/items.csv", "text/csv; charset=utf-8"),
        ("/feed.xml", "application/atom+xml"),
        ("/news/feed.xml", "application/atom+xml"),
        ("/procurement/feed.json", "application/feed+json"),
    ],
)
def test_programs_on_other_sites_may_read_data_and_feeds(path: str, kind: str) -> None:
    sent = headers_of(parse_headers(headers_file(policy()).decode("utf-8")), path)
    assert sent["Access-Control-Allow-Origin"] == "*"
    assert sent["Cache-Control"] == "public, max-age=300"
    assert sent.get("Content-Type", "") == kind


def test_pages_are_not_for_programs_on_other_sites() -> None:
    rules = parse_headers(headers_file(policy()).decode("utf-8"))
    for path in ("/", "/news/", "/2566/o13/", "/static/site.css"):
        assert "Access-Control-Allow-Origin" not in headers_of(rules, path)


def test_nginx_opens_the_same() -> None:
    told = nginx_snippet(policy(), "/a.b/")
    places = dict(
        re.findall(r"^    location (.+?) \{\n(.*?)^    \}", told, re.DOTALL | re.MULTILINE)
    )
    pattern = next(place for place in places if "feed" in place)
    opened = {"/a.b/data/", "= /a.b/data/items.csv", pattern}
    assert {p for p, lines in places.items() if 'Allow-Origin "*"' in lines} == opened
    for place in opened:
        assert "max-age=300" in places[place] and "Content-Security-Policy" in places[place]
    matched = re.compile(pattern.removeprefix("~ "))
    assert matched.search("/a.b/feed.xml") and matched.search("/a.b/news/feed.json")
    assert not matched.search("/axb/feed.xml") and not matched.search("/a.b/x/y/feed.xml")


def test_days_are_days_and_nothing_else(site: Path) -> None:
    for name in ("date", "updated", "from", "to"):
        for day in values(data_of(site), name):
            assert date.fromisoformat(day).year < 2100


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("# หัวข้อ\n\nเนื้อความ", "เนื้อความ"),
        ("เชิญ **ทุกท่าน** อ่าน [แผน](<แผน งาน.pdf>) ค่ะ", "เชิญ ทุกท่าน อ่าน แผน ค่ะ"),
        ("![ภาพ](x.png) ข้อความ", "ข้อความ"),
        ("- หนึ่ง\n- สอง\n๑. สาม", "หนึ่ง สอง สาม"),
        ("| ก | ข |\n|---|---|\n\nหลังตาราง", "หลังตาราง"),
        ("> ยกมา\n\n---\n\nท้าย", "ยกมา ท้าย"),
        ("file_name_one และ 2 * 3 * 4", "file_name_one และ 2 * 3 * 4"),
        (r"ราคา 5\* บาท [ยังไม่มีลิงก์]", "ราคา 5* บาท [ยังไม่มีลิงก์]"),
        ("[อ้าง]: x.png\nเรื่อง [นี้][อ้าง]", "เรื่อง นี้"),
    ],
)
def test_an_excerpt_is_plain_words(text: str, plain: str) -> None:
    assert excerpt(text) == plain


def test_an_excerpt_is_cut_between_words_or_syllables() -> None:
    assert excerpt("คำ " * 100, 20) == "คำ คำ คำ คำ คำ คำ …"
    assert excerpt("น้ำ" * 20, 4) == "น้ำ …"
    assert excerpt("ที่เเ" * 20, 4).startswith("ที่")


@given(st.text(max_size=800), st.integers(min_value=1, max_value=200))
def test_any_text_has_an_excerpt(text: str, most: int) -> None:
    found = excerpt(text, most)
    assert len(found) <= most + 2 and "\n" not in found


@pytest.mark.parametrize("mark", ["[", "*", "_", "`", "[a](", "\\", "![", "> ", "- "])
def test_no_marks_make_an_excerpt_slow(mark: str) -> None:
    assert len(excerpt(mark * 50_000)) <= 200
