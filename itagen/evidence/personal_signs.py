"""Which runs of digits are numbers of one person: how they are written, and what stands around.

Its patterns take long to be made ready, and most texts hold no digits that could be such a number:
it is loaded for the first text that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from itagen.text import HYPHENS, SPACES

Kind = Literal["citizen", "thirteen", "account", "mobile"]
Span = tuple[Kind, int, int]

_H = f"[{HYPHENS}]"
_S = f"[{SPACES}]"
_BY_HYPHENS = rf"[0-9]{_H}?[0-9]{{4}}{_H}?[0-9]{{5}}{_H}?[0-9]{{2}}{_H}?[0-9]"
_APART = rf"(?:{_S}?[{HYPHENS}.]{_S}?|{_S}{{1,2}})"
_BY_GROUPS = rf"[0-9]{_APART}[0-9]{{4}}{_APART}[0-9]{{5}}{_APART}[0-9]{{2}}{_APART}[0-9]"
_THIRTEEN = re.compile(rf"(?<![0-9])(?:{_BY_HYPHENS}|{_BY_GROUPS})(?![0-9])(?!\.[0-9])")
_BEFORE_IT = re.compile(rf"([0-9]+)[{HYPHENS}.]$")
_AFTER_IT = re.compile(rf"{_H}[0-9]{{1,3}}(?![0-9])")
_BARCODE = re.compile(r"(?:บาร์โค้?ด|barcode|\bean|\bgtin|\bupc)\D{0,12}$", re.IGNORECASE)
_BAHT = re.compile(r"\s*(?:บาท|baht|฿)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:://|\bwww\.)\S*$", re.IGNORECASE)
_PICTURE = re.compile(r"[^\s/]*(?: ?\([0-9]+\))?\.(?:jpe?g|png|gif|webp|mp4|mov)\b", re.IGNORECASE)
_MILLISECONDS = range(1_293_840_000_000, 2_051_222_400_000)  # 2011 to 2034, as LINE names pictures

_BANK = re.compile(
    r"(?P<word>เลขที่บัญชี|เลขบัญชี|(?<!รหัส)(?<!ผัง)บัญชี|ธนาคาร|(?<![ก-ฮ.])ธ\.(?!\s*ค)|พร้อมเพย์|prompt\s?pay"
    r"|bank|account)(?P<gap>[^0-9\n]{0,60}?)"
    rf"(?P<number>(?<![0-9.,])(?:[0-9](?:{_H}?[0-9]){{9,11}}|[0-9]{{3}}{_S}[0-9]{_S}[0-9]{{5}}{_S}[0-9]))"
    rf"(?![0-9])(?!{_H}[0-9])(?![.,][0-9])",
    re.IGNORECASE,
)
_NO_ACCOUNT = re.compile(
    r"โทร|มือถือ|แฟกซ์|ติดต่อ|สัญญา|โครงการ|หนังสือ|คุม|ทะเบียน|ผู้เสียภาษี|แยกประเภท|e-?gp|tel|fax|phone",
    re.IGNORECASE,
)
_REST_OF_MOBILE = (
    rf"(?:[689][0-9](?:{_APART})?[0-9]{{3}}(?:{_APART})?[0-9]{{4}}"
    rf"|[689](?:{_APART})?[0-9]{{4}}(?:{_APART})?[0-9]{{4}}"
    rf"|[689][0-9]{_APART}[0-9]{{4}}{_APART}[0-9]{{3}}"
    rf"|[689][0-9]{{3}}{_APART}[0-9]{{4}}(?:{_APART})?[0-9])"
)
_MOBILE = re.compile(
    rf"(?<![0-9])(?<![0-9][{HYPHENS}.,])"
    rf"(?:\(?\+66\)?(?:{_APART})?(?:\(0\)|0)?|0)(?:{_APART})?{_REST_OF_MOBILE}(?![0-9])(?!\.[0-9])"
)


def spans(flat: str) -> Iterator[Span]:
    """All of them; no part of 13 digits, be they whose they may, is a number of its own."""
    yield from _citizens(flat)
    taken = {spot for match in _THIRTEEN.finditer(flat) for spot in range(*match.span())}
    for kind, start, end in (*_accounts(flat), *_mobiles(flat)):
        if taken.isdisjoint((start, end - 1)):
            taken.update(range(start, end))
            yield kind, start, end


def digits_of(words: str) -> str:
    """Its digits; of `+66` and `+66 (0)` those that are dialled in the country."""
    digits = re.sub(r"[^0-9]", "", words)
    if "+66" in words:
        digits = "0" + digits[2:].removeprefix("0")
    return digits


def is_citizen_number(digits: str) -> bool:
    """Whether 13 digits are a citizen's number: its first is 1 to 8, its last the checksum."""
    if len(digits) != 13 or digits[0] not in "12345678":
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[12])


def _citizens(flat: str) -> Iterator[Span]:
    for match in _THIRTEEN.finditer(flat):
        start, end = match.span()
        digits = digits_of(match[0])
        if is_citizen_number(digits) and _stands_alone(flat, match):
            named = digits == match[0] and _is_named_by_machine(flat, start, end)
            yield "thirteen" if named else "citizen", start, end


def _stands_alone(flat: str, match: re.Match[str]) -> bool:
    """Whether it is no piece of a longer number, no sum of money and no barcode."""
    start, end = match.span()
    before, after = flat[max(0, start - 24) : start], flat[end : end + 8]
    bare = match[0].isdigit()
    joined = _BEFORE_IT.search(before)
    if joined and before.endswith("."):
        return not bare and "." not in match[0]
    if bare:
        in_letters = before[-1:].isalnum() and before[-1:].isascii() and after[:1].isalnum()
        is_sum = _BAHT.match(after) or before.endswith(("฿", "$"))
        return not ((in_letters and after[:1].isascii()) or is_sum or _BARCODE.search(before))
    is_longer = (joined and len(joined[1]) != 4) or _AFTER_IT.match(after)
    return not is_longer


def _is_named_by_machine(flat: str, start: int, end: int) -> bool:
    """Whether so many digits in a row are usual there for other reasons."""
    if _ADDRESS.search(flat[max(0, start - 300) : start]):
        return True
    return int(flat[start:end]) in _MILLISECONDS and bool(_PICTURE.match(flat, end))


def _accounts(flat: str) -> Iterator[Span]:
    spot = 0
    while match := _BANK.search(flat, spot):
        spot = match.end("word")
        if not _NO_ACCOUNT.search(match["gap"]):
            yield "account", *match.span("number")
            spot = match.end()


def _mobiles(flat: str) -> Iterator[Span]:
    for match in _MOBILE.finditer(flat):
        if not _ADDRESS.search(flat[max(0, match.start() - 300) : match.start()]):
            yield "mobile", *match.span()
