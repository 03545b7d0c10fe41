"""Forms out of every edition: what is opened and saved untouched stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itagen.coverage import asks_for_day, judge_period, touches
from itagen.demand import Coverage
from itagen.edit.desk import Desk
from itagen.edit.item_page import ItemPages
from itagen.edit.periods import parts, periods
from itagen.edit.post_page import PostPages
from itagen.edit.posted import entry_values, nested
from itagen.edit.seen import Seen, see
from itagen.edition import Edition, Item
from itagen.period_text import Refusal, parse_period
from itagen.project import Project
from tests.editing import Form, Reply, form_of
from tests.projects import DRAFTS, KINDS, ROOT, SHIPPED, load_edition, write_demo, write_files

EDITIONS = [*SHIPPED, *DRAFTS]


def opened(seen: Seen, folder: str, stem: str) -> Form:
    answer = ItemPages(Desk(seen.project), seen).show(folder, stem, "")
    assert answer.status == 200
    return form_of(Reply(200, answer.html))


def all_untouched(root: Path) -> int:
    seen = see(Project(root))
    count = 0
    for answer in seen.answers:
        if seen.path_of(answer).endswith(".md"):
            continue
        form = opened(seen, answer.year.folder, answer.item.stem)
        was = json.loads(form.fields["was"])
        given = nested(form.fields.items())
        assert entry_values(answer.item, given, was) == was, answer.item.code
        count += 1
    return count


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda path: path.stem)
def test_a_form_saved_untouched_changes_nothing(edition: Path, tmp_path: Path) -> None:
    kind = KINDS[EDITIONS.index(edition) % 2]
    items = load_edition(edition).items
    assert all_untouched(write_demo(tmp_path, edition, kind)) == len(items)


def test_forms_of_the_example_saved_untouched_change_nothing() -> None:
    assert all_untouched(ROOT) > 70


def test_a_form_asks_what_the_edition_asks(tmp_path: Path) -> None:
    seen = see(Project(write_demo(tmp_path, SHIPPED[1])))
    for answer in seen.answers:
        html = (
            ItemPages(Desk(seen.project), seen).show(answer.year.folder, answer.item.stem, "").html
        )
        page = Reply(200, html).page
        text = page.body.text() if page.body else ""
        words = " ".join(text.split())
        for element in answer.item.elements:
            assert " ".join(element.title.split()) in words
            if element.from_ or answer.item.stream:
                continue
            for field in element.each:
                assert " ".join(field.title.split()) in words
            kinds = page.css(f'[name^="elements.{element.id}."][value][type=radio]')
            offered = {node.attributes["value"] for node in kinds}
            assert set(element.accepts) <= offered
            assert ("none" in offered) == bool(element.none)


def coverages() -> list[tuple[Edition, Item, Coverage]]:
    found = []
    for path in EDITIONS:
        edition = load_edition(path)
        for item in edition.items:
            asked = {c for e in item.elements if (c := item.coverage_of(e))}
            found += [(edition, item, coverage) for coverage in asked if not asks_for_day(coverage)]
    return found


def test_every_period_that_is_offered_is_right() -> None:
    offers = 0
    for edition, item, coverage in coverages():
        basis = edition.bases(coverage)[0]
        for text in (*periods(coverage, edition), *parts(coverage, edition)):
            period = parse_period(text, basis)
            assert not isinstance(period, Refusal), (item.code, text)
            if coverage.relation in {"half_of", "report_of"}:
                assert touches(coverage, edition, period), (item.code, text)
            else:
                assert judge_period(coverage, edition, period).outcome == "right", (item.code, text)
            offers += 1
    assert offers > 100


def test_posts_are_shown_and_unreadable_files_are_edited_as_text(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    write_files(
        root, {"content/2566/o13.yaml": b"covers: [\n", "content/news/x.md": b"---\na: [\n---\n"}
    )
    seen = see(Project(root))
    assert opened(seen, "2566", "o13").action == "/_edit/text/2566/o13.yaml"
    posts = PostPages(Desk(seen.project), seen)
    assert 'action="/_edit/text/news/x.md"' in posts.show("news", "x", "").html
    for post in seen.site.posts:
        assert posts.show(post.stream, post.stem, "").status == 200
    assert posts.show("news", "", "").status == 200
    assert posts.show("nothing", "", "").status == 404
