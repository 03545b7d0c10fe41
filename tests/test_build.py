"""Sites that are built: the demos, the seeds, and what must hold of every one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from itagen.audit import PageFacts, audit, read_facts
from itagen.diagnostics import Severity
from itagen.page_words import parsed
from itagen.pipeline import build_site
from itagen.project import Project
from tests.file_samples import make_pdf
from tests.projects import DRAFTS, KINDS, ROOT, SHIPPED, load_edition, write_demo

SEEDS = sorted((ROOT / "tests" / "sites").glob("seed-*"))
ITEM_PAGES = {"seed-2565": 43, "seed-2566": 43, "seed-2567": 8}


def build(root: Path) -> Path:
    found = build_site(Project(root), root / "public")
    assert (root / "public" / "index.html").is_file(), found
    return root / "public"


def reached(site: Path) -> dict[str, int]:
    """How many clicks each page is from home."""
    clicks = {"index.html": 0}
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop(0)
        facts = read_facts(page, parsed((site / page).read_bytes()))
        for link in facts.links:
            target = (site / page).parent / link.partition("#")[0]
            if target.suffix != ".html":
                continue
            name = target.resolve().relative_to(site.resolve()).as_posix()
            assert target.is_file(), f"{page} → {link}"
            if name not in clicks:
                clicks[name] = clicks[page] + 1
                waiting.append(name)
    return clicks


def tree(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_the_demo_of_every_edition_builds(
    edition: Path, kind: str, demo_site: Callable[[Path, str], Path]
) -> None:
    site = demo_site(edition, kind)
    be, items = load_edition(edition).be, load_edition(edition).items
    clicks = reached(site)
    for item in items:
        assert clicks[f"{be}/{item.stem}/index.html"] <= 2


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_the_seed_sites_build(seed: Path, tmp_path: Path) -> None:
    shutil.copytree(seed, tmp_path / "site")
    site = build(tmp_path / "site")
    year = seed.name.removeprefix("seed-")
    folders = {p.parent.name for p in site.glob(f"{year}/*/index.html")}
    pages = {name for name in folders if name.startswith("o")}
    assert len(folders - pages) == 7, "sub-indicators"
    assert len(pages) == ITEM_PAGES[seed.name]
    clicks = reached(site)
    assert {f"{year}/{page}/index.html" for page in pages} <= clicks.keys()
    assert f"{year}/index.html" in clicks
    for page in pages:
        back = read_facts("x", parsed((site / year / page / "index.html").read_bytes())).links
        assert "../index.html" in back and "../../index.html" in back


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_the_seed_sites_give_what_is_explained(seed: Path) -> None:
    from tests.projects import lines

    expected = (seed / "expected.txt").read_text("utf-8").strip().split("\n")
    found = [line for line in expected if line and not line.startswith("#")]
    assert lines(seed) == found
    assert not [line for line in found if " error[" in line]
    assert expected[0].startswith("#")


def test_same_input_same_bytes(tmp_path: Path, demo_site: Callable[[Path, str], Path]) -> None:
    one = demo_site(SHIPPED[1], KINDS[0])
    other = build(write_demo(tmp_path / "another place", SHIPPED[1]))
    assert tree(one) == tree(other)


def test_an_old_page_goes_and_the_tree_before_is_kept(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    site = build(root)
    post = next((root / "content" / "news").glob("*.md"))
    (root / "content" / "news" / "new.md").write_bytes(post.read_bytes())
    post.unlink()
    build(root)
    assert (site / "news" / "new" / "index.html").is_file()
    assert not (site / "news" / post.stem).exists()
    assert (root / ".public.itagen" / "news" / post.stem / "index.html").is_file()


def test_a_dead_link_is_found_on_what_was_rendered(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    post = next((root / "content" / "news").glob("*.md"))
    post.write_text(post.read_text("utf-8") + "\n[หาย](../nowhere/)\n", encoding="utf-8")
    (finding,) = build_site(Project(root), root / "public")
    assert (finding.code, finding.name) == ("ITA801", "dead-link")
    assert "../nowhere/" in finding.message.th
    assert not (root / "public").exists()


def test_a_text_names_its_files_and_other_pages_by_their_sources(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    news = root / "content" / "news"
    body = (
        "[แผน](<แผน งาน.pdf>) ![ภาพ](photo.png) [ข่าวก่อน](news/first.md) [ข้อสาม](2566/o13.yaml)\n\n"
        "[ส่วน](<แผน งาน.pdf#page=3>) [อ้าง]\n\n[อ้าง]: photo.png\n"
    )
    for stem, text in (("first", "เรื่องแรก"), ("second", body)):
        head = f"---\ntitle: ข่าวสมมติ {stem}\ndate: 2 พฤศจิกายน 2565\n---\n"
        (news / f"{stem}.md").write_text(head + text, encoding="utf-8")
    (news / "second").mkdir()
    own = make_pdf(["made for a test"])
    (news / "second" / "แผน งาน.pdf").write_bytes(own)
    shutil.copy(ROOT / "schema" / "demo" / "picture.png", news / "second" / "photo.png")
    out = tmp_path / "out"
    assert not [f for f in build_site(Project(root), out) if f.severity is Severity.ERROR]
    page = out / "news" / "second" / "index.html"
    inside = LexborHTMLParser(page.read_text("utf-8")).css("main a[href], main img[src]")
    named = [node.attributes.get("href") or node.attributes.get("src") or "" for node in inside]
    plan = next(link for link in named if link.endswith(".pdf"))
    wanted = {plan, f"{plan}#page=3", "photo.png", "../first/index.html"}
    assert wanted | {"../../2566/o13/index.html"} <= set(named)
    assert (page.parent / plan).read_bytes() == own


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '[x](https://e.example "a" onmouseover="alert(1)")',
    "&lt;script&gt;",
    "![x](x onerror=alert(1))",
    "{: onclick=alert(1) }",
    '<https://e.example/"onclick=alert(1)>',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_runs(text: str) -> None:
    from itagen.markdown_text import html_of

    parsed = LexborHTMLParser(html_of(text, str))
    assert not parsed.css("script, iframe, object, style")
    for node in parsed.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert "javascript:" not in (value or "")


@pytest.mark.parametrize("text", ["[" * 20000, "<a " * 20000, "[a](" * 10000, "> " * 400 + "x"])
def test_no_text_stops_the_build(text: str) -> None:
    from itagen.markdown_text import html_of

    assert html_of(text, str) is not None


def test_two_files_at_one_address_are_found_before_one_is_lost(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    entry = root / "content" / "2566" / "o13.yaml"
    (root / "content" / "2566" / "o13").mkdir()
    for name in ("Report.pdf", "report.pdf"):
        (root / "content" / "2566" / "o13" / name).write_bytes(make_pdf([name]))
    entry.write_text(entry.read_text("utf-8") + "documents: [Report.pdf, report.pdf]\n", "utf-8")
    assert [finding.code for finding in build_site(Project(root), root / "public")] == ["ITA408"]
    assert not (root / "public").exists()


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    entry = root / "content" / "2566" / "o13.yaml"
    entry.write_text(entry.read_text("utf-8") + "formerly: [/ita/o13/]\n", "utf-8")
    (root / "content" / "redirects.yaml").write_text("/a.pdf: /2566/o12/\n", "utf-8")
    site = build(root)
    assert 'url=../../2566/o13/index.html"' in (site / "ita/o13/index.html").read_text("utf-8")
    lines = (site / "_redirects").read_text("utf-8").split("\n")
    assert lines[:2] == ["/ita/o13/ /2566/o13/ 301", "/a.pdf /2566/o12/ 301"]


def test_the_site_works_below_a_path_and_from_a_folder(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    site = build(root)
    for page in site.rglob("*.html"):
        if page.name != "404.html":
            facts = read_facts("x", parsed(page.read_bytes()))
            assert not [link for link in facts.links if link.startswith("/")], page


def test_the_example_reads_well(site: Path) -> None:
    """An amount has its commas, a period is said once, only an open year is counted."""
    plan = (site / "2566/o11/index.html").read_text("utf-8")
    assert "1,480,000" in plan and "1480000" not in plan
    report = (site / "2566/o13/index.html").read_text("utf-8")
    assert report.count('<p class="soft">ปีงบประมาณ 2565</p>') == 0
    monthly = (site / "2566/o21/index.html").read_text("utf-8")
    read = "1\u00a0ต.ค.\u00a02565 – 31\u00a0มี.ค.\u00a02566 (ช่วงเวลาอ่านจากข้อมูลในตาราง)"
    assert monthly.count(f'<p class="soft">{read}</p>') == 1
    counted = [(site / f"{year}/index.html").read_text("utf-8") for year in (2566, 2565)]
    assert ["<p>เปิดเผยครบแล้ว " in text for text in counted] == [True, False]
    home = (site / "index.html").read_text("utf-8")
    assert 'href="2566/9-1/index.html"' in home and 'href="2565/9-1/index.html"' not in home


def test_a_name_within_code_is_shown_as_it_is_written(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", SHIPPED[1])
    news = root / "content" / "news"
    (news / "code").mkdir()
    (news / "code" / "plan.pdf").write_bytes(make_pdf(["made for a test"]))
    text = "`[แผน](plan.pdf)` [แผน](plan.pdf)\n"
    head = "---\ntitle: ข่าวสมมติ\ndate: 2 พฤศจิกายน 2565\n---\n"
    (news / "code.md").write_text(head + text, encoding="utf-8")
    build_site(Project(root), tmp_path / "out")
    page = (tmp_path / "out" / "news" / "code" / "index.html").read_text("utf-8")
    assert "<code>[แผน](plan.pdf)</code>" in page and 'href="plan.pdf"' in page


@pytest.mark.parametrize("above", ["", "en/"])
def test_an_item_four_clicks_from_home_is_told_in_either_language(above: str) -> None:
    names = ["index.html", "a.html", "b.html", "c.html", f"{above}2566/o01/index.html"]
    up = "../" * names[-1].count("/")
    links = [*(f"{name}" for name in names[1:]), f"{up}index.html"]
    facts = [PageFacts(name, (link,), frozenset()) for name, link in zip(names, links, strict=True)]
    (finding,) = audit(facts, set(names), ())
    assert names[-1] in finding.message.th


@pytest.mark.parametrize("text", ["_เน้น_", "*เน้น*", "**เน้น**", "__เน้น__"])
def test_both_signs_of_emphasis_are_understood(text: str) -> None:
    from itagen.markdown_text import html_of

    assert ("<strong>" if len(text) > 7 else "<em>") in html_of(text, str)
