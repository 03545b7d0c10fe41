"""Pages around the content in English, and digits as the agency writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.pipeline import build_site
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_site import read_site
from tests.projects import SHIPPED, write_demo

THAI = re.compile("[\u0e01-\u0e5b]")


def language(node: LexborNode | None) -> str:
    """The language that a piece of a page is marked with."""
    while node is not None:
        if said := (node.attributes or {}).get("lang"):
            return said
        node = node.parent
    return ""


def test_every_thai_word_of_an_english_page_is_marked_as_thai(site: Path) -> None:
    pages = sorted((site / "en").rglob("*.html"))
    assert len(pages) > 80
    for path in pages:
        body = LexborHTMLParser(path.read_bytes()).body
        assert body
        for node in body.traverse(include_text=True):
            text = node.text(deep=False) if node.tag == "-text" else ""
            if THAI.search(text) and node.parent and node.parent.tag not in {"option", "title"}:
                assert language(node) == "th", f"{path}: {text.strip()}"


def test_every_page_of_both_languages_leads_to_the_other(site: Path) -> None:
    for name in ("index.html", "2566/index.html", "2566/o13/index.html", "sitemap/index.html"):
        for path, other in ((site / name, site / "en" / name), (site / "en" / name, site / name)):
            tree = LexborHTMLParser(path.read_bytes())
            (switch,) = tree.css("a[hreflang]")
            (told,) = tree.css("link[rel=alternate][hreflang]")
            assert (told.attributes["href"] or "").startswith("https://www.example.go.th/")
            href = switch.attributes["href"] or ""
            assert (path.parent / href).resolve() == other
            assert switch.attributes["hreflang"] == switch.attributes["lang"] != language(tree.root)


def test_an_english_page_says_what_its_edition_says_in_english(site: Path) -> None:
    page = (site / "en/2566/o02/index.html").read_text("utf-8")
    assert "Executives</h1>" in page and '<html lang="en">' in page
    post = (site / "news/2566-04-05-songkran/index.html").read_text("utf-8")
    assert '<time datetime="2023-04-05">5 เมษายน 2566</time>' in post
    home = (site / "en/index.html").read_text("utf-8")
    assert '<time datetime="2023-04-05">5 April 2023</time>' in home


def test_without_the_wish_there_is_no_english_page(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    build_site(Project(root), tmp_path / "out")
    assert (tmp_path / "out" / "index.html").is_file()
    assert not (tmp_path / "out" / "en").exists()
    assert "hreflang" not in (tmp_path / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0 2000 0100", "020000100"),
        ("๐ ๒๐๐๐ ๐๑๐๐ ต่อ ๑๒", "020000100;ext=12"),
        ("0 2000 0100, 0 2000 0101", "020000100"),
        ("+66 2000 0100 ext. 5", "+6620000100;ext=5"),
    ],
)
def test_a_telephone_dials_one_number(written: str, dialled: str, tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    said = ["name: หน่วยงานตัวอย่าง", "kind: local_government", f"phones: ['{written}']", ""]
    agency.write_text("\n".join(said), "utf-8")
    (phone,) = Plan(read_site(Project(root))).frames()["th"].phones
    assert phone.href == f"tel:{dialled}" and phone.title == written


def test_without_an_english_name_the_thai_one_stands_once(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    kept = [line for line in agency.read_text("utf-8").split("\n") if "name_en" not in line]
    agency.write_text("\n".join([*kept, "languages: [th, en]", ""]), "utf-8")
    frame = Plan(read_site(Project(root))).frames()["en"]
    assert frame.name and not frame.other_name


def test_days_and_counts_are_written_in_the_digits_wanted(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    agency = root / "content" / "agency.yaml"
    text = agency.read_text("utf-8").replace("digits: arabic\n", "")
    agency.write_text(f"{text}\ndigits: thai\n", encoding="utf-8")
    build_site(Project(root), tmp_path / "out")
    listed = (tmp_path / "out" / "2566" / "index.html").read_text("utf-8")
    assert "๔๓ จาก ๔๓" in listed and ">O13<" in listed
    home = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert re.search(r'<time datetime="20\d\d-\d\d-\d\d">[๐-๙]+ [^<]+ [๐-๙]{4}</time>', home)
