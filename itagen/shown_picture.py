"""A picture as a piece of a page: its size, and smaller copies for smaller screens."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Protocol

from itagen.part_views import PictureView

WHOLE_WIDTH = "(min-width: 60rem) 52rem, 94vw"
_PICTURE = re.compile(r'<img (?:[^">]|"[^"]*")*>')
_SOURCE = re.compile(r'(?<=src=")[^"]*')

Pictures = Mapping[str, PictureView]


class PictureLinks(Protocol):
    """The links of one page, and how many pictures it shows so far."""

    pictures: int

    def __call__(self, target: str, /) -> str:
        """The `href` for an address of the site."""


def picture_html(
    pictures: Pictures,
    address: str,
    alt: str,
    link: PictureLinks,
    sizes: str = WHOLE_WIDTH,
    *,
    framing: bool = False,
) -> str:
    """An `img`, in a `picture` where there are copies; all but the first of a page are lazy.

    Args:
        pictures: what is known of each picture by its address.
        address: of the picture on the site.
        alt: what it shows, in words.
        link: the links of the page.
        sizes: how wide it is shown, as CSS says it.
        framing: it stands on every page, and is not one of the page's own.
    """
    tag = f'<img src="{escape(link(address))}" alt="{escape(alt)}">'
    lazy = not framing and _comes_later(link)
    return _with_copies(tag, pictures.get(address), link, sizes, lazy=lazy)


def with_copies(html: str, named: Mapping[str, str], pictures: Pictures, link: PictureLinks) -> str:
    """HTML of a text, its pictures with their copies. `named`: their addresses by `src`."""

    def shown(found: re.Match[str]) -> str:
        source = _SOURCE.search(found[0])
        view = pictures.get(named.get(source[0], "")) if source else None
        return _with_copies(found[0], view, link, WHOLE_WIDTH, lazy=_comes_later(link))

    return _PICTURE.sub(shown, html)


def _comes_later(link: PictureLinks) -> bool:
    """Whether the page shows another picture before; from now on it does."""
    link.pictures += 1
    return link.pictures > 1


def _with_copies(
    tag: str, view: PictureView | None, link: PictureLinks, sizes: str, *, lazy: bool
) -> str:
    told = f' width="{view.width}" height="{view.height}"' if view else ""
    late = ' loading="lazy"' if lazy else ""
    tag = f"{tag[:-1]}{told}{late}>"
    if view is None or not view.copies:
        return tag
    copies = ", ".join(f"{escape(link(address))} {width}w" for address, width in view.copies)
    source = f'<source type="image/webp" srcset="{copies}" sizes="{escape(sizes)}">'
    return f"<picture>{source}{tag}</picture>"
