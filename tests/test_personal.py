"""Numbers of persons in texts: all that are there, none that is not, and never shown whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.evidence.personal import hidden, personal_in
from itagen.evidence.personal_signs import is_citizen_number

WEIGHTS = range(13, 1, -1)
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def checksum(twelve: list[int]) -> int:
    rest = sum(digit * weight for digit, weight in zip(twelve, WEIGHTS, strict=True)) % 11
    return (11 - rest) % 10


def number(dice: random.Random, first: int, *, fits: bool = True) -> str:
    twelve = [first, *(dice.randrange(10) for _ in range(11))]
    last = checksum(twelve) if fits else (checksum(twelve) + dice.randrange(1, 10)) % 10
    return "".join(map(str, [*twelve, last]))


def grouped(digits: str, sign: str) -> str:
    return sign.join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12]))


NOTATIONS: dict[str, Callable[[str], str]] = {
    "bare": lambda digits: digits,
    "hyphens": lambda digits: grouped(digits, "-"),
    "spaces": lambda digits: grouped(digits, " "),
    "dots": lambda digits: grouped(digits, "."),
    "no-break": lambda digits: grouped(digits, "\u00a0"),
    "zero-width": lambda digits: grouped(digits, "\u200b"),
    "en-dash": lambda digits: grouped(digits, " – "),
    "thai": lambda digits: grouped(digits, "-").translate(THAI),
}


def test_every_valid_number_is_found_in_every_notation() -> None:
    dice = random.Random(2566)
    numbers = [number(dice, dice.randrange(1, 9)) for _ in range(10_000)]
    lost = []
    for digits in numbers:
        for name, write in NOTATIONS.items():
            written = write(digits)
            text = f"นายสมมติ เลขประจำตัว {written} อยู่บ้านเลขที่ 99"
            found = [each for each in personal_in(text) if each.kind == "citizen"]
            if [text[each.start : each.end] for each in found] != [written]:
                lost.append((name, digits))
    assert not lost


def test_no_number_whose_checksum_fails_is_found() -> None:
    dice = random.Random(2567)
    wrong = [number(dice, dice.randrange(1, 9), fits=False) for _ in range(10_000)]
    told = [digits for digits in wrong for w in NOTATIONS.values() if any(personal_in(w(digits)))]
    assert not told


def test_no_number_of_a_company_is_found() -> None:
    dice = random.Random(2568)
    companies = [number(dice, 0) for _ in range(1_000)]
    told = [
        digits for digits in companies for w in NOTATIONS.values() if any(personal_in(w(digits)))
    ]
    assert not told


VALID = number(random.Random(1), 3)


@pytest.mark.parametrize(
    "text",
    [
        f"1{VALID}", f"{VALID}4", f"{VALID}123",
        f"เลขบัตร {VALID[:4]} {VALID[4:8]} {VALID[8:]} 1234",
        f"0.{VALID}", f"{VALID}.50", f"{VALID} บาท", f"12-{grouped(VALID, '-')}",
        f"{grouped(VALID, '-')}-55", f"บาร์โค้ด {VALID}", f"3.{grouped(VALID, '.')}",
        f"a7f{VALID}bc9", "โครงการ e-GP 66017000123", "1,234,567,890,123.00", "0 2000 0100",
        "โทรสาร 02-123-4567", "ธ.ค. 2565 1234567890", "รหัสบัญชี 5104010112", "เลขที่ 1234567890",
        "กองคลังและบัญชี โทร 0 2000 0130", "สัญญาเลขที่ 650814012345", "65089012345", "1.0812345678",
        "สถิติ 0 8 12 3 45 6 7 8 9 10", "https://www.example.go.th/0812345678",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(personal_in(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        (f"๑. {VALID}", "citizen", f"3-{VALID[1:3]}xx-xxxxx-xx-{VALID[12]}"),
        (f"{VALID},{VALID[:1]} หมู่ 2", "citizen", None),
        (f"1.{grouped(VALID, '-')}", "citizen", None),
        (f"2566-{grouped(VALID, '-')}.pdf", "citizen", None),
        (f"คำขอ_{VALID}.pdf", "citizen", None),
        (f"https://www.example.go.th/?id={VALID}", "thirteen", None),
        (f"https://www.example.go.th/?id={grouped(VALID, '-')}", "citizen", None),
        ("โทร 081-234-5678", "mobile", "08x-xxx-xx78"),
        ("โทร. ๐๘ ๑๒๓๔ ๕๖๗๘", "mobile", "08x-xxx-xx78"),
        ("มือถือ 0 8123 4567 8", "mobile", "08x-xxx-xx78"),
        ("+66 (0) 81 234 5678", "mobile", "08x-xxx-xx78"),
        ("+66612345678", "mobile", "06x-xxx-xx78"),
        ("กองคลังและบัญชี โทร 0912345678", "mobile", "09x-xxx-xx78"),
        ("เลขที่บัญชี 123-4-56789-0", "account", "12xxxxxxx0"),
        ("ธนาคารตัวอย่าง สาขาสมมติ เลขที่ 123 4 56789 0", "account", "12xxxxxxx0"),
        ("ธ.ตัวอย่าง ๑๒๓๔๕๖๗๘๙๐", "account", "12xxxxxxx0"),
        ("บัญชี 020123456789", "account", "02xxxxxxxxx9"),
        ("พร้อมเพย์ 0812345678", "account", None),
    ],
)
def test_what_belongs_to_a_person_is_found(text: str, kind: str, masked: str | None) -> None:
    (found,) = personal_in(text)
    assert found.kind == kind
    assert masked in {None, found.masked}
    assert found.digits not in found.masked.replace("-", "")


def test_a_picture_named_by_its_time_is_not_certain() -> None:
    stamps = (str(n) for n in range(1_664_582_400_000, 1_664_582_400_100))
    fits = next(stamp for stamp in stamps if is_citizen_number(stamp))
    assert [found.kind for found in personal_in(f"ภาพ/{fits}.jpg")] == ["thirteen"]
    assert [found.kind for found in personal_in(f"ภาพ/{fits} (2).jpg")] == ["thirteen"]
    assert [found.kind for found in personal_in(f"คำสั่ง/{fits}.pdf")] == ["citizen"]


@given(st.text(alphabet="0123456789๓ -–.()+บัญชี\u200b\nก", max_size=60))
def test_what_is_found_lies_in_the_text_and_is_hidden(text: str) -> None:
    found = list(personal_in(text))
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert len(hidden(text)) == len(text)
    assert all(each.digits not in hidden(text) for each in found)


@given(st.lists(st.integers(0, 9), min_size=11, max_size=11), st.integers(1, 8))
def test_the_checksum_is_that_of_the_law(rest: list[int], first: int) -> None:
    twelve = [first, *rest]
    fitting = [n for n in range(10) if is_citizen_number("".join(map(str, [*twelve, n])))]
    assert fitting == [checksum(twelve)]
