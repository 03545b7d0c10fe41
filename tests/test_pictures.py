"""Pictures: read by their headers, shown in fitting sizes, published without their place."""

from __future__ import annotations

import io
import shutil
import struct
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from itagen.diagnostics import Severity
from itagen.evidence.picture_bytes import BrokenPictureError, without_said
from itagen.evidence.pictures import PictureFacts, fitted, published, read_picture, widths
from itagen.pipeline import build_site
from itagen.project import Project
from tests.projects import ROOT, SHIPPED, kept, lines, write_demo

PLACE, UP = 0x8825, 0x0112
SECRET = b"Somchai's camera"


def said(up: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[0x0110] = SECRET.decode("ascii")
    found[UP] = up
    found.get_ifd(PLACE).update({1: "N", 2: (10.0, 0.0, 0.0), 3: "E", 4: (101.0, 0.0, 0.0)})
    return found


def photo(form: str, size: tuple[int, int] = (2000, 1000), up: int = 1) -> bytes:
    """A picture whose left half is dark, with the place where it was taken."""
    image = Image.new("RGB", size, "#e0e0d0")
    image.paste("#203040", (0, 0, size[0] // 2, size[1]))
    kept = io.BytesIO()
    image.save(kept, form, exif=said(up), xmp=b"<x>" + SECRET + b"</x>")
    return kept.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


FORMS = ("JPEG", "PNG", "WEBP")


@pytest.mark.parametrize("form", FORMS)
def test_a_header_tells_size_place_and_which_way_is_up(form: str, tmp_path: Path) -> None:
    path = put(tmp_path, "a.jpg", photo(form, (300, 200), 6))
    facts = PictureFacts(200, 300, form, has_place=True, frames=1, turned=True)
    assert read_picture(path) == facts


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("up", range(1, 9))
@pytest.mark.parametrize("whole", [False, True])
def test_nothing_is_published_but_the_picture(
    form: str, up: int, whole: bool, tmp_path: Path
) -> None:
    path = put(tmp_path, "a", photo(form, (300, 200), up))
    facts = read_picture(path)
    copies = [published(path, facts, whole=whole), *(fitted(path, w) for w in widths(facts))]
    for data in copies:
        image = seen(data)
        assert SECRET not in data and b"\x88\x25" not in data and b"\x25\x88" not in data[:400]
        assert set(image.getexif()) <= {UP}
        from PIL import ImageOps

        right = ImageOps.exif_transpose(image)
        wanted = ImageOps.exif_transpose(seen(path.read_bytes()))
        assert right.size == wanted.size == (facts.width, facts.height)
        corners = [(4, 4), (facts.width - 5, 4), (4, facts.height - 5)]
        for corner in corners:
            near = zip(dots(right, corner), dots(wanted, corner), strict=True)
            assert all(abs(one - other) < 12 for one, other in near)


def dots(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def test_a_whole_picture_loses_no_dot(tmp_path: Path) -> None:
    for form in FORMS:
        data = photo(form)
        path = put(tmp_path, form, data)
        kept = published(path, read_picture(path), whole=True)
        assert seen(kept).tobytes() == seen(data).tobytes()
        assert len(kept) < len(data)


def test_another_picture_behind_the_first_is_cut_off(tmp_path: Path) -> None:
    data = photo("JPEG")
    path = put(tmp_path, "a.jpg", data + data + b"film" * 4000)
    assert read_picture(path).fault == ""
    kept = without_said(path.read_bytes())
    assert SECRET not in kept and kept.count(b"\xff\xd9") == 1


def test_copies_are_as_wide_as_screens_and_no_wider_than_the_picture(tmp_path: Path) -> None:
    for size, wanted in (
        ((2000, 1000), (480, 960, 1600)),
        ((1000, 10), (480, 1000)),
        ((480, 480), (480,)),
        ((90, 300), (90,)),
    ):
        path = put(tmp_path, "a.png", photo("PNG", size))
        facts = read_picture(path)
        assert widths(facts) == wanted
        for width in wanted:
            image = seen(fitted(path, width))
            assert image.size == (width, max(1, round(size[1] * width / size[0])))
            assert image.format == "WEBP"
        assert seen(published(path, facts)).width == min(size[0], 1600)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_mode_can_be_shown(mode: str, tmp_path: Path) -> None:
    kept = io.BytesIO()
    Image.new(mode, (600, 30)).save(kept, "JPEG" if mode == "CMYK" else "PNG")
    path = put(tmp_path, "a", kept.getvalue())
    assert seen(fitted(path, 480)).size == (480, 24)
    assert fitted(path, 480) == fitted(path, 480)


def test_colours_of_a_wide_profile_become_those_of_every_screen(tmp_path: Path) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = io.BytesIO()
    Image.new("RGB", (500, 20), "#cc3311").save(kept, "JPEG", icc_profile=profile, quality=95)
    path = put(tmp_path, "a.jpg", kept.getvalue())
    shown = seen(fitted(path, 480))
    assert "icc_profile" not in shown.info
    near = zip(dots(shown, (9, 9)), (0xCC, 0x33, 0x11), strict=True)
    assert all(abs(one - other) < 8 for one, other in near)
    assert "icc_profile" in seen(published(path, read_picture(path))).info


def test_a_picture_that_moves_stays_as_it_is(tmp_path: Path) -> None:
    kept = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), (number * 80, 0, 0)) for number in range(3)]
    frames[0].save(kept, "GIF", save_all=True, append_images=frames[1:])
    path = put(tmp_path, "a.gif", kept.getvalue())
    facts = read_picture(path)
    assert facts.frames == 3 and widths(facts) == ()
    assert published(path, facts) == path.read_bytes()


def test_a_gif_says_nothing_but_its_pictures(tmp_path: Path) -> None:
    kept = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), (number * 80, 0, 0)) for number in range(3)]
    frames[0].save(
        kept, "GIF", save_all=True, append_images=frames[1:], comment=SECRET, loop=3, duration=70
    )
    data = kept.getvalue()
    noted = b"!\xff\x0bXMP DataXMP" + bytes([len(SECRET)]) + SECRET + b"\0"
    said = data[:-1] + noted + b";" + SECRET
    assert said.count(SECRET) > 2
    facts = read_picture(put(tmp_path, "a.gif", said))
    assert facts.fault == "" and facts.frames == 3
    shown = published(tmp_path / "a.gif", facts)
    assert SECRET not in shown
    with Image.open(io.BytesIO(shown)) as now, Image.open(io.BytesIO(data)) as before:
        assert (now.info["loop"], now.info["duration"]) == (3, 70) and "comment" not in now.info
        for number in range(3):
            now.seek(number)
            before.seek(number)
            assert now.convert("RGB").tobytes() == before.convert("RGB").tobytes()
    with pytest.raises(BrokenPictureError):
        without_said(data[:-30])


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 5_001), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int], tmp_path: Path) -> None:
    path = put(tmp_path, "a.png", bomb(*size))
    assert read_picture(path).fault == "pixels"
    with pytest.raises(BrokenPictureError):
        fitted(path, 480)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_was_cut_is_told_from_no_picture(form: str, tmp_path: Path) -> None:
    data = photo(form)
    assert read_picture(put(tmp_path, "a.jpg", data[: len(data) - 40])).fault == "truncated"
    assert read_picture(put(tmp_path, "b.jpg", b"<html>" + data)).fault == "unreadable"
    assert read_picture(put(tmp_path, "c.heic", data)).fault == "format"


@settings(max_examples=200, deadline=None)
@given(
    form=st.sampled_from(FORMS),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 400),
)
def test_damaged_bytes_are_a_picture_or_named_as_broken(
    form: str, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(_SMALL[form])
    for place, value in changes:
        data[place % len(data)] = value
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder), "a.jpg", bytes(data[: len(data) - cut]))
        facts = read_picture(path)
        for width in widths(facts):
            with suppress(BrokenPictureError):
                assert fitted(path, width) and published(path, facts)


_SMALL = {form: photo(form, (60, 40)) for form in FORMS}


def main_pictures(page: Path) -> list[LexborNode]:
    return LexborHTMLParser(page.read_text("utf-8")).css("main img")


def illustrated(root: Path, size: tuple[int, int] = (2000, 1000)) -> Path:
    """The demo with a post that shows one photo, names it in its text, and attaches another."""
    write_demo(root, SHIPPED[1])
    news = root / "content" / "news" / "photos"
    put(news, "big.jpg", photo("JPEG", size))
    put(news, "scan.jpg", photo("JPEG", size))
    put(news, "small.png", photo("PNG", (300, 150)))
    (root / "content" / "news" / "photos.md").write_text(
        "---\ntitle: ภาพสมมติ\ndate: 2 พฤศจิกายน 2565\nimage: big.jpg\nalt: ครึ่งมืดครึ่งสว่าง\n"
        'documents: [scan.jpg]\n---\nข้อความ ![ภาพเล็ก "ในงาน"](small.png) ท้ายข้อความ\n',
        encoding="utf-8",
    )
    return root


def test_a_post_shows_its_pictures_in_sizes_that_fit(tmp_path: Path) -> None:
    root, out = illustrated(tmp_path / "site"), tmp_path / "out"
    assert build_site(Project(root), out) == []
    page = out / "news" / "photos" / "index.html"
    first, second = main_pictures(page)
    assert first.attributes["width"] == "1600" and first.attributes["height"] == "800"
    assert "loading" not in first.attributes and second.attributes["loading"] == "lazy"
    assert second.attributes["alt"] == 'ภาพเล็ก "ในงาน"'
    assert (second.attributes["width"], second.attributes["height"]) == ("300", "150")
    sources = LexborHTMLParser(page.read_text("utf-8")).css("main picture > source")
    offered = [
        copy.split() for node in sources for copy in (node.attributes["srcset"] or "").split(",")
    ]
    assert [width for _, width in offered] == ["480w", "960w", "1600w", "300w"]
    for name, width in offered:
        assert seen((page.parent / name).read_bytes()).width == int(width[:-1])
    assert seen((page.parent / "big.jpg").read_bytes()).size == (1600, 800)
    assert seen((page.parent / "scan.jpg").read_bytes()).size == (2000, 1000)
    assert not list(page.parent.glob("scan.jpg-*"))
    for path in page.parent.iterdir():
        assert SECRET not in path.read_bytes()


def test_a_second_build_takes_pictures_from_the_store(tmp_path: Path) -> None:
    root = illustrated(tmp_path / "site", (600, 300))
    for name in ("one", "two"):
        assert build_site(Project(root), tmp_path / name) == []
    made = {p.name: p.read_bytes() for p in (tmp_path / "one" / "news" / "photos").iterdir()}
    again = {p.name: p.read_bytes() for p in (tmp_path / "two" / "news" / "photos").iterdir()}
    assert made == again
    store = Project(root).store / "picture"
    for path in [path for path in store.rglob("*") if path.is_file()]:
        path.write_bytes(kept(b"from the store"))
    assert build_site(Project(root), tmp_path / "three") == []
    assert (tmp_path / "three" / "news" / "photos" / "big.jpg").read_bytes() == b"from the store"
    shutil.rmtree(store)
    build_site(Project(root), tmp_path / "three")
    assert (tmp_path / "three" / "news" / "photos" / "big.jpg").read_bytes() == made["big.jpg"]


def test_a_picture_damaged_behind_its_header_stops_the_build(tmp_path: Path) -> None:
    root = illustrated(tmp_path / "site", (600, 300))
    path = root / "content" / "news" / "photos" / "small.png"
    data = bytearray(path.read_bytes())
    place = data.index(b"IDAT") + 20
    data[place : place + 8] = bytes(8)
    path.write_bytes(bytes(data))
    assert lines(root) == []
    found = build_site(Project(root), tmp_path / "out")
    assert [(f.code, f.severity, f.at.path) for f in found] == [
        ("ITA470", Severity.ERROR, "content/news/photos/small.png")
    ]
    assert not (tmp_path / "out").exists()


def test_a_file_may_not_take_the_address_of_a_copy(tmp_path: Path) -> None:
    root = illustrated(tmp_path)
    post = root / "content" / "news" / "photos.md"
    put(root / "content" / "news" / "photos", "Big.jpg-480.webp", photo("WEBP", (9, 9)))
    text = post.read_text("utf-8").replace("[scan.jpg]", "[scan.jpg, Big.jpg-480.webp]")
    post.write_text(text, encoding="utf-8")
    (found,) = lines(root)
    assert "error[ITA408]" in found and "content/news/photos/big.jpg" in found


def test_the_example_publishes_no_place() -> None:
    source = ROOT / "content" / "news" / "2566-01-16-childrens-day" / "childrens-day.jpg"
    facts = read_picture(source)
    assert facts.has_place and facts.turned and facts.width > facts.height
    kept = published(source, facts)
    assert seen(kept).size == (facts.width, facts.height)
    assert not seen(kept).getexif() and b"Phone 1" not in kept
