"""Colour for findings on a terminal; never in a pipe, nor where NO_COLOR is set (no-color.org)."""

from __future__ import annotations

import os
import re
import sys

import click

_HEAD = re.compile(r"^(\S.*?: )(error|warning|note)(\[ITA\d{3}\])", re.MULTILINE)
_MARKS = re.compile(r"^( +\| +)(\^+)$", re.MULTILINE)
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def tell(report: str) -> None:
    """Print a report, coloured where colour is wanted."""
    click.echo(_painted(report) if _is_wanted() else report)


def _is_wanted() -> bool:
    told = os.environ
    return sys.stdout.isatty() and not told.get("NO_COLOR") and told.get("TERM") != "dumb"


def _painted(report: str) -> str:
    def head(found: re.Match[str]) -> str:
        at, severity, code = found.groups()
        return at + click.style(f"{severity}{code}", fg=_COLOURS[severity], bold=True)

    marked = _MARKS.sub(lambda found: found[1] + click.style(found[2], fg="red"), report)
    return _HEAD.sub(head, marked)
