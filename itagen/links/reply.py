"""What came of asking an address: facts alone; rules judge them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Trouble = Literal[
    "", "unknown-name", "unresolved", "inside", "refused", "timeout", "broken", "expired",
    "other-name", "untrusted", "unproved", "too-many",
]  # fmt: skip
Says = Literal["", "missing", "closed"]


@dataclass(frozen=True, slots=True)
class Reply:
    """The last answer on the way from an address.

    Attributes:
        trouble: why there is none; empty where one came.
        status: its number, 0 where there is none.
        end: where the redirects ended, empty where there were none; without its query.
        type: the media type.
        says: what the page itself says: that it is not there, or that one may not see it.
        secure: whether a plain http address opens with https; None where that was not tried.
    """

    trouble: Trouble = ""
    status: int = 0
    end: str = ""
    type: str = ""
    says: Says = ""
    secure: bool | None = None

    @property
    def is_good(self) -> bool:
        """Whether something was served."""
        return not self.trouble and 200 <= self.status < 400


class NoReplyError(Exception):
    """A request that could not be made, or was not answered."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble
