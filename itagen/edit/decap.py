"""Decap CMS for a project on a git host: its page, what that may load, its configuration."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

from itagen.edit.decap_fields import Config, item_file, stream_collection
from itagen.edit.item_desk import values_of
from itagen.edit.posted import Values
from itagen.edit.save import read_bytes
from itagen.edit.seen import Seen
from itagen.yaml_tree import dump_yaml

Host = Literal["gitlab", "github"]

VERSION = "3.16.3"
SCRIPT = "decap-cms.js"
INTEGRITY = "sha384-A/Gdn928CNLufmnGWGs9RM4Q9o8bSNLeJERqBFrBjwzL7FRpoLT3MPF8Tl0+Wd2p"
_GITHUB = "https://api.github.com https://*.githubusercontent.com"


@dataclass(frozen=True, slots=True)
class Backend:
    """The git host.

    Attributes:
        repo: `group/project`.
        app_id: of the application registered at GitLab; nobody's secret.
        host: the address of GitLab.
        sign_in: the address of the server that signs in to GitHub.
    """

    name: Host
    repo: str
    branch: str
    app_id: str = ""
    host: str = "https://gitlab.com"
    sign_in: str = ""

    def config(self) -> Config:
        """What Decap is told of it."""
        common = {"name": self.name, "repo": self.repo, "branch": self.branch}
        if self.name == "github":
            return {**common, "base_url": self.sign_in}
        signed = {"auth_type": "pkce", "app_id": self.app_id}
        return {**common, **signed, "base_url": self.host, "api_root": f"{self.host}/api/v4"}

    def asked(self) -> str:
        """The origins that the page talks to."""
        return self.host if self.name == "gitlab" else _GITHUB


def is_pinned(script: bytes) -> bool:
    """Whether a script is the version that was tried, byte for byte."""
    return f"sha384-{b64encode(hashlib.sha384(script).digest()).decode()}" == INTEGRITY


def admin_policy(backend: Backend) -> str:
    """The Content-Security-Policy of /admin/ alone: Decap compiles what it checks values with."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; "
        "script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        f"img-src 'self' blob: data: {backend.asked()}; media-src blob:; frame-src blob:; "
        f"connect-src 'self' blob: {backend.asked()}"
    )


def admin_page(backend: Backend) -> str:
    """The page that loads Decap from beside it."""
    return f"""<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{escape(admin_policy(backend))}">
<title>แก้ข้อมูล</title>
<link href="config.yml" type="text/yaml" rel="cms-config-url">
</head>
<body>
<script src="{SCRIPT}" integrity="{INTEGRITY}"></script>
</body>
</html>
"""


def decap_config(seen: Seen, backend: Backend, held: Mapping[str, Values]) -> Config:
    """The configuration for the open years and the streams.

    Args:
        seen: the project.
        backend: where its repository is.
        held: the values of each entry's file, by its path; items without are not offered.
    """
    years: dict[str, list[Config]] = {}
    for answer in seen.answers:
        path = seen.path_of(answer)
        if answer.year.is_open and path in held:
            years.setdefault(answer.year.folder, []).append(item_file(answer, path, held[path]))
    return {
        "backend": backend.config(),
        "locale": "th",
        "media_folder": "content/files",
        "public_folder": "files",
        "collections": [
            *({"name": f"year-{n}", "label": f"ปี {n}", "files": f} for n, f in years.items()),
            *(stream_collection(n, label, seen.kinds(n)) for n, label in seen.streams.items()),
        ],
    }


def admin_files(seen: Seen, backend: Backend, script: bytes) -> dict[str, bytes]:
    """The files of `admin/` by name: the page, its configuration, the script that was handed in."""
    config = dump_yaml(decap_config(seen, backend, _held(seen)))
    return {
        "index.html": admin_page(backend).encode("utf-8"),
        "config.yml": config.encode("utf-8"),
        SCRIPT: script,
    }


def _held(seen: Seen) -> dict[str, Values]:
    """The values of the entries in YAML that can be read."""
    found = {}
    for answer in seen.answers:
        path = seen.path_of(answer)
        values = values_of(read_bytes(seen.project.root / path)) if answer.entry else None
        if values is not None and path.endswith(".yaml"):
            found[path] = values
    return found
