"""The addresses of the editor: forms, what they load, and what they send."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from mimetypes import MimeTypes
from typing import TypeVar
from urllib.parse import quote

import click

from itagen.edit.desk import Desk
from itagen.edit.inputs import ENDINGS
from itagen.edit.item_page import ItemPages
from itagen.edit.lists import post_lines, year_list
from itagen.edit.page import Answer
from itagen.edit.pages import static_files
from itagen.edit.post_page import PostPages
from itagen.edit.save import mark, read_bytes
from itagen.edit.seen import Seen, see
from itagen.edit.text_page import TextPages
from itagen.edit.uploads import MOST_BYTES, Upload
from itagen.project import is_private
from itagen.serve.handler import Handler
from itagen.serve.preview import Preview
from itagen.serve.routes import Route

MOST_BODY = 2 * MOST_BYTES
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
_UPLOADED = "@upload"
_TYPES = MimeTypes()
_OPENED = frozenset(ending for endings in ENDINGS.values() for ending in endings)
Made = TypeVar("Made")


class EditHandler(Handler):
    """An address of the editor; what reads or writes the project is done in its one thread."""

    def initialize(self, desk: Desk) -> None:
        """Take what all of them share."""
        self.desk = desk
        self.allow(_POLICY)

    async def off(self, work: Callable[[], Made]) -> Made:
        """Do something while the server goes on answering."""
        return await asyncio.get_running_loop().run_in_executor(self.desk.pool, work)

    async def answer(self, work: Callable[[Seen], Answer]) -> None:
        """Send what comes of one reading of the project."""
        answer = await self.off(lambda: work(see(self.desk.project)))
        if answer.goes_to:
            self.redirect(answer.goes_to, status=303)
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(answer.html)

    @property
    def note(self) -> str:
        """The number of the note that the page shows."""
        return self.get_query_argument("note", "")

    def sent(self) -> dict[str, str]:
        """The inputs that came, by name."""
        given = self.request.body_arguments
        return {name: values[-1].decode("utf-8", "replace") for name, values in given.items()}

    def uploads(self) -> Iterator[Upload]:
        """The files that came, each with the input that it is for."""
        for name, files in self.request.files.items():
            for file in files:
                if name.endswith(_UPLOADED) and (file.filename or file.body):
                    yield Upload(name.removesuffix(_UPLOADED), file.filename, file.body)

    async def save(self, work: Callable[[Seen, dict[str, str], list[Upload]], Answer]) -> None:
        """Save what a form of ours sent."""
        sent, uploads = self.sent(), list(self.uploads())
        if not self.desk.knows(sent.get("token", "")):
            words = "หน้านี้เปิดไว้ก่อนเริ่มโปรแกรมครั้งนี้ ให้กลับไปเปิดใหม่ แล้วบันทึกอีกครั้ง"
            await self.answer(lambda seen: refused(self.desk, seen, 403, words))
            return
        await self.answer(lambda seen: work(seen, sent, uploads))


def refused(desk: Desk, seen: Seen, status: int, words: str) -> Answer:
    """A page that says why there is no other."""
    title = "ไม่พบหน้านี้" if status == 404 else "ยังไม่ได้บันทึก"
    return Answer(desk.page(seen, "refused.html", title=title, words=words), status=status)


class YearList(EditHandler):
    """`/_edit/` and `/_edit/2566/`: every item by group."""

    async def get(self, folder: str = "") -> None:
        """The list of a year, of the current one by itself."""
        await self.answer(lambda seen: self._list(seen, folder))

    def _list(self, seen: Seen, folder: str) -> Answer:
        usable = [year for year in seen.site.years if year.edition]
        current = seen.site.current if seen.site.current in usable else None
        year = seen.year(folder) if folder else current or (usable[-1] if usable else None)
        if year is None:
            return refused(self.desk, seen, 404, "ไม่มีปีนี้ หรือ year.yaml ยังไม่บอกแบบตรวจที่รู้จัก")
        return Answer(self.desk.page(seen, "list.html", **year_list(seen, year)))


class ItemForm(EditHandler):
    """`/_edit/2566/o13/`: the form of one item."""

    async def get(self, folder: str, stem: str) -> None:
        """The form, with what was found at its inputs."""
        await self.answer(lambda seen: ItemPages(self.desk, seen).show(folder, stem, self.note))

    async def post(self, folder: str, stem: str) -> None:
        """Save it."""
        await self.save(
            lambda seen, sent, files: ItemPages(self.desk, seen).save(folder, stem, sent, files)
        )


class PostList(EditHandler):
    """`/_edit/posts/news/`: the posts of a stream."""

    async def get(self, stream: str) -> None:
        """The list."""
        await self.answer(lambda seen: self._list(seen, stream))

    def _list(self, seen: Seen, stream: str) -> Answer:
        if stream not in seen.streams:
            return refused(self.desk, seen, 404, "ไม่มีเรื่องประเภทนี้")
        title, lines = seen.streams[stream], post_lines(seen, stream)
        return Answer(self.desk.page(seen, "posts.html", stream=stream, title=title, lines=lines))


class PostForm(EditHandler):
    """`/_edit/posts/news/2566-01-18/`: one post, or `new/`."""

    async def get(self, stream: str, stem: str = "") -> None:
        """The form."""
        await self.answer(lambda seen: PostPages(self.desk, seen).show(stream, stem, self.note))

    async def post(self, stream: str, stem: str = "") -> None:
        """Save it."""
        await self.save(
            lambda seen, sent, files: PostPages(self.desk, seen).save(stream, stem, sent, files)
        )


class TextForm(EditHandler):
    """`/_edit/text/2566/o10.md`: a file as text."""

    async def get(self, path: str) -> None:
        """The text."""
        await self.answer(lambda seen: TextPages(self.desk, seen).show(path, self.note))

    async def post(self, path: str) -> None:
        """Save it."""
        await self.save(lambda seen, sent, _: TextPages(self.desk, seen).save(path, sent))


class Mark(EditHandler):
    """`/_edit/mark/2566/o13.yaml`: what tells the state of a file, for pages that are open."""

    async def get(self, path: str) -> None:
        """The mark alone; empty for what is not there."""
        content = self.desk.project.content
        named = path in {name for name, size in self.desk.project.files() if size is not None}
        text = path.endswith((".yaml", ".md")) and named
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(mark(read_bytes(content / path)) if text else "")


class ContentFile(EditHandler):
    """`/_edit/file/2566/o13/a.xlsx`: a document of content/ to download."""

    async def get(self, path: str) -> None:
        """The file, never shown in the page's own rights."""
        if not is_document(self.desk, path):
            self.send_error(404)
            return
        kind = _TYPES.guess_type(path)[0] or "application/octet-stream"
        name = quote(path.rpartition("/")[2])
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
        self.allow("default-src 'none'; sandbox")
        self.finish(await self.off((self.desk.project.content / path).read_bytes))


class OpenFile(EditHandler):
    """`/_edit/open/`: opens a document in the program of this machine, where it lies."""

    async def post(self) -> None:
        """Open it; the page stays."""
        sent = self.sent()
        path = sent.get("path", "")
        if not self.desk.knows(sent.get("token", "")) or not is_document(self.desk, path):
            self.send_error(403)
            return
        await self.off(lambda: click.launch(str(self.desk.project.content / path)))
        self.set_status(204)
        self.finish()


class Static(EditHandler):
    """What the pages load."""

    def get(self, name: str) -> None:
        """A file by its name in a closed list."""
        data = static_files().get(name)
        if data is None:
            self.send_error(404)
            return
        self.set_header("Content-Type", _TYPES.guess_type(name)[0] or "font/woff2")
        self.finish(data)


def is_document(desk: Desk, path: str) -> bool:
    """Whether a path names a document, table or picture among the project's own files."""
    ending = f".{path.rpartition('.')[2].lower()}"
    regular = {name for name, size in desk.project.files() if size is not None}
    return ending in _OPENED and path in regular and not is_private(path)


def routes(desk: Desk) -> Callable[[Preview], list[Route]]:
    """What the editor adds to the server."""
    year = r"(?P<folder>\d{4}(?:-[a-z0-9-]+)?)"
    stream = r"posts/(?P<stream>[^/]+)/"
    table = (
        ("", YearList, False),
        (f"{year}/", YearList, False),
        (rf"{year}/(?P<stem>[a-z0-9]+)/", ItemForm, True),
        (stream, PostList, False),
        (f"{stream}new/", PostForm, True),
        (f"{stream}(?P<stem>[^/]+)/", PostForm, True),
        ("text/(?P<path>.+)", TextForm, True),
        ("mark/(?P<path>.+)", Mark, False),
        ("file/(?P<path>.+)", ContentFile, False),
        ("open/", OpenFile, True),
        ("static/(?P<name>.+)", Static, False),
    )
    return lambda _: [
        Route(f"/_edit/{pattern}", handler, {"desk": desk}, posts=posts, most=MOST_BODY)
        for pattern, handler, posts in table
    ]
