"""Files and links that content names, to what a page shows of them."""

from __future__ import annotations

from urllib.parse import urlsplit

from itagen.address import safe_path
from itagen.entry import Document, Said, content_path
from itagen.part_views import DocumentView, Link, PagePicture, PartView
from itagen.plan_day import day_of
from itagen.site import ContentFile, Site
from itagen.text import clean
from itagen.text_links import with_addresses

_KINDS = {
    "Excel": ("xlsx", "xls", "xlsm"),
    "Word": ("docx", "doc"),
    "PowerPoint": ("pptx", "ppt"),
    "รูปภาพ": ("png", "jpg", "jpeg", "gif", "webp", "svg"),
    "ข้อความ": ("txt",),
}
_DATA = {
    "csv": "text/csv",
    "json": "application/json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xls": "application/vnd.ms-excel",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
_KIND_OF = {ending: kind for kind, endings in _KINDS.items() for ending in endings}


def file_of(site: Site, folder: str, name: Said | None) -> ContentFile | None:
    """The file that an entry names, if there is one."""
    return site.files.get(clean(content_path(folder, name.text))) if name else None


def file_address(site: Site, folder: str, name: Said | None) -> str:
    """Where a file that an entry names stands on the site; empty where there is no such file."""
    path = clean(content_path(folder, name.text)) if name else ""
    return safe_path(path) if path in site.files else ""


def linked_text(site: Site, folder: str, text: Said | None) -> str:
    """Markdown whose names of files and of other pages' sources are addresses of the site."""

    def address(name: str) -> str:
        path = clean(content_path(folder, name))
        return site.sources.get(path) or (safe_path(path) if path in site.files else "")

    return with_addresses(text.text, address) if text else ""


def document_part(document: Document, folder: str, site: Site) -> PartView:
    """A line of `documents`; without a file or link it is its title alone."""
    title = document.title.text if document.title else ""
    if document.file:
        link = Link(title or document.file.text, file_address(site, folder, document.file))
    elif document.link:
        link = outside_link(document.link.text, title)
    else:
        link = Link(title, "")
    period = document.covers.text if document.covers else ""
    about = document_view(file_of(site, folder, document.file), link, pictured=True)
    return PartView(link=link, period=period, day=day_of(document.date), document=about)


def picture_of(file: ContentFile) -> PagePicture | None:
    """The picture of a PDF's first page, beside it on the site."""
    size = file.pdf.picture if file.pdf else None
    if size is None or not file.path.lower().endswith(".pdf"):
        return None
    return PagePicture(f"{safe_path(file.path)}.webp", *size)


def document_view(
    file: ContentFile | None, link: Link | None, *, pictured: bool = False
) -> DocumentView | None:
    """What can be told of a file, or of a link elsewhere, before it is opened."""
    if file:
        ending = file.path.rpartition(".")[2].lower()
        facts = file.pdf
        return DocumentView(
            _KIND_OF.get(ending, ending.upper()), size_words(file.size),
            facts.pages if facts else None, scan=facts is not None and facts.is_scan,
            picture=picture_of(file) if pictured else None,
        )  # fmt: skip
    host = urlsplit(link.href).hostname if link and link.outside else None
    return DocumentView(host=host) if host else None


def outside_link(address: str, title: str) -> Link:
    """A link to another site; without `href` where a browser would not open it."""
    safe = address.strip()
    if not safe.lower().startswith(("https://", "http://", "mailto:", "tel:")):
        return Link(title or address, "")
    return Link(title or address, safe, outside=True)


def data_type(address: str) -> str:
    """The media type of a file that programs can read as data; empty of any other."""
    return _DATA.get(urlsplit(address).path.rpartition(".")[2].lower(), "")


def size_words(size: int) -> str:
    """`512 B`, `350 kB`, `1.2 MB`."""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB"
