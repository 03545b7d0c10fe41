"""Numbers and days in cells by their properties; what cannot be read, and what decides a period."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.demand import Field
from itagen.evidence.table import Column, Line, Table
from itagen.evidence.table_book import MOST_BYTES, MOST_ROWS, read_book
from itagen.evidence.table_csv import decoded, separator
from itagen.evidence.table_facts import TableFacts, table_facts
from itagen.evidence.table_grid import Book, Grid, cell_name
from itagen.evidence.table_numbers import (
    parse_amount,
    parse_count,
    parse_percentage,
    plain_number,
)
from itagen.evidence.table_reading import Ask, read_tables
from itagen.evidence.table_typed import joined, typed
from itagen.months import MONTHS_TH, SHORT_TH
from itagen.period import long_day_th
from itagen.pipeline import check_project
from itagen.project import Project
from tests.projects import ROOT, SHIPPED, item_view, lines, write_demo
from tests.table_samples import BROKEN, FOLDER, MADE, MONTHS, Row, broken_path, months, xlsx

SATANG = st.integers(0, 10**13)
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
DAYS = st.dates(date(1957, 1, 1), date(2150, 12, 31))


@given(SATANG, st.booleans(), st.sampled_from(["{}", "{} บาท", " {}บาท ", "฿{}", "{} บาทถ้วน"]))
def test_money_is_what_was_written(satang: int, thai: bool, form: str) -> None:
    amount = Decimal(satang) / 100
    for written in (f"{amount:,.2f}", f"{amount:.2f}", plain_number(amount)):
        text = form.format(written)
        assert parse_amount(text.translate(THAI) if thai else text) == amount


@given(SATANG)
def test_brackets_and_a_minus_are_less_than_nothing(satang: int) -> None:
    amount = Decimal(satang) / 100
    assert parse_amount(f"({amount:,.2f})") == parse_amount(f"-{amount}") == -amount


@given(st.text(max_size=80))
def test_no_text_breaks_a_parser(text: str) -> None:
    for parse in (parse_amount, parse_percentage, parse_count):
        parse(text)


@pytest.mark.parametrize(
    "text", ["", "-", "1,2", "1,23,456", "12 13", "หนึ่งแสน", "1.2.3", "(5", "5)", "๑,๒", "1e5", "²"]
)
def test_what_is_no_sum_of_money(text: str) -> None:
    assert parse_amount(text) is None


@given(st.integers(0, 10_000), st.sampled_from(["{}", "{}%", "{} %", "ร้อยละ {}", "ร้อยละ{}"]))
def test_percentages(hundredths: int, form: str) -> None:
    value = Decimal(hundredths) / 100
    assert parse_percentage(form.format(value).translate(THAI)) == value


@given(st.integers(0, 10**9), st.sampled_from(["{:,}", "{}", "{:,} เรื่อง", "{} คน", "{}.0"]))
def test_counts(count: int, form: str) -> None:
    assert parse_count(form.format(count)) == count


@given(DAYS, st.sampled_from(range(5)))
def test_days_however_they_are_written(day: date, form: int) -> None:
    be = day.year + 543
    text = (
        long_day_th(day),
        f"{day.day} {SHORT_TH[day.month - 1]} {be}",
        f"{day.day}/{day.month}/{be}",
        long_day_th(day).translate(THAI),
        f"วันที่ {day.day} เดือน {MONTHS_TH[day.month - 1]} พ.ศ. {be}",
    )[form]
    field = Field("day", "วันที่ลงนาม", type="date")
    table = Table("", (), (Column(0, "วันที่ลงนาม", "day"),), (Line(2, (text,)),), 1)
    assert [dict(row) for row in typed(table, [field]).rows] == [{"day": long_day_th(day)}]


@given(st.lists(st.tuples(DAYS, SATANG), min_size=1, max_size=5))
def test_excel_gives_back_its_days_and_sums(rows: list[tuple[date, int]]) -> None:
    written: list[Row] = [["วันที่", "เงิน"], *([day, satang / 100] for day, satang in rows)]
    grid = read_book(xlsx({"ก": (written, [])}), "a.xlsx").grids[0]
    sums = [f"{Decimal(repr(satang / 100)):f}" for _, satang in rows]
    assert grid.rows[1:] == tuple(
        (long_day_th(day), plain_number(Decimal(s))) for (day, _), s in zip(rows, sums, strict=True)
    )


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_cells_are_named_as_excel_names_them(row: int, column: int) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    assert cell_name(row, column) == xl_rowcol_to_cell(row, column)


def test_a_name_and_a_price_apart_are_joined_as_the_form_has_them() -> None:
    assert joined(["ร้านสมมติ", "125400.5"]) == "ร้านสมมติ 125,400.50 บาท"
    assert joined(["ใบสั่งซื้อเลขที่ 1/2566", "3 ตุลาคม 2565"]) == "ใบสั่งซื้อเลขที่ 1/2566 ลงวันที่ 3 ตุลาคม 2565"
    assert joined(["-", "ร้านสมมติ"]) == "ร้านสมมติ"


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_layouts_are_made_by_the_script(name: str) -> None:
    assert _same(MADE[name](), (FOLDER / name).read_bytes(), name)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_samples_at_fault_are_made_by_the_script(name: str) -> None:
    assert _same(BROKEN[name](), broken_path(name).read_bytes(), name)


def _same(made: bytes, lies: bytes, name: str) -> bool:
    """Archives are compared by what they hold: how it is packed differs from machine to machine."""
    import io
    import zipfile

    if not name.endswith(".xlsx"):
        return made == lies
    one, other = (zipfile.ZipFile(io.BytesIO(data)) for data in (made, lies))
    same = one.namelist() == other.namelist()
    return same and all(one.read(part) == other.read(part) for part in one.namelist())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_file_is_read_in_each_encoding_and_with_each_separator(
    encoding: str, sign: str
) -> None:
    text = sign.join(["รายการ", "วงเงิน (บาท)"]) + f'\r\n"ถนน{sign} ราง"{sign}"1,200"\r\n'
    book = read_book(text.encode(encoding), "a.csv")
    assert book.encoding == encoding.removesuffix("-sig")
    assert book.grids[0].rows == (("รายการ", "วงเงิน (บาท)"), (f"ถนน{sign} ราง".strip(), "1,200"))


def test_a_separator_in_words_is_none() -> None:
    assert separator("ก;ข\nถนน, ราง, ท่อ;1\nถนน;2\n") == ";"


def test_latin_text_is_no_thai_of_old() -> None:
    with pytest.raises(UnicodeDecodeError):
        decoded(b"caf\xff\xfe\xfd")


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"\0" * (MOST_BYTES + 1), "a.csv", "too-large"),
        ("ก,ข\n".encode() * (MOST_ROWS + 1), "a.csv", "too-many-rows"),
        (b"PK\x03\x04 no archive", "a.xlsx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no book", "a.xls", "damaged"),
        (b"%PDF-1.5", "a.pdf", "not-a-table"),
        (b"\xff\xfe\xfd", "a.csv", "not-a-table"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, name: str, fault: str) -> None:
    assert read_book(data, name) == Book(fault=fault)  # type: ignore[arg-type]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    import io
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
        for number in range(45):
            parts.writestr(f"xl/worksheets/sheet{number}.xml", b"\0" * 9_000_000)
    assert read_book(data.getvalue(), "a.xlsx").fault == "too-large"


def test_a_sheet_that_is_hidden_is_no_evidence_but_is_looked_through() -> None:
    number = "1-2345-67890-12-1"
    book = Book((Grid("ก", (("ช่อง", "ค่า"), ("ถนน", "1"))), Grid("ข", ((number,),), hidden=True)))
    assert [table.sheet for table in read_tables(book, Ask()).tables] == ["ก"]
    facts = table_facts(book)
    assert facts.numbers == ((("ข!A1", number),),)
    assert TableFacts.from_json(facts.to_json()) == facts


def put(root: Path, entry: str, **files: bytes) -> Path:
    write_demo(root, SHIPPED[1])
    home = root / "content/2566/o21"
    home.mkdir(exist_ok=True)
    for name, data in files.items():
        (home / name.replace("_", ".")).write_bytes(data)
    (root / "content/2566/o21.yaml").write_text(entry, "utf-8")
    return root


def test_months_in_a_workbook_need_no_words(tmp_path: Path) -> None:
    root = put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=xlsx(months()))
    assert lines(root) == []
    part = item_view(root, "2566/o21/").elements[0].parts[0]
    assert part.period == "1 ต.ค. 2565 – 31 มี.ค. 2566"
    assert part.read is True


def test_a_month_that_is_not_there_is_missed_whatever_is_said(tmp_path: Path) -> None:
    book = {name: sheet for name, sheet in months().items() if name != "ก.พ.66"}
    entry = "covers: 6 เดือนแรก ปีงบประมาณ 2566\nelements: {purchases: {table: a.xlsx}}\n"
    (found,) = lines(put(tmp_path, entry, a_xlsx=xlsx(book)))
    assert "ITA302" in found
    assert "ยังไม่ครอบคลุม ก.พ. 2566" in found


def test_where_no_month_stands_inside_what_is_said_is_shown_as_said(tmp_path: Path) -> None:
    rows, merged = months()["ต.ค.65"]
    book = {"Sheet1": ([["สขร.1"], *[[""]] * 3, *rows[4:]], merged)}
    named = (f"{short} {be}" for _, short, be in MONTHS.values())
    parts = [f"  - {{covers: {month}, table: a.xlsx}}" for month in named]
    root = put(tmp_path, "elements:\n purchases:\n" + "\n".join(parts) + "\n", a_xlsx=xlsx(book))
    assert lines(root) == []
    assert [part.read for part in item_view(root, "2566/o21/").elements[0].parts] == [False] * 6


def test_rows_of_a_table_are_judged_as_inline_ones(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content/2566/o29"
    home.mkdir(exist_ok=True)
    entry = root / "content/2566/o29.yaml"
    head = "จำนวนเรื่องร้องเรียนทั้งหมด,จำนวนเรื่องที่ดำเนินการแล้วเสร็จ,จำนวนเรื่องที่อยู่ระหว่างดำเนินการ\n"
    (home / "a.csv").write_text(head + "๕,2,2\n", "utf-8")
    entry.write_text(
        "covers: 6 เดือนแรก ปีงบประมาณ 2566\nelements: {counts: {table: a.csv}}\n", "utf-8"
    )
    (found,) = lines(root)
    assert found.startswith("content/2566/o29/a.csv:A2: error[ITA208]")


def test_numbers_of_persons_in_cells_are_found_and_hidden(tmp_path: Path) -> None:
    book = months()
    rows, _ = book["ต.ค.65"]
    rows[5][6] = "นายสมมติ 1234567890121"
    rows[6][6] = "นางสมมติ 1-2345-67890-12-1"
    root = put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=xlsx(book))
    (found,) = lines(root)
    assert found.startswith("content/2566/o21/a.xlsx:แผ่นงาน ต.ค.65!G6: error[ITA601]")
    assert "1234567890121" not in found


def test_a_check_without_tables_loads_no_library_of_tables(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for path in root.rglob("*.csv"):
        path.unlink()
    code = (
        "import sys; from pathlib import Path; from itagen.pipeline import check_project;"
        "from itagen.project import Project; check_project(Project(Path(sys.argv[1])));"
        "print('python_calamine' in sys.modules, 'csv' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stdout.split()[0] == "False"


def test_a_book_is_opened_once_for_all_its_parts_and_never_again(tmp_path: Path) -> None:
    root = put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=xlsx(months()))
    check_project(Project(root))
    kept = sorted((root / ".itagen/store/table").rglob("*"))
    stamps = [path.stat().st_mtime_ns for path in kept]
    check_project(Project(root))
    assert [path.stat().st_mtime_ns for path in kept] == stamps
    assert kept == sorted((root / ".itagen/store/table").rglob("*"))


def test_days_of_activities_are_read_in_their_column(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content/2566/o30"
    home.mkdir(exist_ok=True)
    heads = ["วันที่", "ประเด็นหรือเรื่องในการมีส่วนร่วม", "ผู้มีส่วนร่วม", "ผลจากการมีส่วนร่วม",
             "การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน"]  # fmt: skip
    first = date(2022, 11, 15)
    for shift, outcome in ((0, []), (500, ["ITA301"])):
        rows: list[Row] = [
            heads,
            *([first + timedelta(days=n), "ก", "ข", "ค", "ง"] for n in (0, shift)),
        ]
        (home / "a.xlsx").write_bytes(xlsx({"กิจกรรม": (rows, [])}))
        (root / "content/2566/o30.yaml").write_text(
            "elements: {activities: {table: a.xlsx}}\n", "utf-8"
        )
        assert [line.split("[")[1][:6] for line in lines(root)] == outcome


def own_edition(root: Path, columns: str) -> None:
    """The list of 2566 with the columns of a form alone for its monthly purchases."""
    text = SHIPPED[1].read_text("utf-8")
    start = text.index("        columns: skr-1")
    end = text.index("  O22:", start)
    path = root / "schema/editions/oit-2566.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f"{text[:start]}        columns: {columns}\n{text[end:]}", "utf-8")


def test_the_columns_of_a_form_alone_are_the_fields(tmp_path: Path) -> None:
    heads = ["ที่", "ปีงบประมาณ", "หน่วยงาน", "อำเภอ", "จังหวัด", "กระทรวง", "ประเภทหน่วยงาน", "รายการ",
             "วงเงินงบประมาณ (บาท)", "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง",
             "ราคากลาง (บาท)", "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
             "เลขที่โครงการในระบบ e-GP", "เดือน"]  # fmt: skip
    told = ["สมมติ", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง", "มหาดไทย", "อปท.", "ซื้อวัสดุ", "๑,๐๐๐", "งบรายได้",
            "สิ้นสุดสัญญา", "เฉพาะเจาะจง", "950.50", "900", "ร้านสมมติ", "65000000001"]  # fmt: skip
    rows: list[Row] = [
        heads,
        *([n, 2566, *told, f"{m[0]} {m[2]}"] for n, m in enumerate(MONTHS.values(), 1)),
    ]
    root = put(tmp_path, "elements: {purchases: {table: a.xlsx}}\n", a_xlsx=xlsx({"ก": (rows, [])}))
    own_edition(root, "procurement-16")
    assert lines(root) == []


def test_a_form_that_is_not_there_is_a_fault_of_the_edition(tmp_path: Path) -> None:
    own_edition(write_demo(tmp_path, SHIPPED[1]), "skr-9")
    assert any("ITA901" in line and "skr-9" in line for line in lines(tmp_path))


def test_heads_that_tell_who_complained_are_seen_in_workbooks(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    home = root / "content/2566/o29"
    home.mkdir(exist_ok=True)
    heads = ["ชื่อผู้ร้องเรียน", "จำนวนเรื่องร้องเรียนทั้งหมด", "จำนวนเรื่องที่ดำเนินการแล้วเสร็จ",
             "จำนวนเรื่องที่อยู่ระหว่างดำเนินการ"]  # fmt: skip
    (home / "a.xlsx").write_bytes(xlsx({"ก": ([heads, ["นายสมมติ", 2, 1, 1]], [])}))
    (root / "content/2566/o29.yaml").write_text(
        "covers: 6 เดือนแรก ปีงบประมาณ 2566\nelements: {counts: {table: a.xlsx}}\n", "utf-8"
    )
    (found,) = lines(root)
    assert found.startswith("content/2566/o29/a.xlsx:แผ่นงาน ก!A1: warning[ITA603]")
