"""Shortcuts for texts that lack a sign give what the long way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from itagen.markdown_text import html_of
from itagen.text_links import file_names

_PIECES = (
    "`", "``", "[x](a.pdf)", "[r]: a.pdf", "[r]", "](", "\n", "\n\n", "    ", "  \n", "<http://a.b>",
    "<b>", "> ", ">> ", "# ", "## ", "#", "---", "***", "===", "- ", "* ", "+ ", "1. ", "๑. ", "|",
    "a|b\n-|-\n1|2\n", "**", "_", "*", "คำ", "word", "\\", "\\*", "&amp;", "\t", " ", " " * 30,
)  # fmt: skip
_EVERY_SIGN = "ก ` \\ [ < * _ # = - | >\n\n"

texts = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)


@given(texts)
def test_a_text_is_rendered_alike_whatever_signs_stand_in_another_part(text: str) -> None:
    alone = html_of(f"ก\n\n{text}", str)
    assert html_of(f"{_EVERY_SIGN}ก\n\n{text}", str).endswith(alone)


@given(texts)
def test_a_reference_does_not_change_which_files_the_rest_names(text: str) -> None:
    alone = [(name, line + 2, column) for name, line, column in file_names(text)]
    assert list(file_names(f"[first]: z.pdf\n\n{text}")) == [("z.pdf", 0, 9), *alone]
