"""Many addresses at once, politely; what was found kept in links.json; the command around it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itagen.check_links import Outside as Found
from itagen.check_links import outside_of
from itagen.diagnostics import Severity
from itagen.links.crowd import CROWD, HostTurns, ask_all
from itagen.links.notes import NAME, Note, notes_text, read_notes, write_notes
from itagen.links.reply import Reply
from itagen.links.round import Round, unasked
from itagen.project import Project
from itagen.read_site import read_site
from itagen.reporters import github
from itagen.text_links import outside_addresses
from tests.outside_server import PLAIN, Outside, Page, moved, outside
from tests.projects import ROOT, findings, write_demo

SITE = "www.example.go.th"
DAY = date(2023, 3, 1)
EDITION = ROOT / "schema" / "editions" / "oit-2566.yaml"
GOOD = Reply(status=200, type="text/html")


@pytest.fixture
def there() -> Iterator[Outside]:
    with outside() as servers:
        yield servers


def found_of(root: Path) -> Found:
    return outside_of(read_site(Project(root)))


def write_post(root: Path, body: str) -> None:
    text = f"---\ntitle: ข่าว\ndate: 20 พฤศจิกายน 2565\n---\n{body}\n"
    (root / "content" / "news" / "2565-11-20-links.md").write_text(text, encoding="utf-8")


def test_a_host_is_asked_one_at_a_time_with_a_pause(there: Outside) -> None:
    busy, most, waits = 0, 0, list[float]()

    def meanwhile() -> None:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        threading.Event().wait(0.01)
        busy -= 1

    there.add(
        SITE, {f"/{n}.pdf": Page(type="application/pdf", meanwhile=meanwhile) for n in range(6)}
    )
    there.add("a.example.go.th", {f"/{n}": moved(f"https://{SITE}/{n}.pdf") for n in range(3)})
    turns = HostTurns(sleep=waits.append, clock=lambda: 0.0)
    asked = [f"https://{SITE}/{n}.pdf" for n in range(6)] + [
        f"https://a.example.go.th/{n}" for n in range(3)
    ]
    replies = dict(ask_all(asked, there.network, turns))
    assert len(replies) == 9 and all(reply.is_good for reply in replies.values())
    requests = len(there.hits)
    hosts = {host.partition("/")[0] for _, host in there.hits}
    assert most == 1 and waits == [0.5] * (requests - len(hosts))


def test_hosts_are_asked_at_the_same_time(there: Outside) -> None:
    together = threading.Barrier(CROWD)
    hosts = [f"h{number}.example" for number in range(CROWD)]
    for host in hosts:
        page = Page(type="application/pdf", meanwhile=lambda: together.wait(30))
        there.add(host, {"/a.pdf": page}, PLAIN)
    addresses = [f"http://{host}/a.pdf" for host in hosts]
    replies = dict(ask_all(addresses, there.network, HostTurns()))
    assert not together.broken and all(reply.status == 200 for reply in replies.values())


def test_who_stops_taking_replies_stops_the_asking(there: Outside) -> None:
    there.add(SITE, {f"/{n}.pdf": Page(type="application/pdf") for n in range(50)})
    go_on = threading.Semaphore(2)

    def wait() -> None:
        go_on.acquire()

    turns = HostTurns(sleep=lambda _: wait(), clock=lambda: 0.0)
    replies = ask_all([f"https://{SITE}/{n}.pdf" for n in range(50)], there.network, turns)
    next(replies)
    replies.close()
    go_on.release(50)
    for thread in threading.enumerate():
        if thread.name.startswith("ThreadPoolExecutor"):
            thread.join()
    assert len(there.hits) <= 4


def test_what_fails_in_us_is_not_hidden(there: Outside) -> None:
    def fail(_: str) -> tuple[str, ...]:
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        list(ask_all([f"https://{SITE}/"], replace(there.network, resolve=fail), HostTurns()))


REPLIES = st.builds(
    Reply,
    trouble=st.sampled_from(["", "timeout", "inside", "expired"]),
    status=st.sampled_from([0, 200, 404]),
    end=st.sampled_from(["", "https://b.example/"]),
    type=st.sampled_from(["", "text/html"]),
    says=st.sampled_from(["", "missing", "closed"]),
    secure=st.sampled_from([None, True, False]),
)
NOTES = st.dictionaries(
    st.text(min_size=1), st.builds(Note, st.dates(), REPLIES), max_size=5
)  # fmt: skip


@given(notes=NOTES)
def test_notes_come_back_as_they_were(
    notes: dict[str, Note], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("notes") / NAME
    write_notes(path, notes)
    assert read_notes(path) == notes
    if notes:
        shuffled = dict(reversed(notes.items()))
        assert path.read_text("utf-8") == notes_text(shuffled)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "{}", '{"version": 1}', '{"version": 2, "links": {"a": {}}}',
        '{"version": 1, "links": []}', '{"version": 1, "links": {"a": 1, "b": {"checked": "x"}}}',
        '{"version": 1, "links": {"a": {"checked": "2023-03-01", "trouble": "no such"}}}',
        '{"version": 1, "links": {"a": {"checked": "2023-03-01", "status": "x"}}}',
        '{"version": 1, "links": {"a": {"checked": "2023-03-01", "says": []}}}',
        '<<<<<<< HEAD\n{"version": 1}',
    ],
)  # fmt: skip
def test_notes_that_cannot_be_read_are_none(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert read_notes(tmp_path / NAME) == {}


def test_good_answers_stand_for_a_while_and_faults_never() -> None:
    faults = (Reply(status=404), Reply("timeout"), Reply(status=200, says="missing"))
    notes = {"good": Note(DAY, GOOD)} | {f"fault {n}": Note(DAY, f) for n, f in enumerate(faults)}
    names = [*notes, "new"]
    rest = ["fault 0", "fault 1", "fault 2", "new"]
    assert unasked(names, notes, DAY, 30) == rest
    assert unasked(names, notes, DAY + timedelta(29), 30) == rest
    assert "good" in unasked(names, notes, DAY + timedelta(30), 30)
    assert "good" in unasked(names, notes, DAY, 0)
    assert "good" in unasked(names, notes, DAY - timedelta(1), 30)


def test_a_machine_off_the_internet_is_noticed(there: Outside) -> None:
    addresses = ["https://a.example/", "https://b.example/"]
    this = Round(DAY, there.network, HostTurns(pause=0))
    this.ask(addresses, lambda _: None)
    assert this.is_cut_off({})
    assert this.is_cut_off({"https://c.example/": Note(DAY, GOOD)})


def test_dead_hosts_are_not_taken_for_that(there: Outside) -> None:
    there.add(SITE, {"/": Page()})
    addresses = ["https://a.example/", "https://b.example/"]
    this = Round(DAY, there.network, HostTurns(pause=0))
    this.ask(addresses, lambda _: None)
    assert not this.is_cut_off({f"https://{SITE}/": Note(DAY, GOOD)})
    alone = Round(DAY, there.network, HostTurns(pause=0))
    alone.ask(addresses[:1], lambda _: None)
    assert not alone.is_cut_off({})


def test_a_round_over_a_whole_project(there: Outside, tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    write_post(
        tmp_path, f"[ก](https://{SITE}/news#a) <https://{SITE}/plan.pdf> [ข](https://{SITE}/news)"
    )
    there.add(SITE, {"": Page(), "/": Page(), "/news": Page(), "/plan.pdf": Page()})
    found, told = found_of(tmp_path), list[int]()
    this = Round(DAY, there.network, HostTurns(pause=0))
    this.ask(found.addresses, told.append)
    assert told == list(range(1, len(found.addresses) + 1))
    assert set(this.asked) == found.addresses
    mine = [d for d in found.findings(this.asked) if d.at.path.endswith("-links.md")]
    assert [(d.code, d.at.line, d.at.column) for d in mine] == [("ITA459", 5, 40)]
    others = [d for d in found.findings(this.asked) if d not in mine]
    assert {d.code for d in others} == {"ITA450"}


def test_links_json_is_no_content(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    before = findings(tmp_path)
    write_notes(tmp_path / NAME, {"https://a.example/": Note(DAY, GOOD)})
    assert findings(tmp_path) == before == []


def test_addresses_are_found_where_staff_write_them(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    write_post(
        tmp_path,
        "[a](https://a.example/x_(y)) ![b](http://b.example/b.png 'b') <https://c.example/?q=1>\n"
        "[d][d] `[no](https://no.example)` [e](mailto:a@b.example) [f](news.pdf) https://no.example\n\n"
        "[d]: https://d.example/d\n",
    )
    posts = [u for u in found_of(tmp_path).uses if u.said.at.path.endswith("-links.md")]
    said = [(u.said.text, u.said.at.line, u.said.at.column) for u in posts]
    assert said == [
        ("https://a.example/x_(y)", 5, 5), ("http://b.example/b.png", 5, 35),
        ("https://c.example/?q=1", 5, 64), ("https://d.example/d", 8, 6),
    ]  # fmt: skip
    for use in posts:
        at = use.said.at
        assert at.text[(at.column or 0) - 1 :].startswith(use.said.text)
    everywhere = {u.said.text for u in found_of(tmp_path).uses}
    assert {f"https://{SITE}", "https://www.facebook.com/example.agency"} <= everywhere


@given(st.text(alphabet="[]()<>`:/ \nhtpsa.é\\", max_size=80))
def test_any_text_gives_addresses_at_their_places(text: str) -> None:
    lines = text.split("\n")
    for address, line, column in outside_addresses(text):
        assert lines[line][column:].startswith(address)
        assert address.startswith(("http://", "https://"))


def test_a_link_that_says_login_may_ask_for_it(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    entry = tmp_path / "content" / "2566" / "o28.yaml"
    (address,) = [
        line.split(": ")[1] for line in entry.read_text("utf-8").split("\n") if "link:" in line
    ]
    notes = {address: Note(DAY, Reply(status=401))}
    assert [d.code for d in found_of(tmp_path).findings(notes)] == ["ITA452"]
    entry.write_text(
        entry.read_text("utf-8").replace(address, f"{address}\n    login: true"), "utf-8"
    )
    assert found_of(tmp_path).findings(notes) == []
    entry.write_text(entry.read_text("utf-8").replace("true", "false"), "utf-8")
    assert [d.severity for d in found_of(tmp_path).findings(notes)] == [Severity.ERROR]


def test_a_warning_is_accepted_and_check_does_not_ask_for_it(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    path = tmp_path / "content" / "agency.yaml"
    accept = "accept: [{rule: no-answer, reason: ปิดซ่อม, by: ผู้ดูแล}]\n"
    path.write_text(path.read_text("utf-8") + accept, encoding="utf-8")
    assert findings(tmp_path) == []
    notes = {f"https://{SITE}": Note(DAY, Reply("timeout"))}
    (finding,) = found_of(tmp_path).findings(notes)
    assert (finding.code, finding.severity) == ("ITA451", Severity.NOTE)
    notes = {f"https://{SITE}": Note(DAY, Reply(status=404))}
    assert [d.severity for d in found_of(tmp_path).findings(notes)] == [Severity.ERROR]


def test_a_closed_year_gives_notes(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    entry = (tmp_path / "content" / "2566" / "o28.yaml").read_text("utf-8")
    (address,) = [line.split(": ")[1] for line in entry.split("\n") if "link:" in line]
    year = tmp_path / "content" / "2566" / "year.yaml"
    year.write_text(year.read_text("utf-8").replace("open", "archived", 1), encoding="utf-8")
    notes = {address: Note(DAY, Reply(status=404))}
    assert [d.severity for d in found_of(tmp_path).findings(notes)] == [Severity.NOTE]


def run(*arguments: str, cwd: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "itagen", "links", *arguments], cwd=cwd, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    write_demo(tmp_path, EDITION)
    write_post(tmp_path, f"[ก](https://{SITE}/gone) [ข](https://www.neighbour.go.th/)")
    notes = {
        f"https://{SITE}/gone": Note(DAY, Reply(status=404)),
        "https://www.neighbour.go.th/": Note(DAY, GOOD),
    }
    write_notes(tmp_path / NAME, notes)
    return tmp_path


def test_the_command_tells_what_is_noted_without_a_network(noted: Path) -> None:
    before = (noted / NAME).read_bytes()
    code, said = run("--offline", cwd=noted)
    assert code == 1 and "error[ITA450]" in said and "note[ITA455]" in said and "แก้ไข:" in said
    code, said = run("--offline", "--only-broken", "--lang", "en", cwd=noted)
    assert code == 1 and "is gone (404)" in said and "ITA455" not in said
    assert (noted / NAME).read_bytes() == before


def test_json_and_github(noted: Path) -> None:
    code, said = run("--offline", "--format", "json", cwd=noted)
    report = json.loads(said)
    assert code == 1 and [d["code"] for d in report["findings"]] == ["ITA450", "ITA455"]
    code, said = run("--offline", "--format", "github", "--lang", "en", cwd=noted)
    first, second, last = said.strip().split("\n")
    post = "file=content/news/2565-11-20-links.md,line=5,col="
    assert first.startswith(
        f"::error {post}5,title=ITA450 dead-address::“https://{SITE}/gone” is gone"
    )
    assert second.startswith(f"::notice {post}") and "%0A" in first
    assert code == 1 and last == "1 errors, 0 warnings, 1 notes"


def test_signs_that_mean_something_to_github_are_quoted(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    write_post(tmp_path, "[ก](https://a.example/100%25)")
    notes = {"https://a.example/100%25": Note(DAY, Reply(status=404))}
    first = github(found_of(tmp_path).findings(notes), (), "en").split("\n")[0]
    assert "100%2525" in first and "file=content/news" in first


@pytest.mark.parametrize(
    "arguments", [("--today", "2566-03-01"), ("--today", "1 มี.ค. 2566"), ("--max-age", "-1")]
)
def test_wrong_use(arguments: tuple[str, ...], noted: Path) -> None:
    before = (noted / NAME).read_bytes()
    assert run(*arguments, cwd=noted)[0] == 2
    assert (noted / NAME).read_bytes() == before


def test_the_command_asks_no_machine_inside(tmp_path: Path) -> None:
    """The whole command with the network of this machine, at an address of this machine alone."""
    (tmp_path / "content").mkdir()
    text = "name: ก\nkind: local_government\nsite_url: http://127.0.0.1:9/\n"
    (tmp_path / "content" / "agency.yaml").write_text(text, encoding="utf-8")
    code, said = run("--today", "2023-03-01", cwd=tmp_path)
    assert code == 1 and "error[ITA454]" in said
    data = json.loads((tmp_path / NAME).read_text("utf-8"))
    assert data["links"] == {"http://127.0.0.1:9/": {"checked": "2023-03-01", "trouble": "inside"}}


def test_check_and_build_load_nothing_of_it(tmp_path: Path) -> None:
    write_demo(tmp_path, EDITION)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from itagen.pipeline import build_site\n"
        "from itagen.project import Project\n"
        "assert build_site(Project(Path('.')), Path('public')) == []\n"
        "names = ('ask', 'connection', 'crowd', 'round')\n"
        "print([n for n in names if f'itagen.links.{n}' in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr
