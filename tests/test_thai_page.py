"""Thai on the page: names of headings, numerals of lists, English told apart, lines and digits."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.english import english_phrases
from itagen.markdown_text import heading_id, html_of
from itagen.page_text import break_words, in_digits, thai_html, whole_words
from itagen.pipeline import check_project
from itagen.plan import Plan
from itagen.project import Project
from itagen.text import arabic, clean
from itagen.views import YearList
from tests.projects import SHIPPED, write_demo
from tests.test_build import HOSTILE

PIECES = (
    "ก้าน", "กาน", "นโยบาย", "มีนโยบาย", "รายงานฯ", "ต่าง ๆ", "อื่นๆ", "พ.ศ.", "ของอบต.",
    "มาตรา 9", "๒๕๖๖", "No Gift Policy", "E-Service", "O12", "report.pdf", "5 ppm",
    "www.a.go.th/Some", "a@b.co.th", "<a@b.co>", "<https://a.b/Cd>", "&lt;", "&amp;", "&",
    "AT&T", "x&copy;Some", "*", "**", "`", "_", "[Text](a.pdf)", '![Some Alt](b.png "Title")',
    "\\*", "# ", "## Content", "|", "---", "- ", "> ", "    ", "\n", "\n\n", " ", "(", ")", ":",
    "/", ".", ",", "'", '"', *HOSTILE,
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs", "Nd"])
WRITTEN = st.lists(st.sampled_from(PIECES) | st.text(LETTERS, max_size=4), max_size=12).map("".join)


def nodes(html: str, selector: str) -> list[LexborNode]:
    return LexborHTMLParser(html).css(selector)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ก้าน", "ก้าน"),
        ("กาน", "กาน"),
        ("การจัดซื้อ จัดจ้าง - ปี 2566", "การจัดซื้อ-จัดจ้าง-ปี-2566"),
        ("พ.ศ. ๒๕๖๖ (ร่าง)", "พศ-๒๕๖๖-ร่าง"),
        ("นโยบาย No Gift", "นโยบาย-no-gift"),
        ("Content", "h-content"),
        ("2566", "h-2566"),
        ("e\u0301te\u0323", "étẹ"),
        ("ខ្មែរ", "ខ្មែរ"),
        ("***", ""),
        ("", ""),
    ],
)
def test_a_heading_is_named_by_its_words(words: str, wanted: str) -> None:
    assert heading_id(words) == wanted


def test_headings_of_one_page_never_share_a_name() -> None:
    ids = {"ก้าน-2": 1}
    first = html_of("# ก้าน\n\n# กาน\n\n## **ก้าน** <a@b.c>\n\n## Content\n", str, ids=ids)
    second = html_of("# ก้าน\n\n###### Content\n", str, below=3, ids=ids)
    named = [(node.tag, node.attributes["id"]) for node in nodes(first + second, "[id]")]
    assert named == [
        ("h2", "ก้าน"), ("h2", "กาน"), ("h3", "ก้าน-abc"), ("h3", "h-content"),
        ("h3", "ก้าน-3"), ("h6", "h-content-2"),
    ]  # fmt: skip
    assert set(ids) == {"ก้าน-2", *(name for _, name in named)}
    assert html_of("# ก้าน", str) == html_of("# ก้าน", str) == '<h2 id="ก้าน">ก้าน</h2>'


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map("".join), max_size=8))
def test_no_two_names_are_the_same_whatever_is_written(headings: list[str]) -> None:
    ids: dict[str, int] = {}
    html = "".join(html_of(f"# {words}", str, ids=ids) for words in headings)
    found = [node.attributes["id"] or "" for node in nodes(html, "[id]")]
    assert len(found) == len(set(found)) and set(found) == set(ids)
    assert not [name for name in found if name.isascii() and not name.startswith("h-")]
    assert not [name for name in found if re.search(r"\s", name)]


THAI = '<ol class="thai">'


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("๑. ก\n๒. ข", f"{THAI}<li>ก</li><li>ข</li></ol>"),
        ("๓. ก", '<ol class="thai" start="3"><li>ก</li></ol>'),
        ("๐๑. ก", f"{THAI}<li>ก</li></ol>"),
        ("3. ก", '<ol start="3"><li>ก</li></ol>'),
        ("๑. ก\n\n1. ข", f"{THAI}<li>ก</li></ol><ol><li>ข</li></ol>"),
        ("1. ก\n๒. ข", '<ol><li>ก</li></ol><ol class="thai" start="2"><li>ข</li></ol>'),
        ("๑. ก\n    1. ข\n๒. ค", f"{THAI}<li>ก<ol><li>ข</li></ol></li><li>ค</li></ol>"),
        ("๑. ก\n    ๑. ข\n    - ค", f"{THAI}<li>ก{THAI}<li>ข\n- ค</li></ol></li></ol>"),
        ("- ก\n    ๑. ข", f"<ul><li>ก{THAI}<li>ข</li></ol></li></ul>"),
        (
            "๑. ก\n    1. ข\n    ๒. ค",
            f'{THAI}<li>ก<ol><li>ข</li></ol><ol class="thai" start="2"><li>ค</li></ol></li></ol>',
        ),
        ("๑. ก\n\n    ข\n\n๒. ค", f"{THAI}<li><p>ก</p><p>ข</p></li><li><p>ค</p></li></ol>"),
        ("๑) ก\n(๒) ข\n3) ค", "<p>๑) ก\n(๒) ข\n3) ค</p>"),
        ("๑.ก", "<p>๑.ก</p>"),
        ("๑.๒ ก", "<p>๑.๒ ก</p>"),
        ("๑๒๓๔๕๖๗๘๙๐. ก", "<p>๑๒๓๔๕๖๗๘๙๐. ก</p>"),
        ("１. ก", "<p>１. ก</p>"),
    ],
)
def test_a_list_keeps_the_numerals_it_was_written_with(written: str, wanted: str) -> None:
    assert html_of(written, str) == wanted


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=9))
def test_every_item_stands_under_its_own_kind_of_numeral(items: list[tuple[bool, str]]) -> None:
    lines = [f"{'๔' if thai else '4'}. ข้อ{place}{end}" for place, (thai, end) in enumerate(items)]
    lists = nodes(html_of("".join(lines), str), "ol")
    found = [
        (made.attributes.get("class") == "thai", item.text(strip=True))
        for made in lists
        for item in made.css("li")
    ]
    assert found == [(thai, f"ข้อ{place}") for place, (thai, _) in enumerate(items)]
    runs = 1 + sum(a[0] != b[0] for a, b in pairwise(items))
    assert len(lists) == runs and {made.attributes["start"] for made in lists} == {"4"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("นโยบาย No Gift Policy จาก", ["No Gift Policy"]),
        ("นโยบายNo Gift Policyของ", ["No Gift Policy"]),
        ("NO GIFT POLICY", ["NO GIFT POLICY"]),
        ("O12 ตาม E-Service (One Stop Service)", ["E-Service", "One Stop Service"]),
        ("QR Code และ Frequently Asked Questions (FAQ)", ["QR Code", "Frequently Asked Questions"]),
        ("แผน/Policy ชื่อ:Policy -Open Data", ["Policy", "Policy", "Open Data"]),
        ("It applies to all, officials. See more", ["It applies to all, officials. See more"]),
        ("&lt;script&gt; x &amp; &copy;Some", ["Some"]),
        ("ไฟล์ report.pdf pdf ขนาด 3 MB 20 Mbps 5ppm ข้อ iii", []),
        ("a@b.co.th www.x.go.th/Path https://a.b/Some-Page?q=Word", []),
        ("ITA OIT, Q&A A B O12 COVID-19 Covid-19 snake_case_name AT&T", []),
        ("ไทยล้วน", []),
    ],
)
def test_an_english_phrase_is_no_code_unit_or_address(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in english_phrases(text)] == wanted


def test_english_is_marked_in_words_and_nowhere_else() -> None:
    text = (
        "# หัวข้อ Open Data\n\nดู **Gift**`Some Code` [Link Text](https://a.b/Some-Path 'Some Title')"
        "\n\n"
        '- ข้อ One Two\n\n![Alt Text](a.png "Some Title")\n\n| Head Cell |\n|---|\n| ใน Cell |\n\n'
        "ก\n\n    block of code\n\n<https://example.go.th/Some>\n"
    )
    html = html_of(text, str)
    marked = [node.text() for node in nodes(html, "span[lang=en]")]
    assert marked == ["Open Data", "Gift", "Link Text", "One Two", "Head Cell", "Cell"]
    assert not nodes(html, "code span, [title*=span], [alt*=span], [href*=span]")
    assert 'id="หัวข้อ-open-data"' in html


ALLOWED = {
    "a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start", "class"},
    "span": {"lang"}, **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip


@given(WRITTEN)
def test_no_other_attribute_appears(text: str) -> None:
    for node in nodes(html_of(text, str), "body *"):
        assert set(node.attributes) <= ALLOWED.get(str(node.tag), set())
        assert node.tag != "span" or node.attributes == {"lang": "en"}
        assert node.attributes.get("class", "thai") == "thai"


def plain(text: str) -> str:
    """The words of a Markdown text by a parser without our passes, raw HTML off as in ours."""
    parser = markdown.Markdown(extensions=[TableExtension(), SaneListExtension()])
    parser.preprocessors.deregister("html_block")
    for name in ("html", "entity"):
        parser.inlinePatterns.deregister(name)
    return words_of(parser.convert(text))


def words_of(html: str) -> str:
    body = LexborHTMLParser(html).body
    return "".join((body.text() if body else "").split())


@given(WRITTEN)
def test_no_word_is_lost_or_added(text: str) -> None:
    assert words_of(html_of(text, str)) == plain(text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["# {}", "๑. {}", "| ก |\n|---|\n| {} |", "English Words {}"])
def test_nothing_runs_in_a_heading_list_or_cell(text: str, frame: str) -> None:
    html = html_of(frame.format(text), str)
    assert not nodes(html, "script, iframe, object, style, svg")
    for node in nodes(html, "*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "javascript:" not in (node.attributes.get("href") or "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ประจำปีงบประมาณพ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ<wbr>พ.ศ.\u00a0๒๕๖๖"),
        ("มีนโยบายเกี่ยวกับ", "มี<wbr>นโยบาย<wbr>เกี่ยวกับ"),
        ("นโยบาย", "นโยบาย"),
        ("ช่องทางอื่นๆ ที่", "ช่องทาง<wbr>อื่นๆ ที่"),
        ("จัดทำรายงานฯ ปี", 'จัดทำ<wbr><span class="whole">รายงานฯ</span> ปี'),
        ("หลักธรรมาภิบาลของ", 'หลัก<wbr><span class="whole">ธรรมาภิบาล</span><wbr>ของ'),
        ("ป.ป.ช.และก.พ.ด.", "ป.ป.ช.<wbr>และก.พ.ด."),
        ("มาตราการ มาตราๆ", "มาตรา<wbr>การ มาตราๆ"),
        ("ต่าง ๆ รายงาน ฯ", "ต่าง\u00a0ๆ รายงาน\u00a0ฯ"),
        ("วันที่ 1 ต.ค. 65 เวลา 8.30 น.", "วันที่\u00a01\u00a0ต.ค.\u00a065 เวลา 8.30\u00a0น."),
        ("มาตรา 9 (8) ข้อ ๓ 12 คน", "มาตรา\u00a09 (8) ข้อ\u00a0๓ 12 คน"),
        ("O12 No Gift Policy", 'O12 <span lang="en">No Gift Policy</span>'),
        ('<b a="1">&', "&lt;b a=&quot;1&quot;&gt;&amp;"),
        ("", ""),
    ],
)
def test_a_line_breaks_between_words(text: str, wanted: str) -> None:
    assert thai_html(text) == wanted


@given(WRITTEN)
def test_what_is_copied_from_a_line_is_its_text(text: str) -> None:
    html = thai_html(text)
    bare = re.sub(r'<wbr>|<span (?:lang="en"|class="whole")>|</span>', "", html)
    assert not set("<>\"'") & set(bare)
    assert unescape(bare).replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert html.count("<span") == html.count("</span>")
    assert "<wbr><wbr>" not in html and "<wbr> " not in html and " <wbr>" not in html


def test_listed_words_are_written_as_texts_are_read() -> None:
    words = break_words() | whole_words()
    assert not [word for word in words if clean(word) != word or " " in word or len(word) < 3]
    assert not break_words() & whole_words()
    assert not [word for word in break_words() if word.endswith("ฯ")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 ตุลาคม 2565", "๑ ตุลาคม ๒๕๖๕"),
        ("ครบ 40 ใน 43 ข้อ (1,200.50)", "ครบ ๔๐ ใน ๔๓ ข้อ (๑,๒๐๐.๕๐)"),
        (
            "O12 report-2565.pdf https://a.b/2566 1@a.b",
            "O12 report-2565.pdf https://a.b/2566 1@a.b",
        ),
    ],
)
def test_thai_digits_are_for_dates_and_counts(text: str, wanted: str) -> None:
    assert in_digits(text, True) == wanted
    assert in_digits(text, False) == text


@given(WRITTEN)
def test_digits_are_the_same_numbers(text: str) -> None:
    assert arabic(in_digits(text, True)) == arabic(text)


@pytest.mark.parametrize("edition", SHIPPED, ids=lambda path: path.stem)
def test_a_list_counts_2_before_10(edition: Path, tmp_path: Path) -> None:
    site, _ = check_project(Project(write_demo(tmp_path, edition)))
    view = next(page.view for page in Plan(site).pages() if isinstance(page.view, YearList))
    numbers = [int(re.sub(r"\D", "", line.code)) for group in view.groups for line in group.items]
    assert len(numbers) > 10 and numbers == sorted(numbers)
