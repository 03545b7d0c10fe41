"""QR codes: drawn by one library, read again from the page's own pixels by another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from selectolax.lexbor import LexborHTMLParser

from itagen.pipeline import build_site
from itagen.project import Project
from itagen.qr import qr_svg
from tests.projects import ROOT, SHIPPED, write_demo

_STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")
_PIXELS = 5


def pixels(svg: str) -> Image.Image:
    """The drawing as a browser shows it: a light ground, dark lines one module high."""
    width, height = (int(n) // 4 for n in re.findall(r'(?:width|height)="(\d+)"', svg)[:2])
    found = Image.new("L", (width * _PIXELS, height * _PIXELS), 255)
    pen = ImageDraw.Draw(found)
    (dark,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    x = y = 0.0
    for step, first, second in _STEP.findall(dark):
        if step == "h":
            box = (
                x * _PIXELS,
                (y - 0.5) * _PIXELS,
                (x + float(first)) * _PIXELS - 1,
                (y + 0.5) * _PIXELS - 1,
            )
            pen.rectangle(box, fill=0)
            x += float(first)
        elif step == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    return found


def read(svg: str) -> str:
    (code,) = zxingcpp.read_barcodes(pixels(svg))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    return str(code.text)


ADDRESSES = (
    "https://www.example.go.th/",
    "https://itas.nacc.go.th/go/eit/abc123",
    "https://www.example.go.th/ร้องเรียน?เรื่อง=ทุจริต",
    "https://www.example.go.th/%E0%B8%A3?a=1&b=2#ข้อ",
    f"https://www.example.go.th/{'x' * 400}",
    "line://ti/p/@example",
    "tel:+6620000000",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_is_read_as_the_address_it_was_made_of(address: str) -> None:
    assert read(qr_svg(address)) == address


@pytest.mark.parametrize("name", ["example", "demo"])
def test_each_code_of_a_site_leads_where_the_words_beside_it_say(name: str, tmp_path: Path) -> None:
    root = ROOT if name == "example" else write_demo(tmp_path / "site", SHIPPED[1])
    assert build_site(Project(root), tmp_path / "out") == []
    home = LexborHTMLParser((tmp_path / "out" / "index.html").read_text("utf-8"))
    spots = home.css(".spot--qr li")
    told = [node.css_first(".spot__address") for node in spots]
    codes = [node.css_first(".qr svg") for node in spots]
    assert len(codes) >= 2
    for words, code, spot in zip(told, codes, spots, strict=True):
        assert words is not None and code is not None
        address = words.text()
        assert read(code.html or "") == address
        link = spot.css_first("a")
        assert link is not None and link.attributes.get("href") == address
