"""Where staff may allow what is found, and how that is written there."""

from __future__ import annotations

from collections.abc import Iterable

from itagen.accepts import accepts
from itagen.diagnostics import Words
from itagen.site import ContentFile, Site
from itagen.uses import Use


class Allowances:
    """The files of a site that can have an `accept:`."""

    def __init__(self, site: Site, opened: Iterable[tuple[Use, ContentFile]]) -> None:
        self.files = frozenset(path for path, _ in accepts(site))
        self.homes = {f"content/{file.path}": use.said.at.path for use, file in opened}

    def home(self, path: str) -> str:
        """Whose `accept:` counts for a file: its own, or that of what names it first."""
        return self.homes.get(path, path)

    def offer(self, code: str, path: str, when: Words) -> Words:
        """`when` it may be allowed and the line that allows it; empty where no file can have it."""
        home = self.home(path)
        if home not in self.files:
            return Words("", "")
        thai, english = (
            ("ในส่วนหัวระหว่าง --- ของ", "between the --- of")
            if home.endswith(".md")
            else ("ใน", "in")
        )
        return Words(
            f" {when.th} ให้รับรองด้วย accept: [{{rule: {code}, reason: เหตุผล, by: ผู้รับรอง}}] "
            f"{thai} {home}",
            f"; {when.en}, write accept: [{{rule: {code}, reason: why, by: who says so}}] "
            f"{english} {home}",
        )
