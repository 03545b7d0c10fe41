"""Findings at the inputs that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from itagen.diagnostics import Diagnostic
from itagen.edit.form import ItemForm
from itagen.tree import Mapping as Tree
from itagen.tree import Node, Path, Sequence, is_blank

Placed = Mapping[str, tuple[Diagnostic, ...]]
WHOLE = ""


def placed(form: ItemForm, root: Tree | None, path: str, found: Iterable[Diagnostic]) -> Placed:
    """The findings of one entry by the name of the input, part or element that shows them.

    Args:
        form: which inputs there are.
        root: the values of the file as they stand.
        path: the file, relative to the project.
        found: what was found of this entry and its files.
    """
    names = set(form.names())
    files = {field.value: field.name for field in form.inputs() if field.shape == "file"}
    places = list(_places(root, ())) if root else []
    result: dict[str, list[Diagnostic]] = {}
    for finding in found:
        name = _name(finding, places, path, files)
        while name and name not in names:
            name = name.rpartition(".")[0]
        if name in {WHOLE, "elements"} and finding.subject.element:
            name = f"elements.{finding.subject.element}"
            name = name if name in names else WHOLE
        result.setdefault(name, []).append(finding)
    return {name: tuple(found) for name, found in result.items()}


def _name(
    finding: Diagnostic, places: list[tuple[int, int, str]], path: str, files: Mapping[str, str]
) -> str:
    at = finding.at
    if at.path != path:
        return files.get(at.path.rpartition("/")[2], WHOLE)
    exact = [name for line, column, name in places if (line, column) == (at.line, at.column)]
    return exact[-1] if exact else WHOLE


def _places(node: Node, path: Path) -> Iterator[tuple[int, int, str]]:
    """Where each value and its key stand, with the name of the input; the innermost last."""
    yield node.at.line or 0, node.at.column or 0, _input_name(path)
    if isinstance(node, Tree):
        for key, value in node.pairs:
            below = (*path, key.text)
            yield key.at.line or 0, key.at.column or 0, _input_name(below)
            yield from _places(value, below)
    elif isinstance(node, Sequence):
        items = [item for item in node.items if not is_blank(item)]
        for index, item in enumerate(items):
            yield from _places(item, (*path, index))


def _input_name(path: Path) -> str:
    """`elements.results.pages` stands alone in its element and is its first part."""
    steps = list(path)
    if len(steps) > 2 and steps[0] == "elements" and isinstance(steps[2], str):
        steps.insert(2, 0)
    return ".".join(map(str, steps))
