"""YAML read and written so that what staff wrote stays as they wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_WIDE = 1_000_000


def round_trip(*, flush_lists: bool = False) -> YAML:
    """Ruamel that keeps comments, order and quotes, and breaks no line.

    Every plain value is a text, as the strict reader has it: `1.50` and dates stay as typed.

    Args:
        flush_lists: the dashes of lists stand below their key, not further in.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.resolver import VersionedResolver

    class Texts(VersionedResolver):
        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            if kind.__name__ == "ScalarNode":
                return self.DEFAULT_SCALAR_TAG
            return super().resolve(kind, value, implicit)

    yaml = YAML(typ="rt")
    yaml.Resolver = Texts
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.allow_unicode = True
    if flush_lists:
        yaml.indent(mapping=2, sequence=2, offset=0)
    else:
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
