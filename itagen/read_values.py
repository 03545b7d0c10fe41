"""Values of a file's tree to the model: evidence, records, documents."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import Element
from itagen.entry import Accept, Answer, Branch, Document, Evidence, Part, Record, Said
from itagen.tree import Mapping, Node, Scalar, Sequence, is_blank, scalars

EVIDENCE_KEYS = (
    "text", "file", "pages", "table", "sheet", "link", "image", "alt", "title", "side",
    "covers", "date", "by", "signed", "login", "none", "pending", "until",
)  # fmt: skip
DOCUMENT_KEYS = ("file", "link", "title", "side", "covers", "date", "by", "signed")


def said(node: Node | None) -> Said | None:
    """A value as words; a list's values are joined by commas."""
    if node is None or is_blank(node):
        return None
    if isinstance(node, Scalar):
        return Said(node.text, node.at)
    return Said(", ".join(scalar.text for scalar in scalars(node)), node.at)


def says(node: Node | None) -> tuple[Said, ...]:
    """One value or a list of them."""
    if node is None or is_blank(node):
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(value for item in items if (value := said(item)))


def evidence(node: Node, *, sound: bool = True) -> tuple[Evidence, ...]:
    """What a value gives as evidence; a list is flattened."""
    if is_blank(node):
        return ()
    match node:
        case Scalar():
            return (Evidence(node.at, text=Said(node.text, node.at), sound=sound),)
        case Sequence():
            return tuple(part for item in node.items for part in evidence(item, sound=sound))
        case Mapping():
            values = {name: said(node.values.get(name)) for name in EVIDENCE_KEYS}
            columns, tree = _texts(node.values.get("columns")), branches(node.values.get("tree"))
            return (
                Evidence(
                    node.at, **values, tree=tree, columns=columns, sound=sound,
                    tables=(), rows=(), spans=(), faults=(), sums=(), given=b"",
                ),
            )  # fmt: skip


def branches(node: Node | None) -> tuple[Branch, ...]:
    """A chart written as a tree: a name, or a name with who holds it and what is below."""
    if node is None or is_blank(node):
        return ()
    match node:
        case Scalar():
            return (Branch(Said(node.text, node.at)),)
        case Sequence():
            return tuple(branch for item in node.items for branch in branches(item))
        case Mapping():
            name, who = said(node.values.get("name")), said(node.values.get("who"))
            below = branches(node.values.get("below"))
            return (Branch(name, who, below),) if name else below


def _texts(node: Node | None) -> dict[str, str]:
    if not isinstance(node, Mapping):
        return {}
    return {name: v.text for name, v in node.values.items() if isinstance(v, Scalar)}


def answer(element: Element, node: Node, at_key: Scalar | None, broken: Broken) -> Answer:
    """What an entry gives for one element."""
    place = at_key.at if at_key else node.at
    if element.id in broken.elements or (not element.each and broken.inside(element.id)):
        return Answer(element.id, place, (), sound=False)
    if not element.each:
        return Answer(element.id, place, evidence(node))
    nodes = node.items if isinstance(node, Sequence) else (node,)
    written = (item for item in nodes if not is_blank(item))
    parts: list[Part] = []
    skipped = False
    for index, item in enumerate(written):
        if ("elements", element.id, index) in broken.paths:
            skipped = True
            continue
        parts += _parts(element, item, broken.fields(element.id, index))
    return Answer(element.id, place, tuple(parts), sound=bool(parts) or not skipped)


def _parts(element: Element, node: Node, broken: frozenset[str]) -> Iterator[Part]:
    ids = {field.id for field in element.each}
    if not isinstance(node, Mapping):
        yield from evidence(node)
    elif ids & node.values.keys() or broken & ids:
        fields = {n: evidence(v) for n, v in node.values.items() if n in ids}
        get = node.values.get
        yield Record(
            node.at, fields, said(get("side")), said(get("covers")), said(get("date")), broken
        )
    else:
        yield from evidence(node, sound=not broken)


class Broken:
    """Which values of an entry had a shape at fault, so that no rule reports them again."""

    def __init__(self, paths: list[tuple[str | int, ...]]) -> None:
        self.paths = paths

    @property
    def keys(self) -> frozenset[str]:
        """Top-level keys."""
        return frozenset(str(path[0]) for path in self.paths if len(path) == 1)

    @property
    def elements(self) -> frozenset[str]:
        """Elements that cannot be judged: wrong as a whole, or in a value that is no record."""
        below = (p for p in self.paths if len(p) >= 2 and p[0] == "elements")
        return frozenset(str(p[1]) for p in below if len(p) == 2)

    def inside(self, element: str) -> bool:
        """Whether something within an element was at fault."""
        return any(path[:2] == ("elements", element) for path in self.paths)

    def fields(self, element: str, index: int) -> frozenset[str]:
        """Fields of one record of an element (a single record stands without an index)."""
        found = set()
        for path in self.paths:
            if path[:2] == ("elements", element) and len(path) > 2:
                rest = path[2:] if isinstance(path[2], str) else path[3:]
                if (isinstance(path[2], str) or path[2] == index) and rest:
                    found.add(str(rest[0]))
        return frozenset(found)


def documents(node: Node | None) -> tuple[Document, ...]:
    """The `documents` of an entry, post or agency."""
    nodes = node.items if isinstance(node, Sequence) else ()
    return tuple(document for item in nodes if (document := _document(item)))


def _document(node: Node) -> Document | None:
    if isinstance(node, Scalar):
        return None if is_blank(node) else Document(node.at, file=Said(node.text, node.at))
    if isinstance(node, Mapping):
        return Document(node.at, **{name: said(node.values.get(name)) for name in DOCUMENT_KEYS})
    return None


def accepts(node: Node | None) -> tuple[Accept, ...]:
    """The warnings that staff accept."""
    nodes = node.items if isinstance(node, Sequence) else ()
    found = []
    for item in nodes:
        if isinstance(item, Mapping):
            rule, reason, by = (said(item.values.get(name)) for name in ("rule", "reason", "by"))
            if rule and reason and by:
                found.append(Accept(item.at, rule, reason, by))
    return tuple(found)
