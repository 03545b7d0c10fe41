"""Forms on pages of items: plain HTML that works without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.pipeline import build_site
from itagen.plan_form import form_targets
from itagen.project import Project
from itagen.read_site import read_site
from tests.projects import SHIPPED, findings, item_view, pages, write_demo

BOTH = "forms:\n  questions: netlify\n  complaint-channel: https://forms.example.go.th/c?id=1\n"


def site_with(root: Path, forms: str, edition: Path = SHIPPED[1]) -> Path:
    write_demo(root, edition)
    agency = root / "content" / "agency.yaml"
    agency.write_text(agency.read_text("utf-8") + forms, encoding="utf-8")
    return root


def form_in(site: Path, page: str) -> LexborNode:
    html = LexborHTMLParser((site / page / "index.html").read_text("utf-8"))
    (form,) = html.css("form[name]")
    return form


def test_each_form_stands_on_the_page_of_its_item(tmp_path: Path) -> None:
    root = site_with(tmp_path / "site", BOTH)
    assert findings(root) == []
    out = tmp_path / "out"
    assert build_site(Project(root), out) == []
    question = form_in(out, "2566/o08")
    assert question.attributes == {
        "name": "questions", "method": "post", "action": "../../sent/index.html",
        "data-netlify": "true", "data-netlify-honeypot": "website",
    }  # fmt: skip
    complaint = form_in(out, "2566/o28")
    assert complaint.attributes["action"] == "https://forms.example.go.th/c?id=1"
    assert "data-netlify" not in complaint.attributes
    with_form = {p.parent.name for p in out.rglob("*.html") if b"<form name" in p.read_bytes()}
    assert with_form == {"o08", "o28"}


@pytest.mark.parametrize(
    ("page", "required"),
    [("2566/o08", {"reply-to", "message"}), ("2566/o28", {"message"})],
)
def test_what_must_be_filled_in(page: str, required: set[str], tmp_path: Path) -> None:
    root = site_with(tmp_path / "site", BOTH)
    build_site(Project(root), tmp_path / "out")
    form = form_in(tmp_path / "out", page)
    fields = form.css("input[type=text], textarea")
    assert {f.attributes["name"] for f in fields if "required" in f.attributes} == required
    labels = {label.attributes["for"] for label in form.css("label")}
    assert labels == {field.attributes["id"] for field in fields}
    shown = [field for field in fields if field.attributes["name"] != "website"]
    assert all(int(field.attributes["maxlength"] or 0) > 0 for field in shown)


def test_the_form_leads_to_the_page_about_personal_data(tmp_path: Path) -> None:
    root = site_with(tmp_path / "site", BOTH)
    form = item_view(root, "2566/o08/").form
    assert form and form.privacy and form.privacy.href == "2566/o10/"
    without = site_with(tmp_path / "other", "forms: {questions: netlify}\n", SHIPPED[0])
    form = item_view(without, "2565/o08/").form
    assert form and form.privacy is None


def test_the_page_after_it_is_not_for_search_engines(tmp_path: Path) -> None:
    root = site_with(tmp_path / "site", "forms: {questions: https://forms.example.go.th/q}\n")
    assert pages(root)["sent/"].unlisted
    assert build_site(Project(root), tmp_path / "out") == []
    html = (tmp_path / "out" / "sent" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert "noindex" not in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_without_forms_nothing_is_sent(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    assert "sent/" not in pages(root)
    assert form_targets(read_site(Project(root))) == ()


def test_where_forms_send_to(tmp_path: Path) -> None:
    root = site_with(tmp_path, BOTH)
    assert form_targets(read_site(Project(root))) == ("'self'", "https://forms.example.go.th")


def test_a_closed_year_that_is_not_shown_has_no_form(tmp_path: Path) -> None:
    root = site_with(tmp_path, BOTH)
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("state: open", "state: submitted"), "utf-8")
    assert item_view(root, "2566/o08/").form
    agency = root / "content" / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace("current: 2566", "current: 2567"), "utf-8")
    assert item_view(root, "2566/o08/").form is None
    assert "sent/" not in pages(root)


def test_what_a_form_is_for_is_said_by_the_list_unless_the_agency_says_it(tmp_path: Path) -> None:
    forms = BOTH.replace("questions: netlify", "questions: {kind: complaint, to: netlify}")
    root = site_with(tmp_path, f"{forms}  contact: netlify\n")
    kinds = {
        page: form.kind
        for page in ("2566/o08/", "2566/o28/", "2566/o05/")
        if (form := item_view(root, page).form)
    }
    assert kinds == {"2566/o08/": "complaint", "2566/o28/": "complaint", "2566/o05/": "question"}
