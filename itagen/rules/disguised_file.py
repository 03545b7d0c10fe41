"""A file is something else than its name says."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.evidence.kind import FileKind
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA412", "disguised-file", Severity.ERROR, "its kind is refused (ITA413)")

_KINDS = {
    "login": Words("หน้าเว็บให้เข้าสู่ระบบ", "a web page that asks for a login"),
    "error": Words("หน้าเว็บแจ้งข้อผิดพลาด", "a web page that tells of an error"),
    "html": Words("หน้าเว็บ (HTML)", "a web page (HTML)"),
    "lfs": Words("ตัวชี้ของ git-LFS ไม่ใช่ตัวไฟล์", "a pointer of git-LFS, not the file itself"),
    "pdf": Words("เอกสาร PDF", "a PDF"),
    "docx": Words("เอกสาร Word (.docx)", "a Word document (.docx)"),
    "xlsx": Words("ตาราง Excel (.xlsx)", "an Excel workbook (.xlsx)"),
    "pptx": Words("สไลด์ PowerPoint (.pptx)", "a PowerPoint file (.pptx)"),
    "odt": Words("เอกสาร OpenDocument (.odt)", "an OpenDocument text (.odt)"),
    "ods": Words("ตาราง OpenDocument (.ods)", "an OpenDocument workbook (.ods)"),
    "odp": Words("สไลด์ OpenDocument (.odp)", "OpenDocument slides (.odp)"),
    "ole": Words(
        "ไฟล์ Office รุ่นเก่า (.doc .xls .ppt) หรือไฟล์ Office ที่ใส่รหัสผ่าน",
        "an old Office file (.doc .xls .ppt), or one with a password",
    ),
    "rtf": Words("เอกสาร RTF", "an RTF document"),
    "png": Words("ภาพ PNG (.png)", "a PNG picture (.png)"),
    "jpg": Words("ภาพ JPEG (.jpg)", "a JPEG picture (.jpg)"),
    "webp": Words("ภาพ WebP (.webp)", "a WebP picture (.webp)"),
    "gif": Words("ภาพ GIF (.gif)", "a GIF picture (.gif)"),
    "svg": Words("ภาพ SVG (.svg)", "an SVG picture (.svg)"),
    "heic": Words("ภาพ HEIC จากโทรศัพท์ ซึ่งเบราว์เซอร์ส่วนใหญ่เปิดไม่ได้", "a HEIC photo of a phone"),
    "video": Words("วิดีโอหรือเสียง", "a video or a sound"),
    "zip": Words("ไฟล์บีบอัด (.zip)", "an archive (.zip)"),
    "rar": Words("ไฟล์บีบอัด (.rar)", "an archive (.rar)"),
    "7z": Words("ไฟล์บีบอัด (.7z)", "an archive (.7z)"),
    "xml": Words("ข้อมูล XML", "XML data"),
    "text": Words("ข้อความธรรมดา", "plain text"),
    "other": Words("ข้อมูลที่ไม่รู้จัก อาจเสียหาย", "data of no known kind, perhaps damaged"),
}
_PAGE = Words(
    "เข้าระบบแล้วดาวน์โหลดไฟล์จริงใหม่ เปิดดูให้เห็นเนื้อหาก่อนนำมาวาง",
    "sign in, download the file itself again, and look into it before it is put here",
)
_POINTER = Words(
    "สั่ง git lfs pull ในโฟลเดอร์โครงการ หรือคัดลอกไฟล์จริงมาวางแทน",
    "run git lfs pull in the project, or put the file itself there",
)
_RENAME = Words(
    "ถ้าเนื้อหาถูกต้อง ให้เปลี่ยนนามสกุลของไฟล์ให้ตรง หรือเปิดแล้วบันทึกเป็นชนิดที่ต้องการ (Save As) "
    "ถ้าไม่ใช่ ให้นำไฟล์จริงมาวาง",
    "if it is the right one, mend its ending or save it as what you want; if not, replace it",
)
_HINTS = {"login": _PAGE, "error": _PAGE, "html": _PAGE, "lfs": _POINTER}


def check(case: Case) -> Iterator[Diagnostic]:
    """By its first bytes, once a file; a web page is named by its title."""
    for use, file in case.opened:
        kind = file.kind
        if kind is None or kind.fault != "disguised":
            continue
        found = _words(kind)
        message = Words(
            f"ไฟล์ “{use.said.text}” ไม่ใช่ .{_ending(file.path)} จริง แต่เป็น{found.th}",
            f"“{use.said.text}” is no .{_ending(file.path)} but {found.en}",
        )
        yield RULE.finds_use(use, message, _HINTS.get(kind.name, _RENAME))


def _words(kind: FileKind) -> Words:
    found = _KINDS[kind.name]
    if not kind.told:
        return found
    return Words(f"{found.th} ชื่อ “{kind.told}”", f"{found.en}, “{kind.told}”")


def _ending(path: str) -> str:
    return path.rpartition(".")[2].lower()
