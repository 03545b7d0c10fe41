"""A project's content to the model. Every file is read, however many are broken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from itagen.again import once
from itagen.agency import Agency
from itagen.diagnostics import Location
from itagen.edition import Edition, EditionFile
from itagen.entry import QUESTIONS, Post, Said
from itagen.project import Project
from itagen.read_agency import read_agency, read_kind
from itagen.read_edition import read_edition
from itagen.read_entry import broken_of
from itagen.read_questions import read_questions
from itagen.read_values import accepts, documents, said, says
from itagen.read_year import YearReader
from itagen.schema import fixed_shape
from itagen.site import ContentFile, Kind, Site
from itagen.source import Source, read_source
from itagen.text import clean, nearest
from itagen.tree import Fault, Scalar

_YEAR_FOLDER = re.compile(r"\d{4}(-[a-z0-9-]+)?")


def read_site(project: Project) -> Site:
    """Read everything below content/ and the editions it names."""
    files, linked = _files(project)
    agency, kind, faults = _agency(project)
    edition_files = _editions(project)
    read = {name: file.edition for name, file in edition_files.items() if file.edition}
    known = tuple(project.editions())
    years = YearReader(project.root, read, known, agency, kind.id if kind else "")
    folders = _folders(file.path for file in files.values())
    found = tuple(
        years.year(folder, folders[folder])
        for folder in sorted(folders)
        if "year.yaml" in folders[folder] and _YEAR_FOLDER.fullmatch(folder)
    )
    posts, post_faults = _posts(project, read.values(), folders)
    questions, question_faults = read_questions(project, folders.get(QUESTIONS, []))
    redirects, redirect_faults = _redirects(project)
    return Site(
        agency=agency,
        kind=kind,
        years=found,
        posts=posts,
        files=files,
        linked=linked,
        faults=(
            *faults,
            *_lone_folders(folders),
            *years.faults,
            *post_faults,
            *question_faults,
            *redirect_faults,
        ),
        edition_files=tuple(edition_files.values()),
        editions=tuple(read.values()),
        known_editions=known,
        known_kinds=tuple(project.kinds()),
        known_themes=project.themes(),
        questions=questions,
        redirects=redirects,
    )


def _files(project: Project) -> tuple[dict[str, ContentFile], tuple[str, ...]]:
    files: dict[str, ContentFile] = {}
    linked = []
    for name, size in project.files():
        if size is None:
            linked.append(name)
        else:
            files[clean(name)] = ContentFile(name, size)
    return files, tuple(linked)


def _folders(files: Iterable[str]) -> dict[str, list[str]]:
    """The files that lie directly in each folder of content/."""
    folders: dict[str, list[str]] = defaultdict(list)
    for name in files:
        folder, _, rest = name.partition("/")
        if rest:
            folders[folder].append(rest)
    return {
        folder: [name for name in names if "/" not in name] for folder, names in folders.items()
    }


def _lone_folders(folders: Mapping[str, list[str]]) -> list[Fault]:
    """Folders named as a year that do not say which edition they answer."""
    return [
        Fault("missing-project-file", Location(f"content/{folder}/year.yaml"), "year", folder)
        for folder, names in sorted(folders.items())
        if _YEAR_FOLDER.fullmatch(folder) and "year.yaml" not in names
    ] + [
        Fault("missing-project-file", Location(f"content/{folder}"), "folder", folder)
        for folder, names in sorted(folders.items())
        if "year.yaml" in names and not _YEAR_FOLDER.fullmatch(folder)
    ]


def _kind(project: Project, agency: Agency) -> tuple[Kind | None, tuple[Fault, ...]]:
    named = agency.said("kind")
    kinds = project.kinds()
    if named is None:
        return None, ()
    if named.text not in kinds:
        meant = nearest(named.text, kinds) or ""
        fault = Fault("unknown-kind", named.at, meant, named.text, options=tuple(kinds))
        return None, (fault,)
    return read_kind(*kinds[named.text])


def _agency(project: Project) -> tuple[Agency, Kind | None, tuple[Fault, ...]]:
    """The agency and its kind, with what it names that does not exist."""
    agency, faults = read_agency(project.root)
    kind, kind_faults = _kind(project, agency)
    return agency, kind, (*faults, *kind_faults, *_unknown_theme(agency, project.themes()))


def _unknown_theme(agency: Agency, known: tuple[str, ...]) -> Iterator[Fault]:
    named = agency.said("theme")
    if named and named.text not in known:
        meant = nearest(named.text, known) or ""
        yield Fault("unknown-theme", named.at, meant, named.text, options=known)


def _editions(project: Project) -> dict[str, EditionFile]:
    """The project's own editions, and those shipped that its years name."""
    wanted = set()
    for path in sorted(project.content.glob("*/year.yaml")):
        root = read_source(project.root, path).root
        named = root.values.get("edition") if root else None
        if isinstance(named, Scalar):
            wanted.add(named.text)
    return {
        name: read_edition(root, path)
        for name, (root, path) in project.editions().items()
        if name in wanted or root == project.root
    }


def _posts(
    project: Project, editions: Iterable[Edition], folders: Mapping[str, list[str]]
) -> tuple[tuple[Post, ...], list[Fault]]:
    streams = {item.stream.of for e in editions for item in e.items if item.stream}
    posts: list[Post] = []
    faults: list[Fault] = []
    for stream in sorted(streams):
        folder = project.content / stream
        for name in sorted(folders.get(stream, [])):
            if name.endswith(".md"):
                source = read_source(project.root, folder / name)
                post, wrong = _post(source, stream, name.removesuffix(".md"))
                posts.append(post)
                faults += wrong
    return tuple(posts), faults


@once
def _post(source: Source, stream: str, stem: str) -> tuple[Post, tuple[Fault, ...]]:
    if source.root is None:
        gone = Post(stream, stem, source.path, source.at(), broken=frozenset("*"))
        return gone, source.faults
    wrong = list(fixed_shape("post").faults(source.root))
    get = source.root.values.get
    post = Post(
        stream,
        stem,
        source.path,
        source.at(),
        title=said(get("title")),
        date=said(get("date")),
        kind=said(get("kind")),
        image=said(get("image")),
        alt=said(get("alt")),
        body=Said(source.body or "", source.at(source.body_line)),
        documents=documents(get("documents")),
        accepts=accepts(get("accept")),
        formerly=says(get("formerly")),
        broken=broken_of(wrong).keys,
    )
    return post, (*source.faults, *wrong)


def _redirects(project: Project) -> tuple[dict[str, Said], tuple[Fault, ...]]:
    path = project.content / "redirects.yaml"
    if not path.is_file():
        return {}, ()
    source = read_source(project.root, path)
    if source.root is None:
        return {}, source.faults
    wrong = fixed_shape("redirects").faults(source.root)
    found = {key.text: value for key, node in source.root.pairs if (value := said(node))}
    return found, (*source.faults, *wrong)
