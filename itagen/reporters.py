"""Findings as text, one line each, JSON, annotations or SARIF. One function a format; no prints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from itagen.diagnostics import Diagnostic, Language, Location, Severity, Words, count
from itagen.sarif import sarif
from itagen.text import width_of

Report = Callable[[Sequence[Diagnostic], Sequence[str], Language], str]

_CURE = Words("แก้ไข", "mend")


def text(found: Sequence[Diagnostic], _: Sequence[str], language: Language) -> str:
    """Each finding with its line and its cure, errors last, beside the summary."""
    severities = list(Severity)
    told = sorted(found, key=lambda finding: -severities.index(finding.severity))
    blocks = ["\n".join(_block(finding, language)) for finding in told]
    return "\n".join([*blocks, summary(found, language)])


def concise(found: Sequence[Diagnostic], _: Sequence[str], language: Language) -> str:
    """A line a finding: place, severity, code, message."""
    return "\n".join([*(_head(finding, language) for finding in found), summary(found, language)])


def as_json(found: Sequence[Diagnostic], editions: Sequence[str], language: Language) -> str:
    """The form of design §6, version 1."""
    data = {
        "version": 1,
        "editions": list(editions),
        "summary": {
            "errors": count(found, Severity.ERROR),
            "warnings": count(found, Severity.WARNING),
            "notes": count(found, Severity.NOTE),
        },
        "findings": [_plain(finding, language) for finding in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def github(found: Sequence[Diagnostic], _: Sequence[str], language: Language) -> str:
    """A line a finding in the form that GitHub shows beside the changed lines, and a summary."""
    return "\n".join([*(_annotation(each, language) for each in found), summary(found, language)])


REPORTERS: dict[str, Report] = {
    "text": text, "concise": concise, "json": as_json, "github": github, "sarif": sarif
}  # fmt: skip


def summary(found: Sequence[Diagnostic], language: Language) -> str:
    """How many of each severity, in one line."""
    errors, warnings, notes = (count(found, severity) for severity in Severity)
    if not found:
        return Words("ผ่าน ไม่พบข้อผิดพลาด", "passed, nothing found").say(language)
    return Words(
        f"พบข้อผิดพลาด {errors} คำเตือน {warnings} หมายเหตุ {notes}",
        f"{errors} errors, {warnings} warnings, {notes} notes",
    ).say(language)


def place(at: Location) -> str:
    """`file:line:column`, as far as known; of a workbook `file:แผ่นงาน ต.ค. 65!D7`."""
    if at.cell:
        return f"{at.path}:{'แผ่นงาน ' if '!' in at.cell else ''}{at.table_place}"
    return ":".join(str(part) for part in (at.path, at.line, at.column) if part is not None)


def _annotation(finding: Diagnostic, language: Language) -> str:
    at = finding.at
    given = {"file": at.path, "line": at.line, "col": at.column}
    given["title"] = " ".join(filter(None, (finding.code, finding.name, at.table_place)))
    told = ",".join(f"{k}={_quoted(str(v), more=True)}" for k, v in given.items() if v is not None)
    kind = "notice" if finding.severity is Severity.NOTE else str(finding.severity)
    words = f"{finding.message.say(language)}\n{finding.hint.say(language).strip()}"
    return f"::{kind} {told}::{_quoted(words)}"


def _quoted(words: str, *, more: bool = False) -> str:
    """Signs that mean something in an annotation, in figures."""
    signs = "%\r\n:," if more else "%\r\n"
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in words)


def _head(finding: Diagnostic, language: Language) -> str:
    message = finding.message.say(language)
    return f"{place(finding.at)}: {finding.severity}[{finding.code}] {message}"


def _block(finding: Diagnostic, language: Language) -> Iterator[str]:
    yield _head(finding, language)
    at = finding.at
    margin = "  "
    if at.line is not None and at.column is not None and at.text.strip():
        margin = " " * (len(str(at.line)) + 2)
        start = max(0, at.column - 1)
        yield f"  {at.line} | {at.text[:160]}"
        if start < 160:
            marks = "^" * max(1, min(width_of(at.text[start : start + at.width]), 80))
            yield f"{margin} | {' ' * width_of(at.text[:start])}{marks}"
    hint = finding.hint.say(language).strip()
    yield f"{margin} = {_CURE.say(language)}: {hint}   ({finding.name})"


def _plain(finding: Diagnostic, language: Language) -> dict[str, object]:
    at, subject = finding.at, finding.subject
    sheet, cell = at.sheet_and_cell
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "sheet": sheet or None,
        "cell": cell or None,
        "item": subject.item,
        "element": subject.element,
        "year": subject.be,
        "edition": subject.edition,
        "message": finding.message.say(language),
        "hint": finding.hint.say(language).strip(),
        "source": finding.source,
    }
