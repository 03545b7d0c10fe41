"""Small files made for tests: PDFs of every fault, archives, pictures, pages in disguise.

`python -m tests.file_samples` writes those that lie in sites/broken; a test keeps them the same.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from tests.projects import ROOT

BROKEN = ROOT / "tests" / "sites" / "broken"
AGENCY = "หน่วยงานตัวอย่าง (องค์กรปกครองส่วนท้องถิ่น)"
RIGHT = (
    f"รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n{AGENCY}\nเอกสารสมมติทั้งฉบับ ใช้ทดสอบโปรแกรมเท่านั้น"
)


def make_pdf(
    pages: Sequence[str | None], *, title: str = "", catalog: str = "", more: Sequence[bytes] = (),
    trailer: str = "", packed: bytes = b"", height: int = 842,
) -> bytes:  # fmt: skip
    """A PDF whose pages hold these lines, or for None a picture of a page and nothing else.

    Args:
        pages: their texts, also in Thai: they can be read back.
        title: what the document is called inside.
        catalog: what else its catalogue says.
        more: other objects; the first one has the number 5.
        trailer: what else the trailer says.
        packed: objects to lie in a compressed object stream, where programs hide them too.
        height: of each page; 48 lines have room on paper.
    """
    signs = sorted(set("".join(text or "" for text in pages)) - {"\n"})
    first = 5 + len(more) + bool(packed)
    kids = [first + 2 * number for number in range(len(pages))]
    objects: list[bytes] = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 33/LastChar 255/ToUnicode 4 0 R"
        b"/Widths[" + b"500 " * 223 + b"]>>",
        _stream(_to_unicode(signs)),
        *more,
    ]
    if packed:
        objects.append(
            _stream(zlib.compress(packed), "/Type/ObjStm/N 1/First 5/Filter/FlateDecode")
        )
    for kid, text in zip(kids, pages, strict=True):
        uses = "/Font<</F 3 0 R>>" if text is not None else ""
        drawn = _lines(text, signs, height - 62) if text is not None else _picture()
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {height}]/Resources<<{uses}>>"
            f"/Contents {kid + 1} 0 R>>".encode()
        )
        objects.append(_stream(drawn))
    if title:
        objects.append(f"<</Title<feff{title.encode('utf-16-be').hex()}>>>".encode())
        trailer += f"/Info {len(objects)} 0 R"
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    data += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode()
    return data + f"startxref\n{start}\n%%EOF\n".encode()


def _stream(data: bytes, more: str = "") -> bytes:
    return f"<</Length {len(data)}{more}>>stream\n".encode() + data + b"\nendstream"


def _to_unicode(signs: Sequence[str]) -> bytes:
    """Which sign each byte of the texts stands for."""
    pairs = [f"<{33 + n:02x}> <{ord(sign):04x}>" for n, sign in enumerate(signs)]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    body = "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{body}endcmap end end"
    ).encode()


def _lines(text: str, signs: Sequence[str], top: int) -> bytes:
    rows = (bytes(33 + signs.index(sign) for sign in line).hex() for line in text.split("\n"))
    shown = " ".join(f"<{row}> Tj T*" for row in rows)
    return f"BT /F 12 Tf 60 {top} Td 16 TL {shown} ET".encode()


def _picture() -> bytes:
    return (
        b"q 595 0 0 842 0 0 cm BI /W 8 /H 8 /BPC 1 /CS /G ID \xaa\x55\xaa\x55\xaa\x55\xaa\x55 EI Q"
    )


def locked_pdf() -> bytes:
    """It asks for a password that nobody knows."""
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>/ID[<00><00>]"
    return make_pdf([RIGHT], trailer=lock)


def scripted_pdf(action: str = "/S/JavaScript/JS") -> bytes:
    """It runs a script when it is opened."""
    return make_pdf([RIGHT], catalog=f"/OpenAction<<{action}(app.alert\\(1\\))>>")


def hidden_script_pdf() -> bytes:
    """The same, its action packed away in a stream of objects."""
    return make_pdf([RIGHT], packed=b"9 0  <</S/JavaScript/JS(app.alert\\(1\\))>>")


def launching_pdf() -> bytes:
    return make_pdf([RIGHT], catalog="/OpenAction<</S/Launch/F(setup.exe)>>")


def embedding_pdf() -> bytes:
    names = "/Names<</EmbeddedFiles<</Names[(a.txt) 5 0 R]>>>>"
    file = b"<</Type/Filespec/F(a.txt)/EF<</F 6 0 R>>>>"
    return make_pdf([RIGHT], catalog=names, more=[file, _stream(b"made up", "/Type/EmbeddedFile")])


def scanned_pdf(pages: int = 3) -> bytes:
    return make_pdf([None] * pages)


def office(part: str) -> bytes:
    """An Office file as far as its parts tell: `word/`, `xl/` or `ppt/`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", f"{part}main.xml"):
            archive.writestr(zipfile.ZipInfo(name), "<made-up/>")
    return made.getvalue()


def page(title: str, body: str) -> bytes:
    return f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>{body}</body>".encode()


LOGIN = page("ลงชื่อเข้าใช้ - ระบบสมมติ", '<form><input type="password"></form>')
LOST = page("404 Not Found", "<h1>404</h1>")
POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:0000000000000000000000000000000000000000000000000000000000000000\nsize 12345\n"
)
WEBP = (
    b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88"
    b"\x88\xfe\x07"
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
SCRIPTED_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def samples() -> Iterator[tuple[str, bytes]]:
    """The files of sites/broken that no editor could write."""
    home = "content/2566/o13/"
    whole = make_pdf([RIGHT])
    yield f"damaged-file/{home}cut.pdf", whole[:900]
    yield f"damaged-file/{home}damaged.pdf", b"%PDF-1.5\n" + b"nothing of use\n" * 20 + b"%%EOF\n"
    yield f"damaged-file/{home}cut.xlsx", office("xl/")[:-30]
    yield f"encrypted-pdf/{home}locked.pdf", locked_pdf()
    yield f"taken-address/{home}report.pdf", whole
    yield f"disguised-file/{home}login.pdf", LOGIN
    yield f"disguised-file/{home}lost.pdf", LOST
    yield f"disguised-file/{home}pointer.pdf", POINTER
    yield f"disguised-file/{home}photo.jpg", WEBP
    yield f"disguised-file/{home}letter.pdf", office("word/")
    yield f"disguised-file/{home}table.xls", page("", "<table></table>")
    yield f"disguised-file/{home}locked.xlsx", OLD_OFFICE
    yield f"refused-file/{home}page.html", LOGIN
    yield f"refused-file/{home}setup.pdf", b"MZ\x90\0 made up"
    yield f"refused-file/{home}run.bat", b"echo made up\r\n"
    yield f"refused-file/{home}drawing.svg", SCRIPTED_SVG
    yield f"active-pdf/{home}script.pdf", scripted_pdf()
    yield f"active-pdf/{home}in-hex.pdf", scripted_pdf("/S/J#61vaScript/J#53")
    yield f"active-pdf/{home}packed.pdf", hidden_script_pdf()
    yield f"active-pdf/{home}launch.pdf", launching_pdf()
    yield f"active-pdf/{home}files.pdf", embedding_pdf()
    numbered = make_pdf([RIGHT, "บัญชีแนบท้าย นายสมมติ ตัวอย่างดี ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"])
    yield "citizen-number/content/news/2566-o07-1/list.pdf", numbered
    yield f"pages-beyond-end/{home}report.pdf", make_pdf([RIGHT] * 4)
    yield f"scanned-document/{home}scan.pdf", scanned_pdf()
    yield f"scanned-document/{home}partly.pdf", make_pdf([RIGHT, RIGHT, None])
    yield f"year-in-document/{home}report.pdf", make_pdf([RIGHT.replace("๒๕๖๕", "2564")])
    yield f"year-in-document/{home}right.pdf", make_pdf([RIGHT])
    other = RIGHT.replace("๒๕๖๕", "").replace(AGENCY, "องค์การบริหารส่วนตำบลสมมติ")
    yield f"foreign-document/{home}report.pdf", make_pdf([f"{other}\n{other}"])
    yield f"foreign-document/{home}right.pdf", make_pdf([f"{RIGHT}\n{RIGHT}"])
    contents = make_pdf([RIGHT, "สารบัญ เลขหน้า", "ปัญหาที่พบ และอุปสรรค"])
    yield f"unmatched-pages/{home}report.pdf", contents


def main() -> None:
    for name, data in samples():
        path = BROKEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
