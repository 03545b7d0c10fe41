"""What the build before made of each page, for a preview that builds again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from itagen.views import Page

Made = TypeVar("Made")

_MOST = 5_000


class Remembered(Generic[Made]):
    """Pages with what was made of them: one whose values are the same is not made anew.

    All is forgotten when something changes that every page shares, and pages that are gone are. A
    site of more pages than would be wise to keep in memory is not remembered.
    """

    def __init__(self) -> None:
        self._shared: object = None
        self._known: dict[str, tuple[Page, Made]] = {}

    def __bool__(self) -> bool:
        """Whether any page is remembered."""
        return bool(self._known)

    def made(
        self,
        shared: object,
        pages: Sequence[Page],
        make: Callable[[Sequence[Page]], Iterable[Made]],
        keeps: Callable[[Made], bool],
    ) -> Iterator[Made]:
        """What is made of each page, in their order.

        Args:
            shared: what all pages are made with, to be compared with that of the build before.
            pages: the values of each.
            make: makes some of them, in their order.
            keeps: whether what was made may serve the next build.
        """
        known = self._known if shared == self._shared else {}
        self._shared, self._known = shared, {}
        new = [page for page in pages if not _is_known(page, known)]
        made = iter(make(new))
        for page in pages:
            found = known[page.address][1] if _is_known(page, known) else next(made)
            if keeps(found) and len(pages) <= _MOST:
                self._known[page.address] = (page, found)
            yield found


def _is_known(page: Page, known: dict[str, tuple[Page, Made]]) -> bool:
    return page.address in known and known[page.address][0] == page
