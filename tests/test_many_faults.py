"""43 files, each with one fault of another kind: 43 findings in one run, each at its line."""

from __future__ import annotations

import re
from pathlib import Path

from tests.file_samples import make_pdf
from tests.projects import SHIPPED, findings, write_demo

Y = "content/2566"
# file: what is replaced, by what, the code that must come, words of the line it must point at
# (None: the file as a whole)
FAULTS: dict[str, tuple[str, str, str, str | None]] = {
    f"{Y}/o01.yaml": ("side: ฝ่ายข้าราชการประจำ", "side: ฝ่ายการเมือง", "ITA205", "chart:"),
    f"{Y}/o02.yaml": (r"    photo: .+\n", "", "ITA203", "- name: ชื่อ-นามสกุล ตัวอย่างที่ 1"),
    f"{Y}/o03.yaml": (r"duties: .+", "duties: '-'", "ITA202", "duties: '-'"),
    f"{Y}/o04.yaml": (
        r"covers: .+", "covers: 1 กุมภาพันธ์ 2566 – 30 กันยายน 2570", "ITA304", "covers:",
    ),
    f"{Y}/o06.yaml": (r"link: .+", "link: www laws", "ITA407", "www laws"),
    f"{Y}/o08.yaml": (
        r"kind: .+\n    address: .+", "kind: โทรศัพท์\n    address: tel:020000000", "ITA216",
        "channel:",
    ),
    f"{Y}/o10.yaml": ("policy:", "polcy:", "ITA006", "polcy:"),
    f"{Y}/o11.yaml": (
        r"covers: .+", "covers: 1 ตุลาคม 2565 – 31 ธันวาคม 2566", "ITA303", "covers:",
    ),
    f"{Y}/o12.yaml": (r"\Z", "documents: [../../secret.pdf]\n", "ITA404", "secret.pdf"),
    f"{Y}/o13.yaml": ("2565", "2564", "ITA301", "2564"),
    f"{Y}/o14.yaml": (r"  - mission: ", "  - mission: ก\n    mission: ", "ITA005", "    mission:"),
    f"{Y}/o15.yaml": (
        r"(?s).+", "pending: รอผู้บริหารลงนาม\n", "ITA214", "pending: รอผู้บริหาร",
    ),
    f"{Y}/o16.yaml": ("table.csv", "tabel.csv", "ITA401", "tabel.csv"),
    f"{Y}/o17.yaml": (r"survey: .+", "survey: {pages: 3}", "ITA406", "pages: 3"),
    f"{Y}/o19.yaml": (r"(?s)elements:.+", "none: ไม่มี\n", "ITA210", "none: ไม่มี"),
    f"{Y}/o21.yaml": ("ธ.ค. 2565", "ม.ค. 2566", "ITA302", "purchases:"),
    f"{Y}/o22.yaml": ("cp874", "", "ITA001", None),
    f"{Y}/o23.yaml": (
        r"covers: .+",
        "covers: 1 ตุลาคม 2564 – 30 กันยายน 2570\ndocuments:\n"
        "- {link: 'https://www.example.go.th/a', covers: 'ตั้งแต่ 1 ตุลาคม 2571'}",
        "ITA309", "- {link:",
    ),
    f"{Y}/o24.yaml": (r"covers: .+", "covers: 6 เดือนแรก", "ITA307", "6 เดือนแรก"),
    f"{Y}/o25.yaml": (r"covers: .+\n", "", "ITA306", "elements:"),
    f"{Y}/o26.yaml": (
        r"\Z", "documents: [{link: 'https://www.example.go.th/๑๒'}]\n", "ITA405", "๑๒",
    ),
    f"{Y}/o27.yaml": (r"  duration: .+\n", "", "ITA201", "elements:"),
    f"{Y}/o28.yaml": (
        r"link: .+", "link: https://example.go.th/e-service/channels/1/", "ITA217", "link:",
    ),
    f"{Y}/o29.yaml": ("total: 2", "total: 5", "ITA208", "total: 5"),
    f"{Y}/o30.yaml": ("พฤศจิกายน 2565", "พฤศจิกายน 2566", "ITA312", "พฤศจิกายน 2566"),
    f"{Y}/o31.yaml": (r"    signed: .+\n", "", "ITA313", "file: document.pdf"),
    f"{Y}/o32.yaml": ("kind: ประชุม", "kind: งานเลี้ยง", "ITA007", "งานเลี้ยง"),
    f"{Y}/o33.yaml": (r"(?s).+", "pending: รอ\n", "ITA212", "pending: รอ"),
    f"{Y}/o34.yaml": (
        r"\A", "none: ในปีนี้ไม่มีการประเมินความเสี่ยงใด ๆ\n", "ITA209", "none:",
    ),
    f"{Y}/o35.yaml": (r"\A", "covers: ปีงบประมาณ 2566\n", "ITA308", "covers:"),
    f"{Y}/o36.yaml": (
        r"\Z", "accept: [{rule: ITA301, reason: สมมติ, by: ผู้ตรวจสมมติ}]\n", "ITA109", "accept",
    ),
    f"{Y}/o37.yaml": (r"- project: .+", "- project: ขุดลอกคลองสมมติ", "ITA207", "ขุดลอก"),
    f"{Y}/o38.yaml": (r"\Z", "documents: [report-2560.pdf]\n", "ITA310", "report-2560.pdf"),
    f"{Y}/o39.yaml": ("code: ", "code: &a ", "ITA004", "&a"),
    f"{Y}/o40.yaml": (
        r"(?s)  team:.+?  guideline:",
        "  team: {text: ทีมที่ 1, ทีมที่ 2, date: 15 พฤศจิกายน 2565}\n  guideline:",
        "ITA008", "ทีมที่ 1",
    ),
    f"{Y}/o41.yaml": (
        r"    text: .+\n(      .+\n)?", "    file: empty.pdf\n", "ITA402", "empty.pdf",
    ),
    f"{Y}/o42.yaml": (r"\Z", "# " + "ก" * 20001 + "\n", "ITA003", None),
    f"{Y}/o43.yaml": (
        r"(?s)  eit:.+", "  eit: แสดงไว้ที่หน้าแรกของเว็บไซต์\n", "ITA206", "eit:",
    ),
    "content/agency.yaml": (
        r"\Z", "places: {questions: {menu: บริกาประชาชน}}\n", "ITA501", "บริกาประชาชน",
    ),
    f"{Y}/year.yaml": ("- O43", "- O99", "ITA102", "O99"),
    "content/news/2566-o07-1.md": (r"title: .+\n", "", "ITA009", "date:"),
    "content/procurement/2566-o20-2.md": (r"kind: .+\n---", "kind: ประกาศเชิญชวน", "ITA002", "---"),
    "content/procurement/2566-o20-1.md": ("ข้อความ", "ข้อ\u200bความ", "ITA701", "ข้อความ"),
}  # fmt: skip
BESIDE = {f"{Y}/o38/report-2560.pdf": make_pdf(["x"]), f"{Y}/o41/empty.pdf": b""}


def spoil(root: Path) -> None:
    for name, (old, new, _, _) in FAULTS.items():
        path = root / name
        text = path.read_text("utf-8")
        if old == "cp874":
            path.write_bytes(text.encode("cp874"))
            continue
        changed = re.sub(old, new.replace("\\", r"\\"), text, count=1)
        assert changed != text, name
        path.write_text(changed, encoding="utf-8")
    for name, data in BESIDE.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)


def test_each_is_found_once_at_its_line(tmp_path: Path) -> None:
    spoil(write_demo(tmp_path, SHIPPED[1]))
    everything = findings(tmp_path)
    found = {finding.at.path: finding for finding in everything}
    assert len(everything) == len(found) == len(FAULTS) == 43
    assert len({finding.code for finding in everything}) == 43
    for name, (_, _, code, words) in FAULTS.items():
        at = found[name].at
        assert found[name].code == code, name
        assert (words in at.text) if words else at.text == "", (name, at)


def test_every_message_says_what_was_found_and_what_to_do(tmp_path: Path) -> None:
    spoil(write_demo(tmp_path, SHIPPED[1]))
    for finding in findings(tmp_path):
        for words in (finding.message, finding.hint):
            assert len(words.th) > 12 and len(words.en) > 8
            assert any("\u0e00" <= c <= "\u0e7f" for c in words.th)
            assert not any(word in words.th for word in ("None", "invalid", "()", "“”"))
