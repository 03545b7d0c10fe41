"""A theme: templates, words, static files; a site's own overrides the shipped one file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from html import escape
from pathlib import Path
from typing import Any, Protocol

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from itagen.assets import Assets, read_assets
from itagen.compiled import Codes, compiled, kept
from itagen.diagnostics import Language
from itagen.markdown_text import html_of
from itagen.page_text import in_digits, thai_html
from itagen.part_views import Day
from itagen.period import long_day_en
from itagen.project import Project
from itagen.shipped import shipped_folder
from itagen.shown_picture import WHOLE_WIDTH, Pictures, picture_html, with_copies
from itagen.store import Store, library
from itagen.templates import Templates
from itagen.theme_blame import fault_of
from itagen.theme_fault import ThemeFault
from itagen.theme_files import WORDS, file_faults, read_words


class _Environment(jinja2.Environment):
    """One whose templates share its names: no page gives a template any of its own.

    Jinja would chain an empty dictionary before them, and walk through both at every import.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows before it is given any."""
        return self.globals if d is None else super().make_globals(d)


class _Sandbox(_Environment, ImmutableSandboxedEnvironment):
    """The same for templates of others."""


@dataclass(frozen=True)
class Theme:
    """Folders in the order in which a file is looked for."""

    folders: tuple[Path, ...]
    store: Store

    @property
    def is_foreign(self) -> bool:
        """Whether a site's own files are part of it."""
        return len(self.folders) > 1

    def faults(self) -> Iterator[ThemeFault]:
        """What forbids to render at all: files of a site's own theme that cannot be used."""
        return file_faults(self.folders[0]) if self.is_foreign else iter(())

    def shipped(self) -> Theme:
        """The same without a site's own files."""
        return Theme(self.folders[-1:], self.store)

    def fault_of(self, error: Exception) -> ThemeFault:
        """What an error in rendering says of a site's own files."""
        return fault_of(error, self.folders[0])

    def environment(
        self,
        language: Language,
        pictures: Pictures,
        *,
        thai_digits: bool = False,
    ) -> jinja2.Environment:
        """Jinja for the pages of one language, for a site's own theme in its sandbox.

        All is escaped, and a missing name is an error. Days and counts get the digits wanted.
        """
        digits = thai_digits and language == "th"
        environment = self._kind(
            loader=self._templates,
            bytecode_cache=kept(self.is_foreign, language, digits),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for chance in ("random", "lipsum"):  # two builds of the same content are the same
            environment.filters.pop(chance, None)
            environment.globals.pop(chance, None)
        environment.filters["markdown"] = partial(_markdown, language, pictures)
        environment.filters["th"] = partial(_thai, language)
        environment.filters["day"] = partial(_day, language, digits)
        environment.filters["count"] = lambda number: in_digits(str(number), digits)
        environment.filters["picture"] = partial(_picture, language, pictures)
        environment.filters["qr"] = partial(_qr, self.store)
        return environment

    def compiled(self, language: Language, *, thai_digits: bool) -> Codes:
        """All templates made ready for the pages of a language."""
        environment = self.environment(language, {}, thai_digits=thai_digits)
        return compiled(environment, self._templates)

    def learn(self, codes: Codes, language: Language, *, thai_digits: bool) -> None:
        """Take what `compiled` gave in another process, so that this one need not compile."""
        kept(self.is_foreign, language, thai_digits and language == "th").codes |= codes

    def ready(self, language: Language, *, thai_digits: bool) -> None:
        """Compile for a language here and once: what is forked from this process finds it done."""
        if not kept(self.is_foreign, language, thai_digits and language == "th").codes:
            self.learn(
                self.compiled(language, thai_digits=thai_digits), language, thai_digits=thai_digits
            )

    @property
    def texts(self) -> Mapping[str, bytes]:
        """All that its pages are written with, as it stands on the disk now."""
        found = (path for folder in self.folders for path in sorted(folder.rglob("*")))
        wanted = (path for path in found if path.suffix in {".html", ".yaml"} and path.is_file())
        return {str(path): path.read_bytes() for path in wanted}

    @property
    def _kind(self) -> type[_Environment]:
        return _Sandbox if self.is_foreign else _Environment

    @property
    def _templates(self) -> Templates:
        return Templates(self.folders, ("templates", ""))

    @cached_property
    def words(self) -> Mapping[str, Mapping[Language, str]]:
        """What templates say, by key; a site's own words.yaml wins key by key."""
        found: dict[str, Mapping[Language, str]] = {}
        for folder in reversed(self.folders):
            if (folder / WORDS).is_file():
                found |= read_words(folder / WORDS)
        return found

    def assets(self, colours: Mapping[str, str]) -> Assets:
        """Static files and the stylesheet, with the agency's colours."""
        return read_assets(self.folders, colours)


class PageLinks(Protocol):
    """The links of one page, the names of places on it that are taken, its pictures so far."""

    ids: dict[str, int]
    pictures: int

    def __call__(self, target: str, /) -> str:
        """The `href` for an address of the site."""


def _markdown(language: Language, pictures: Pictures, text: str, link: PageLinks) -> Markup:
    """What staff wrote, on a page of either language."""
    if pictures and "![" in text:
        html = _illustrated(pictures, text, link)
    else:
        html = html_of(text, link, ids=link.ids)
    return Markup(html if language == "th" else f'<div lang="th">{html}</div>')


def _illustrated(pictures: Pictures, text: str, link: PageLinks) -> str:
    """The HTML of a text with pictures, and their copies for small screens."""
    named: dict[str, str] = {}

    def noted(address: str) -> str:
        found = link(address)
        named[escape(found)] = address
        return found

    return with_copies(html_of(text, noted, ids=link.ids), named, pictures, link)


def _picture(
    language: Language,
    pictures: Pictures,
    address: str,
    alt: str,
    link: PageLinks,
    sizes: str = WHOLE_WIDTH,
    *,
    framing: bool = False,
) -> Markup:
    """A picture with its size, and copies of it for small screens."""
    html = Markup(picture_html(pictures, address, alt, link, sizes, framing=framing))
    return html if language == "th" or not alt else Markup('<span lang="th">{}</span>').format(html)


@lru_cache(maxsize=8192)
def _thai(language: Language, text: str) -> Markup:
    """A line of Thai on a page of either language."""
    if language == "th":
        return Markup(thai_html(text))
    if any("\u0e01" <= sign <= "\u0e5b" for sign in text):
        return Markup('<span lang="th">{}</span>').format(Markup(thai_html(text)))
    return Markup.escape(text)


@lru_cache(maxsize=8192)
def _day(language: Language, thai_digits: bool, day: Day) -> Markup:
    """A day for machines and for readers of either language."""
    words = in_digits(day.words, thai_digits)
    if language == "en":
        words = long_day_en(date.fromisoformat(day.iso))
    return Markup('<time datetime="{}">{}</time>').format(day.iso, words)


def _qr(store: Store, address: str) -> Markup:
    """A QR code of an address, drawn into the page."""

    def drawn() -> bytes:
        from itagen.qr import qr_svg

        return qr_svg(address).encode("utf-8")

    drawing = store.recall("qr", f"2 {library('segno')}", address.encode("utf-8"), drawn)
    return Markup(drawing.decode("utf-8"))


def read_theme(project: Project, name: str = "default") -> Theme:
    """The theme of a project: its own themes/<name> first, then the shipped default."""
    own = project.root / "themes" / name
    shipped = shipped_folder() / "themes" / "default"
    folders = (own, shipped) if own.is_dir() and own != shipped else (shipped,)
    return Theme(folders, Store(project.store))
