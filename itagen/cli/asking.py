"""Questions on a terminal; elsewhere nothing is asked and what is usual stands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from itagen.desks import BadDeskError, Desk, parse_due, parse_items
from itagen.diagnostics import Language, Words
from itagen.edition import Edition
from itagen.site import Kind

Found = TypeVar("Found")

_OWN_DUE = Words("กำหนดเสร็จของส่วนงานนี้ (ไม่ตอบ = ตามกำหนดรวม)", "its own due day")
_FEW = Words("เลือกเลข หรือพิมพ์ชื่อ", "a number, or the name")


def can_ask() -> bool:
    """Whether a person sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: Words, usual: str, language: Language) -> str:
    """Words, which may be none."""
    if not can_ask():
        return usual
    shown = bool(usual)
    return str(click.prompt(question.say(language), usual, show_default=shown)).strip()


def ask_which(question: Words, known: Mapping[str, str], usual: str, language: Language) -> str:
    """One of some names, each told with what it means, by its number or itself."""
    if not can_ask():
        return usual
    names = list(known)
    click.echo(f"{question.say(language)}:")
    for number, (name, means) in enumerate(known.items(), 1):
        click.echo(f"  {number}. {means} ({name})" if means else f"  {number}. {name}")

    def understood(typed: str) -> str:
        if typed.isdigit() and 0 < int(typed) <= len(names):
            return names[int(typed) - 1]
        if typed in known:
            return typed
        raise click.BadParameter(
            f"ไม่มี “{typed}” พิมพ์เลข 1 ถึง {len(names)}"
            if language == "th"
            else f"there is no “{typed}”; type 1 to {len(names)}"
        )

    default = names.index(usual) + 1 if usual in known else 1
    prompt = click.prompt(_FEW.say(language), str(default), value_proc=understood)
    return str(prompt)


def ask_day(question: Words, language: Language) -> str:
    """A day in words, or nothing; asked again where the words name none."""
    return _until_good(lambda: parse_due(ask(question, "", language)), language)


def ask_desks(edition: Edition, kind: Kind, language: Language) -> tuple[Desk, ...]:
    """Units, until none is named: each with its position, items and day."""
    if not can_ask():
        return ()
    units = ", ".join(kind.units)
    click.echo(
        f"ใครรับผิดชอบข้อใด (ส่วนงานที่มักมี: {units}) ไม่ตอบ = พอแล้ว แก้ทีหลังได้ใน year.yaml"
        if language == "th"
        else f"who brings which items (units there usually are: {units}); no answer ends it"
    )
    desks: list[Desk] = []
    while unit := ask(Words("ส่วนงาน", "unit"), "", language):
        taken = frozenset(code for desk in desks for code in desk.items)
        desks.append(_desk(unit, edition, taken, language))
    return tuple(desks)


def _desk(unit: str, edition: Edition, taken: frozenset[str], language: Language) -> Desk:
    position = ask(Words("ตำแหน่งผู้รับผิดชอบ (ไม่ตอบก็ได้)", "position"), "", language)
    codes = _until_good(lambda: _items(edition, taken, language), language)
    due = ask_day(_OWN_DUE, language)
    click.echo(f"  {unit}: {len(codes)} ข้อ" if language == "th" else f"  {len(codes)} items")
    return Desk(unit, position, codes, due)


def _items(edition: Edition, taken: frozenset[str], language: Language) -> tuple[str, ...]:
    first, last = edition.items[0].code, edition.items[min(2, len(edition.items) - 1)].code
    question = Words(
        f"ข้อที่รับผิดชอบ (เช่น {first}-{last} คั่นด้วยจุลภาค หรือ ที่เหลือ)",
        f"its items (such as {first}-{last}, or rest)",
    )
    return parse_items(ask(question, "", language), edition, taken)


def _until_good(make: Callable[[], Found], language: Language) -> Found:
    while True:
        try:
            return make()
        except BadDeskError as error:
            click.echo(f"  {error.words.say(language)}")
