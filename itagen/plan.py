"""The model to pages: every address and every value on a page is decided here. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from itagen.address import safe_path
from itagen.answering import answer_site
from itagen.answers import ItemAnswer
from itagen.diagnostics import Language
from itagen.entry import Said
from itagen.frame_view import FrameView
from itagen.head_view import HeadView
from itagen.item_hash import page_hash
from itagen.part_views import Link, PagePicture
from itagen.places import Expected, expected_places
from itagen.plan_charts import Chart, plan_charts
from itagen.plan_document import file_of, picture_of
from itagen.plan_feeds import stream_feed
from itagen.plan_form import sent_page
from itagen.plan_frame import accessibility_page, frame, lost_page, sitemap_page
from itagen.plan_home import home_page
from itagen.plan_item import item_page
from itagen.plan_list import list_pages
from itagen.plan_pictures import Picture, plan_pictures
from itagen.plan_post import newest_first, post_page, stream_pages
from itagen.plan_questions import questions_page
from itagen.plan_reports import report_charts, report_pages
from itagen.plan_search import search_page
from itagen.plan_section import front_page
from itagen.plan_ways import Ways, has_page
from itagen.redirects import redirects
from itagen.site import ContentFile, Site
from itagen.store import Store
from itagen.table_data import DataTable, data_tables
from itagen.uses import Use, uses
from itagen.views import Copy, Moved, Page


@dataclass
class Plan:
    """All pages and copied files of a site; `store` keeps what is slow to tell of large tables."""

    site: Site
    store: Store | None = None
    _hashes: dict[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def answers(self) -> tuple[ItemAnswer, ...]:
        """Every item of every year."""
        return answer_site(self.site)

    @cached_property
    def ways(self) -> dict[Language, Ways]:
        """The ways of each language that the agency wants, Thai first."""
        return {name: Ways(self.site, self.answers, name) for name in self.site.agency.languages}

    def frames(self) -> dict[Language, FrameView]:
        """What stands around the pages of each language."""
        return {name: frame(ways) for name, ways in self.ways.items()}

    def expected(self) -> tuple[Expected, ...]:
        """Where items must stand on the home page; an item without a page need not.

        Nothing is asked of a section: the places of the agency are on its main site.
        """
        current = None if self.site.agency.is_section else self.site.current
        answers = self.ways["th"].of(current) if current else ()
        return tuple(expected_places(self.site, tuple(filter(has_page, answers))))

    def copies(self) -> Iterator[Copy]:
        """The files that content names and that are published as they are, each once."""
        seen: set[str] = set()
        for use in self._uses:
            if use.path and use.path in self.site.files and use.path not in seen:
                seen.add(use.path)
                file = self.site.files[use.path]
                if file.picture is None:
                    yield Copy(file.path, safe_path(use.path))

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that content names, each once."""
        return tuple(plan_pictures(self.site, self._uses))

    def charts(self) -> Iterator[Chart]:
        """The drawings that stand beside rows of numbers."""
        yield from plan_charts(self.ways["th"])
        yield from report_charts(self.ways["th"])

    def tables(self) -> Iterator[DataTable]:
        """The tables of data that the pages of items offer as files."""
        for answer in filter(has_page, self.answers):
            yield from data_tables(self.ways["th"].parts(answer))

    @cached_property
    def _uses(self) -> tuple[Use, ...]:
        return tuple(uses(self.site, self.answers))

    def first_pages(self) -> Iterator[tuple[PagePicture, ContentFile]]:
        """The PDFs whose first page is shown, each once, with its picture."""
        named = (file_of(self.site, folder, name) for folder, name in self._documents())
        for file in {file.path: file for file in named if file}.values():
            if picture := picture_of(file):
                yield picture, file

    def _documents(self) -> Iterator[tuple[str, Said | None]]:
        """What items and posts name as their documents, with the folder of each."""
        for answer in self.answers:
            folder = answer.entry.folder if answer.entry else "agency"
            yield from ((folder, d.file) for d in (answer.entry.documents if answer.entry else ()))
            for element in answer.elements:
                own = "agency" if element.element.from_ and not element.answer else folder
                yield from ((own, part.file) for part in element.evidence)
        for post in self.site.posts:
            yield from ((f"{post.stream}/{post.stem}", d.file) for d in post.documents)

    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Old addresses and new ones."""
        return tuple(redirects(self.site, self.answers))

    def size(self) -> int:
        """About how many pages there are."""
        return len(self.answers) * len(self.ways) + len(self.site.posts)

    def pages(self) -> Iterator[Page]:
        """Every page, home first."""
        return (job() for job in self.jobs())

    def jobs(self) -> Iterator[Callable[[], Page]]:
        """What makes each page: most are planned when their turn comes."""
        for ways in self.ways.values():
            for job in self._of_language(ways):
                yield partial(self._in_language, ways.language, job)
        for stream in self.ways["th"].stream_names:
            yield from self._stream(stream)
        home = self.ways["th"].home
        found = (questions_page(self.site, home), sent_page(self.site, home), lost_page())
        yield from (page._replace for page in found if page)
        yield from (page._replace for page in report_pages(self.ways["th"]))
        for old, new in self.redirects():
            if "." not in old.rpartition("/")[2]:
                view = Moved(Link("ไปยังที่อยู่ใหม่", new))
                yield partial(Page, f"{old.rstrip('/')}/", "moved.html", "ย้ายแล้ว", view)

    def _in_language(self, language: Language, job: Callable[[], Page]) -> Page:
        """A page with its language, and the address of the same in the other, if there is one."""
        page, other = job(), None
        if len(self.ways) > 1:
            is_thai = language == "th"
            other = f"en/{page.address}" if is_thai else page.address.removeprefix("en/")
        return page._replace(language=language, other=other)

    def _stream(self, stream: str) -> Iterator[Callable[[], Page]]:
        ways = self.ways["th"]
        posts = newest_first(self.site.stream(stream))
        link = ways.stream(stream)
        feed = stream_feed(ways, stream)
        for page in stream_pages(link.title, link.href, posts, ways.home):
            yield partial(page._replace, head=HeadView(feed=feed))
        for post in posts:
            yield partial(post_page, self.site, post, (ways.home, link))

    def _of_language(self, ways: Ways) -> Iterator[Callable[[], Page]]:
        """What makes the pages that exist in every language."""
        yield partial(front_page if ways.site.agency.is_section else home_page, ways)
        for year in ways.site.years:
            if year.edition:
                yield from (page._replace for page in list_pages(ways, year))
        for answer in filter(has_page, self.answers):
            yield partial(self._item, ways, answer)
        yield from (partial(each, ways) for each in (search_page, sitemap_page, accessibility_page))

    def _item(self, ways: Ways, answer: ItemAnswer) -> Page:
        """Its page, with the hash of its content, which is the same in every language."""
        place = answer.year.folder, answer.item.code
        if place not in self._hashes:
            self._hashes[place] = page_hash(answer, self.store)
        return item_page(ways, answer, self._hashes[place])
