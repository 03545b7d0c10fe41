"""The forms that agency.yaml gives to pages of items, and the page that follows them."""

from __future__ import annotations

from urllib.parse import urlsplit

from itagen.agency import Form
from itagen.edition import Item
from itagen.form_views import FormField, FormView
from itagen.part_views import Link
from itagen.plan_ways import Ways
from itagen.site import Site, Year
from itagen.views import Page, Told

NETLIFY = "netlify"
SENT = "sent/"
_TRAP = "website"
_MESSAGES = {
    "question": ("คำถามของท่าน", "Your question"),
    "complaint": ("เรื่องที่ต้องการแจ้ง", "What you want to report"),
}
_MESSAGE_HINTS = {
    "question": ("", ""),
    "complaint": (
        "เกิดอะไรขึ้น ที่ใด เมื่อใด ใครเกี่ยวข้อง และมีหลักฐานใด",
        "What happened, where, when, who is involved, and what proves it",
    ),
}
_NAME_HINTS = {
    "question": ("", ""),
    "complaint": ("ไม่บอกก็ได้ ผู้แจ้งจะได้รับการปกปิดชื่อ", "You need not say it; it will not be made known"),
}
_REPLY = ("อีเมลหรือหมายเลขโทรศัพท์สำหรับติดต่อกลับ", "E-mail or telephone number for a reply")
_REPLY_HINT = ("ไม่บอกก็ได้ แต่จะไม่ได้รับแจ้งผล", "You need not say it, but will not hear of the result")


def form_of(site: Site, year: Year, item: Item) -> Form | None:
    """The form on the page of an item: in years that are worked on, and the one shown at home."""
    return site.agency.forms.get(item.slug) if year.is_open or year is site.current else None


def form_view(ways: Ways, year: Year, item: Item) -> FormView | None:
    """What a template needs to draw the form of an item, if it has one."""
    form = form_of(ways.site, year, item)
    if form is None:
        return None
    kind = form.kind_on(item)
    by_netlify = form.to.text == NETLIFY
    action = Link("", SENT) if by_netlify else Link("", form.to.text, outside=True)
    return FormView(
        kind, item.slug, action, by_netlify, _fields(ways, kind), _TRAP, ways.privacy(year)
    )


def form_targets(site: Site) -> tuple[str, ...]:
    """Where the forms of a site send to, as sources for the CSP's `form-action`; () without.

    The site itself is always one: who takes a form may lead back to the page that says so.
    """
    found = {_origin(form.to.text) for form in _forms(site)}
    return tuple(sorted({"'self'", *found})) if found else ()


def sent_page(site: Site, home: Link) -> Page | None:
    """The page that says that a form was sent, where there is a form."""
    if not _forms(site):
        return None
    return Page(SENT, "sent.html", "ส่งแล้ว", Told(), (home,), unlisted=True)


def _forms(site: Site) -> tuple[Form, ...]:
    """The forms that stand on some page."""
    found = (
        form_of(site, year, item)
        for year in site.years
        for item in (year.edition.items if year.edition else ())
    )
    return tuple(form for form in found if form)


def _origin(to: str) -> str:
    if to == NETLIFY:
        return "'self'"
    parts = urlsplit(to)
    return f"{parts.scheme}://{parts.netloc}"


def _fields(ways: Ways, kind: str) -> tuple[FormField, ...]:
    asked, say = kind == "question", ways.say
    return (
        FormField(
            "name", say("ชื่อ", "Name"), "line", required=False, most=120, autocomplete="name",
            hint=say(*_NAME_HINTS[kind]),
        ),
        FormField(
            "reply-to", say(*_REPLY), "line", required=asked, most=254, autocomplete="email",
            hint="" if asked else say(*_REPLY_HINT),
        ),
        FormField(
            "message", say(*_MESSAGES[kind]), "text", required=True, most=4000,
            hint=say(*_MESSAGE_HINTS[kind]),
        ),
    )  # fmt: skip
