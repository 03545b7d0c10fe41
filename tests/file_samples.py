"""Small files made for tests: PDFs of every fault, archives, pictures, pages in disguise.

`python -m tests.file_samples` writes those that lie in sites/broken; a test keeps them the same.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tests.projects import ROOT

BROKEN = ROOT / "tests" / "sites" / "broken"
AGENCY = "หน่วยงานตัวอย่าง (องค์กรปกครองส่วนท้องถิ่น)"
RIGHT = (
    f"รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n{AGENCY}\nเอกสารสมมติทั้งฉบับ ใช้ทดสอบโปรแกรมเท่านั้น"
)


DRAWN = "drawn"


def make_pdf(
    pages: Sequence[str | None], *, title: str = "", author: str = "", catalog: str = "",
    more: Sequence[bytes] = (), trailer: str = "", packed: bytes = b"", height: int = 842,
) -> bytes:  # fmt: skip
    """A PDF whose pages hold these lines, or for None a picture of a page and nothing else.

    Args:
        pages: their texts, also in Thai: they can be read back; `DRAWN`: signs that are no text.
        title: what the document is called inside; `author`: who is said to have written it.
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
        drawn = _picture() if text is None else _lines(text, signs, height - 62)
        if text == DRAWN:
            drawn = _outlines()
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {height}]/Resources<<{uses}>>"
            f"/Contents {kid + 1} 0 R>>".encode()
        )
        objects.append(_stream(drawn))
    if title or author:
        said = "".join(
            f"/{name}<feff{words.encode('utf-16-be').hex()}>"
            for name, words in (("Title", title), ("Author", author))
            if words
        )
        objects.append(f"<<{said}>>".encode())
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


def _outlines() -> bytes:
    places = ((60 + 5 * (n % 90), 780 - 14 * (n // 90)) for n in range(900))
    return b" ".join(b"%d %d 3 9 re f" % place for place in places)


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


def outlined_pdf() -> bytes:
    """Its signs are drawn, as programs for posters save them: no text is left."""
    return make_pdf([DRAWN])


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive, the same on every day."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def office(part: str, more: Mapping[str, str | bytes] = MappingProxyType({})) -> bytes:
    """An Office file as far as its parts tell: `word/`, `xl/` or `ppt/`."""
    return zipped({"[Content_Types].xml": "<made-up/>", f"{part}main.xml": "<made-up/>", **more})


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def letter(*lines: str, author: str = "", deleted: str = "", header: str = "") -> bytes:
    """A Word document with these paragraphs, one that was deleted but kept, and a header."""
    shown = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    gone = f"<w:p><w:del><w:r><w:delText>{deleted}</w:delText></w:r></w:del></w:p>"
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{shown}{gone}</w:body></w:document>'
    head = f'<w:hdr xmlns:w="{_WORD}"><w:p><w:r><w:t>{header}</w:t></w:r></w:p></w:hdr>'
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>รายงานสมมติ</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>"
    )
    parts = {"word/document.xml": body, "word/header1.xml": head, "docProps/core.xml": core}
    return office("word/", parts)


def locked_zip() -> bytes:
    """Its one part is marked as encrypted."""
    data = bytearray(zipped({"a.txt": "made up"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def damaged_letter() -> bytes:
    """Its words are changed behind the back of their checksum."""
    data = letter("ถูกต้อง")
    at = data.index(b"word/document.xml") + 40
    return data[:at] + b"\0\0\0\0" + data[at + 4 :]


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
LOCKED_OFFICE = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 96
OLD_MACROS = OLD_OFFICE + "_VBA_PROJECT".encode("utf-16-le") + b"\0" * 104
XML_PAGE = (
    b'<?xml version="1.0"?><a xmlns:h="http://www.w3.org/1999/xhtml"><h:script>1</h:script></a>'
)
SCRIPTED_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def samples() -> Iterator[tuple[str, bytes]]:
    """The files of sites/broken that no editor could write."""
    home = "content/2566/o13/"
    whole = make_pdf([RIGHT])
    yield f"damaged-file/{home}cut.pdf", whole[:900]
    yield f"damaged-file/{home}damaged.pdf", b"%PDF-1.5\n" + b"nothing of use\n" * 20 + b"%%EOF\n"
    yield f"damaged-file/{home}cut.xlsx", office("xl/")[:-30]
    yield f"damaged-file/{home}damaged.docx", damaged_letter()
    yield f"encrypted-file/{home}locked.pdf", locked_pdf()
    yield f"encrypted-file/{home}locked.xlsx", LOCKED_OFFICE
    yield f"encrypted-file/{home}locked.zip", locked_zip()
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
    yield f"refused-file/{home}page.xml", XML_PAGE
    yield f"refused-file/{home}macros.xlsx", office("xl/", {"xl/vbaProject.bin": b"made up"})
    yield f"refused-file/{home}macros.doc", OLD_MACROS
    yield f"refused-file/{home}archive.zip", zipped({"a.txt": "made up", "b/setup.exe": b"MZ"})
    yield f"unusual-file/{home}archive.rar", b"Rar!\x1a\x07\x00made up"
    yield f"unusual-file/{home}letter", letter("ไม่มีนามสกุล")
    yield f"unusual-file/{home}mail.eml", b"From: a@example.go.th\n\nmade up\n"
    yield f"active-pdf/{home}script.pdf", scripted_pdf()
    yield f"active-pdf/{home}in-hex.pdf", scripted_pdf("/S/J#61vaScript/J#53")
    yield f"active-pdf/{home}packed.pdf", hidden_script_pdf()
    yield f"active-pdf/{home}launch.pdf", launching_pdf()
    yield f"active-pdf/{home}files.pdf", embedding_pdf()
    numbered = make_pdf([RIGHT, "บัญชีแนบท้าย นายสมมติ ตัวอย่างดี ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑"])
    yield "citizen-number/content/news/2566-o07-1/list.pdf", numbered
    number = "1-2345-67890-12-1"
    posts = "citizen-number/content/news/2566-o07-2/"
    yield f"{posts}properties.pdf", make_pdf([RIGHT], author=f"นายสมมติ {number}")
    yield f"{posts}properties.docx", letter("ถูกต้อง", author=number)
    yield f"{posts}deleted.docx", letter("ถูกต้อง", deleted=f"เดิม: {number}", header=number)
    yield f"pages-beyond-end/{home}report.pdf", make_pdf([RIGHT] * 4)
    yield f"scanned-document/{home}scan.pdf", scanned_pdf()
    yield f"scanned-document/{home}outlines.pdf", outlined_pdf()
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
