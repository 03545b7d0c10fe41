"""A section: the disclosure pages below a path, while the agency keeps its main site."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.pipeline import build_site
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_site import read_site
from itagen.views import Section
from tests.projects import DRAFTS, KINDS, SHIPPED, lines, load_edition, write_demo
from tests.test_build import build, reached, tree

MAIN, OWN = "https://www.example.go.th", "https://www.example.go.th/ita"


def write_section(root: Path, edition: Path = SHIPPED[1], kind: str = "local_government") -> Path:
    """The demo as a section, with its two addresses."""
    return say(write_demo(root, edition, kind), main_site=MAIN, site_url=OWN)


def say(root: Path, **facts: str) -> Path:
    """The agency as a section that says just these addresses."""
    agency = root / "content" / "agency.yaml"
    told = [line for line in agency.read_text("utf-8").split("\n") if line.strip()]
    kept = [
        line for line in told if line.partition(":")[0] not in {"site", "main_site", "site_url"}
    ]
    said = ["site: section", *(f"{name}: {value}" for name, value in facts.items())]
    agency.write_text("\n".join([*kept, *said]) + "\n", encoding="utf-8")
    return root


def links(page: Path) -> dict[str, LexborNode]:
    found = LexborHTMLParser(page.read_text("utf-8")).css("a[href]")
    return {node.attributes.get("href") or "": node for node in found}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_every_item_has_its_page_two_clicks_from_the_front(
    edition: Path, kind: str, tmp_path: Path
) -> None:
    site = build(write_section(tmp_path, edition, kind))
    listed = load_edition(edition)
    clicks = reached(site)
    assert all(clicks[f"{listed.be}/{item.stem}/index.html"] <= 2 for item in listed.items)


def test_addresses_are_those_of_a_whole_site(tmp_path: Path) -> None:
    section = build(write_section(tmp_path / "section"))
    whole = build(write_demo(tmp_path / "whole", SHIPPED[1]))
    assert tree(section).keys() == tree(whole).keys()


def test_the_front_page_has_the_year_and_no_places_of_the_agency(tmp_path: Path) -> None:
    site = build(write_section(tmp_path))
    front = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    assert not front.css("[data-place], .menus, .spot")
    found = links(site / "index.html")
    assert {"2566/index.html", "2566/9-1/index.html", "2566/o13/index.html"} <= found.keys()
    assert {"news/index.html", "procurement/index.html"} <= found.keys()
    titles = [node.text() for node in front.css("h2")]
    assert [group.title for group in load_edition(SHIPPED[1]).groups.values()] == titles[:-3]


def test_every_page_leads_back_to_the_main_site(tmp_path: Path) -> None:
    site = build(write_section(tmp_path))
    pages = [p for p in site.rglob("*.html") if 'http-equiv="refresh"' not in p.read_text("utf-8")]
    assert len(pages) > 50
    for page in pages:
        assert links(page)[MAIN].text(), page


def test_a_whole_site_leads_to_no_main_site(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    with (root / "content" / "agency.yaml").open("a", encoding="utf-8") as agency:
        agency.write(f"main_site: {MAIN}\n")
    assert MAIN not in links(build(root) / "index.html")


def test_what_cannot_be_found_leads_back_below_the_path(tmp_path: Path) -> None:
    site = build(write_section(tmp_path))
    assert "/ita/index.html" in links(site / "404.html")


def test_a_section_without_posts_shows_none(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    for post in [
        *(root / "content/news").glob("*.md"),
        *(root / "content/procurement").glob("*.md"),
    ]:
        post.unlink()
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("state: open", "state: submitted"), "utf-8")
    build_site(Project(root), root / "public")
    assert "news/index.html" not in links(root / "public" / "index.html")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"main_site": MAIN, "site_url": OWN}, []),
        ({"site_url": OWN}, ["ITA503"]),
        ({"main_site": "หน้าแรก", "site_url": OWN}, ["ITA407"]),
        ({"main_site": "tel:021234567", "site_url": OWN}, ["ITA503"]),
        ({"main_site": "{link: 'https://www.example.go.th'}", "site_url": OWN}, ["ITA007"]),
        ({"main_site": MAIN}, ["ITA504"]),
        ({"main_site": MAIN, "site_url": "http://example.go.th/"}, ["ITA504"]),
        ({"main_site": MAIN, "site_url": "ita"}, ["ITA407"]),
        ({"main_site": MAIN, "site_url": "https://ita.example.go.th"}, []),
        ({}, ["ITA503", "ITA504"]),
    ],
)
def test_a_section_says_both_addresses(
    facts: dict[str, str], codes: list[str], tmp_path: Path
) -> None:
    found = lines(say(write_demo(tmp_path, SHIPPED[1]), **facts))
    assert [line.partition("[")[2][:6] for line in found] == codes


def test_the_front_page_leads_to_the_list_of_every_year(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    view = next(Plan(read_site(Project(root))).pages()).view
    assert isinstance(view, Section) and [link.href for link in view.years] == ["2566/"]
