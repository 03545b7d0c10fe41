"""agency.yaml and the kinds of agency to the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from itagen.again import once
from itagen.agency import Agency, Form, Place
from itagen.demand import FORM_KINDS
from itagen.diagnostics import Location
from itagen.entry import Evidence
from itagen.read_entry import broken_of
from itagen.read_values import accepts, evidence, said, says
from itagen.schema import fixed_shape
from itagen.site import Kind
from itagen.source import Source, read_source
from itagen.tree import Fault, Mapping, Node, Scalar, plain

_NOT_FACTS = frozenset(["places", "menus", "forms", "accept"])


def read_agency(root: Path) -> tuple[Agency, tuple[Fault, ...]]:
    """Read content/agency.yaml; where it is missing the agency has no facts."""
    path = root / "content" / "agency.yaml"
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        gone = Location(name)
        return Agency(name, gone, {}, broken=frozenset("*")), (
            Fault("missing-project-file", gone, "agency", "agency.yaml"),
        )
    return _agency(read_source(root, path))


@once
def _agency(source: Source) -> tuple[Agency, tuple[Fault, ...]]:
    if source.root is None:
        return Agency(source.path, source.at(), {}, broken=frozenset("*")), source.faults
    wrong = list(fixed_shape("agency").faults(source.root))
    get = source.root.values.get
    agency = Agency(
        source.path,
        source.at(),
        facts_of(source.root),
        places=_places(get("places")),
        forms=_forms(get("forms")),
        accepts=accepts(get("accept")),
        menus=tuple(menu.text for menu in says(get("menus"))),
        broken=broken_of(wrong).keys,
    )
    return agency, (*source.faults, *wrong)


def facts_of(node: Node | None) -> dict[str, tuple[Evidence, ...]]:
    """Every fact as evidence: a phone is text, the map an image, a social page a link."""
    if not isinstance(node, Mapping):
        return {}
    facts = {n: evidence(value) for n, value in node.values.items() if n not in _NOT_FACTS}
    if "emblem" in facts:
        facts["emblem"] = tuple(map(_picture, facts["emblem"]))
    return facts


def _picture(fact: Evidence) -> Evidence:
    """A bare file name as the picture that it names."""
    return replace(fact, text=None, image=fact.text) if fact.text else fact


def _forms(node: Node | None) -> dict[str, Form]:
    if not isinstance(node, Mapping):
        return {}
    found = {slug: _form(slug, value) for slug, value in node.values.items()}
    return {slug: form for slug, form in found.items() if form}


def _form(slug: str, node: Node) -> Form | None:
    """`questions: netlify`, or `questions: {kind: question, to: netlify}`."""
    values = node.values if isinstance(node, Mapping) else {"to": node}
    to, named = said(values.get("to")), said(values.get("kind"))
    kind = next((kind for kind in FORM_KINDS if named and kind == named.text), None)
    return Form(node.at, slug, to, kind) if to else None


def _places(node: Node | None) -> dict[str, Place]:
    if not isinstance(node, Mapping):
        return {}
    return {slug: _place(slug, value) for slug, value in node.values.items()}


def _place(slug: str, node: Node) -> Place:
    if not isinstance(node, Mapping):
        hidden = isinstance(node, Scalar) and node.text == "hidden"
        return Place(node.at, slug, hidden=hidden)
    slot, shape = said(node.values.get("slot")), said(node.values.get("as"))
    menu = tuple(name.text for name in says(node.values.get("menu")))
    return Place(node.at, slug, menu, slot.text if slot else None, shape.text if shape else None)


def read_kind(root: Path, path: Path) -> tuple[Kind | None, tuple[Fault, ...]]:
    """Read one kind of agency."""
    source = read_source(root, path)
    if source.root is None:
        return None, source.faults
    wrong = tuple(fixed_shape("kind").faults(source.root))
    if wrong:
        return None, (*source.faults, *wrong)
    data = cast("dict[str, object]", plain(source.root))

    def texts(name: str) -> tuple[str, ...]:
        return tuple(map(str, cast("list[object]", data.get(name, []))))

    kind = Kind(
        str(data["kind"]), str(data["name"]), texts("menus"), texts("sides"), texts("units"),
        str(data.get("name_en", "")), texts("examples"),
    )  # fmt: skip
    return kind, source.faults
