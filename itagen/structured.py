"""What pages are about, in the words of schema.org: value objects, and JSON-LD made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from itagen.address import full_address

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AGENCY = "GovernmentOrganization"


class Organization(NamedTuple):
    """The agency, as its home page tells of it.

    Attributes:
        logo: the address of its emblem on the site.
        same_as: its pages on other sites.
    """

    name: str
    other_names: tuple[str, ...] = ()
    address: str = ""
    phones: tuple[str, ...] = ()
    fax: str = ""
    email: str = ""
    logo: str = ""
    same_as: tuple[str, ...] = ()


class Download(NamedTuple):
    """A file of data: an address of the site or a full one elsewhere, and its media type."""

    title: str
    address: str
    media: str


class Dataset(NamedTuple):
    """Rows on a page, or files of data that it leads to; `period`: `2022-10-01/2023-09-30`."""

    name: str
    description: str
    period: str = ""
    updated: str = ""
    downloads: tuple[Download, ...] = ()


class Article(NamedTuple):
    """A post; `day` is empty where none is told."""

    headline: str
    day: str = ""
    image: str = ""


Subject = Organization | Dataset | Article


def structured_data(
    site_url: str, agency: str, crumbs: Sequence[tuple[str, str]], subject: Subject | None
) -> str:
    """JSON-LD of a page that may stand within `<script>`; empty where there is nothing to tell.

    Args:
        site_url: the full address of the home page.
        agency: its name in the language of the page.
        crumbs: name and address of each page above this one, and of this one.
        subject: what the page is about; its content is in Thai on a page of either language.
    """
    parts = [_breadcrumbs(site_url, tuple(crumbs[:-1]), *crumbs[-1])] if len(crumbs) > 1 else []
    if subject is not None:
        parts.append(_encode(_about(site_url, agency, crumbs[-1][1], subject)))
    if not parts:
        return ""
    graph = ",".join(parts).replace("<", "\\u003c")
    return f'{{"@context":"https://schema.org","@graph":[{graph}]}}'


def _breadcrumbs(url: str, above: tuple[tuple[str, str], ...], name: str, address: str) -> str:
    last = _encode(_step(url, len(above) + 1, name, address))
    return f'{{"@type":"BreadcrumbList","itemListElement":[{_steps(url, above)}{last}]}}'


@lru_cache(maxsize=256)
def _steps(url: str, above: tuple[tuple[str, str], ...]) -> str:
    """The way down to a page: many pages share it."""
    steps = (_step(url, number, *crumb) for number, crumb in enumerate(above, 1))
    return "".join(f"{_encode(step)}," for step in steps)


def _step(url: str, number: int, name: str, address: str) -> dict[str, Any]:
    item = full_address(url, address)
    return {"@type": "ListItem", "position": number, "name": name, "item": item}


def _about(url: str, agency: str, page: str, subject: Subject) -> dict[str, Any]:
    match subject:
        case Organization():
            return dict(_organization(url, page, subject))
        case Dataset():
            return dict(_dataset(url, agency, page, subject))
        case Article():
            return _article(url, agency, page, subject)


def _organization(url: str, page: str, agency: Organization) -> Iterator[tuple[str, Any]]:
    yield from (("@type", _AGENCY), ("@id", _agency_id(url)), ("name", agency.name))
    told = {
        "alternateName": list(agency.other_names),
        "url": full_address(url, page),
        "logo": full_address(url, agency.logo) if agency.logo else "",
        "address": agency.address,
        "telephone": list(agency.phones),
        "faxNumber": agency.fax,
        "email": agency.email,
        "sameAs": list(agency.same_as),
    }
    yield from ((name, value) for name, value in told.items() if value)


def _dataset(url: str, agency: str, page: str, data: Dataset) -> Iterator[tuple[str, Any]]:
    yield from (("@type", "Dataset"), ("name", data.name), ("description", data.description))
    yield from (("url", full_address(url, page)), ("inLanguage", "th"))
    if data.period:
        yield "temporalCoverage", data.period
    if data.updated:
        yield "dateModified", data.updated
    yield "creator", _publisher(url, agency)
    if data.downloads:
        yield "distribution", [_download(url, file) for file in data.downloads]


def _download(url: str, file: Download) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "encodingFormat": file.media,
        "contentUrl": full_address(url, file.address),
    }


def _article(url: str, agency: str, page: str, post: Article) -> dict[str, Any]:
    found = {
        "@type": "Article",
        "headline": post.headline,
        "url": full_address(url, page),
        "inLanguage": "th",
        "publisher": _publisher(url, agency),
    }
    if post.day:
        found["datePublished"] = post.day
    if post.image:
        found["image"] = full_address(url, post.image)
    return found


def _publisher(url: str, agency: str) -> dict[str, str]:
    return {"@type": _AGENCY, "@id": _agency_id(url), "name": agency}


def _agency_id(url: str) -> str:
    return full_address(url, "#agency")
