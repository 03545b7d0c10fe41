"""The schemas of `init` in yaml-language-server itself, which VS Code and others run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.projects import SHIPPED, load_edition

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin"
EDITION = load_edition(SHIPPED[1])
ITEM = next(item for item in EDITION.items if item.slug == "annual-report")
OPTIONS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class Editor:
    """An editor that talks to the language server over its standard input and output."""

    def __init__(self, root: Path) -> None:
        command = ["node", str(SERVER / "yaml-language-server"), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self._uri = ""
        self._marks: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={})
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={})

    def tell(self, method: str, **given: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": given})

    def ask(self, method: str, **given: Any) -> Any:
        self._number += 1
        sent = {"jsonrpc": "2.0", "id": self._number, "method": method, "params": given}
        self._send(sent)
        while (answer := self._read()).get("id") != self._number or "method" in answer:
            self._note(answer)
        assert "error" not in answer, answer
        return answer["result"]

    def marks(self, path: Path, text: str) -> list[str]:
        """Open a new file beside another; what is marked in it, as `line: words`."""
        self._number += 1
        self._uri = path.with_name(f"{self._number}-{path.name}").as_uri()
        document = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        while self._uri not in self._marks:
            self._note(self._read())
        return [
            f"{m['range']['start']['line'] + 1}: {m['message']}" for m in self._marks[self._uri]
        ]

    def offers(self, line: int, column: int) -> dict[str, str]:
        """What is offered at a place of the file, with its words."""
        found = self._at("textDocument/completion", line, column)
        return {item["label"]: _said(item.get("documentation", "")) for item in found["items"]}

    def hover(self, line: int, column: int) -> str:
        """What is said of a place of the file."""
        return _said(self._at("textDocument/hover", line, column)["contents"])

    def _at(self, method: str, line: int, column: int) -> Any:
        at = {"line": line - 1, "character": column - 1}
        return self.ask(method, textDocument={"uri": self._uri}, position=at)

    def _note(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            asked = message.get("params", {}).get("items", [])
            told = [OPTIONS if each["section"] == "yaml" else {} for each in asked]
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": told or None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        data = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        size = 0
        while (head := self.process.stdout.readline()).strip():
            name, _, value = head.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(size))
        return message


def _said(words: str | dict[str, str]) -> str:
    return words if isinstance(words, str) else words["value"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `itagen init` leaves it."""
    folder = tmp_path_factory.mktemp("editor") / "ours"
    command = [sys.executable, "-m", "itagen", "init", str(folder), "--edition", EDITION.id]
    given = ["--kind", "local_government", "--name", "เทศบาลตำบลสมมติ"]
    subprocess.run([*command, *given], check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def editor(root: Path) -> Iterator[Editor]:
    running = Editor(root)
    yield running
    running.process.kill()
    running.process.communicate()


@pytest.fixture
def entry(root: Path) -> Path:
    return root / "content" / str(EDITION.be) / f"{ITEM.stem}.yaml"


def line_of(entry: Path) -> str:
    """The line that tells the editor the schema, as `init` wrote it."""
    return entry.read_text("utf-8").partition("\n")[0] + "\n"


def test_no_file_of_a_new_project_is_marked(editor: Editor, root: Path) -> None:
    for path in sorted((root / "content").rglob("*.yaml")):
        assert editor.marks(path, path.read_text("utf-8")) == [], path


def test_the_elements_of_an_item_are_offered_in_thai(editor: Editor, entry: Path) -> None:
    assert editor.marks(entry, f"{line_of(entry)}covers: x\nelements:\n  \n")
    offered = editor.offers(4, 3)
    assert {element.id for element in ITEM.elements} <= set(offered)
    for element in ITEM.elements:
        assert element.title in offered[element.id]
        assert "ต้องมี" in offered[element.id]


def test_the_keys_of_an_entry_are_offered_in_thai(editor: Editor, entry: Path) -> None:
    editor.marks(entry, f"{line_of(entry)}\n")
    offered = editor.offers(2, 1)
    assert "ช่วงเวลา" not in offered["pending"] and "รออะไร" in offered["pending"]
    assert {"covers", "documents", "elements", "none", "pending", "until"} <= set(offered)
    assert "ชื่อไฟล์" in offered["documents"]


def test_a_wrong_name_and_a_missing_element_are_marked(editor: Editor, entry: Path) -> None:
    first, *rest = (element.id for element in ITEM.elements)
    written = "".join(f"  {name}: x\n" for name in rest)
    marks = editor.marks(entry, f"{line_of(entry)}elements:\n  {first}s: x\n{written}")
    assert any(mark.startswith("3: ") and f"{first}s" in mark for mark in marks), marks
    assert any(f'"{first}"' in mark for mark in marks), marks
    whole = "".join(f"  {element.id}: x\n" for element in ITEM.elements)
    assert editor.marks(entry, f"{line_of(entry)}elements:\n{whole}") == []


def test_what_is_pointed_at_is_explained_in_thai(editor: Editor, entry: Path) -> None:
    element = ITEM.elements[0]
    editor.marks(entry, f"{line_of(entry)}covers: x\nelements:\n  {element.id}: {{pages: 3}}\n")
    assert element.title in editor.hover(4, 4)
    assert "เลขหน้า" in editor.hover(4, 3 + len(element.id) + 4)
    assert "เขียนตามที่เอกสารเขียน" in editor.hover(2, 2)
