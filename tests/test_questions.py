"""Published questions and answers: their page, the item that shows them, their files."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from itagen.pipeline import build_site
from itagen.project import Project
from itagen.views import QuestionsPage
from tests.file_samples import make_pdf
from tests.projects import SHIPPED, findings, item_view, lines, pages, write_demo

EDITION = SHIPPED[1]


def ask(root: Path, stem: str, day: str, answer: str = "ได้ในเวลาราชการ", more: str = "") -> None:
    head = f"title: คำถามตัวอย่าง {stem}\ndate: {day}\nanswered: {day}\nby: กองตัวอย่าง\n{more}"
    path = root / "content" / "questions" / f"{stem}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{head}---\n{answer}\n", encoding="utf-8")


def test_the_page_shows_all_of_them_newest_first(tmp_path: Path) -> None:
    root = write_demo(tmp_path, EDITION)
    for stem, day in (("a", "1 ธันวาคม 2565"), ("b", "2 มกราคม 2566"), ("c", "5 พฤศจิกายน 2565")):
        ask(root, stem, day)
    assert findings(root) == []
    page = pages(root)["questions/"]
    view = page.view
    assert isinstance(view, QuestionsPage)
    assert [question.id for question in view.questions] == ["q-b", "q-a", "q-c"]
    newest = view.questions[0]
    assert newest.asked and newest.asked.iso == "2023-01-02"
    assert (newest.by, newest.answer) == ("กองตัวอย่าง", "ได้ในเวลาราชการ\n")
    assert page.updated == newest.answered


def test_the_item_whose_topic_they_are_links_the_newest(tmp_path: Path) -> None:
    root = write_demo(tmp_path, EDITION)
    for number in range(1, 8):
        ask(root, f"n{number}", f"{number} มกราคม 2566")
    view = item_view(root, "2566/o08/")
    assert [link.href for link in view.questions] == [
        f"questions/#q-n{number}" for number in (7, 6, 5, 4, 3)
    ]
    assert view.more and view.more.href == "questions/"
    assert not item_view(root, "2566/o09/").more


def test_a_page_of_a_closed_year_leads_to_all_and_lists_none(tmp_path: Path) -> None:
    root = write_demo(tmp_path, EDITION)
    ask(root, "one", "2 มกราคม 2566")
    year = root / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("state: open", "state: archived"), "utf-8")
    agency = root / "content" / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").replace("current: 2566", "current: 2567"), "utf-8")
    view = item_view(root, "2566/o08/")
    assert view.questions == () and view.more


def test_without_questions_there_is_no_page(tmp_path: Path) -> None:
    found = pages(write_demo(tmp_path, EDITION))
    assert "questions/" not in found


def test_answers_name_files_and_pages_and_are_named_by_texts(tmp_path: Path) -> None:
    root = write_demo(tmp_path / "site", EDITION)
    ask(root, "first", "2 มกราคม 2566", "[แบบคำขอ](form.pdf) [ข้อสาม](2566/o13.yaml)",
        "formerly: /webboard/12\n")  # fmt: skip
    ask(root, "second", "3 มกราคม 2566", "[ตอบไว้แล้ว](questions/first.md)")
    (root / "content" / "questions" / "first").mkdir()
    form = make_pdf(["made for a test"])
    (root / "content" / "questions" / "first" / "form.pdf").write_bytes(form)
    assert findings(root) == []
    out = tmp_path / "out"
    assert build_site(Project(root), out) == []
    html = LexborHTMLParser((out / "questions" / "index.html").read_text("utf-8"))
    links = {node.attributes.get("href") for node in html.css("article a")}
    assert links == {"first/form.pdf", "../2566/o13/index.html", "index.html#q-first"}
    assert (out / "questions" / "first" / "form.pdf").read_bytes() == form
    assert "/webboard/12 /questions/#q-first 301" in (out / "_redirects").read_text("utf-8")
    assert "questions/index.html#q-first" in (out / "webboard/12/index.html").read_text("utf-8")


def test_a_file_that_an_answer_lacks_is_found_in_its_line(tmp_path: Path) -> None:
    root = write_demo(tmp_path, EDITION)
    ask(root, "one", "2 มกราคม 2566", "[แบบคำขอ](gone.pdf)")
    (line,) = lines(root)
    assert line.startswith("content/questions/one.md:7:11: error[ITA401]")


def test_a_misspelled_key_is_found(tmp_path: Path) -> None:
    root = write_demo(tmp_path, EDITION)
    ask(root, "one", "2 มกราคม 2566", more="chanel: โทรศัพท์\n")
    (line,) = lines(root)
    assert line.startswith("content/questions/one.md:6:1: error[ITA006]")
