"""Thai text: repaired once at the edge, compared by key, sorted, and guessed at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# What writers put between digits, as the inside of a class of a pattern.
HYPHENS = "\\-\u2010-\u2015\u2212\ufe63\uff0d"
SPACES = " \u00a0\u2000-\u200a\u202f\u205f\u3000"

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\u00ad\ufeff\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x85\u2028\u2029]")
_RARE = re.compile(
    "[^\t\n -~\u00a1-\u00ac\u00ae-\u00ff\u0e01-\u0e39\u0e3f-\u0e4c\u0e4e-\u0e5b\u2010-\u2027]"
)
_FONT_GLYPHS = str.maketrans(
    "".join(map(chr, range(0xF700, 0xF71B))),
    "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู",
)
_FONT_GLYPH = re.compile("[\uf700-\uf71a]")
_FILE_NAME = re.compile(
    r"[^\n]{1,80}\.(?:pdf|xlsx?|docx?|csv|png|jpe?g|zip)(?:\s*,?\s*หน้า\s*[0-9๐-๙ ,–-]+)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TONES = "\u0e48-\u0e4b"
_NIKHAHIT_AA = re.compile(f"\u0e4d([{_TONES}]?)\u0e32")
_TONE_BEFORE_VOWEL = re.compile(f"([{_TONES}]+)([\u0e31\u0e34-\u0e3a]+)")
_TONE_BEFORE_NIKHAHIT_AA = re.compile(f"([{_TONES}])\u0e4d\u0e32")
_TONE_AFTER_AM = re.compile(f"\u0e33([{_TONES}])")
_TWICE = re.compile("([\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])\\1+")

_GAPS = re.compile(r"\s+")
# Vowels and tones above and below, as code page 874 has them.
_NO_WIDTH_IN_THAI = bytes((0xD1, *range(0xD4, 0xDB), *range(0xE7, 0xEF)))
_LEADING_VOWEL = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_ABOVE = re.compile("[\u0e47-\u0e4e]")

_POINTERS = (
    "ดูเพิ่มเติม|ดู|ตามที่|ตาม|รายละเอียด|ปรากฏ|อยู่ใน|อ้างอิง|ไฟล์|แนบท้าย|แนบ|หน้าที่|หน้า|ลิงก์|ดังนี้"
    "|ข้างต้น|เอกสาร|ภาคผนวก|ประกอบ|เพิ่มเติม|see|attached|file|page|link"
)
_AFTER_POINTERS = "ใน|ที่|นี้|ข้อมูล|the"
_POINTING = re.compile(rf"(?:(?:{_POINTERS})(?:{_AFTER_POINTERS}|[0-9.,:()\-–/])*)+")
_DODGES = frozenset(
    ["", "xxx", "xx", "x", "tbd", "tba", "na", "n/a", "none", "ว่าง", "รอ", "รอข้อมูล", "กำลังจัดทำ",
     "อยู่ระหว่างดำเนินการ", "อยู่ระหว่างจัดทำ", "ไม่มีข้อมูล", "ไม่ระบุ", "ทดสอบ", "test", "lorem"]
)  # fmt: skip
_HOLLOW = "".join((_POINTERS, _AFTER_POINTERS, *_DODGES))
# What no hollow text has, so that most need no closer look: a digit at its start, other consonants.
_TELLING = re.compile(
    rf"\A[0-9]|[{''.join(sign for sign in map(chr, range(0xE01, 0xE2F)) if sign not in _HOLLOW)}]"
)


def has_invisible(text: str) -> bool:
    """Whether characters stand in it that nobody can see, or that only an old font can show."""
    signs = (_INVISIBLE, _CONTROL, _FONT_GLYPH)
    return bool(_RARE.search(text)) and any(sign.search(text) for sign in signs)


def clean(text: str) -> str:
    """Repair what is certain, once, where text enters: one spelling of each Thai syllable.

    Never NFKC, which splits sara am. Line breaks stay where they are.
    """
    if _RARE.search(text):
        text = _CONTROL.sub("", _INVISIBLE.sub("", text)).translate(_FONT_GLYPHS)
        text = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
        text = _NIKHAHIT_AA.sub("\\1\u0e33", text)
    text = text.replace("\u0e40\u0e40", "\u0e41")
    return _TONE_BEFORE_VOWEL.sub(r"\2\1", text) if _TONE_BEFORE_VOWEL.search(text) else text


def arabic(text: str) -> str:
    """Thai and full-width digits as 0-9; all else untouched."""
    if text.isascii():
        return text
    return text.translate(_THAI_DIGITS).translate(_FULL_WIDTH_DIGITS)


def has_thai_digits(text: str) -> bool:
    """Whether a Thai digit stands in the text."""
    return arabic(text) != text


def key(text: str) -> str:
    """What two spellings of the same words have in common: no spaces, signs, case, digit style.

    docs/search.md names the steps; themes/default/search/key.js takes the same in browsers.
    """
    if text.isascii() and text.isalnum():  # as numbers in cells are, of which there are thousands
        return text.lower()
    mended = clean(unicodedata.normalize("NFC", text))
    mended = _TONE_BEFORE_NIKHAHIT_AA.sub("\\1\u0e33", mended)
    mended = _TWICE.sub(r"\1", _TONE_AFTER_AM.sub("\\1\u0e33", mended))
    mended = unicodedata.normalize("NFC", mended)
    return "".join(
        sign for sign in arabic(mended).lower() if unicodedata.category(sign)[0] in "LMN"
    )


def sort_key(text: str) -> tuple[str, str]:
    """How Thai dictionaries order words: consonants first, tones and silencers after all else."""
    written = _LEADING_VOWEL.sub(r"\2\1", arabic(clean(text)).lower())
    return _ABOVE.sub("", written), written


def initial(text: str) -> str:
    """The letter under which a dictionary has a text, in upper case; `0–9` for a number."""
    first = sort_key(text)[0].lstrip()[:1].upper()
    return "0–9" if first.isdigit() else first


def is_hollow(text: str) -> bool:
    """Whether a text says nothing: blank, a dash, a placeholder, or only points elsewhere."""
    return not _TELLING.search(text) and _is_hollow(text)


@lru_cache(maxsize=4096)
def _is_hollow(text: str) -> bool:
    squashed = _GAPS.sub("", arabic(clean(text)).casefold())
    if squashed in _DODGES or not any(map(str.isalnum, squashed)):
        return True
    return len(squashed) < 60 and bool(_POINTING.fullmatch(squashed))


def names_a_file(text: str) -> bool:
    """Whether a text is nothing but a file's name, perhaps with pages."""
    return bool(_FILE_NAME.fullmatch(text.strip()))


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address of the web."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def bare_address(address: str) -> str:
    """An address without what makes no difference: scheme, www, a slash at the end, case."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that was probably meant, or None."""
    import difflib

    by_key = {key(candidate) or candidate: candidate for candidate in words}
    found = difflib.get_close_matches(key(word) or word, by_key, n=1, cutoff=0.72)
    return by_key[found[0]] if found else None


def number(text: str) -> int | None:
    """A whole number as offices write it (`1,200`, `๑๒`), or None."""
    digits = arabic(text).replace(",", "").strip()
    digits = re.sub(r"\s*(เรื่อง|ราย|คน|ครั้ง|บาท)$", "", digits)
    if digits in {"ไม่มี", "-"}:
        return 0
    return int(digits) if digits.isascii() and digits.isdigit() else None


def width_of(text: str) -> int:
    """How many columns a text takes on a screen: vowels and tones above and below take none."""
    try:
        return len(text.encode("cp874").translate(None, _NO_WIDTH_IN_THAI))
    except UnicodeEncodeError:  # some sign is neither Thai nor of those that offices type beside it
        return sum(1 for sign in text if unicodedata.category(sign) not in {"Mn", "Me", "Cf"})
