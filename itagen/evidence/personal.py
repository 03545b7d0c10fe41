"""Numbers that belong to one person, found in any text: citizen IDs, bank accounts, mobiles.

Only what the text itself shows is judged here; whether a number may stand where it stands is for
the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from itagen.text import arabic

Kind = Literal["citizen", "thirteen", "account", "mobile"]

_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_HYPHEN = "\\-\u2010-\u2015\u2212\ufe63\uff0d"
_SPACE = " \u00a0\u2000-\u200a\u202f\u205f\u3000"
_DIGIT = "0-9\u0e50-\u0e59\uff10-\uff19"
_MAYBE = re.compile(f"[{_DIGIT}](?:[{_UNSEEN}{_HYPHEN}{_SPACE}.()]{{0,8}}[{_DIGIT}]){{9}}")
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")

_H = f"[{_HYPHEN}]"
_S = f"[{_SPACE}]"
_BY_HYPHENS = rf"[0-9]{_H}?[0-9]{{4}}{_H}?[0-9]{{5}}{_H}?[0-9]{{2}}{_H}?[0-9]"
_APART = rf"(?:{_S}?[{_HYPHEN}.]{_S}?|{_S}{{1,2}})"
_BY_GROUPS = rf"[0-9]{_APART}[0-9]{{4}}{_APART}[0-9]{{5}}{_APART}[0-9]{{2}}{_APART}[0-9]"
_THIRTEEN = re.compile(rf"(?<![0-9])(?:{_BY_HYPHENS}|{_BY_GROUPS})(?![0-9])(?!\.[0-9])")
_BEFORE_IT = re.compile(rf"([0-9]+)[{_HYPHEN}.]$")
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
    rf"(?<![0-9])(?<![0-9][{_HYPHEN}.,])"
    rf"(?:\(?\+66\)?(?:{_APART})?(?:\(0\)|0)?|0)(?:{_APART})?{_REST_OF_MOBILE}(?![0-9])(?!\.[0-9])"
)
_SHOWN: dict[Kind, tuple[int, int]] = {
    "citizen": (3, 1),
    "thirteen": (3, 1),
    "account": (2, 1),
    "mobile": (2, 2),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a person in a text.

    Attributes:
        kind: `citizen`: 13 digits whose checksum fits; `thirteen`: the same where a machine names
            things by numbers as long (in an address, a picture named by its time); `account` after
            words of banking; `mobile`.
        start: where it begins in the text; `end`: where it ends.
        masked: how a message may show it.
        digits: all of it, 0-9 alone, to be compared and never shown.
    """

    kind: Kind
    start: int
    end: int
    masked: str
    digits: str


def personal_in(text: str) -> Iterator[Found]:
    """Every number of a person in a text, in their order."""
    if not _MAYBE.search(text):
        return
    flat, place = _flat(text)
    found: list[Found] = []
    for kind, start, end in _spans(flat):
        digits = _digits(flat[start:end])
        masked = _masked(kind, digits)
        found.append(Found(kind, place(start), place(end - 1) + 1, masked, digits))
    yield from sorted(found, key=lambda each: each.start)


def hidden(text: str) -> str:
    """The text, as long as before, with the digits of every such number crossed out."""
    signs = list(text)
    for found in personal_in(text):
        spots = [n for n in range(found.start, found.end) if arabic(text[n]) in "0123456789"]
        first, last = _SHOWN[found.kind]
        for spot in spots[first:-last]:
            signs[spot] = "x"
    return "".join(signs)


def is_citizen_number(digits: str) -> bool:
    """Whether 13 digits are a citizen's number: its first is 1 to 8, its last the checksum."""
    if len(digits) != 13 or digits[0] not in "12345678":
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[12])


def _flat(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with Arabic digits and without what cannot be seen, and where each sign was."""
    if not _INVISIBLE.search(text):
        return arabic(text), lambda spot: spot
    kept = [n for n, sign in enumerate(text) if not _INVISIBLE.match(sign)]
    return arabic("".join(text[n] for n in kept)), lambda spot: kept[spot]


def _digits(words: str) -> str:
    """Its digits; of `+66` and `+66 (0)` those that are dialled in the country."""
    digits = re.sub(r"[^0-9]", "", words)
    if "+66" in words:
        digits = "0" + digits[2:].removeprefix("0")
    return digits


def _masked(kind: Kind, digits: str) -> str:
    if kind in {"citizen", "thirteen"}:
        return f"{digits[0]}-{digits[1:3]}xx-xxxxx-xx-{digits[-1]}"
    if kind == "mobile":
        return f"{digits[:2]}x-xxx-xx{digits[-2:]}"
    return f"{digits[:2]}{'x' * (len(digits) - 3)}{digits[-1]}"


_Span = tuple[Kind, int, int]


def _spans(flat: str) -> Iterator[_Span]:
    """All of them; no part of 13 digits, be they whose they may, is a number of its own."""
    yield from _citizens(flat)
    taken = {spot for match in _THIRTEEN.finditer(flat) for spot in range(*match.span())}
    for kind, start, end in (*_accounts(flat), *_mobiles(flat)):
        if taken.isdisjoint((start, end - 1)):
            taken.update(range(start, end))
            yield kind, start, end


def _citizens(flat: str) -> Iterator[_Span]:
    for match in _THIRTEEN.finditer(flat):
        start, end = match.span()
        digits = _digits(match[0])
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


def _accounts(flat: str) -> Iterator[_Span]:
    spot = 0
    while match := _BANK.search(flat, spot):
        spot = match.end("word")
        if not _NO_ACCOUNT.search(match["gap"]):
            yield "account", *match.span("number")
            spot = match.end()


def _mobiles(flat: str) -> Iterator[_Span]:
    for match in _MOBILE.finditer(flat):
        if not _ADDRESS.search(flat[max(0, match.start() - 300) : match.start()]):
            yield "mobile", *match.span()
