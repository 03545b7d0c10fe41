"""The theme: one stylesheet, names by content, colours that can be read, what a host sends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.assets import fingerprinted, read_assets
from itagen.colours import brand, contrast
from itagen.headers import headers_file, nginx_snippet, policy
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_site import read_site
from itagen.render import Renderer
from itagen.theme import read_theme
from itagen.views import Page
from tests.projects import ROOT, SHIPPED, write_demo

THEME = ROOT / "themes" / "default"
PARTS = (b'<header class="head">', b'<nav class="bar"', b'<footer class="foot">', b"<address>")


def test_every_file_that_the_stylesheet_names_is_published(site: Path) -> None:
    sheet = next((site / "static").glob("site.*.css"))
    named = re.findall(r'url\("([^"]+)"\)', sheet.read_text("utf-8"))
    assert len(named) >= 4
    for name in named:
        data = (sheet.parent / name).read_bytes()
        plain_name = re.sub(r"\.[0-9a-f]{8}(?=\.)", "", name)
        assert fingerprinted(plain_name, data) == name


def test_every_component_has_its_template_style_and_example() -> None:
    folders = [path for path in (THEME / "components").iterdir() if path.is_dir()]
    assert len(folders) > 10
    for folder in folders:
        names = {path.name for path in folder.iterdir()}
        assert {"style.css", "example.html"} <= names, folder.name


def test_the_sheet_uses_no_colour_beside_its_tokens() -> None:
    """A site that changes tokens.css changes every colour (QR codes stay on white)."""
    for path in (THEME / "components").glob("*/style.css"):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith((".qr", ".head__emblem")):
                assert not re.search(r"#[0-9a-fA-F]{3,8}\b", line), f"{path}: {line}"


@pytest.mark.parametrize("name", ["example", "demo"])
def test_what_pages_share_is_what_each_would_have_alone(name: str, tmp_path: Path) -> None:
    project = Project(ROOT if name == "example" else write_demo(tmp_path, SHIPPED[0]))
    plan = Plan(read_site(project))
    theme = read_theme(project)
    assets, frames = theme.assets(brand("")), plan.frames()

    def fresh() -> Renderer:
        return Renderer("https://www.example.go.th/", theme, assets, frames, "")

    beside: dict[str, list[Page]] = {}
    for page in plan.pages():
        beside.setdefault(page.address.rstrip("/").rpartition("/")[0], []).append(page)
    shared = fresh()
    for pages in beside.values():
        for page in pages if len(pages) < 12 else (*pages[:3], *pages[-2:]):
            rendered = shared.render(page)
            assert rendered == fresh().render(page) and isinstance(rendered, tuple)
            bare = page.template == "moved.html"
            assert [rendered[1].count(part) for part in PARTS] == [not bare] * len(PARTS)
    assert max(map(len, beside.values())) > 40


def test_all_words_of_the_theme_are_said_in_both_languages_and_used() -> None:
    words = read_theme(Project(ROOT)).words
    used = "".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
    for key, said in words.items():
        assert said["th"] and said["en"], key
        assert (
            f'say("{key}")' in used or f"say('{key}')" in used or key.startswith(("by-", "form-"))
        ), key


def test_a_site_gives_a_colour_and_a_token_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "styles"
    own.mkdir()
    (own / "tokens.css").write_text(":root { --space-1: 9px; }\n", encoding="utf-8")
    assets = read_assets((tmp_path, THEME), brand("#FFD700"))
    sheet = next(data for name, data in assets.files.items() if name.endswith(".css"))
    text = sheet.decode("utf-8")
    assert ":root { --space-1: 9px; }" in text and "--space-2:" not in text
    assert "--brand: #ffd700; --on-brand: #000000;" in text
    assert ".crumbs" in text


def test_every_way_of_writing_an_address_in_a_style_is_followed(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "static" / "a.png").write_bytes(b"made for a test")
    rules = ".x { background: url(a.png) } .y { background: url('a.png'), url( \"a.png\" ) }"
    (tmp_path / "styles" / "own.css").write_text(rules, encoding="utf-8")
    assets = read_assets((tmp_path, THEME), {})
    sheet = assets.files[assets.names["site.css"]].decode("utf-8")
    assert sheet.count(f'url("{assets.names["a.png"]}")') == 3


@given(st.integers(0, 0xFFFFFF))
def test_words_on_any_colour_can_be_read(number: int) -> None:
    found = brand(f"#{number:06x}")
    assert contrast(found["--brand"], found["--on-brand"]) >= 4.5


@pytest.mark.parametrize(
    "text", ["", "blue", "#12345", "#1234567", "#14406b; color: red", "#14406g"]
)
def test_what_is_no_colour_changes_nothing(text: str) -> None:
    assert brand(text) == {}


def test_pages_and_hosts_say_the_same_policy(site: Path) -> None:
    told = (site / "_headers").read_text("utf-8")
    line = next(line for line in told.splitlines() if "Content-Security-Policy" in line)
    page = (site / "index.html").read_text("utf-8")
    said = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert said
    assert (
        said.group(1).replace("&#39;", "'") + "; frame-ancestors 'none'" == line.split(": ", 1)[1]
    )
    assert "unsafe" not in line and "data:" not in line


def test_files_named_by_content_are_kept_and_pages_are_not() -> None:
    told = headers_file(policy()).decode("utf-8")
    every, static = told.split("/static/*\n")
    assert "immutable" in static and "Cache-Control" not in every
    assert "immutable" in nginx_snippet(policy()).partition("static/ {")[2]


def test_forms_may_be_sent_where_the_agency_says() -> None:
    assert "form-action 'self';" in policy()
    assert "form-action 'self' https://forms.example.go.th;" in policy(
        ["'self'", "https://forms.example.go.th"]
    )


def test_no_page_asks_for_anything_elsewhere_or_holds_script_or_style(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<style" not in text and " style=" not in text and " onclick" not in text
        assert not re.search(r'<script(?! src=| type="application/ld\+json">)', text)
        assert not re.search(r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//', text)


def test_a_demo_of_every_edition_has_a_gallery_of_the_same_theme(tmp_path: Path) -> None:
    from itagen.gallery import gallery
    from itagen.theme import read_theme

    root = write_demo(tmp_path, SHIPPED[0])
    made = dict(page for page in gallery(read_theme(Project(root))) if isinstance(page, tuple))
    page = made["index.html"].decode("utf-8")
    for folder in (THEME / "components").iterdir():
        assert f">{folder.name}</h2>" in page
