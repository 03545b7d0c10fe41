"""A whole folder of a drive is linked where a file was meant."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.links.signs import is_drive_folder
from itagen.rules.rule import Asked, Rule

RULE = Rule("ITA453", "drive-folder", Severity.WARNING, "the folder is not shared (ITA452)")


def judge(asked: Asked) -> Diagnostic | None:
    """Judged: it does open, but who looks must guess which file is meant."""
    if not any(map(is_drive_folder, asked.places)):
        return None
    message = Words(
        f"“{asked.address}” เป็นโฟลเดอร์ของ Google Drive ไม่ใช่ไฟล์",
        f"“{asked.address}” is a folder of Google Drive, not a file",
    )
    hint = Words(
        "วางไฟล์ไว้ในเว็บไซต์นี้ (documents:) หรือคัดลอกลิงก์ของไฟล์ทีละไฟล์ ผู้ตรวจจะได้ไม่ต้องเดาว่าไฟล์ใด",
        "keep the file on this site (documents:), or link each file by itself",
    )
    return RULE.finds_use(asked.use, message, hint)
