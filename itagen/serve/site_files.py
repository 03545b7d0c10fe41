"""The files of the built site: those that its manifest names, and nothing else of the folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import unquote

from itagen.headers import policy
from itagen.publish import MARKER, published
from itagen.serve.handler import Handler
from itagen.serve.notice import waiting_page, with_notice
from itagen.serve.preview import Preview

_LOST = "404.html"
_PIECE = 1 << 20
_SAID = re.compile(r"^  Content-Security-Policy: (.*?)(?:; frame-ancestors .*)?$", re.MULTILINE)


class BuiltSite:
    """The last good site, as it lies in its folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int] | None = None
        self._names: Collection[str] = ()
        self.policy = policy()

    def file(self, path: str) -> Path | None:
        """The file for a path as it is sent; None where the site has none.

        What is decoded once must be a name that the manifest knows: no `..`, no second encoding, no
        sign of another system can lead anywhere else.
        """
        self._look()
        try:
            name = unquote(path, errors="strict").removeprefix("/")
        except UnicodeDecodeError:
            return None
        if not name or name.endswith("/"):
            name = f"{name}index.html"
        if name not in self._names or name.startswith(("_", ".")) or "/." in name:
            return None
        found = self._folder / name
        is_inside = found.resolve().is_relative_to(self._folder.resolve())
        return found if is_inside and not found.is_symlink() and found.is_file() else None

    @property
    def is_there(self) -> bool:
        """Whether there has been a good site at all."""
        self._look()
        return bool(self._names)

    def _look(self) -> None:
        """Read the manifest anew after it was exchanged."""
        try:
            told = (self._folder / MARKER).stat()
        except OSError:
            self._seen, self._names = None, ()
            return
        if self._seen != (seen := (told.st_ino, told.st_mtime_ns)):
            self._seen, self._names = seen, published(self._folder)
            self.policy = self._said_policy()

    def _said_policy(self) -> str:
        """What the site tells its host to send."""
        try:
            said = _SAID.search((self._folder / "_headers").read_text("utf-8"))
        except OSError:
            said = None
        return said.group(1) if said else policy()


class SiteFile(Handler):
    """A file of the site; a page with what the server adds to it."""

    _types = MimeTypes()  # Python's own: those of a Windows machine may be wrong

    def initialize(self, site: BuiltSite, preview: Preview) -> None:
        """Take the site and the state of the server."""
        self._site = site
        self._preview = preview

    async def head(self) -> None:
        """As GET, without the body."""
        await self.get()

    async def get(self) -> None:
        """The file, or the site's own page for what is lost."""
        path = self.request.path
        found = self._site.file(path)
        if found is None and self._site.file(f"{path}/"):
            self.redirect(f"{path}/", status=302)
            return
        if not self._site.is_there:
            self._page(503, waiting_page(self._preview))
        elif found is None:
            lost = self._site.file(f"/{_LOST}")
            self._page(404, lost.read_bytes() if lost else b"")
        elif found.suffix == ".html":
            self._page(200, found.read_bytes())
        else:
            await self._file(found)

    def _page(self, status: int, html: bytes) -> None:
        self._allow()
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(with_notice(html, self._preview, _port_of(self.request.host)))

    async def _file(self, path: Path) -> None:
        self._allow()
        kind = self._types.guess_type(path.name)[0] or "application/octet-stream"
        is_text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.set_header("Content-Length", str(path.stat().st_size))
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                self.write(piece)
                await self.flush()

    def _allow(self) -> None:
        """What the site's own host sends, and the websocket, which not every browser counts."""
        here = f"connect-src 'self' ws://{self.request.host}"
        self.allow(self._site.policy.replace("connect-src 'self'", here))


def _port_of(host: str) -> str:
    return host.rpartition(":")[2]
