"""`--item`, `--owner` and `--year`, for the commands that look at some of the items."""

from __future__ import annotations

from datetime import date, datetime

import click

from itagen.cli.offered import offer_items
from itagen.cli.options import Command
from itagen.desks import BadDeskError
from itagen.diagnostics import Language, Words
from itagen.reports.chosen import UnknownChoiceError, chosen_codes
from itagen.site import Site, Year

_NO_YEAR_AD = 2400
_NO_OWNERS = Words(
    "ยังไม่มีผู้รับผิดชอบใดใน {} เพิ่ม owners: ก่อน", "no desk is named yet: add owners: to {}"
)


def item_options(command: Command) -> Command:
    """`--item CODES` and `--owner DESK`, each as often as wanted."""
    item = click.option(
        "--item", "items", multiple=True, metavar="CODES", shell_complete=offer_items,
        help="เฉพาะข้อเหล่านี้ คั่นด้วย , หรือ - · these items alone, with , or - between",
    )  # fmt: skip
    owner = click.option(
        "--owner", "owners", multiple=True, metavar="DESK",
        help="เฉพาะข้อของผู้รับผิดชอบนี้ · the items of this desk alone",
    )  # fmt: skip
    return item(owner(command))


def year_option(command: Command) -> Command:
    """`--year FOLDER`."""
    option = click.option(
        "--year", "folder_of_year", metavar="YEAR",
        help="ปีใด (ปีปัจจุบันใน agency.yaml) · which year, the current one if unsaid",
    )  # fmt: skip
    return option(command)


def today_option(command: Command) -> Command:
    """`--today YYYY-MM-DD`: no command that reports looks at the clock."""
    option = click.option(
        "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
        help="วันนี้ เป็น ค.ศ. เพื่อนับวันถึงกำหนด · today, to count the days to what is due",
    )  # fmt: skip
    return option(command)


def day_of(today: datetime | None, language: Language) -> date | None:
    """The day that was given.

    Raises:
        click.UsageError: it is of the Buddhist Era.
    """
    if today and today.year > _NO_YEAR_AD:
        raise click.UsageError(
            f"ค่าของ --today เป็น พ.ศ. ให้เขียนเป็น ค.ศ. คือ {today.year - 543}-{today:%m-%d}"
            if language == "th"
            else f"--today is of the Buddhist Era; write {today.year - 543}-{today:%m-%d}"
        )
    return today.date() if today else None


def chosen_year(site: Site, folder: str | None, language: Language) -> Year:
    """The year of a folder, else the current one, else the newest; its edition is known.

    Raises:
        click.UsageError: there is none such.
    """
    known = {year.folder: year for year in site.years if year.edition}
    current = site.current.folder if site.current else next(reversed(known), "")
    wanted = folder or current
    if wanted in known:
        return known[wanted]
    listed = ", ".join(known) or "-"
    raise click.UsageError(
        f"ไม่มีปี {wanted} ที่อ่านแบบตรวจได้ ปีที่มีคือ {listed} (สั่ง itagen check เพื่อดูข้อผิดพลาด)"
        if language == "th"
        else f"there is no year {wanted} with a list that can be read; there are {listed}"
    )


def chosen_items(
    year: Year, items: tuple[str, ...], owners: tuple[str, ...], language: Language
) -> frozenset[str] | None:
    """The codes that are meant.

    Raises:
        click.UsageError: the year has no such item or desk.
    """
    try:
        return chosen_codes(year, items, owners)
    except BadDeskError as error:
        raise click.UsageError(error.words.say(language)) from None
    except UnknownChoiceError as error:
        listed = ", ".join(error.known)
        if not listed:
            raise click.UsageError(_NO_OWNERS.say(language).format(year.path)) from None
        raise click.UsageError(
            f"ปี {year.folder} ไม่มี “{error.name}” มี {listed}"
            if language == "th"
            else f"{year.folder} has no “{error.name}”; there are {listed}"
        ) from None
