"""Every file and address that content names, with who names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from itagen.again import once
from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Location
from itagen.entry import Document, Evidence, Post, Record, Said, content_path
from itagen.site import Site
from itagen.text import clean
from itagen.text_links import file_names, unnamed_pictures


@dataclass(frozen=True, slots=True)
class Use:
    """A name in content.

    Attributes:
        path: the file it means, below content/; None for an address.
        shown: its place is that of a picture, which the page shows.
        unnamed: a picture without words for those who cannot see it.
    """

    said: Said
    path: str | None
    answer: ItemAnswer | None = None
    element: ElementAnswer | None = None
    shown: bool = False
    unnamed: bool = False


def uses(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[Use]:
    """All of them, of items, posts and the agency; another page that a text names is no file."""
    for use in _all(site, answers):
        if use.path is None or clean(use.path) not in site.sources:
            yield use


def item_uses(site: Site, answer: ItemAnswer) -> Iterator[Use]:
    """Those of one item, the agency's facts that answer it among them, its posts not."""
    for use in _item(answer):
        if use.path is None or clean(use.path) not in site.sources:
            yield use
    for element in answer.elements:
        if element.element.from_ and not element.answer:
            yield from _evidence(element.evidence, "agency", answer, element)


def _all(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[Use]:
    for answer in answers:
        yield from _item(answer)
    for post in site.posts:
        yield from _post(post)
    for question in site.questions:
        yield from _body(question.body, question.folder)
    for name, facts in _facts(site):
        if name in {"site_url", "main_site"}:
            yield from (Use(fact.text, None) for fact in facts if fact.text)
        else:
            found = _evidence(facts, "agency", None, None)
            # an emblem stands beside the agency's name: it adds no word
            yield from (replace(use, unnamed=use.unnamed and name != "emblem") for use in found)


def _item(answer: ItemAnswer) -> Iterator[Use]:
    if answer.entry:
        yield from _documents(answer.entry.documents, answer.entry.folder, answer)
    for element in answer.elements:
        if not element.element.from_ or element.answer:
            yield from _element(answer, element)


def _facts(site: Site) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The agency's facts of today, and those of other times where they differ."""
    yield from site.agency.facts.items()
    for year in site.years:
        for name, facts in year.agency.facts.items():
            if facts is not site.agency.facts.get(name):
                yield name, facts


def _element(answer: ItemAnswer, element: ElementAnswer) -> Iterator[Use]:
    folder = answer.entry.folder if answer.entry else ""
    if element.element.documents and not element.answer:
        return
    given = element.answer.evidence if element.answer else element.evidence
    yield from _evidence(given, folder, answer, element)
    for record in element.inline:
        yield from _record(record, folder, answer, element)


def _record(
    record: Record, folder: str, answer: ItemAnswer, element: ElementAnswer
) -> Iterator[Use]:
    kinds = {field.id: field.type for field in element.element.each}
    for name, values in record.fields.items():
        for value in values:
            bare = value.text if value.kinds == ("text",) else None
            if bare and kinds.get(name) == "image":
                yield Use(bare, content_path(folder, bare.text), answer, element, shown=True)
            elif bare and kinds.get(name) == "link":
                yield Use(bare, None, answer, element)
            else:
                yield from _evidence((value,), folder, answer, element)


def _evidence(
    parts: Iterable[Evidence], folder: str, answer: ItemAnswer | None, element: ElementAnswer | None
) -> Iterator[Use]:
    for part in parts:
        for said in (part.file, part.table):
            if said:
                yield Use(said, content_path(folder, said.text), answer, element)
        if part.image:
            path = content_path(folder, part.image.text)
            unnamed = not _names(part.alt or part.title, part.image)
            yield Use(part.image, path, answer, element, shown=True, unnamed=unnamed)
        if part.link:
            yield Use(part.link, None, answer, element)
        if part.text:
            unnamed_at = unnamed_pictures(part.text.text)
            for name, line, column in file_names(part.text.text):
                said, path = Said(name, part.text.at), content_path(folder, name)
                unnamed = (line, column) in unnamed_at
                shown = "![" in part.text.text
                yield Use(said, path, answer, element, shown=shown, unnamed=unnamed)


def _names(words: Said | None, picture: Said) -> bool:
    """Whether words say what a picture shows; the name of its file does not."""
    return bool(words and words.text.strip() and words.text.strip() != picture.text.strip())


def _documents(
    documents: Iterable[Document], folder: str, answer: ItemAnswer | None
) -> Iterator[Use]:
    for document in documents:
        if document.file:
            yield Use(document.file, content_path(folder, document.file.text), answer)
        if document.link:
            yield Use(document.link, None, answer)


@once
def _post(post: Post) -> tuple[Use, ...]:
    return tuple(_of_post(post))


def _of_post(post: Post) -> Iterator[Use]:
    folder = f"{post.stream}/{post.stem}"
    yield from _documents(post.documents, folder, None)
    if post.image:
        path, unnamed = content_path(folder, post.image.text), not _names(post.alt, post.image)
        yield Use(post.image, path, shown=True, unnamed=unnamed)
    yield from _body(post.body, folder)


def _body(body: Said | None, folder: str) -> Iterator[Use]:
    """The files that a Markdown text names, each where it stands in the text."""
    if body is None:
        return
    at, lines = body.at, body.text.split("\n")
    shown, unnamed_at = "![" in body.text, unnamed_pictures(body.text)
    for name, line, column in file_names(body.text):
        place = Location(at.path, (at.line or 1) + line, column + 1, len(name), lines[line])
        outside = name.lower().startswith("www.")
        path, unnamed = content_path(folder, name), (line, column) in unnamed_at
        yield Use(Said(name, place), None if outside else path, shown=shown, unnamed=unnamed)
