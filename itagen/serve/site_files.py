"""The pages and files of the last good site, as its own host would send them."""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path

from itagen.serve.guard import is_this_machine
from itagen.serve.handler import Handler
from itagen.serve.notice import waiting_page, with_notice, with_scripts
from itagen.serve.preview import Preview

_LOST = "/404.html"
_PIECE = 1 << 20


class SiteFile(Handler):
    """A file of the site; a page with what the server adds to it."""

    _types = MimeTypes()  # Python's own: those of a Windows machine may be wrong

    def initialize(self, preview: Preview) -> None:
        """Take the state of the server."""
        self._preview = preview

    async def head(self) -> None:
        """As GET, without the body."""
        await self.get()

    async def get(self) -> None:
        """The file, or the site's own page for what is lost."""
        site, path = self._preview.site, self.request.path
        found = site.file(path)
        if not site.is_there:
            self._page(503, waiting_page(self._preview))
        elif found is None and site.file(f"{path}/"):
            self.redirect(f"{path}/", status=302)
        elif found is None:
            lost = site.file(_LOST)
            self._page(404, lost.read_bytes() if lost else b"")
        elif found.suffix == ".html":
            self._page(200, found.read_bytes())
        else:
            await self._file(found)

    def _page(self, status: int, html: bytes) -> None:
        self._allow()
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        port = self.request.host.rpartition(":")[2]
        is_here = is_this_machine(self.request.remote_ip or "")
        page = with_scripts(html, self._preview, port)
        self.finish(with_notice(page, self._preview, is_here=is_here))

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
        self.allow(self._preview.site.policy.replace("connect-src 'self'", here))
