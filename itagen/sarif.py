"""Findings as SARIF 2.1.0 (OASIS), the form that code hosts and editors read. Nothing here prints.

Paths are relative to the project folder, which `%SRCROOT%` stands for, and percent-encoded; columns
count code points. What a rule is about is told by its manual page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from itagen import __version__
from itagen.diagnostics import Diagnostic, Language, Location, Words
from itagen.rules import manual, rule_tags
from itagen.rules.rule import Rule

Plain = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_CURE = Words("แก้ไข", "mend")


def sarif(found: Sequence[Diagnostic], editions: Sequence[str], language: Language) -> str:
    """One run with its findings, and the rules that found them."""
    codes = {finding.code for finding in found}
    rules = [(rule, line) for rule, line in rule_tags() if rule.code in codes]
    places = {rule.code: index for index, (rule, _) in enumerate(rules)}
    driver: Plain = {
        "name": "itagen",
        "version": __version__,
        "rules": [_rule(rule, line, language) for rule, line in rules],
    }
    run: Plain = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder that holds content/"}}},
        "properties": {"editions": list(editions)},
        "results": [_result(finding, places[finding.code], language) for finding in found],
    }
    log: Plain = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(rule: Rule, line: str, language: Language) -> Plain:
    page = manual(rule, language)
    first = next(row for row in page.split("\n")[1:] if row.strip())
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": first if language == "th" else line},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(finding: Diagnostic, index: int, language: Language) -> Plain:
    subject = finding.subject
    message, hint = finding.message.say(language), finding.hint.say(language).strip()
    about = {
        "item": subject.item,
        "element": subject.element,
        "year": subject.be,
        "edition": subject.edition,
        "source": finding.source,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": str(finding.severity),
        "message": {"text": f"{message}\n{_CURE.say(language)}: {hint}" if hint else message},
        "locations": [{"physicalLocation": _place(finding.at)} | _cell(finding.at)],
        "properties": {name: value for name, value in about.items() if value is not None},
    }


def _place(at: Location) -> Plain:
    place: Plain = {"artifactLocation": {"uri": quote(at.path), "uriBaseId": _ROOT}}
    if at.line is not None:
        region: Plain = {"startLine": at.line}
        if at.column is not None:
            region |= {"startColumn": at.column, "endColumn": at.column + at.width}
        if at.text:
            region["snippet"] = {"text": at.text}
        place["region"] = region
    return place


def _cell(at: Location) -> Plain:
    """The cell or sheet of a table, which no line of a text file could name."""
    if not at.cell:
        return {}
    sheet, cell = at.sheet_and_cell
    name, kind = (cell, "cell") if cell else (sheet, "sheet")
    place = {"name": name, "fullyQualifiedName": at.table_place, "kind": kind}
    return {"logicalLocations": [place]}
