"""The index of the search: what goes into it, and one key of Thai for all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.page_words import parsed, read_words
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.search_index import MOST_SIGNS, Indexed, index_files, shortened
from itagen.search_views import Filed
from itagen.search_words import SearchWords, search_words
from itagen.store import Store
from itagen.text import initial, key, sort_key
from itagen.thai_words import words_in
from tests.projects import ROOT, SHIPPED, write_demo, write_files

KEYS = json.loads((ROOT / "tests" / "data" / "search_keys.json").read_text("utf-8"))
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=12)
SYLLABLE = st.tuples(
    st.sampled_from(["", "เ", "แ", "โ"]),
    st.sampled_from("กขคนทผฝสห"),
    st.sampled_from(["", "ิ", "ี", "ุ", "ู", "ั", "ำ"]),
    st.sampled_from(["", "่", "้", "๊", "๋"]),
)


@pytest.mark.parametrize(("text", "wanted"), KEYS)
def test_a_text_has_its_key(text: str, wanted: str) -> None:
    assert key(text) == wanted


@given(
    st.lists(SYLLABLE, min_size=1, max_size=8), st.sampled_from(["", "\u200b", "\u00ad", " ", "-"])
)
def test_a_word_has_one_key_however_it_is_typed(
    syllables: list[tuple[str, str, str, str]], between: str
) -> None:
    well = "".join("".join(parts) for parts in syllables)
    odd = between.join(
        # ำ in two signs, แ in two, the tone ahead of the vowel, every mark twice.
        front.replace("แ", "เเ") + letter + tone * 2 + vowel.replace("ำ", "\u0e4dา")
        for front, letter, vowel, tone in syllables
    )
    assert key(odd) == key(well)


def test_words_are_those_of_the_whole_dictionary() -> None:
    """Only what can occur is made ready of the dictionary: the cut must stay the same."""
    from pythainlp.tokenize.newmm import segment

    lines = [
        line
        for path in sorted((ROOT / "schema" / "editions").glob("*.yaml"))
        for line in path.read_text("utf-8").splitlines()
    ]
    runs = {run for line in lines for run in key(line).split() if run}
    runs = {"".join(sign for sign in run if "\u0e01" <= sign <= "\u0e4e") for run in runs}
    assert len(runs) > 300
    whole = {word for run in runs if run for word in segment(run)}
    assert set(words_in(tuple(runs))) == whole


def test_importing_words_writes_nothing_into_the_home(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "from itagen.thai_words import words_in; print(words_in(['งบประมาณ']))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"HOME": str(tmp_path), "PATH": ""},
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert "งบประมาณ" in run.stdout
    assert not list(tmp_path.iterdir())


def test_a_line_of_a_page_stands_once_and_hints_do_not_cut_it() -> None:
    html = """<main><h1>หัวเรื่อง</h1><p data-unsearched>คำของธีม</p><h2>องค์ประกอบ</h2>
    <p>งบ<wbr>ประมาณ <strong>สำคัญ</strong>มาก</p><p>งบประมาณ สำคัญมาก</p><ul><li>ก<li>ข</ul>
    <section data-repeats><a>ข่าวหนึ่ง</a></section></main>"""
    filed = [Filed("หัวเรื่อง", ("หมวด", "Group"), "Title", "X1", 2566)]
    (found,) = read_words("2566/x01/", parsed(html.encode()), filed)
    assert found.text == "องค์ประกอบ\nงบประมาณ สำคัญมาก\nก\nข\n\nข่าวหนึ่ง"
    assert found.heads == ("องค์ประกอบ",)
    assert found.address == "2566/x01/"


def test_a_place_on_a_page_has_its_own_words() -> None:
    html = "<main><article id='q-1'><h2>ถาม</h2><p>ตอบหนึ่ง</article><article id='q-2'>สอง</main>"
    filed = [Filed("ถาม", ("ถามตอบ", "Q&A"), place="q-1"), Filed("รวม", ("", ""), has_text=False)]
    first, whole = read_words("questions/", parsed(html.encode()), filed)
    assert (first.address, first.text) == ("questions/#q-1", "ถาม\nตอบหนึ่ง")
    assert (whole.address, whole.text) == ("questions/", "")


@given(st.lists(THAI, max_size=20), st.integers(0, 120))
def test_texts_are_cut_only_as_far_as_they_must(texts: list[str], most: int) -> None:
    cut = shortened(texts, most)
    assert sum(map(len, cut)) <= most
    assert all(text.startswith(part) for text, part in zip(texts, cut, strict=True))
    if sum(map(len, texts)) <= most:
        assert cut == texts
    else:
        assert most - sum(map(len, cut)) < len(texts)


def test_ten_thousand_pages_stay_within_what_a_phone_can_hold(tmp_path: Path) -> None:
    pages = [Indexed(f"news/{n}/", "ข่าว", "", "", 2566, ("ข่าว", "News"), (), "ก" * 900)
             for n in range(10_000)]  # fmt: skip
    _, texts = index_files(pages, SearchWords(), Store(tmp_path))
    assert sum(map(len, json.loads(texts)["texts"])) <= MOST_SIGNS


def test_what_the_search_knows_of_thai_is_whole() -> None:
    words = search_words()
    latin, thai = words.keyboard
    assert len(latin) == len(thai) == len(set(latin)) == 94
    assert len(words.months) == 12
    assert words.item and words.letters and words.stop
    groups = [*words.months, *words.synonyms]
    assert all(len({key(word) for word in group}) == len(group) > 1 for group in groups)


def test_letters_are_those_of_a_dictionary() -> None:
    titles = ["แผน", "การ", "เกาะ", "ก้าน", "ไก่", "กา", "ขยะ", "2566", "o10", "O2"]
    assert sorted(titles, key=sort_key) == [
        "2566", "o10", "O2", "กา", "ก้าน", "การ", "เกาะ", "ไก่", "ขยะ", "แผน",
    ]  # fmt: skip
    assert [initial(title) for title in ("แผน", "โครงการ", "๒๕๖๖", "e-Service")] == [
        "ผ", "ค", "0–9", "E",
    ]  # fmt: skip


def test_the_index_holds_every_item_post_and_question_of_the_example(site: Path) -> None:
    pages = json.loads((site / "search" / "pages.json").read_text("utf-8"))
    texts = json.loads((site / "search" / "texts.json").read_text("utf-8"))
    addresses = [page[0] for page in pages["pages"]]
    assert len(addresses) == len(set(addresses)) == len(texts["texts"])
    posts = [p for s in ("news", "procurement") for p in (ROOT / "content" / s).glob("*.md")]
    questions = list((ROOT / "content" / "questions").glob("*.md"))
    assert len([a for a in addresses if a.count("/") == 2 and not a[0].isdigit()]) == len(posts)
    assert len([a for a in addresses if "#" in a]) == len(questions)
    assert len([page for page in pages["pages"] if page[2][:1].isalpha()]) > 43
    for address in addresses:
        path, _, place = address.partition("#")
        html = (site / path / "index.html").read_text("utf-8")
        assert f'id="{place}"' in html or not place
    assert [page[3] for page in pages["pages"]] == sorted(
        (page[3] for page in pages["pages"]), reverse=True
    )


def test_readers_without_script_find_every_topic_by_letter_and_by_code(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    build_site(Project(root), root / "public")
    html = (root / "public" / "search" / "index.html").read_text("utf-8")
    for folder in sorted((root / "public" / SHIPPED[1].stem[-4:]).iterdir()):
        if folder.is_dir() and folder.name[0].isalpha():
            assert html.count(f'href="../{SHIPPED[1].stem[-4:]}/{folder.name}/index.html"') == 2


def test_words_of_a_theme_can_be_left_out_but_need_not(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    own = "{% extends 'shipped/post.html' %}{% block content %}<h1>ก</h1>ของธีม{% endblock %}"
    write_files(root, {"themes/default/templates/post.html": own.encode()})
    build_site(Project(root), root / "public")
    texts = json.loads((root / "public" / "search" / "texts.json").read_text("utf-8"))["texts"]
    assert "ของธีม" in texts
