"""SARIF as code hosts read it: by its schema, and finding by finding."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
import pytest

from itagen.diagnostics import Diagnostic, Language, Location, Severity, Subject, Words
from itagen.reporters import REPORTERS
from itagen.rules import rule_tags
from tests.projects import ROOT, SHIPPED, findings, write_demo
from tests.test_broken_sites import SITES, lay_over

SCHEMA = ROOT / "tests" / "data" / "sarif" / "sarif-2.1.0-rtm.5.json"


# The one pattern of the file that is no regular expression: a `]` stands where `)` is meant.
SLIP = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$"
MEANT = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"


@cache
def official() -> jsonschema_rs.Draft4Validator:
    told = json.loads(SCHEMA.read_text("utf-8").replace(SLIP, MEANT))
    return jsonschema_rs.Draft4Validator(told, validate_formats=True)


def run_of(found: list[Diagnostic], language: Language = "th") -> dict[str, Any]:
    log = json.loads(REPORTERS["sarif"](found, ["oit-2566"], language))
    assert [error.message for error in official().iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def finding(**told: Any) -> Diagnostic:
    at = told.pop("at", Location("content/2566/ข้อ 1.yaml", 3, 5, 4, "ก ข: ค"))
    words = Words("ข้อความ %d", "text {0}")
    rule = rule_tags()[0][0]
    return Diagnostic(rule.code, rule.name, Severity.NOTE, words, words, at, **told)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_rule_can_be_told(language: Language) -> None:
    found = [rule.finds(Location("x"), Words("ก", "a"), Words("", "")) for rule, _ in rule_tags()]
    driver = run_of(found, language)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [d.code for d in found]
    assert all(rule["shortDescription"]["text"].strip() for rule in driver["rules"])


def test_nothing_found_is_a_run_without_results() -> None:
    run = run_of([])
    assert run["results"] == [] and run["tool"]["driver"]["rules"] == []


def test_the_schema_refuses_what_is_not_sarif() -> None:
    log = json.loads(REPORTERS["sarif"]([finding()], [], "th"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not official().is_valid(log)


def test_a_place_is_told_as_the_standard_counts() -> None:
    run = run_of([finding(), finding(at=Location("content/agency.yaml"))])
    place, whole = (r["locations"][0]["physicalLocation"] for r in run["results"])
    assert unquote(place["artifactLocation"]["uri"]) == "content/2566/ข้อ 1.yaml"
    assert place["artifactLocation"]["uri"].isascii()
    assert place["region"]["startColumn"] == 5 and place["region"]["endColumn"] == 9
    assert "region" not in whole
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(("cell", "name"), [("ต.ค. 65!D7", "D7"), ("ก!ข!A1", "A1"), ("B2", "B2")])
def test_a_cell_of_a_table_is_a_place_of_its_own(cell: str, name: str) -> None:
    (result,) = run_of([finding(at=Location("content/2566/o21/ก.xlsx", cell=cell))])["results"]
    (place,) = result["locations"]
    assert place["logicalLocations"] == [{"name": name, "fullyQualifiedName": cell, "kind": "cell"}]
    assert "region" not in place["physicalLocation"]


def test_a_result_names_its_rule_its_item_and_its_cure() -> None:
    subject = Subject("2566", 2566, "oit-2566", "O13", "results")
    run = run_of([finding(subject=subject, source="ที่มา")], "en")
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] == "note"
    assert result["message"]["text"] == "text {0}\nmend: text {0}"
    assert result["properties"] == {
        "item": "O13", "element": "results", "year": 2566, "edition": "oit-2566", "source": "ที่มา"
    }  # fmt: skip


@pytest.mark.parametrize("site", SITES[::9], ids=lambda site: site.name)
def test_broken_sites_are_told_as_sarif(site: Path, tmp_path: Path) -> None:
    lay_over(site, write_demo(tmp_path, SHIPPED[1]))
    found = findings(tmp_path)
    told = [(r["ruleId"], r["level"]) for r in run_of(found)["results"]]
    assert told == [(d.code, str(d.severity)) for d in found]
