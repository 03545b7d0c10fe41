"""Eight ways in which offices lay out the same purchases (แบบ สขร.1); all of it is made up.

`python -m tests.table_samples` writes them to data/tables, and those at fault to sites/broken; with
`saved` also the two that LibreOffice saves, as offices do. The others a test makes again.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tests.projects import ROOT

FOLDER = ROOT / "tests" / "data" / "tables"
NONE = "ไม่มีการจัดซื้อจัดจ้าง"
REASON = "คุณสมบัติครบถ้วนและราคาไม่เกินราคากลาง"
PICKED = "เฉพาะเจาะจง"
BIDDING = "ประกวดราคาอิเล็กทรอนิกส์ (e-bidding)"


class Purchase(NamedTuple):
    """One row of the form; sums are baht."""

    month: date
    work: str
    budget: str
    reference_price: str
    method: str
    bidders: tuple[tuple[str, str], ...]
    reason: str
    paper: str
    signed: str

    @property
    def fields(self) -> dict[str, str]:
        """What any layout must be read to, by the fields of the form."""
        bids = [f"{name} {price} บาท" for name, price in self.bidders]
        return {
            "work": self.work,
            "budget": self.budget,
            "reference_price": self.reference_price,
            "method": self.method,
            "bidders": "\n".join(bids),
            "winner": bids[0],
            "reason": self.reason,
            "contract": f"{self.paper} ลงวันที่ {self.signed}",
        }


OCT, NOV, DEC = date(2022, 10, 1), date(2022, 11, 1), date(2022, 12, 1)
JAN, FEB, MAR = date(2023, 1, 1), date(2023, 2, 1), date(2023, 3, 1)
MONTHS = {
    OCT: ("ตุลาคม", "ต.ค.", 2565),
    NOV: ("พฤศจิกายน", "พ.ย.", 2565),
    DEC: ("ธันวาคม", "ธ.ค.", 2565),
    JAN: ("มกราคม", "ม.ค.", 2566),
    FEB: ("กุมภาพันธ์", "ก.พ.", 2566),
    MAR: ("มีนาคม", "มี.ค.", 2566),
}
PURCHASES = (
    Purchase(OCT, "ซื้อวัสดุเชื้อเพลิงและหล่อลื่น ไตรมาสที่ 1", "126000", "126000", PICKED,
             (("ร้านสมมติปิโตรเลียม", "125,400"),), REASON, "ใบสั่งซื้อเลขที่ 1/2566", "3 ตุลาคม 2565"),
    Purchase(OCT, "จ้างเหมาทำความสะอาดอาคารสำนักงาน", "108000", "107950.5", PICKED,
             (("ห้างหุ้นส่วนจำกัด ตัวอย่างบริการ", "107,400.50"),), REASON, "ใบสั่งจ้างเลขที่ 1/2566",
             "11 ตุลาคม 2565"),
    Purchase(NOV, "จ้างเหมาจัดสถานที่และเครื่องเสียง งานลอยกระทง", "45000", "45000", PICKED,
             (("ร้านตัวอย่างซาวด์", "44,500"),), REASON, "ใบสั่งจ้างเลขที่ 2/2566", "3 พฤศจิกายน 2565"),
    Purchase(JAN, "จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านสมมติ หมู่ที่ 3", "1480000", "1478300.25", BIDDING,
             (("บริษัท สมมติก่อสร้าง จำกัด", "1,425,000"),
              ("ห้างหุ้นส่วนจำกัด ตัวอย่างการโยธา", "1,448,000"),
              ("บริษัท ทดลองวิศวกรรม จำกัด", "1,470,000")),
             "เสนอราคาต่ำสุดและคุณสมบัติครบถ้วน", "สัญญาจ้างเลขที่ 2/2566", "16 มกราคม 2566"),
    Purchase(JAN, "ซื้อวัสดุสำนักงาน", "29000", "28750", PICKED,
             (("ร้านสมมติศึกษาภัณฑ์", "28,750"),), REASON, "ใบสั่งซื้อเลขที่ 2/2566", "20 มกราคม 2566"),
    Purchase(FEB, "จ้างซ่อมรถบรรทุกน้ำ", "36400", "36400", PICKED,
             (("อู่ตัวอย่างการช่าง", "36,400"),), REASON, "ใบสั่งจ้างเลขที่ 3/2566", "13 กุมภาพันธ์ 2566"),
    Purchase(MAR, "ซื้อวัคซีนป้องกันโรคพิษสุนัขบ้า 900 โดส", "32400", "32400", PICKED,
             (("ร้านสมมติเวชภัณฑ์", "32,400"),), REASON, "ใบสั่งซื้อเลขที่ 3/2566", "9 มีนาคม 2566"),
)  # fmt: skip
OFFICIAL = (
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลง", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลง",
)  # fmt: skip
Row = list[Any]


def of(month: date) -> list[Purchase]:
    return [purchase for purchase in PURCHASES if purchase.month == month]


def said(month: date) -> str:
    name, _, be = MONTHS[month]
    return f"{name} {be}"


def short(month: date) -> str:
    _, name, be = MONTHS[month]
    return f"{name}{be % 100}"


def title(month: date) -> str:
    return f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {said(month)}"


def plain(number: int, purchase: Purchase) -> Row:
    row = purchase.fields
    sums = [float(row.pop(name)) for name in ("budget", "reference_price")]
    work, *rest = row.values()
    return [number, work, *sums, *rest]


def baht(amount: str) -> str:
    return f"{float(amount):,.2f}"


def thai(text: object) -> str:
    return str(text).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


Book = dict[str, tuple[list[Row], list[tuple[int, int, int, int]]]]


def xlsx(book: Book) -> bytes:
    """A workbook; the ranges of each sheet that are one cell: first row and column, last ones."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    workbook = Workbook(data, {"in_memory": True})
    workbook.set_properties({"created": datetime(2023, 4, 5)})
    as_date = workbook.add_format({"num_format": "d/m/yyyy"})
    for name, (rows, merged) in book.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, as_date)
                elif value != "":
                    sheet.write(number, column, value)
        for top, left, bottom, right in merged:
            value = rows[top][left] if left < len(rows[top]) else ""
            sheet.merge_range(top, left, bottom, right, value)
    workbook.close()
    return data.getvalue()


def months() -> Book:
    """One sheet a month, titles over the whole width, the sum at the foot, who signs below it."""
    book: Book = {}
    for month in MONTHS:
        bought = of(month)
        rows: list[Row] = [["แบบ สขร.1"], [title(month)], ["เทศบาลตำบลสมมติ"],
                           [f"วันที่ 5 {said(month)}"], list(OFFICIAL)]  # fmt: skip
        rows += [plain(number, purchase) for number, purchase in enumerate(bought, 1)]
        if bought:
            sums = [
                sum(float(getattr(p, n)) for p in bought) for n in ("budget", "reference_price")
            ]
            rows.append(["", "รวม", *sums])
        else:
            rows.append(["", NONE])
        rows += [[], ["", "", "", "", "", "", "ลงชื่อ", "เจ้าหน้าที่พัสดุ"]]
        book[short(month)] = (rows, [(line, 0, line, 8) for line in range(4)])
    return book


def thai_digits() -> Book:
    """One long sheet in Thai digits: a line for each month, and the heads again on each page."""
    rows: list[Row] = [["สรุปผลการจัดซื้อจัดจ้างรอบ ๖ เดือนแรก ปีงบประมาณ พ.ศ. ๒๕๖๖"],
                       ["หน่วยงาน เทศบาลตำบลสมมติ"]]  # fmt: skip
    merged = [(0, 0, 0, 8), (1, 0, 1, 8)]
    heads = ["ที่", *OFFICIAL[1:]]
    for month in MONTHS:
        rows.append(heads)
        merged.append((len(rows), 0, len(rows), 8))
        rows.append([f"เดือน {thai(said(month))}"])
        for number, purchase in enumerate(of(month), 1):
            row = plain(number, purchase)
            row[2:4] = [baht(purchase.budget), baht(purchase.reference_price)]
            rows.append([thai(cell) for cell in row])
        if not of(month):
            rows.append(["-", NONE, "-", "-", "-", "-", "-", "-", "-"])
        rows.append([])
    return {"สขร ๑": (rows, merged)}


def two_rows() -> Book:
    """Heads in two rows, names and prices apart, a line for each bidder, a column of months."""
    rows: list[Row] = [
        [title(OCT).replace("ในรอบเดือน ตุลาคม 2565", "ประจำปีงบประมาณ 2566")],
        [],
        ["ลำดับ", "ประจำเดือน", "งานจัดซื้อจัดจ้าง", "วงเงิน (บาท)", "", "วิธีการจัดซื้อจัดจ้าง",
         "การเสนอราคา", "", "การคัดเลือก", "", "เหตุผลที่คัดเลือก\nโดยสรุป", "สัญญาหรือข้อตกลง", ""],
        ["", "", "", "วงเงินงบประมาณ", "ราคากลาง", "", "รายชื่อผู้เสนอราคา", "ราคาที่เสนอ",
         "ผู้ที่ได้รับการคัดเลือก", "ราคาที่ตกลง", "", "เลขที่", "ลงวันที่"],
    ]  # fmt: skip
    merged = [(2, left, 3, left) for left in (0, 1, 2, 5, 10)]
    merged += [(2, left, 2, left + 1) for left in (3, 6, 8, 11)]
    merged.append((0, 0, 0, 12))
    for number, purchase in enumerate(PURCHASES, 1):
        top = len(rows)
        for line, (name, price) in enumerate(purchase.bidders):
            row: Row = ["", "", "", "", "", "", name, float(price.replace(",", ""))]
            if line == 0:
                winner = [name, float(price.replace(",", ""))]
                row = [number, said(purchase.month), purchase.work, float(purchase.budget),
                       float(purchase.reference_price), purchase.method, *row[6:], *winner,
                       purchase.reason, purchase.paper, _day(purchase.signed)]  # fmt: skip
            rows.append(row)
        if len(purchase.bidders) > 1:
            last = len(rows) - 1
            merged += [(top, c, last, c) for c in (0, 1, 2, 3, 4, 5, 8, 9, 10, 11)]
        if purchase.month == NOV:
            rows.append(["", said(DEC), NONE])
    rows.append(["รวมทั้งสิ้น", "", "", sum(float(p.budget) for p in PURCHASES)])
    return {"Sheet1": (rows, merged)}


def _day(words: str) -> date:
    day, name, be = words.split()
    month = next(first.month for first, said in MONTHS.items() if said[0] == name)
    return date(int(be) - 543, month, int(day))


def old() -> Book:
    """As months, but the sheets name no year; saved as .xls."""
    return {MONTHS[month][1]: months()[short(month)] for month in MONTHS}


def open_document() -> Book:
    """A list without title lines, from the second column on; saved as .ods."""
    rows: list[Row] = [["", "เดือน", *OFFICIAL[1:]]]
    for month in MONTHS:
        rows += [["", said(month), *plain(0, purchase)[1:]] for purchase in of(month)]
        rows += [] if of(month) else [["", said(month), NONE]]
    return {"จัดซื้อจัดจ้าง": (rows, [])}


def listed(heads: Iterable[str]) -> list[Row]:
    """Text rows with a column of months, the first of them written out."""
    rows: list[Row] = [list(heads)]
    for month in MONTHS:
        for number, purchase in enumerate(of(month), 1):
            row = plain(number, purchase)
            row[2:4] = [baht(purchase.budget), baht(purchase.reference_price)]
            rows.append([*row, said(month)])
        if not of(month):
            rows.append(["", NONE, "", "", "", "", "", "", "", said(month)])
    return rows


def written(rows: list[Row], separator: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def old_csv() -> bytes:
    """As Excel in Thai saves it: cp874, a line above the heads, filled up with commas."""
    above: list[Row] = [["สรุปผลการดำเนินการจัดซื้อจัดจ้าง", *[""] * 9], [""] * 10]
    return written([*above, *listed([*OFFICIAL, "ประจำเดือน"])], ",", "cp874")


def semicolons() -> bytes:
    """UTF-8 with a mark, semicolons, heads with the spaces of a scan, a blank row after each."""
    heads = ("ลำ ดับ", "งานที่ จัดซื้อ จัดจ้าง", "วงเงินที่จะซื้อ/จ้าง(บาท)", "ราคา กลาง (บาท)", "วิธี ซื้อ/จ้าง",
             "รายชื่อผู้เสนอราคา และราคาที่เสนอ", "ผู้ที่ได้รับการคัดเลือก และราคาที่ตกลงซื้อหรือจ้าง",
             "เหตุผลที่คัด เลือกโดยสรุป", "เลขที่และวันที่ ของสัญญา หรือข้อตกลงในการซื้อหรือจ้าง",
             "เดือน")  # fmt: skip
    rows: list[Row] = []
    for row in listed(heads):
        rows += [row, [""] * 10]
    return written(rows, ";", "utf-8-sig")


def tabs() -> bytes:
    """UTF-8 without a mark, tabs, the columns in another order, sums with the word บาท."""
    order = (9, 1, 8, 4, 2, 3, 6, 5, 7)
    rows: list[Row] = []
    for number, row in enumerate(listed([*OFFICIAL, "เดือน/ปี"])):
        if number and row[2]:
            row[2:4] = [f"{amount} บาท" for amount in row[2:4]]
        rows.append([row[column] for column in order])
    return written(rows, "\t", "utf-8")


MADE: dict[str, Callable[[], bytes]] = {
    "months.xlsx": lambda: xlsx(months()),
    "thai-digits.xlsx": lambda: xlsx(thai_digits()),
    "two-rows.xlsx": lambda: xlsx(two_rows()),
    "cp874.csv": old_csv,
    "semicolons.csv": semicolons,
    "tabs.tsv": tabs,
}
SAVED: dict[str, Callable[[], Book]] = {"old.xls": old, "open.ods": open_document}


def saved(name: str, book: Book) -> bytes:
    """A workbook as LibreOffice saves it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{name.partition('.')[0]}.xlsx"
        source.write_bytes(xlsx(book))
        ending = name.rpartition(".")[2]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
             "--convert-to", ending, "--outdir", folder, source],
            check=True, stdout=sys.stderr,
        )  # fmt: skip
        return (Path(folder) / name).read_bytes()


def changed(sheet: str, *cells: tuple[int, int, Any]) -> bytes:
    """The sheets of the months, some cells of one of them otherwise: row, column, value."""
    book = months()
    rows, _ = book[sheet]
    for row, column, value in cells:
        rows[row][column:] = [value, *rows[row][column + 1 :]]
    return xlsx(book)


def without_rows(sheet: str) -> bytes:
    """A month whose sheet has its heads and nothing else."""
    book = months()
    rows, merged = book[sheet]
    return xlsx({**book, sheet: (rows[:5], merged)})


def far_out() -> bytes:
    """A stray cell in the last corner that a sheet can have."""
    from xlsxwriter import Workbook

    data = io.BytesIO()
    workbook = Workbook(data, {"in_memory": True})
    workbook.set_properties({"created": datetime(2023, 4, 5)})
    workbook.add_worksheet("Sheet1").write(1_048_575, 16_383, "x")
    workbook.close()
    return data.getvalue()


def torn() -> bytes:
    """A workbook as archives go, without sense inside."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as parts:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            parts.writestr(zipfile.ZipInfo(name), "<a")
    return data.getvalue()


def locked() -> bytes:
    """As much of a workbook with a password as tells that it is one."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 2


def rows_of(*columns: int, heads: Mapping[int, str] = MappingProxyType({})) -> list[Row]:
    """The list with its months in the last of ten columns; some of them, some heads renamed."""
    rows = listed([*OFFICIAL, "ประจำเดือน"])
    for column, head in heads.items():
        rows[0][column] = head
    return [[row[column] for column in columns] for row in rows]


def broken_path(name: str) -> Path:
    site, _, file = name.partition("/")
    return ROOT / "tests/sites/broken" / site / "content/2566/o21" / file


ALL = range(10)
BROKEN: dict[str, Callable[[], bytes]] = {
    "unreadable-table/locked.xls": locked,
    "unreadable-table/torn.xlsx": torn,
    "unreadable-table/far-out.xlsx": far_out,
    "unreadable-table/data.json": lambda: b"{}\n",
    "missing-sheet/months.xlsx": lambda: xlsx(months()),
    "no-heads/list.csv": lambda: written(rows_of(*ALL)[1:], ",", "utf-8-sig"),
    "missing-column/list.csv": lambda: written(rows_of(0, 1, 2, 4, 5, 6, 7, 9), ",", "utf-8-sig"),
    "guessed-column/list.csv": lambda: written(
        rows_of(*ALL, heads={4: "วิธีที่ใช้ซื้อหรือจ้าง", 7: "เหตุผลสรุปที่คัดเลือก"}), ",", "utf-8-sig"
    ),
    "wrong-cell/months.xlsx": lambda: changed(
        "ต.ค.65", (5, 2, "ตามที่ตกลงกัน"), (5, 3, "หนึ่งแสนบาท"), (6, 3, "สอบราคา")
    ),
    "empty-sheet/months.xlsx": lambda: without_rows("พ.ย.65"),
    "contradicting-months/months.xlsx": lambda: changed("ม.ค.66", (1, 0, title(FEB))),
    "wrong-total/months.xlsx": lambda: changed("ต.ค.65", (7, 2, 243000.0)),
    "old-encoding/list.csv": lambda: written(rows_of(*ALL), ",", "cp874"),
}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for made, make in MADE.items():
        (FOLDER / made).write_bytes(make())
    for made, make in BROKEN.items():
        target = broken_path(made)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(make())
    if "saved" in sys.argv:
        for made, layout in SAVED.items():
            (FOLDER / made).write_bytes(saved(made, layout()))
