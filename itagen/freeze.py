"""A year as it is submitted: what of it is recorded, and all of it in one archive."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from itagen.address import safe_path
from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.entry import Post
from itagen.frozen import Frozen, Kept, frozen_text, record_of
from itagen.item_hash import attachments, item_content, item_hash, post_hash
from itagen.project import Project
from itagen.read_frozen import digest
from itagen.site import Site, Year
from itagen.text import clean
from itagen.uses import uses
from itagen.yaml_edit import read_whole, with_value, write_whole

_NO_DAY = (1980, 1, 1, 0, 0, 0)


def freeze(site: Site, project: Project, year: Year, day: date) -> Frozen:
    """What is recorded of a year whose edition is known; nothing is written.

    Args:
        site: all that the project holds.
        project: where it lies, for the bytes of attachments.
        year: the year that is submitted.
        day: when, as whoever submits it says.
    """
    assert year.edition is not None
    answers = [a for a in answer_site(site) if a.year.folder == year.folder]
    kept = {a.item.code: Kept(address_of(a), item_hash(a)) for a in answers if has_content(a)}
    posts = {post.path: post for answer in answers for post in answer.posts}
    paths = {path for answer in answers for path in attachments(site, answer)}
    paths |= set(_files_of(site, answers, posts))
    files = {p: Kept(safe_path(p), digest(project.content / site.files[p].path)) for p in paths}
    told = {path: Kept(site.sources[_below(path)], post_hash(post)) for path, post in posts.items()}
    site_url = site.agency.words("site_url")
    return Frozen(year.edition.id, day, site_url, kept, files, told)


def address_of(answer: ItemAnswer) -> str:
    """Where the page of an item stands."""
    return f"{answer.year.folder}/{answer.item.stem}/"


def has_content(answer: ItemAnswer) -> bool:
    """Whether an item says anything of its own, or posts say it."""
    return bool(item_content(answer) or answer.posts)


def write_frozen(project: Project, year: Year, frozen: Frozen) -> None:
    """Write the record, and that the year is submitted; every other line of year.yaml stays."""
    record = project.content / record_of(year.folder)
    record.parent.mkdir(exist_ok=True)
    write_whole(record, frozen_text(frozen))
    path = project.root / year.path
    before = read_whole(path)
    after = with_value(before, "state", "submitted", "edition")
    if after != before:
        write_whole(path, after)


def write_archive(project: Project, site: Site, path: Path) -> None:
    """All content and the lists it answers in one zip, the same bytes whenever it is made."""
    draft = path.with_name(f".{path.name}.draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
        for name, source in sorted(_everything(project, site)):
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            archive.writestr(entry, source.read_bytes())
    draft.replace(path)


def _everything(project: Project, site: Site) -> Iterator[tuple[str, Path]]:
    for file in site.files.values():
        yield f"content/{file.path}", project.content / file.path
    known = project.editions()
    for edition in site.editions:
        if edition.id in known:
            yield f"schema/editions/{edition.id}.yaml", known[edition.id][1]


def _files_of(
    site: Site, answers: Iterable[ItemAnswer], posts: Mapping[str, Post]
) -> Iterator[str]:
    """The files that posts name."""
    for use in uses(site, answers):
        if use.path and use.said.at.path in posts and clean(use.path) in site.files:
            yield clean(use.path)


def _below(path: str) -> str:
    return clean(path).removeprefix("content/")
