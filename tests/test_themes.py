"""A site's own theme: what it may change, what it may not reach, and how its faults are told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from itagen.diagnostics import Diagnostic
from itagen.pipeline import build_site
from itagen.project import Project
from itagen.text_links import INSIDE
from tests.projects import ROOT, SHIPPED, write_demo
from tests.test_build import build, tree
from tests.test_cli import run

SMALL = ROOT / "tests" / "sites" / "theme-small"
OURS = "themes/default/templates"
OUR_PART = '<p class="ours">หลักฐานของหน่วยงาน</p>'
SECRET = "a secret of the machine"
HOSTILE = {
    "class": "{{ page.__class__ }}",
    "class by filter": "{{ page | attr('__class__') }}",
    "class by index": "{{ page['__class__'] }}",
    "class by map": "{{ [page] | map(attribute='__class__') | first }}",
    "class by format": "{{ '{0.__class__}'.format(page) }}",
    "class by format map": "{{ '{p.__class__}'.format_map({'p': page}) }}",
    "class by callback": f"{{{{ '[a]({INSIDE}b)' | markdown('{{0.__class__}}'.format) }}}}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ link.func.__globals__ }}",
    "globals of jinja": "{{ lipsum.__globals__['os'].environ }}",
    "builtins": "{{ cycler.__init__.__globals__.__builtins__.open }}",
    "template itself": "{{ self._TemplateReference__context.environment }}",
    "code": "{{ self.__init__.__code__ }}",
    "frames": "{{ (range(3) | map('string')).gi_frame }}",
    "changed list": "{% set x = [] %}{{ x.append(1) }}",
    "changed mapping": "{% set x = {} %}{{ x.update(a=1) }}",
    "file above": "{% include '../../../../secret.txt' %}",
    "file of the machine": "{% include '/etc/passwd' %}",
    "file above the shipped": "{% include 'shipped/../../../pyproject.toml' %}",
    "range": "{{ range(10 ** 12) | length }}",
}  # fmt: skip
FAULTS = {
    "syntax": ("<p>\n{% if %}", 2, "เขียนผิดรูป"),
    "unclosed": ("<p>\n{% for x in [] %}\n", 2, "เขียนผิดรูป"),
    "undefined name": ("\n\n{{ nothing }}", 3, "'nothing' is undefined"),
    "undefined attribute": ("{{ page.nothing }}", 1, "has no attribute 'nothing'"),
    "unknown filter": ("{{ 'a' | nothing }}", 1, "No filter named 'nothing'"),
    "filter in a branch": ("\n{% if page %}{{ 'a' | nothing }}{% endif %}", 2, "No filter named"),
    "unknown test": ("{{ page is nothing }}", 1, "No test named 'nothing'"),
    "missing template": ("\n{% include 'nothing.html' %}", 2, "“nothing.html”"),
    "missing parent": ("{% extends 'nothing.html' %}", 1, "“nothing.html”"),
    "missing shipped": ("{% extends 'shipped/nothing.html' %}", 1, "“shipped/nothing.html”"),
    "missing macro": (
        "{% from 'components/menu/menu.html' import nothing %}{{ nothing() }}", 1, "nothing",
    ),
    "in a macro": ("{% macro m(x) %}\n{{ x.y }}\n{% endmacro %}\n{{ m(1) }}", 2, "attribute 'y'"),
    "call": ("\n{{ link(1, 2, 3) }}", 2, "TypeError"),
    "calculation": ("{{ 1 // 0 }}", 1, "ZeroDivisionError"),
    "range": ("\n{{ range(10 ** 12) }}", 2, "OverflowError"),
    "forbidden": ("\n{{ page.__class__ }}", 2, "'__class__'"),
    "circle": ("{% extends 'lost.html' %}", 1, "ไม่รู้จบ"),
    "code too long": ("\n{{ ('a' * 9000) | qr }}", 2, "DataOverflowError"),
}  # fmt: skip


def with_theme(root: Path, **templates: str) -> Path:
    """The demo with templates of its own, by name without ending."""
    write_demo(root, SHIPPED[1])
    for name, text in templates.items():
        path = root / OURS / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def findings(root: Path) -> list[Diagnostic]:
    return build_site(Project(root), root / "public")


def published(root: Path) -> str:
    """Everything that a build left beside the content, hidden trees too."""
    trees = (root / "public", root / ".public.itagen")
    files = [path for top in trees for path in top.rglob("*") if path.is_file()]
    return "".join(path.read_text("utf-8", errors="replace") for path in files)


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_theme_reaches_nothing(template: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    root = with_theme(tmp_path / "site", lost=template)
    assert {finding.code for finding in findings(root)} == {"ITA806"}
    assert not (root / "public").exists() and SECRET not in published(root)


def test_the_range_of_a_loop_is_limited_but_wide_enough(tmp_path: Path) -> None:
    loop = (
        '{% extends "shipped/lost.html" %}{% block head %}{{ range(9999) | length }}{% endblock %}'
    )
    assert not findings(with_theme(tmp_path, lost=loop))


def test_a_template_that_changes_is_seen_by_the_next_build_of_a_process(tmp_path: Path) -> None:
    for word in ("before", "after"):
        lost = f'{{% extends "shipped/lost.html" %}}{{% block head %}}<!--{word}-->{{% endblock %}}'
        root = with_theme(tmp_path / "site", lost=lost)
        assert not findings(root)
        page = (root / "public" / "404.html").read_text("utf-8")
        assert re.findall("<!--(.*)-->", page) == [word]


LINKS = {
    "template": ("templates/lost.html", "secret.txt"),
    "static file": ("static/secret.txt", "secret.txt"),
    "folder of static files": ("static/more", "."),
    "all static files": ("static", "."),
}


@pytest.mark.parametrize(("name", "target"), LINKS.values(), ids=LINKS)
def test_a_link_out_of_the_theme_is_not_followed(name: str, target: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET, encoding="utf-8")
    root = write_demo(tmp_path / "site", SHIPPED[1])
    link = root / "themes" / "default" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(outside / target)
    (finding,) = findings(root)
    assert (finding.code, finding.at.path) == ("ITA806", f"themes/default/{name}")
    assert SECRET not in published(root)


def test_a_theme_that_is_itself_a_link_out_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "outside" / "static").mkdir(parents=True)
    (tmp_path / "outside" / "static" / "secret.txt").write_text(SECRET, encoding="utf-8")
    root = write_demo(tmp_path / "site", SHIPPED[1])
    (root / "themes").mkdir()
    (root / "themes" / "default").symlink_to(tmp_path / "outside")
    (finding,) = findings(root)
    assert (finding.code, finding.at.path) == ("ITA806", "themes/default")
    assert SECRET not in published(root)


def test_a_link_within_the_theme_is_a_file(tmp_path: Path) -> None:
    root = with_theme(tmp_path, other='{% extends "shipped/lost.html" %}')
    (root / OURS / "lost.html").symlink_to("other.html")
    assert not findings(root)


def test_a_link_to_itself_stops_nothing(tmp_path: Path) -> None:
    root = with_theme(tmp_path, other="")
    (root / OURS / "lost.html").symlink_to("lost.html")
    assert not findings(root)


@pytest.mark.parametrize(("text", "line", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_file_line_and_what_was_found(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    (finding,) = findings(with_theme(tmp_path, lost=text))
    assert (finding.code, finding.at.path, finding.at.line) == ("ITA806", f"{OURS}/lost.html", line)
    assert said in finding.message.th and finding.hint.th and finding.hint.en
    assert "0x" not in finding.message.th


def test_a_template_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    root = with_theme(tmp_path, lost="")
    (root / OURS / "lost.html").write_bytes(b"<p>\n" + "ไม่พบ".encode("tis-620"))
    (finding,) = findings(root)
    assert (finding.at.path, finding.at.line) == (f"{OURS}/lost.html", 2)
    assert "UTF-8" in finding.message.th


@pytest.mark.parametrize(
    ("name", "data", "line", "said"),
    [
        ("words.yaml", "larger: {th: ใหญ่, en: Big}\nskip: ข้าม\n", 2, "skip"),
        ("words.yaml", "larger: {th: ใหญ่}\n", 1, "larger"),
        ("words.yaml", "larger: {th: ใหญ่\n", 1, "ผิดรูป"),
        ("styles/tokens.css", b":root {}\n/* \xa1 */", 2, "UTF-8"),
    ],
)
def test_words_and_styles_that_cannot_be_used_are_named(
    name: str, data: str | bytes, line: int, said: str, tmp_path: Path
) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    path = root / "themes" / "default" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (finding,) = findings(root)
    where = (finding.code, finding.at.path, finding.at.line)
    assert where == ("ITA806", f"themes/default/{name}", line)
    assert said in finding.message.th


def test_a_word_of_the_theme_is_said_in_its_own_way(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    path = root / "themes" / "default" / "words.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("larger: {th: ขยายตัวหนังสือ, en: Enlarge}\n", encoding="utf-8")
    assert not findings(root)
    home = (root / "public" / "index.html").read_text("utf-8")
    assert "ขยายตัวหนังสือ" in home and "ความต่างสีสูง" in home


def test_a_part_without_its_macro_is_named_and_not_who_asks_for_it(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    part = root / "themes" / "default" / "components" / "evidence" / "evidence.html"
    part.parent.mkdir(parents=True)
    part.write_text("{% macro other() %}{% endmacro %}", encoding="utf-8")
    found = findings(root)
    assert {finding.at.path for finding in found} == {part.relative_to(root).as_posix()}


def test_a_part_of_a_site_may_tell_its_pages_apart(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    part = root / "themes" / "default" / "components" / "header" / "header.html"
    part.parent.mkdir(parents=True)
    all_ways = "[frame.search.link] + (frame.ways | list)"
    ways = f"{{% for way in {all_ways} %}}<a href='{{{{ link(way) }}}}'></a>{{% endfor %}}"
    macro = f"{{% macro header(frame, page, link, say) %}}<p>={{{{ page.address }}}}=</p>{ways}"
    part.write_text(f"{macro}{{% endmacro %}}", encoding="utf-8")
    assert not findings(root)
    for stem in ("o01", "o02"):
        page = (root / "public" / "2566" / stem / "index.html").read_text("utf-8")
        assert f"<p>=2566/{stem}/=</p>" in page


def test_a_fault_of_many_pages_is_told_once(tmp_path: Path) -> None:
    base = '{% extends "shipped/base.html" %}\n{% block head %}{{ nothing }}{% endblock %}'
    (finding,) = findings(with_theme(tmp_path, base=base))
    assert (finding.at.line, finding.at.text) == (2, base.split("\n")[1])


def test_the_old_site_stands(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    before = tree(build(root))
    with_theme(root, lost="{{ nothing }}")
    code, said = run("build", cwd=root)
    assert code == 1 and f"{OURS}/lost.html:1:1: error[ITA806]" in said
    assert tree(root / "public") == before


def test_our_own_bug_stays_ours_beside_a_theme(tmp_path: Path) -> None:
    """What the shipped theme cannot render either is not the fault of the site's own."""
    root = with_theme(tmp_path, base='{% extends "shipped/base.html" %}')
    code = (
        "import sys, itagen.theme as t, itagen.cli as i\n"
        "def fail(*a, **k): raise RuntimeError('boom')\n"
        "t.html_of = fail\n"
        "sys.argv = ['itagen', 'build']\n"
        "i.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 3 and "boom" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
@pytest.mark.parametrize("cores", [1, 2])
def test_a_fault_crosses_processes_as_a_value(cores: int, tmp_path: Path) -> None:
    post = '{% extends "shipped/post.html" %}\n{% block head %}{{ page.nothing }}{% endblock %}'
    root = with_theme(tmp_path, post=post)
    for number in range(200):
        text = f"---\ntitle: ข่าวสมมติที่ {number}\ndate: 1 พฤศจิกายน 2565\n---\nเรื่องสมมติ\n"
        (root / "content" / "news" / f"n{number:03}.md").write_text(text, encoding="utf-8")
    available = sorted(os.sched_getaffinity(0))
    if len(available) < cores:
        cores = len(available)
    command = (
        f"import os, sys; os.sched_setaffinity(0, {set(available[:cores])}); "
        "from itagen.cli import main; sys.argv[1:] = ['build', '.']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=root, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 1 and done.stdout.count("ITA806") == 1, done.stderr
    assert f"{OURS}/post.html:2:1" in done.stdout


def plain(page: bytes) -> str:
    """A page without what the small theme adds, and without the mark in its picture's name."""
    text = page.decode("utf-8")
    for added in ('<meta name="theme-color" content="#6b1446">', OUR_PART):
        text = text.replace(added, "")
    return re.sub(r"\s+", "", re.sub(r"favicon[.]\w+[.]svg", "favicon.svg", text))


def test_a_small_theme_changes_just_what_it_overrides(tmp_path: Path) -> None:
    shipped = tree(build(write_demo(tmp_path / "shipped", SHIPPED[1])))
    root = write_demo(tmp_path / "small", SHIPPED[1])
    shutil.copytree(SMALL / "themes", root / "themes")
    assert not findings(root)
    small = tree(root / "public")
    pages = [name for name in shipped if name.endswith(".html")]
    assert [plain(small[name]) for name in pages] == [plain(shipped[name]) for name in pages]
    assert all(b"theme-color" in small[name] for name in pages if name != "404.html")
    assert sum(OUR_PART.encode() in small[name] for name in pages) > 30
    other = {name for name in small if not name.endswith(".html") and not name.startswith(".")}
    changed = {name for name in other if small[name] != shipped.get(name)}
    assert {Path(name).name.split(".")[0] for name in changed} == {"favicon", "texts"}
