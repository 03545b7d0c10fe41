"""A module imports only from rows below its own; each has one home and a bounded size."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import ROOT

ROWS = (
    "again processes",
    "colours diagnostics text shipped lock workers apart store qr templates theme_fault english "
    "feeds page_spans months written_json thai_words later excerpt links links.guard links.reply "
    "evidence",
    "evidence.svg evidence.pdf_names evidence.gif_bytes evidence.table_grid evidence.table_numbers "
    "evidence.personal_signs",
    "evidence.picture_bytes evidence.kind",
    "evidence.*",
    "evidence.table_heads evidence.table_sums",
    "evidence.table_find",
    "yaml_edit yaml_kept frozen",
    "evidence.table_facts",
    "workbook compiled demand tree address text_links part_views theme_blame markdown_lists "
    "links.connection links.signs links.notes links.page",
    "structured search_views form_views links.ask",
    "head_view shown_picture links.crowd links.fetched",
    "period edition links.round views frame_view slips publish assets headers markdown_text",
    "period_parts entry schema yaml_tree page_text listing",
    "evidence.table_book",
    "compare period_words agency coverage project read_values source sitemap_file",
    "read_columns",
    "period_text read_edition read_entry theme_files site",
    "month_names evidence.table_typed evidence.table_kept",
    "evidence.table_reading",
    "table_rows",
    "read_measures answers table_values accepts desks read_agency read_pictures theme search_words",
    "claims answering read_year read_questions uses pendings signatures places demo_records "
    "redirects scaffold editor_schema move plan_day search_index named_years passages",
    "intake intake.paper intake.addresses intake.match intake.place_words intake.yaml_text",
    "intake.text_tables intake.heads intake.report",
    "intake.read_paper intake.records",
    "intake.rows",
    "intake.take_year intake.take_entries intake.take_rest",
    "intake.take",
    "allowances cited item_hash start_files new_post",
    "carry carry_measures read_frozen",
    "freeze close_year",
    "cited_tables table_passages",
    "rules.rule outside read_site plan_document plan_pictures demo reports reports.status "
    "reports.chosen",
    "rules.* read_files read_tables reports.* plan_parts",
    "rules reports.summary plan_ways page_words plan_dataset",
    "plan_search plan_charts table_data sarif report_page",
    "plan_reports",
    "plan_post table_files",
    "plan_feeds plan_organization plan_tables open_evidence items_table",
    "check plan_cards plan_questions plan_form plan_list plan_home open_data",
    "plan_item plan_section plan_frame audit check_links",
    "plan machine_files",
    "render reporters placement remembered",
    "picture_files reports.submission",
    "verify pipeline gallery snippet carry_over",
    "new_year",
    "serve.guard serve.handler serve.changes serve.builds serve.opening serve.built_site",
    "serve.preview serve.place",
    "serve.routes serve.live",
    "serve.notice",
    "serve.site_files serve.status_page",
    "serve.own_pages",
    "serve.server",
    "edit edit.texts edit.commit edit.pages edit.save edit.page edit.form edit.periods edit.seen",
    "edit.kinds edit.yaml_round edit.uploads edit.findings edit.lists",
    "edit.inputs edit.posted edit.yaml_lines edit.desk",
    "edit.part_form edit.stale",
    "edit.read_form edit.text_page",
    "edit.item_desk",
    "edit.item_page edit.post_desk",
    "edit.post_page edit.decap_fields",
    "edit.decap",
    "edit.handlers",
    "edit.serve",
    "serve cli.options cli.words cli.offered cli.paint cli.seen_from",
    "cli.chosen cli.output cli.asking cli.progress cli.listening",
    "cli.*",
    "cli",
    "__main__",
)
HOMES = {name: row for row, names in enumerate(ROWS) for name in names.split()}
MODULES = sorted((ROOT / "itagen").rglob("*.py"))
BANNED = {"utils", "util", "helpers", "common", "core", "manager", "misc"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "itagen").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def row_of(name: str) -> int:
    if name in HOMES:
        return HOMES[name]
    package = name.rpartition(".")[0]
    return HOMES[f"{package}.*"]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("itagen"):
            module = (node.module or "").removeprefix("itagen").lstrip(".")
            for alias in node.names:
                inner = f"{module}.{alias.name}".lstrip(".")
                is_module = any(name_of(p) == inner for p in MODULES)
                yield inner if is_module else module
        assert not isinstance(node, ast.ImportFrom) or node.level == 0


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_below(path: Path) -> None:
    name = name_of(path)
    if not name:
        return
    above = [other for other in imported(path) if other and row_of(other) >= row_of(name)]
    assert not above, f"{name} imports {above}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_so_are_its_functions(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    assert path.stem not in BANNED
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is long"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_knows_an_edition(path: Path) -> None:
    import re

    text = path.read_text("utf-8")
    tree = ast.parse(text)
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in documentation:
                continue
            assert not re.search(r"(?<![A-Za-z0-9])(O|MOIT)\d{1,2}(?![A-Za-z0-9])", node.value)
            assert not re.search(r"oit-\d{4}", node.value)
