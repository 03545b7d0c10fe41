"""What stands around the content of a new project: for git, for a host, for colleagues."""

from __future__ import annotations

from string import Template

from itagen.edition import Edition
from itagen.shipped import shipped_folder

_FILES = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    "netlify.toml": "netlify.toml",
    "requirements.txt": "requirements.txt",
    "README.md": "README.md",
}


def start_files(edition: Edition, name: str, version: str) -> dict[str, bytes]:
    """The files beside content/, by their path; they are made of those in schema/start/.

    Args:
        edition: which list the project begins with.
        name: of the agency.
        version: of itagen, whose wheel a host installs.
    """
    item = next((i for i in edition.items if i.needs_file), edition.items[0])
    stream = next((i.stream.of for i in edition.items if i.stream), "news")
    told = {
        "name": name, "version": version, "edition": edition.id, "count": len(edition.items),
        "year": edition.be, "code": item.code, "stem": item.stem, "stream": stream,
    }  # fmt: skip
    folder = shipped_folder() / "schema" / "start"
    texts = {path: (folder / source).read_text("utf-8") for path, source in _FILES.items()}
    return {path: Template(text).substitute(told).encode("utf-8") for path, text in texts.items()}
