"""Templates compiled before the pages are known that need them."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

import jinja2
from jinja2.bccache import Bucket

from itagen.templates import Templates

Codes = dict[str, bytes]


class Compiled(jinja2.BytecodeCache):
    """What templates were compiled to, by name and file; in memory, as no disk is trusted."""

    def __init__(self) -> None:
        self.codes: Codes = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template what is known of it, if its text is still the same."""
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


@cache
def kept(*names: object) -> Compiled:  # noqa: ARG001
    """What this process has compiled so far for templates that know the same names.

    `serve` builds a site again and again: a template whose text is the same is not compiled anew.
    """
    return Compiled()


def compiled(environment: jinja2.Environment, templates: Templates) -> Codes:
    """All templates of pages, compiled; one that cannot be is told of when a page wants it."""
    made = environment.bytecode_cache = Compiled()
    for name in templates.list_templates():
        with suppress(Exception):
            environment.get_template(name)
    return made.codes
