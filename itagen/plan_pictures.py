"""The pictures of a site: where each stands, in which widths, and what pages need to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itagen.address import safe_path
from itagen.evidence.pictures import WIDEST, PictureFacts, widths
from itagen.part_views import PictureView
from itagen.site import Site
from itagen.text import clean
from itagen.uses import Use


@dataclass(frozen=True, slots=True)
class Picture:
    """One file that is a picture.

    Attributes:
        source: where it lies below content/.
        address: where it stands on the site; there the camera's words about it do not.
        widths: of the copies that pages offer, none where no page shows it.
        whole: somebody is led to the file itself, so that it is never made smaller.
    """

    source: str
    address: str
    facts: PictureFacts
    widths: tuple[int, ...] = ()
    whole: bool = False

    def copy(self, width: int) -> str:
        """The address of its copy of a width."""
        return f"{self.address}-{width}.webp"


def plan_pictures(site: Site, found: Iterable[Use]) -> Iterator[Picture]:
    """Every picture that content names and whose header could be read, each once."""
    shown: dict[str, list[bool]] = {}
    for use in found:
        path = clean(use.path) if use.path else ""
        file = site.files.get(path)
        if file and file.picture and not file.picture.fault:
            shown.setdefault(path, []).append(use.shown)
    for path, ways in shown.items():
        file = site.files[path]
        if file.picture:
            offered = widths(file.picture) if any(ways) else ()
            yield Picture(file.path, safe_path(path), file.picture, offered, whole=not all(ways))


def picture_view(picture: Picture) -> PictureView:
    """What a page needs to know of a picture before it is loaded."""
    facts = picture.facts
    width = facts.width if picture.whole else min(facts.width, WIDEST)
    height = max(1, round(facts.height * width / facts.width))
    return PictureView(width, height, tuple((picture.copy(w), w) for w in picture.widths))
