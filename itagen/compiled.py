"""Templates compiled before the pages are known that need them."""

from __future__ import annotations

from contextlib import suppress

import jinja2
from jinja2.bccache import Bucket

from itagen.templates import Templates

Codes = dict[str, bytes]


class Compiled(jinja2.BytecodeCache):
    """What templates were compiled to, by name and file, in memory: no disk is trusted with code.

    Args:
        codes: what another process made of the same templates for the same names in them.
    """

    def __init__(self, codes: Codes | None = None) -> None:
        self.codes = codes or {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template what is known of it, if its text is still the same."""
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


def compiled(environment: jinja2.Environment, templates: Templates) -> Codes:
    """All templates of pages, compiled; one that cannot be is told of when a page wants it."""
    kept = environment.bytecode_cache = Compiled()
    for name in templates.list_templates():
        with suppress(jinja2.TemplateError):
            environment.get_template(name)
    return kept.codes
