"""A clerk edits in a browser: the whole path, two tabs, a reload in the midst, on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from itagen.workbook import Column, Sheet, workbook
from tests.browser.modes import DARK, LIGHT, PATIENCE, Mode
from tests.browser.test_axe import AXE, violations
from tests.editing import Editor, editing
from tests.file_samples import make_pdf
from tests.projects import SHIPPED, write_demo

WIDTHS = (360, 1280)
# The list and a form with findings in both schemes: the rest is made of the same parts.
PAGES = ("", "2566/o22/", "2566/o02/", "posts/news/new/", "text/agency.yaml")
PDF = "รายงานรอบ 6 เดือน.pdf"
TABLE = "ความก้าวหน้า.xlsx"
COVERS = "#covers"


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_demo(tmp_path_factory.mktemp("edit"), SHIPPED[1])


@pytest.fixture
def editor(root: Path) -> Iterator[Editor]:
    with editing(root) as running:
        yield running


@contextmanager
def visiting(
    browser: Browser, editor: Editor, mode: Mode = LIGHT, **options: Any
) -> Iterator[BrowserContext]:
    """A clerk's browser; whatever it would ask of another host is a fault."""
    context = browser.new_context(
        base_url=editor.origin, locale="th-TH", color_scheme=mode.scheme, **options
    )
    context.set_default_timeout(PATIENCE)
    outside: list[str] = []
    context.on(
        "request",
        lambda request: (
            None if request.url.startswith(editor.origin) else outside.append(request.url)
        ),
    )
    try:
        yield context
    finally:
        context.close()
    assert outside == []


def files(folder: Path) -> tuple[Path, Path]:
    """A report and a workbook, as an office makes them."""
    report, table = folder / PDF, folder / TABLE
    report.write_bytes(make_pdf([f"รายงานรอบ 6 เดือน ปีงบประมาณ 2566 หน้า {n}" for n in range(3)]))
    columns = tuple(map(Column, ("โครงการ/กิจกรรม", "ความก้าวหน้า", "งบประมาณที่ใช้")))
    rows = (("โครงการหรือกิจกรรม ตัวอย่างที่ 1", "เสร็จแล้ว", 1200),)
    table.write_bytes(workbook([Sheet("1", "ความก้าวหน้า", columns, rows)]))
    return report, table


def save(page: Page) -> None:
    page.get_by_role("button", name="บันทึก").click()
    expect(page.get_by_role("status").first).to_contain_text("บันทึกแล้ว")


def test_the_path_of_a_clerk(browser: Browser, editor: Editor, root: Path, tmp_path: Path) -> None:
    report, table = files(tmp_path)
    with visiting(browser, editor) as context:
        page, second = context.new_page(), context.new_page()
        page.goto("/_edit/")
        page.get_by_role("link", name="รายงานการกำกับติดตามการดำเนินงานประจำปีรอบ 6 เดือน").click()
        second.goto("/2566/o12/")
        page.locator(COVERS).fill("6 เดือนแรก ปีงบประมาณ 2566")
        page.locator('[id="documents@upload"]').set_input_files(report)
        row = page.locator('[id="elements.progress.0"]')
        row.get_by_label("ตาราง Excel หรือ CSV").check()
        expect(row.locator(".of-record")).to_be_hidden()
        row.locator('[id="elements.progress.0.table@upload"]').set_input_files(table)
        save(page)
        expect(page.locator('[id="elements.progress.0.table"]')).to_have_value(TABLE)
        assert (root / "content/2566/o12" / PDF).read_bytes() == report.read_bytes()
        expect(second.locator("main")).to_contain_text("รายงานรอบ 6 เดือน")

        page.locator(COVERS).fill("6 เดือนแรก ปีงบประมาณ 2565")
        save(page)
        expect(page.locator(COVERS)).to_have_attribute("aria-invalid", "true")
        expect(page.locator("#covers-found")).to_contain_text("แต่พบ 1 ต.ค. 2564 – 31 มี.ค. 2565")
        expect(page.locator(COVERS)).to_have_value("6 เดือนแรก ปีงบประมาณ 2565")

        page.locator(COVERS).fill("6 เดือนแรก ปีงบประมาณ 2566")
        save(page)
        expect(page.locator("#covers-found")).to_have_count(0)


def test_two_tabs_never_write_over_each_other(browser: Browser, editor: Editor, root: Path) -> None:
    where, area = "/_edit/2566/o13/", page_area("obstacles")
    with visiting(browser, editor) as context:
        first, second = context.new_page(), context.new_page()
        for page in (first, second):
            page.goto(where)
        first.locator(area).fill("อุปสรรคที่แท็บแรกเขียน")
        save(first)
        second.locator(page_area("recommendations")).fill("ข้อเสนอแนะที่แท็บสองเขียน")
        expect(second.locator("[data-changed]")).to_be_visible()
        second.get_by_role("button", name="บันทึก").click()
        expect(second.get_by_role("alert")).to_contain_text("จึงยังไม่เขียนทับ")
        expect(second.locator("main")).to_contain_text("อุปสรรคที่แท็บแรกเขียน")
        expect(second.locator("main")).to_contain_text("ข้อเสนอแนะที่แท็บสองเขียน")
        assert "แท็บสอง" not in (root / "content/2566/o13.yaml").read_text("utf-8")
        second.get_by_role("button", name="บันทึกเฉพาะที่ท่านแก้").click()
        expect(second.get_by_role("status").first).to_contain_text("บันทึกแล้ว")
    text = (root / "content/2566/o13.yaml").read_text("utf-8")
    assert "อุปสรรคที่แท็บแรกเขียน" in text
    assert "ข้อเสนอแนะที่แท็บสองเขียน" in text


def page_area(element: str) -> str:
    return f'[id="elements.{element}.0.text"]'


def test_a_reload_in_the_midst_of_a_save_loses_nothing(
    browser: Browser, editor: Editor, root: Path
) -> None:
    path = root / "content/2566/o17.yaml"
    with visiting(browser, editor) as context:
        page = context.new_page()
        page.goto("/_edit/2566/o17/")
        old = path.read_text("utf-8")
        page.locator(COVERS).fill("1 ตุลาคม 2564 – 30 กันยายน 2565")
        page.evaluate("document.querySelector('main form').requestSubmit(); location.reload()")
        page.wait_for_load_state()
        page.goto("/_edit/2566/o17/")
        shown = page.locator(COVERS).input_value()
    new = path.read_text("utf-8")
    assert shown in new
    assert new in {old, old.replace(old.split("\n")[0], f"covers: {shown}")}


def test_a_form_needs_no_script(browser: Browser, editor: Editor, root: Path) -> None:
    with visiting(browser, editor, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/_edit/2566/o14/")
        page.locator("summary").filter(has_text="เพิ่มรายการ:").click()
        blank = page.locator("details.add[data-blank^='elements'] > fieldset")
        blank.locator("input[name$=mission]").fill("ภารกิจใหม่")
        blank.locator("textarea[name$='steps.text']").fill("ขั้นหนึ่ง\nขั้นสอง")
        save(page)
    assert "- ขั้นสอง" in (root / "content/2566/o14.yaml").read_text("utf-8")


def test_a_script_offers_one_blank_row_after_another(browser: Browser, editor: Editor) -> None:
    with visiting(browser, editor) as context:
        page = context.new_page()
        page.goto("/_edit/2566/o02/")
        adds = page.locator("#main details.add[data-blank^='elements.people']")
        before = int((adds.first.get_attribute("data-blank") or "").rpartition(".")[2])
        for number in range(3):
            adds.nth(number).locator("summary").first.click()
            adds.nth(number).locator("input[name$='.name']").fill(f"คนใหม่ {number}")
        save(page)
        assert page.locator(f'[id="elements.people.{before + 2}.name"]').input_value() == "คนใหม่ 2"


@pytest.mark.parametrize("mode", (LIGHT, DARK), ids=lambda mode: mode.name)
def test_axe_finds_nothing_on_the_editor(
    browser: Browser, editor: Editor, root: Path, mode: Mode
) -> None:
    wrong = root / "content/2566/o22.yaml"
    wrong.write_text(
        wrong.read_text("utf-8").replace("2565", "2563").replace("2564", "2562"), "utf-8"
    )
    found: list[str] = []
    with visiting(browser, editor, mode, bypass_csp=True, reduced_motion="reduce") as context:
        context.add_init_script(path=AXE)
        page = context.new_page()
        for path in PAGES if mode is LIGHT else PAGES[:2]:
            page.goto(f"/_edit/{path}")
            page.locator("details").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                found += violations(page, f"/_edit/{path}, {mode.name}, {width} px", mode)
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"/_edit/{path} is {wide} px wide at {width}"
        stale(page)
        found += violations(page, f"both versions, {mode.name}", mode)
    assert not found, "\n".join(found)


def stale(page: Page) -> None:
    """Bring up the page with both versions."""
    page.goto("/_edit/2566/o16/")
    page.locator("[name=base]").evaluate("node => { node.value = 'another' }")
    page.locator(COVERS).fill("ต.ค. 2565 – มี.ค. 2566")
    page.get_by_role("button", name="บันทึก").click()
    expect(page.get_by_role("alert")).to_be_visible()
