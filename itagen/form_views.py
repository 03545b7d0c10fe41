"""Forms, as templates are given them."""

from __future__ import annotations

from typing import NamedTuple

from itagen.part_views import Link


class FormField(NamedTuple):
    """A field of a form; `kind`: line or text."""

    name: str
    label: str
    kind: str
    required: bool
    most: int
    autocomplete: str = "off"
    hint: str = ""


class FormView(NamedTuple):
    """A form that works without a script.

    Attributes:
        kind: question or complaint.
        name: which of the site's forms it is.
        action: where it sends to: a page of the site where `netlify` takes it.
        trap: the name of the field that only robots fill in.
        privacy: the page that says how personal data are used.
    """

    kind: str
    name: str
    action: Link
    netlify: bool
    fields: tuple[FormField, ...]
    trap: str
    privacy: Link | None = None
