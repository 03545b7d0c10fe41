"""What the page of an item tells beside its evidence: cards, logins, other years, days."""

from __future__ import annotations

from pathlib import Path

import pytest

from itagen.part_views import Day
from itagen.views import PostPage, StreamPage
from tests.projects import ROOT, SHIPPED, findings, item_view, load_edition, pages, write_demo

SIDES = ["ฝ่ายการเมือง", "ฝ่ายข้าราชการประจำ"]


def people(root: Path, text: str) -> Path:
    path = root / "content" / "2566" / "o02.yaml"
    path.write_text(f"elements:\n  people:\n{text}", encoding="utf-8")
    return root


def test_people_of_both_sides_are_cards() -> None:
    (element,) = item_view(ROOT, "2566/o02/").elements
    assert [group.side for group in element.cards] == SIDES
    mayor = element.cards[0].cards[0]
    assert (mayor.name, mayor.role) == ("นายสมมติ ตัวอย่างดี", "นายกเทศมนตรีตำบลตัวอย่าง")
    assert (mayor.image, mayor.alt) == ("2566/o02/mayor.png", mayor.name)
    assert [part.text for part in mayor.contact] == ["โทร 0 2000 0110 อีเมล mayor@example.go.th"]
    assert [line.head for line in mayor.lines] == ["ระดับ", "ดำรงตำแหน่งระหว่าง"]
    assert element.rows and len(element.rows.rows) == sum(len(g.cards) for g in element.cards)


def test_sides_stand_in_the_order_of_the_kind_of_agency_not_of_the_file(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    (root / "content" / "2566" / "o02" / "a.png").write_bytes(b"a picture")
    people(
        root,
        "    - {name: ข, position: ปลัด, side: ฝ่ายข้าราชการประจำ, photo: {image: a.png, alt: รูป ข}}\n"
        "    - {name: ก, position: นายก, side: ฝ่ายการเมือง}\n",
    )
    groups = item_view(root, "2566/o02/").elements[0].cards
    assert [(g.side, [card.name for card in g.cards]) for g in groups] == [
        (SIDES[0], ["ก"]), (SIDES[1], ["ข"]),
    ]  # fmt: skip
    assert (groups[0].cards[0].image, groups[0].cards[0].alt) == ("", "")
    assert (groups[1].cards[0].image, groups[1].cards[0].alt) == ("2566/o02/a.png", "รูป ข")


def test_rows_without_a_picture_are_no_cards() -> None:
    assert item_view(ROOT, "2566/o11/").elements[0].cards == ()


def services(root: Path, *parts: str) -> tuple[bool | None, ...]:
    path = root / "content" / "2566" / "o18.yaml"
    lines = "".join(f"    - {{title: บริการ, {part}}}\n" for part in parts)
    path.write_text(f"elements:\n  channels:\n{lines}", encoding="utf-8")
    return tuple(part.login for part in item_view(root, "2566/o18/").elements[0].parts)


A, B = "link: 'https://www.example.go.th/a'", "link: 'https://www.example.go.th/b'"


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((A, B), (None, None)),
        ((f"{A}, login: true", B), (True, False)),
        ((f"{A}, login: false", B), (False, False)),
        ((f"{A}, login: true", "text: โทรศัพท์ติดต่อกองช่างได้ในเวลาราชการ"), (None, None)),
    ],
)
def test_a_login_is_shown_where_one_is_said(
    parts: tuple[str, ...], shown: tuple[bool | None, ...], tmp_path: Path
) -> None:
    assert services(write_demo(tmp_path, SHIPPED[1]), *parts) == shown


def test_a_login_is_true_or_false(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    services(root, f"{A}, login: ต้อง")
    assert [finding.code for finding in findings(root)] == ["ITA007"]


def test_the_same_topic_of_other_years_is_linked() -> None:
    (other,) = item_view(ROOT, "2566/o13/").related
    assert (other.title, other.href) == ("ปี 2565", "2565/o12/")
    (back,) = item_view(ROOT, "2565/o12/").related
    assert back.href == "2566/o13/"


def test_a_year_without_a_page_of_the_topic_is_not_linked() -> None:
    found = pages(ROOT)
    old = load_edition(ROOT / "schema" / "editions" / "oit-2565.yaml")
    lacking = [item for item in old.items if f"2565/{item.stem}/" not in found]
    new = load_edition(ROOT / "schema" / "editions" / "oit-2566.yaml")
    both = [new.by_slug[item.slug] for item in lacking if item.slug in new.by_slug]
    assert both
    for item in both:
        assert item_view(ROOT, f"2566/{item.stem}/").related == ()


def test_the_newest_day_that_the_content_tells(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    path = root / "content" / "2566" / "o13.yaml"
    assert pages(root)["2566/o13/"].updated is None
    path.write_text(
        "covers: ปีงบประมาณ 2565\ndocuments:\n"
        "  - {link: 'https://www.example.go.th/r.pdf', title: รายงาน, date: 5 ม.ค. 2567}\n"
        "elements:\n  results: {link: 'https://www.example.go.th/a', signed: 7 ม.ค. 2567}\n",
        encoding="utf-8",
    )
    found = pages(root)
    day = Day("2024-01-07", "7 มกราคม 2567")
    shown = {a for a, page in found.items() if page.updated == day}
    assert shown == {"", "2566/", "2566/9-2/", "2566/o13/"}


def test_the_newest_day_of_posts_and_their_lists() -> None:
    found = pages(ROOT)
    news = {a: p.updated for a, p in found.items() if a.startswith("news/") and p.updated}
    newest = Day("2023-04-05", "5 เมษายน 2566")
    assert news["news/"] == news["news/2566-04-05-songkran/"] == newest
    assert news["news/2566-01/"] == Day("2023-01-30", "30 มกราคม 2566")
    assert found["2566/o07/"].updated == newest


def test_days_have_words_and_a_machine_form() -> None:
    found = pages(ROOT)
    post, stream = found["news/2566-04-05-songkran/"].view, found["news/"].view
    assert isinstance(post, PostPage) and isinstance(stream, StreamPage)
    newest = Day("2023-04-05", "5 เมษายน 2566")
    assert post.day == stream.posts[0].day == newest


def test_the_day_of_a_row_stands_in_its_last_cell(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    rows = item_view(root, "2566/o30/").elements[0].rows
    assert rows and rows.heads[-1].text == "ช่วงเวลา"
    days = [cell[0].day for *_, cell in rows.rows]
    assert days and all(day and day.iso.startswith(("2022-", "2023-")) for day in days)


def test_numbers_of_rows_have_their_thousands_apart(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    rows = "    - {service: ชำระภาษี, count: 12078}\n    - {service: คำร้อง, count: ๙๘}\n"
    entry = root / "content" / "2566" / "o16.yaml"
    said = entry.read_text("utf-8")
    entry.write_text(f"{said.split('  services:')[0]}  services:\n{rows}", encoding="utf-8")
    services = next(e for e in item_view(root, "2566/o16/").elements if e.rows)
    assert services.rows
    assert [row[-1][0].text for row in services.rows.rows] == ["12,078", "๙๘"]
