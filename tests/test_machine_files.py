"""What programs are told: sitemap, robots, feeds, and what the heads of pages say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import extruct
import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from itagen.feeds import Feed, FeedEntry, atom_file, json_file
from itagen.listing import Listed, listed
from itagen.machine_files import machine_files
from itagen.plan import Plan
from itagen.project import Project
from itagen.read_site import read_site
from itagen.sitemap_file import robots_file, sitemap_files
from itagen.store import Store
from itagen.structured import Article, structured_data
from tests.projects import DRAFTS, KINDS, SHIPPED, write_demo
from tests.projects import pages as pages_of
from tests.test_build import SEEDS, build, tree
from tests.test_section import write_section

URL = "https://www.example.go.th"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OTHER = "{http://www.w3.org/1999/xhtml}link"
HOSTILE = "ถนน <script> & “คำพูด” \"สอง\" 'หนึ่ง' ]]> <!-- </script> \u2028 &lt; 🙏"
REQUIRED = {
    "GovernmentOrganization": {"name", "url", "address", "telephone", "email"},
    "BreadcrumbList": {"itemListElement"},
    "Dataset": {"name", "description", "url", "creator"},
    "Article": {"headline", "url", "publisher", "datePublished"},
}


def say_of_agency(root: Path, **facts: str | None) -> Path:
    """The agency with other facts; None takes one away."""
    agency = root / "content" / "agency.yaml"
    told = [line for line in agency.read_text("utf-8").split("\n") if line.strip()]
    kept = [line for line in told if line.partition(":")[0] not in facts]
    said = [f"{name}: {value}" for name, value in facts.items() if value is not None]
    agency.write_text("\n".join([*kept, *said]) + "\n", encoding="utf-8")
    return root


def write_post(root: Path, stem: str, title: str, day: str = "2 พฤศจิกายน 2565") -> None:
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{f'date: {day}' if day else ''}\n"
    text = f"{head}---\n{title}\n"
    (root / "content" / "news" / f"{stem}.md").write_text(text, encoding="utf-8")


def rendered(out: Path) -> dict[str, LexborHTMLParser]:
    """Every page by its address."""
    found = {}
    for path in sorted(out.rglob("*.html")):
        name = path.relative_to(out).as_posix()
        found[name.removesuffix("index.html")] = LexborHTMLParser(path.read_bytes())
    return found


def listed_pages(out: Path) -> set[str]:
    """The addresses of the pages that may be found."""
    return {address for address, page in rendered(out).items() if not page.css("meta[name=robots]")}


def mapped(data: bytes) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(data)
    assert root.tag == f"{MAP}urlset"
    found = {url.findtext(f"{MAP}loc") or "": url for url in root}
    assert len(found) == len(root)
    return found


def parsed(path: Path) -> Any:
    """A feed as a strict reader takes it, whole."""
    feed = feedparser.parse(path.read_bytes())
    assert feed.bozo is False and feed.version == "atom10", feed.get("bozo_exception")
    return feed


def feeds_of(out: Path) -> list[Path]:
    return sorted([*out.glob("feed.xml"), *out.glob("*/feed.xml")])


def graph(html: str, address: str) -> list[dict[str, Any]]:
    """What schema.org is told of a page, as extruct reads it."""
    (found,) = extruct.extract(html, base_url=address, syntaxes=["json-ld"])["json-ld"]
    assert found["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = found["@graph"]
    return things


def check_sitemap(out: Path) -> None:
    found = mapped((out / "sitemap.xml").read_bytes())
    assert {address.removeprefix(f"{URL}/") for address in found} == listed_pages(out)
    for address, url in found.items():
        day = url.findtext(f"{MAP}lastmod")
        html = out / address.removeprefix(f"{URL}/") / "index.html"
        footer = LexborHTMLParser(html.read_bytes()).css_first("footer .foot__in:last-child time")
        assert (footer.attributes["datetime"] if footer else None) == day, address


def check_feeds(out: Path) -> None:
    pages = rendered(out)
    for path in feeds_of(out):
        atom = parsed(path)
        plain = json.loads(path.with_suffix(".json").read_text("utf-8"))
        told = [(entry.id, entry.title, entry.updated) for entry in atom.entries]
        moments = [item.get("date_published") or item["date_modified"] for item in plain["items"]]
        items = [(item["id"], item["title"]) for item in plain["items"]]
        assert told == [(*item, moment) for item, moment in zip(items, moments, strict=True)]
        assert atom.feed.updated == told[0][2] == max(moments)
        assert all(moment.endswith("T00:00:00+07:00") for moment in moments)
        assert 0 < len(told) <= 30 and len(set(told)) == len(told)
        assert plain["version"] == "https://jsonfeed.org/version/1.1"
        assert all(item["content_text"] and item["url"] == item["id"] for item in plain["items"])
        for address, title, _ in told:
            page = pages[address.removeprefix(f"{URL}/")]
            heading = page.css_first('meta[property="og:title"]')
            assert heading is not None and heading.attributes["content"] == title


def check_structured(out: Path) -> None:
    seen = set()
    for address, page in rendered(out).items():
        if page.css_first('script[type="application/ld+json"]') is None:
            continue
        things = graph(page.html or "", f"{URL}/{address}")
        for thing in things:
            seen.add(thing["@type"])
            assert thing.keys() >= REQUIRED[thing["@type"]], address
        steps = [s for t in things if "itemListElement" in t for s in t["itemListElement"]]
        assert len(steps) == len(page.css(".crumbs li"))
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        ends = [step["item"] for step in steps][-1:]
        assert ends in ([], [f"{URL}/{address}"])
        for step in steps:
            assert (out / step["item"].removeprefix(f"{URL}/") / "index.html").is_file()
        for download in (d for thing in things for d in thing.get("distribution", ())):
            if download["contentUrl"].startswith(URL):
                assert (out / download["contentUrl"].removeprefix(f"{URL}/")).is_file()
    assert {"GovernmentOrganization", "BreadcrumbList", "Dataset"} <= seen
    assert ("Article" in seen) == bool(feeds_of(out)[1:])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", [*SHIPPED, *DRAFTS], ids=lambda path: path.stem)
def test_machines_are_told_all_of_every_demo(
    edition: Path, kind: str, demo_site: Callable[[Path, str], Path]
) -> None:
    out = demo_site(edition, kind)
    check_sitemap(out)
    check_feeds(out)
    check_structured(out)


def test_machines_are_told_all_of_the_example(site: Path) -> None:
    check_sitemap(site)
    check_feeds(site)
    check_structured(site)
    assert len(feeds_of(site)) == 3


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_the_seeds_are_told_to_machines(seed: Path, tmp_path: Path) -> None:
    shutil.copytree(seed, tmp_path / "site")
    say_of_agency(tmp_path / "site", site_url=URL)
    out = build(tmp_path / "site")
    check_sitemap(out)
    check_feeds(out)


def test_the_sitemap_tells_both_languages_of_a_page(site: Path) -> None:
    found = mapped((site / "sitemap.xml").read_bytes())
    for address in (f"{URL}/2566/o13/", f"{URL}/en/2566/o13/"):
        links = {link.get("hreflang"): link.get("href") for link in found[address].iter(OTHER)}
        assert links == {"th": f"{URL}/2566/o13/", "en": f"{URL}/en/2566/o13/"}
    assert not list(found[f"{URL}/news/2566-04-05-songkran/"].iter(OTHER))


def test_a_site_in_thai_alone_tells_no_other_language(tmp_path: Path) -> None:
    out = build(say_of_agency(write_demo(tmp_path, SHIPPED[1]), languages="[th]"))
    assert b"xhtml:link " not in (out / "sitemap.xml").read_bytes()
    assert "en_US" not in (out / "index.html").read_text("utf-8")


def page_of(number: int) -> Listed:
    day = date(2020, 1, 1) + timedelta(days=number)
    return Listed(f"news/n{number}/", "ข่าว", "", "post", day.isoformat(), "th", None)


@pytest.mark.parametrize(("pages", "parts"), [(0, 0), (3, 0), (4, 2), (6, 2), (7, 3)])
def test_a_long_sitemap_has_parts_and_an_index(pages: int, parts: int) -> None:
    files = dict(sitemap_files(URL, [page_of(number) for number in range(pages)], most=3))
    assert len(files) == parts + 1
    if not parts:
        assert len(mapped(files["sitemap.xml"])) == pages
        return
    index = ElementTree.fromstring(files.pop("sitemap.xml"))
    assert index.tag == f"{MAP}sitemapindex"
    told = {(s.findtext(f"{MAP}loc") or "").removeprefix(f"{URL}/"): s for s in index}
    assert told.keys() == files.keys()
    found = [address for data in files.values() for address in mapped(data)]
    assert found == [f"{URL}/news/n{number}/" for number in range(pages)]
    for name, line in told.items():
        days = [url.findtext(f"{MAP}lastmod") or "" for url in mapped(files[name]).values()]
        assert line.findtext(f"{MAP}lastmod") == max(days)


def test_robots_may_read_all_and_find_the_sitemap() -> None:
    assert robots_file("") == b"User-agent: *\nAllow: /\n"
    last = robots_file(f"{URL}/ita/").decode().splitlines()[-1]
    assert last == f"Sitemap: {URL}/ita/sitemap.xml"


def test_without_its_address_a_site_tells_no_full_ones(tmp_path: Path) -> None:
    out = build(say_of_agency(write_demo(tmp_path, SHIPPED[1]), site_url=None))
    assert not (out / "sitemap.xml").exists() and not feeds_of(out)
    assert b"Sitemap" not in (out / "robots.txt").read_bytes()
    for page in rendered(out).values():
        assert not page.css("script[type='application/ld+json'], [property='og:url']")
        assert not page.css("[property='og:image'], [type='application/atom+xml']")
    links = rendered(out)["sitemap/"].css("#open-data ~ ul a")
    assert [link.attributes["href"] for link in links] == [
        "../data/site.json", "../data/items.csv", "../data/site.schema.json"
    ]  # fmt: skip


@pytest.mark.parametrize("address", [f"{URL}/ita", f"{URL}/ita/"])
def test_a_site_below_a_path_tells_its_addresses_there(address: str, tmp_path: Path) -> None:
    out = build(say_of_agency(write_demo(tmp_path, SHIPPED[1]), site_url=address))
    found = {url.removeprefix(f"{URL}/ita/") for url in mapped((out / "sitemap.xml").read_bytes())}
    assert found == listed_pages(out)
    assert parsed(out / "feed.xml").feed.id == f"{URL}/ita/feed.xml"
    page = (out / "2566" / "o13" / "index.html").read_text("utf-8")
    assert f'<meta property="og:url" content="{URL}/ita/2566/o13/">' in page
    assert graph(page, URL)[0]["itemListElement"][1]["item"] == f"{URL}/ita/2566/"


def test_a_section_tells_of_itself(tmp_path: Path) -> None:
    out = build(write_section(tmp_path))
    found = mapped((out / "sitemap.xml").read_bytes())
    assert {url.removeprefix(f"{URL}/ita/") for url in found} == listed_pages(out)
    (agency,) = graph((out / "index.html").read_text("utf-8"), URL)
    assert agency["@type"] == "GovernmentOrganization" and agency["url"] == f"{URL}/ita/"


def test_what_is_hostile_in_a_title_stays_a_title(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    write_post(root, "hostile", HOSTILE, "20 มีนาคม 2566")
    out = build(root)
    check_sitemap(out)
    check_feeds(out)
    check_structured(out)
    title = " ".join(HOSTILE.split())
    first = parsed(out / "news" / "feed.xml").entries[0]
    assert (first.title_detail.type, first.summary_detail.type) == ("text/plain", "text/plain")
    read = json.loads((out / "news" / "feed.json").read_text("utf-8"))["items"][0]["title"]
    assert " ".join(read.split()) == title
    page = (out / "news" / "hostile" / "index.html").read_text("utf-8")
    (article,) = (thing for thing in graph(page, URL) if thing["@type"] == "Article")
    assert " ".join(article["headline"].split()) == title
    tags = LexborHTMLParser(page).css("script")
    assert [tag.attributes.get("type") for tag in tags].count("application/ld+json") == 1
    assert len(tags) == 2


def machine_made(root: Path) -> dict[str, bytes]:
    """The files for machines of a site that may not be published."""
    project = Project(root)
    plan = Plan(read_site(project))
    pages = [found for page in plan.pages() if (found := listed(page))]
    return dict(machine_files(plan.ways["th"], pages, Store(project.store)))


@pytest.mark.parametrize("day", ["", "เมื่อวานนี้"])
def test_a_post_without_a_day_is_in_the_sitemap_and_in_no_feed(day: str, tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    write_post(root, "timeless", "เรื่องไม่มีวันที่", day)
    made = machine_made(root)
    url = mapped(made["sitemap.xml"])[f"{URL}/news/timeless/"]
    assert url.find(f"{MAP}lastmod") is None
    for name in ("feed.xml", "feed.json", "news/feed.xml", "news/feed.json"):
        assert b"timeless" not in made[name]
    data = json.loads(made["data/site.json"])
    days = {post["path"]: post["date"] for stream in data["streams"] for post in stream["posts"]}
    assert days["news/timeless/"] is None
    assert pages_of(root)["news/timeless/"].head.published == ""


def test_a_stream_whose_posts_have_no_day_has_no_feed(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for post in (root / "content" / "news").glob("*.md"):
        post.unlink()
    write_post(root, "timeless", "เรื่องไม่มีวันที่", "")
    made = machine_made(root)
    assert [name for name in made if name.endswith("feed.xml")] == [
        "feed.xml", "procurement/feed.xml"
    ]  # fmt: skip
    assert pages_of(root)["news/"].head.feed is None


def test_thai_digits_are_for_people(tmp_path: Path, demo_site: Callable[[Path, str], Path]) -> None:
    out = build(say_of_agency(write_demo(tmp_path, SHIPPED[1]), digits="thai"))
    plain = demo_site(SHIPPED[1], KINDS[0])
    for name in ("feed.xml", "feed.json", "sitemap.xml", "data/site.json", "data/items.csv"):
        assert (out / name).read_bytes() == (plain / name).read_bytes()


def test_a_stream_keeps_its_newest_thirty(tmp_path: Path) -> None:
    root = write_demo(tmp_path, SHIPPED[1])
    for number in range(40):
        write_post(root, f"n{number:02}", f"เรื่องที่ {number}", f"{1 + number % 28} พฤศจิกายน 2565")
    out = build(root)
    assert len(parsed(out / "news" / "feed.xml").entries) == 30
    check_feeds(out)
    shown = [link.attributes["href"] for link in rendered(out)["news/"].css("main .posts a")]
    told = [entry.id for entry in parsed(out / "news" / "feed.xml").entries]
    assert [f"{URL}/news/{href.removesuffix('index.html')}" for href in shown if href] == told[:20]


def test_pages_lead_to_the_feeds_that_tell_of_them(site: Path) -> None:
    pages = rendered(site)

    def told(address: str) -> list[str]:
        links = pages[address].css("link[type='application/atom+xml']")
        return [(link.attributes["href"] or "").removeprefix(f"{URL}/") for link in links]

    assert told("news/") == told("news/2565-11/") == ["news/feed.xml", "feed.xml"]
    assert told("2566/o13/") == told("en/") == told("404.html") == ["feed.xml"]
    assert pages["news/"].css("main a[href='feed.xml']")
    for address in ("sitemap/", "en/sitemap/"):
        links = {link.attributes["href"] for link in pages[address].css("#open-data ~ ul a")}
        up = "../" * address.count("/")
        assert {f"{up}data/site.json", f"{up}data/items.csv", f"{up}feed.xml"} <= links
        assert {f"{up}news/feed.json", f"{up}procurement/feed.xml"} <= links


def test_a_page_that_is_shared_shows_what_it_is(site: Path) -> None:
    post = (site / "news" / "2566-04-05-songkran" / "index.html").read_text("utf-8")
    found = extruct.extract(post, syntaxes=["opengraph"])["opengraph"]
    told = dict(found[0]["properties"])
    assert told["og:type"] == "article" and told["og:locale"] == "th_TH"
    assert told["og:url"] == f"{URL}/news/2566-04-05-songkran/"
    assert told["og:image"] == f"{URL}/news/2566-04-05-songkran/songkran.png"
    assert told["article:published_time"] == "2023-04-05T00:00:00+07:00"
    assert told["og:description"].startswith("ขอเชิญร่วมงาน") and told["og:site_name"]
    home = rendered(site)["en/"]
    locale = home.css_first("[property='og:locale']")
    assert locale is not None and locale.attributes["content"] == "en_US"


def test_every_page_that_may_be_found_says_its_own_address(site: Path) -> None:
    pages = rendered(site)
    for address in listed_pages(site):
        (link,) = pages[address].css("link[rel=canonical]")
        (told,) = pages[address].css("[property='og:url']")
        assert link.attributes["href"] == told.attributes["content"] == f"{URL}/{address}"
    for address in pages.keys() - listed_pages(site) - {"sent/"}:
        assert not pages[address].css("link[rel=canonical]"), address


def test_an_emblem_stands_for_pages_without_a_picture(tmp_path: Path) -> None:
    root = say_of_agency(write_demo(tmp_path, SHIPPED[1]), emblem="{image: map.png, alt: ตรา}")
    page = (build(root) / "2566" / "o13" / "index.html").read_text("utf-8")
    assert f'<meta property="og:image" content="{URL}/agency/map.png">' in page


def test_a_dataset_tells_its_files_and_what_they_cover(site: Path) -> None:
    page = (site / "2566" / "o21" / "index.html").read_text("utf-8")
    (data,) = (thing for thing in graph(page, URL) if thing["@type"] == "Dataset")
    assert data["temporalCoverage"] == "2022-10-01/2023-03-31"
    (file,) = data["distribution"]
    assert file["contentUrl"] == f"{URL}/2566/o21/sakhoro1.xlsx"
    assert file["encodingFormat"].endswith("spreadsheetml.sheet")
    duties = (site / "2566" / "o03" / "index.html").read_text("utf-8")
    assert [thing["@type"] for thing in graph(duties, URL)] == ["BreadcrumbList"]


def test_two_builds_tell_machines_the_same(
    tmp_path: Path, demo_site: Callable[[Path, str], Path]
) -> None:
    one, other = demo_site(SHIPPED[1], KINDS[0]), build(write_demo(tmp_path, SHIPPED[1]))
    names = {"sitemap.xml", "robots.txt", "feed.xml", "feed.json", "data/site.json"}
    assert names <= tree(one).keys() and tree(one) == tree(other)


XML = st.characters(exclude_categories=("Cs", "Cc", "Cn"))


@given(title=st.text(XML, min_size=1), address=st.text(XML))
def test_feeds_hold_any_title(title: str, address: str) -> None:
    entry = FeedEntry(f"{URL}/{address}", title, title, "2023-01-01T00:00:00+07:00", published=True)
    feed = Feed(title, URL, f"{URL}/feed.xml", f"{URL}/feed.json", (title, URL), (entry,))
    root = ElementTree.fromstring(atom_file(feed))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}entry/{atom}title") == title
    assert root.findtext(f"{atom}entry/{atom}id") == f"{URL}/{address}"
    assert json.loads(json_file(feed))["items"][0]["title"] == title


@given(title=st.text(), crumb=st.text())
def test_no_title_ends_a_block_of_data(title: str, crumb: str) -> None:
    text = structured_data(URL, title, [(crumb, ""), (title, "x/")], Article(title, "2023-01-01"))
    assert "<" not in text
    crumbs, article = json.loads(text)["@graph"]
    assert article["headline"] == article["publisher"]["name"] == title
    assert [step["name"] for step in crumbs["itemListElement"]] == [crumb, title]
