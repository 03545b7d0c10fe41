"""`sitemap.xml`, in several files where one may not hold so many addresses, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from itagen.address import full_address
from itagen.listing import Listed

MOST = 50_000
_SITEMAP = "sitemap.xml"
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def sitemap_files(
    site_url: str, pages: Sequence[Listed], most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """Every page in one file; where there are more than `most`, in parts with an index of them."""
    if len(pages) <= most:
        yield _SITEMAP, _addresses(site_url, pages)
        return
    parts = [pages[start : start + most] for start in range(0, len(pages), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _addresses(site_url, part)
    days = [max(page.day for page in part) for part in parts]
    lines = (
        f"<sitemap><loc>{escape(full_address(site_url, name))}</loc>{_day(day)}</sitemap>"
        for name, day in zip(names, days, strict=True)
    )
    yield _SITEMAP, _file("sitemapindex", _SPACE, lines)


def robots_file(site_url: str) -> bytes:
    """Everything may be read by everyone; where the sitemap is, if the site knows its address."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines += ["", f"Sitemap: {full_address(site_url, _SITEMAP)}"]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _addresses(url: str, pages: Sequence[Listed]) -> bytes:
    space = f'{_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return _file("urlset", space, (_page(url, page) for page in pages))


def _page(url: str, page: Listed) -> str:
    address = escape(full_address(url, page.address))
    return f"<url><loc>{address}</loc>{_day(page.day)}{_languages(url, page)}</url>"


def _languages(url: str, page: Listed) -> str:
    """The page in each language, itself among them, as search engines ask it."""
    if page.other is None:
        return ""
    pair = (page.address, page.other)
    thai, english = pair if page.language == "th" else reversed(pair)
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" '
        f'href="{escape(full_address(url, address))}"/>'
        for language, address in (("th", thai), ("en", english))
    )


def _day(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""


def _file(root: str, space: str, lines: Iterator[str]) -> bytes:
    return "\n".join((_HEAD, f"<{root} {space}>", *lines, f"</{root}>", "")).encode("utf-8")
