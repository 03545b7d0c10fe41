"""The list of places, and the piece of HTML for a home page kept elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from itagen.placement import Standing, standings
from itagen.plan import Plan
from itagen.project import Project
from itagen.qr import qr_svg
from itagen.read_site import read_site
from itagen.snippet import snippet
from tests.projects import DRAFTS, KINDS, SHIPPED, write_demo
from tests.test_build import build
from tests.test_cli import run
from tests.test_section import MAIN, OWN, say, write_section

ALL = [*SHIPPED, *DRAFTS]
EMPTY = {"path"}
CIRCULAR = "{title: หนังสือเวียน, kind: official-guide}"


def of(root: Path) -> tuple[Standing, ...]:
    return standings(read_site(Project(root)))


def named(root: Path, slug: str) -> Standing:
    (found,) = (standing for standing in of(root) if standing.slug == slug)
    return found


def places(root: Path, text: str) -> None:
    with (root / "content" / "agency.yaml").open("a", encoding="utf-8") as agency:
        agency.write(text)


class Balance(HTMLParser):
    """Elements that are open; closing another one than the last is a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        assert tag in EMPTY

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", ALL, ids=lambda path: path.stem)
def test_the_list_says_what_the_audit_proves(edition: Path, kind: str, tmp_path: Path) -> None:
    root = write_demo(tmp_path, edition, kind)
    marks = {
        f"{s.slug} {s.slot} {s.form}" if s.slot else f"{s.slug} menu {' > '.join(s.menu)}"
        for s in of(root)
    }
    assert marks == {e.mark for e in Plan(read_site(Project(root))).expected()}
    assert len(marks) == len(of(root))


def test_a_line_says_all_that_staff_need(tmp_path: Path) -> None:
    service = named(write_section(tmp_path), "e-service")
    assert (service.code, service.strength, service.must) == ("O18", "must", "reachable-from-home")
    assert (service.where.th, service.form) == ("เมนู บริการประชาชน", "link")
    assert service.address == f"{OWN}/2566/o18/" and service.source


def test_strengths_are_told_apart(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    places(root, "places: {annual-plan: {slot: home-top, as: banner}}\n")
    strengths = {standing.slug: standing.strength for standing in of(root)}
    assert (strengths["social"], strengths["news"]) == ("must", "usual")
    own = named(root, "annual-plan")
    assert (own.strength, own.source, own.where.th) == ("own", None, "ด้านบนของหน้าแรก")


def test_a_place_of_the_agency_replaces_the_usual_one(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    places(root, "places: {e-service: {slot: home-top, as: qr}, news: hidden}\n")
    assert named(root, "e-service").where.th == "ด้านบนของหน้าแรก"
    assert "news" not in {standing.slug for standing in of(root)}


def test_an_edition_may_name_the_source_of_a_place(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    own = root / "schema" / "editions" / "oit-2566.yaml"
    own.parent.mkdir(parents=True)
    text = SHIPPED[1].read_text("utf-8")
    first = "    placement: {must: reachable-from-home, usual: {menu: บริการประชาชน}}"
    assert text.count(first) == 1 and "\nsources:\n" in text
    text = text.replace(first, first[:-1] + ", source: circular}")
    own.write_text(
        text.replace("\nsources:\n", f"\nsources:\n  circular: {CIRCULAR}\n"),
        encoding="utf-8",
    )
    assert named(root, "e-service").source == "หนังสือเวียน"


def test_an_item_without_a_page_has_no_place(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("state: open", "state: archived"), "utf-8")
    before = {standing.slug for standing in of(root)}
    (root / "content" / "2566" / "o18.yaml").unlink()
    assert {standing.slug for standing in of(root)} == before - {"e-service"}


@pytest.mark.parametrize("edition", ALL, ids=lambda path: path.stem)
def test_the_snippet_can_stand_in_any_page(edition: Path, tmp_path: Path) -> None:
    text = snippet(of(write_section(tmp_path, edition)))
    balance = Balance()
    balance.feed(text)
    balance.close()
    assert not balance.open
    assert text.startswith("<!-- itagen:") and text.endswith(" end -->\n")
    parsed = LexborHTMLParser(text)
    assert not parsed.css("script, style, link, iframe, img, [id], [style], [src]")
    for node in parsed.css("[class]"):
        assert (node.attributes["class"] or "").startswith("itagen-")
    for anchor in parsed.css("a"):
        assert (anchor.attributes["href"] or "").startswith("https://") and anchor.text().strip()
    assert len(parsed.css("svg")) == len(parsed.css("figcaption a[href]"))


def test_the_snippet_has_just_the_links_of_the_list(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    site, found = build(root), of(root)
    linked = [a.attributes["href"] or "" for a in LexborHTMLParser(snippet(found)).css("a")]
    assert sorted(linked) == sorted(
        [s.address for s in found] + [t.href for s in found for t in s.targets]
    )
    own = [address.removeprefix(f"{OWN}/") for address in linked if address.startswith(f"{OWN}/")]
    assert len(own) == len(found)
    assert all((site / address / "index.html").is_file() for address in own)


def test_a_code_leads_where_its_words_say(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    places(root, "places: {annual-plan: {slot: home-right, as: qr}}\n")
    text = snippet(of(root))
    page = f"{OWN}/2566/o11/"
    assert f'{qr_svg(page)}<figcaption><a href="{page}">{page}</a></figcaption>' in text
    (eit,) = named(root, "integrity-results").targets
    assert f"{qr_svg(eit.href)}<figcaption><a" in text and f"<span>{eit.href}</span>" in text


def test_a_snippet_runs_nothing_that_content_says(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    agency = root / "content" / "agency.yaml"
    hostile = "'\"><script>x</script><!-- -->'"
    text = agency.read_text("utf-8").replace("title: Facebook", f"title: {hostile}")
    agency.write_text(text + f"menus: [{hostile}]\n", encoding="utf-8")
    places(root, f"places: {{annual-plan: {{menu: {hostile}}}}}\n")
    parsed = LexborHTMLParser(snippet(of(root)))
    assert not parsed.css("script")
    assert sum("<script>" in node.text() for node in parsed.css("a, span.itagen-name")) == 2


def test_without_an_address_of_its_own_nothing_is_made_up(tmp_path: Path) -> None:
    root = say(write_demo(tmp_path, SHIPPED[1]), main_site=MAIN)
    places(root, "places: {annual-plan: {slot: home-right, as: qr}}\n")
    plan = named(root, "annual-plan")
    assert (plan.address, plan.is_full) == ("2566/o11/", False)
    assert qr_svg("2566/o11/") not in snippet(of(root))
    code, said = run("places", cwd=root)
    assert code == 0 and "ไม่มี site_url:" in said


def test_the_command_lists_places_for_staff(tmp_path: Path) -> None:
    code, said = run("places", cwd=write_section(tmp_path))
    lines = said.split("\n")
    assert code == 0 and MAIN in lines[1]
    assert "เมนู บริการประชาชน" in lines and "  [ ] O18 E-Service" in lines
    assert f"      ลิงก์ “E-Service” → {OWN}/2566/o18/" in lines
    assert any(line.startswith("      ต้องมี: เข้าถึงได้จากหน้าแรก (ที่มา: ") for line in lines)
    english = run("places", "--lang", "en", cwd=tmp_path)[1]
    assert "the menu บริการประชาชน" in english and "must: reachable" in english


def test_the_command_prints_just_the_snippet(tmp_path: Path) -> None:
    root = write_section(tmp_path)
    assert run("places", "--snippet", cwd=root) == (0, snippet(of(root)))


def test_a_whole_site_says_where_each_item_stands(tmp_path: Path) -> None:
    said = run("places", cwd=write_demo(tmp_path, SHIPPED[1]))[1]
    assert "แสดงตำแหน่งเหล่านี้เอง" in said and "  - O18 E-Service" in said and "[ ]" not in said


def test_without_a_current_year_the_way_on_is_told(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    (root / "content" / "2566" / "year.yaml").unlink()
    code, said = run("places", cwd=root)
    assert code == 1 and "itagen check" in said
