"""The rules, in the order in which one fault keeps the next one silent.

Unreadable > wrong type > missing > period > reference: a later rule sees what earlier ones found.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from itagen.diagnostics import Diagnostic, Language
from itagen.rules.rule import Asked, Case, Rule

ORDER = (
    "unreadable_file", "too_large", "broken_yaml", "yaml_feature", "duplicate_key", "cut_value",
    "missing_project_file", "unknown_key", "wrong_type", "missing_key", "unplaced_text",
    "invisible_characters",
    "edition_shape", "edition_reference", "edition_value",
    "unknown_edition", "unknown_kind", "unknown_theme", "unknown_year", "unknown_item",
    "doubled_item", "misspelled_code", "contradicting_item", "unclear_owner", "unexplained_accept",
    "missing_item",
    "unreadable_table", "missing_sheet", "no_heads", "missing_column", "guessed_column",
    "wrong_cell", "empty_sheet", "old_encoding",
    "missing_element", "hollow_element", "missing_example", "incomplete_record", "too_few",
    "doubled_measures",
    "missing_side", "wrong_evidence", "none_not_allowed", "none_unexplained", "none_beside_data",
    "pending_without_reason", "pending_without_date", "still_pending",
    "secret_file", "unsafe_path", "missing_file", "empty_file", "which_document", "wrong_link",
    "thai_digits_in_link", "taken_address", "unreferenced_file",
    "refused_file", "disguised_file", "damaged_file", "encrypted_file", "unusual_file",
    "active_pdf",
    "pages_beyond_end", "scanned_document", "heavy_file",
    "unreadable_picture", "oversized_picture", "undescribed_picture",
    "unreadable_period", "contradicting_months", "missing_period", "period_not_asked",
    "wrong_year", "not_spanning",
    "no_end", "wrong_length", "uncovered_months", "other_reading", "overlapping_parts",
    "contradicting_period", "answer_before_question", "year_in_title", "year_in_document",
    "missing_signature",
    "missing_value", "no_two_way_channel", "unknown_reference", "wrong_sum", "wrong_total",
    "wrong_signer",
    "same_channel", "same_form", "unanswered_question",
    "citizen_number", "personal_number", "complainant_column",
    "unknown_place", "hidden_item", "missing_main_site", "missing_section_address",
    "damaged_freeze", "changed_submission", "changed_attachment", "changed_address",
)  # fmt: skip
DEEP = ("foreign_document", "unmatched_pages")
BUILT = ("slow_first_page",)
AFTERWARDS = (
    "unused_accept", "dead_link", "missing_place", "wrong_heading",
    "duplicate_id", "unreachable_page", "broken_theme",
)  # fmt: skip
ASKED = (
    "dead_address", "wrong_certificate", "login_wall", "no_answer", "staging_address",
    "drive_folder", "page_for_file", "soft_missing", "plain_http", "other_agency",
)  # fmt: skip


class AskedModule(Protocol):
    """A module of this package that judges what came of asking an address."""

    RULE: Rule

    def judge(self, asked: Asked) -> Diagnostic | None:
        """What is wrong with it, if anything."""


class RuleModule(Protocol):
    """A module of this package that checks a site."""

    RULE: Rule
    __doc__: str | None
    __file__: str

    def check(self, case: Case) -> Iterator[Diagnostic]:
        """Yield what is wrong."""


def rule_modules(*, deep: bool = False) -> tuple[RuleModule, ...]:
    """The rules that look at content, in their order; `deep`: those too that only guess."""
    return tuple(_load(name) for name in (*ORDER, *(DEEP if deep else ())))


def asked_modules() -> tuple[AskedModule, ...]:
    """The rules of `itagen links`, in the order in which one keeps the next silent."""
    return tuple(cast(AskedModule, import_module(f"itagen.rules.{name}")) for name in ASKED)


def is_found_later(said: str) -> bool:
    """Whether a code or name is of a warning that only `itagen links` or a build can find."""
    later = said.startswith("ITA45") or said.replace("-", "_") in (*BUILT, *ASKED)
    return later or said in {_load(name).RULE.code for name in BUILT}


def rule_tags() -> tuple[tuple[Rule, str], ...]:
    """Every rule with its one English line, by code."""
    modules = (_load(name) for name in (*ORDER, *DEEP, *BUILT, *AFTERWARDS, *ASKED))
    tags = ((module.RULE, (module.__doc__ or "").split("\n")[0]) for module in modules)
    return tuple(sorted(tags, key=lambda tag: tag[0].code))


def manual(rule: Rule, language: Language) -> str:
    """The manual page of a rule, Markdown."""
    name = f"{rule.name.replace('-', '_')}.{language}.md"
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _load(name: str) -> RuleModule:
    return cast(RuleModule, import_module(f"itagen.rules.{name}"))
