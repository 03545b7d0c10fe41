"""What a file is by its own bytes, whatever its name says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from itagen.evidence.svg import is_plain_svg

HEAD = 8192
TAIL = 65_557  # the longest end of a zip: its record and a comment

KindFault = Literal["", "empty", "truncated", "damaged", "disguised", "locked", "refused"]

_PROGRAMS = frozenset(
    ["exe", "com", "scr", "msi", "dll", "jar", "apk", "bat", "cmd", "ps1", "vbs", "vbe", "js",
     "mjs", "wsf", "hta", "lnk", "sh", "py", "pl", "php", "phtml", "asp", "aspx", "jsp",
     "cgi", "reg", "cpl", "pif", "iso", "img", "dmg", "pkg", "deb", "rpm", "url", "webloc",
     "desktop", "wasm", "xll", "xlam", "css"]
)  # fmt: skip
_PAGES = frozenset(["html", "htm", "xhtml", "shtml", "mhtml", "mht", "svgz"])
_TEXTS = frozenset(["csv", "tsv", "txt", "json", "geojson", "xml", "kml", "ics", "md", "yaml"])
_ALLOWED: Mapping[str, frozenset[str]] = {
    "pdf": frozenset(["pdf"]),
    "docx": frozenset(["docx"]),
    "xlsx": frozenset(["xlsx"]),
    "xlsm": frozenset(["xlsx"]),
    "docm": frozenset(["docx"]),
    "pptx": frozenset(["pptx"]),
    "pptm": frozenset(["pptx"]),
    "odt": frozenset(["odt"]),
    "ods": frozenset(["ods"]),
    "odp": frozenset(["odp"]),
    "doc": frozenset(["ole", "rtf"]),
    "rtf": frozenset(["rtf"]),
    "xls": frozenset(["ole"]),
    "ppt": frozenset(["ole"]),
    "png": frozenset(["png"]),
    "jpg": frozenset(["jpg"]),
    "jpeg": frozenset(["jpg"]),
    "webp": frozenset(["webp"]),
    "gif": frozenset(["gif"]),
    "svg": frozenset(["svg"]),
    "zip": frozenset(["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"]),
} | {ending: frozenset(["text", "xml"]) for ending in _TEXTS}
_SHOWN = frozenset(["mp4", "webm", "mp3", "m4a", "kmz", "dwg", "dxf", "shp"])
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"#!", "script"),
    (b"<?php", "script"),
    (b"version https://git-lfs.github.com/spec/", "lfs"),
)
_OFFICE = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"))
_OPEN = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
_OPEN_TYPE = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.([a-z]+)")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta)\b",
    re.I | re.S,
)
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\])?>\s*)*"
                  rb"<(?:[\w-]+:)?svg\b", re.I | re.S)  # fmt: skip
_SHOWS_A_PAGE = re.compile(
    rb"http://www\.w3\.org/(?:1999/xhtml|2000/svg|1999/XSL/Transform)|<\?xml-stylesheet"
)
_TITLE = re.compile(r"<title[^>]*>\s*(.*?)\s*</title", re.I | re.S)
_LOGIN = re.compile(
    r"type=[\"']?password|accounts\.google\.com|sign ?in|log ?in|เข้าสู่ระบบ|ลงชื่อเข้าใช้", re.I
)
_ERROR = re.compile(
    r"\b(?:40[0134]|410|50[0234])\b|not found|forbidden|denied|unavailable|error"
    r"|ไม่พบ|ผิดพลาด",
    re.I,
)
_MOST_TITLE = 60


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is.

    Attributes:
        name: `pdf`, `docx`, `ole` (old Office), `text`, `zip`, …; `login`, `error` and `html` are
            web pages, `lfs` a pointer of git-LFS, `other` anything that is not known here; of an
            Office file or archive that is refused `macros` or `archive`.
        fault: why it cannot be published as what its name says; empty where it can.
        told: the title of a web page, the name of a program in an archive.
    """

    name: str
    fault: KindFault = ""
    told: str = ""


def file_kind(head: bytes, tail: bytes, name: str) -> FileKind:
    """What a file is, and whether that is what its name promises.

    Args:
        head: its first bytes, `HEAD` of them; of an SVG and XML all.
        tail: its last bytes, `TAIL` of them.
        name: its name, of which the ending counts.
    """
    ending = _ending(name)
    if not head:
        return FileKind("other", "empty")
    found = _sniffed(head, tail)
    told = _title(head) if found in {"html", "login", "error"} else ""
    if ending in _PROGRAMS or found in {"program", "script"} or ending in _PAGES:
        return FileKind("html" if ending in _PAGES else "program", "refused", told)
    if ending == "svg" and found == "svg":
        return FileKind("svg", "" if is_plain_svg(head) else "refused")
    if found == "xml" and _SHOWS_A_PAGE.search(head):
        return FileKind("html", "refused")
    if found not in _ALLOWED.get(ending, {found}) or (found in _FALSE and ending not in _ALLOWED):
        return FileKind(found, "disguised", told)
    return FileKind(found, "truncated" if _is_cut(found, tail) else "")


def is_program_name(name: str) -> bool:
    """Whether a file of that name is run when it is opened, on some system."""
    return _ending(name) in _PROGRAMS


def is_usual_name(name: str) -> bool:
    """Whether the ending is one that visitors can open, or that another rule speaks of."""
    ending = _ending(name)
    return ending in _ALLOWED or ending in _SHOWN or ending in _PROGRAMS or ending in _PAGES


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


_FALSE = frozenset(["html", "login", "error", "lfs", "svg"])


def _sniffed(head: bytes, tail: bytes) -> str:
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return _zipped(head, tail) if name == "zip" else name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in {b"heic", b"heix", b"mif1", b"msf1"} else "video"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _written(head)


def _zipped(head: bytes, tail: bytes) -> str:
    """A zip by what lies in it: the list of its parts stands at its end."""
    if found := _OPEN_TYPE.search(head[:200]):
        return _OPEN.get(found[1], "zip")
    listed = head + tail
    if b"[Content_Types].xml" in listed:
        return next((name for part, name in _OFFICE if part in listed), "zip")
    return "zip"


def _written(head: bytes) -> str:
    """The kind of a text, or `other` where it is none."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    if _HTML.match(text):
        return _web_page(text)
    if _SVG.match(text):
        return "svg"
    if text.lstrip().startswith(b"<?xml"):
        return "xml"
    return "other" if b"\0" in text else "text"


def _web_page(text: bytes) -> str:
    """`login`, `error` or any other page, by its title and what it asks for."""
    words = text.decode("utf-8", "replace")
    title = _TITLE.search(words)
    if title and _ERROR.search(title[1]):
        return "error"
    return "login" if _LOGIN.search(words) else "html"


def _title(head: bytes) -> str:
    found = _TITLE.search(head.decode("utf-8", "replace"))
    return " ".join(found[1].split())[:_MOST_TITLE] if found else ""


def _is_cut(found: str, tail: bytes) -> bool:
    """Whether the end is missing that every file of the kind has."""
    if found in {"zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"}:
        return b"PK\x05\x06" not in tail
    if found == "png":
        return b"IEND" not in tail
    return found == "pdf" and b"%%EOF" not in tail[-4096:]
