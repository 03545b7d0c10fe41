"""Old addresses: those that content carries, and those of content/redirects.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itagen.address import safe_name
from itagen.answers import ItemAnswer
from itagen.site import Site, question_address


def redirects(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[tuple[str, str]]:
    """Old address and new one, both below the site; each old one once."""
    seen: set[str] = set()
    for old, new in _all(site, answers):
        address = old.strip().lstrip("/")
        if address and address not in seen and address != new:
            seen.add(address)
            yield address, new


def _all(site: Site, answers: Iterable[ItemAnswer]) -> Iterator[tuple[str, str]]:
    for answer in answers:
        for said in answer.entry.formerly if answer.entry else ():
            yield said.text, f"{answer.year.folder}/{answer.item.stem}/"
    for post in site.posts:
        for said in post.formerly:
            yield said.text, f"{safe_name(post.stream)}/{safe_name(post.stem)}/"
    for question in site.questions:
        for said in question.formerly:
            yield said.text, question_address(question)
    for old, said in site.redirects.items():
        yield old, said.text.strip().lstrip("/")


def redirects_file(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The file `_redirects` that hosts such as Netlify read."""
    return "".join(f"/{old} /{new} 301\n" for old, new in pairs).encode("utf-8")
