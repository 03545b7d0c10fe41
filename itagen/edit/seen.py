"""The project as it lies on the disk now, with what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic
from itagen.entry import Post
from itagen.pipeline import check_project
from itagen.project import Project, is_private
from itagen.site import Site, Year

_TEXTS = (".yaml", ".md")


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of a project; every page of the editor begins with a new one."""

    project: Project
    site: Site
    answers: tuple[ItemAnswer, ...]
    found: tuple[Diagnostic, ...]

    def year(self, folder: str) -> Year | None:
        """The year in a folder, if its edition is known."""
        return next((y for y in self.site.years if y.folder == folder and y.edition), None)

    def answer(self, folder: str, stem: str) -> ItemAnswer | None:
        """The item with this file's name in a year."""
        return next(
            (a for a in self.answers if a.year.folder == folder and a.item.stem == stem), None
        )

    def post(self, stream: str, stem: str) -> Post | None:
        """One post of a stream."""
        return next((p for p in self.site.stream(stream) if p.stem == stem), None)

    @property
    def streams(self) -> dict[str, str]:
        """The streams that lists select from, by folder, with what the newest list calls them."""
        return {
            item.stream.of: item.label
            for year in self.site.years
            for item in (year.edition.items if year.edition else ())
            if item.stream
        }

    def kinds(self, stream: str) -> tuple[str, ...]:
        """What a post of a stream may be."""
        found = [a.item.stream for a in self.answers if a.item.stream]
        return tuple(dict.fromkeys(k for s in found if s.of == stream for k in s.kinds))

    def path_of(self, answer: ItemAnswer) -> str:
        """The file of an item, relative to the project: the one there is, or is to be."""
        return answer.entry.path if answer.entry else answer.at.path

    def about(self, answer: ItemAnswer) -> tuple[Diagnostic, ...]:
        """The findings on one item, its file and the files beside it."""
        beside = f"content/{answer.year.folder}/{answer.item.stem}/"
        own = (answer.year.folder, answer.item.code)
        path = self.path_of(answer)
        return tuple(
            f
            for f in self.found
            if (f.subject.folder, f.subject.item) == own
            or f.at.path == path
            or f.at.path.startswith(beside)
        )

    def at(self, path: str) -> tuple[Diagnostic, ...]:
        """The findings in one file, relative to the project."""
        return tuple(finding for finding in self.found if finding.at.path == path)

    def files_in(self, folder: str) -> tuple[str, ...]:
        """The names of the files directly in a folder below content/."""
        above = f"{folder}/"
        names = (name.removeprefix(above) for name in self.site.files if name.startswith(above))
        return tuple(name for name in names if "/" not in name)

    def texts(self) -> Iterator[str]:
        """The files below content/ that are edited as text, by their names on the disk."""
        for file in self.site.files.values():
            if file.path.endswith(_TEXTS) and not is_private(file.path):
                yield file.path


def see(project: Project) -> Seen:
    """Read and check a project."""
    site, found = check_project(project)
    return Seen(project, site, answer_site(site), tuple(found))
