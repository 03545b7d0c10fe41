"""What a page of the editor comes to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """HTML with a status, or an address to go to."""

    html: str = ""
    status: int = 200
    goes_to: str = ""
