"""What the documents say is true: the table, the manual pages, the README's message."""

from __future__ import annotations

import re

import pytest

from itagen.cli import COMMANDS
from itagen.diagnostics import Language
from itagen.rules import manual, rule_tags
from itagen.rules.rule import Rule
from tests.projects import ROOT
from tests.rules_table import PAGE, table

HEADINGS = {
    "th": ["คืออะไร", "ทำไมจึงสำคัญ", "วิธีแก้", "ตัวอย่างที่ผิด", "ตัวอย่างที่ถูก", "ที่มา"],
    "en": ["What it is", "Why it matters", "How to mend it", "Wrong", "Right", "Source"],
}
RULES = [rule for rule, _ in rule_tags()]


def test_the_table_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == table()


def test_codes_and_names_are_each_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_manual(rule: Rule, language: Language) -> None:
    page = manual(rule, language)
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS[language]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_is_in_one_line(rule: Rule) -> None:
    line = next(line for tag, line in rule_tags() if tag == rule)
    assert line.endswith(".") and line[0].isupper()


def test_the_readme_shows_commands_that_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make site" in text and "make test" in text
    blocks = re.findall(r"```console\n(.+?)```", text, re.DOTALL)
    named = {name for block in blocks for name in re.findall(r"bin/itagen (\w+)", block)}
    assert named and named <= set(COMMANDS)


def test_the_readme_shows_a_real_message() -> None:
    shown = re.search(r"```text\n(.+?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown
    from tests.test_readme_message import message

    assert shown.group(1).strip() == message().strip()
