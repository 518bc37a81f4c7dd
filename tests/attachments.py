"""Makes files to download for the tests: one of each kind, with all that programs note of the people who use them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pikepdf

from tests.pictures import photo

AUTHOR = "NGUOI-SOAN"
COMPANY = "CONG-TY-RIENG"
PATH = "C:\\Users\\NGUOI-SOAN\\mau.dotx"
SECRETS = (b"NGUOI-SOAN", b"CONG-TY-RIENG", b"NGUOI-CHUP", b"HANG-MAY-ANH", b"BI-MAT", b"Exif\0", b"eXIf")
"""What no published file may hold."""

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Make a ZIP archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return data.getvalue()


def pdf(pages: int = 2, *, title: str = "Mẫu đơn", extra: Mapping[str, pikepdf.Object] | None = None) -> bytes:
    """Make a PDF with an author, XMP, data of a program, a preview, a remark and a photo with its place."""
    made = pikepdf.Pdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(200, 200))
    with made.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:creator"] = [AUTHOR]
    made.docinfo["/Title"] = title
    made.docinfo["/Author"] = AUTHOR
    made.docinfo["/Company"] = COMPANY
    page = made.pages[0].obj
    page["/PieceInfo"] = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private=pikepdf.String(AUTHOR)))
    page["/Thumb"] = made.make_stream(AUTHOR.encode())
    page["/Annots"] = made.make_indirect(
        pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name("/Annot"),
                    Subtype=pikepdf.Name("/Text"),
                    Rect=[0, 0, 10, 10],
                    Contents=pikepdf.String("Sửa chỗ này"),
                    T=pikepdf.String(AUTHOR),
                    M=pikepdf.String("D:20230101"),
                )
            ]
        )
    )
    picture = made.make_stream(photo(40, 30))
    picture["/Type"], picture["/Subtype"] = pikepdf.Name("/XObject"), pikepdf.Name("/Image")
    picture["/Width"], picture["/Height"], picture["/BitsPerComponent"] = 40, 30, 8
    picture["/ColorSpace"], picture["/Filter"] = pikepdf.Name("/DeviceRGB"), pikepdf.Name("/DCTDecode")
    page["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Anh=picture))
    for name, value in (extra or {}).items():
        made.Root[name] = made.make_indirect(value)
    data = io.BytesIO()
    made.save(data, static_id=True)
    return data.getvalue()


def signed_pdf() -> bytes:
    """Make a PDF that looks signed; nobody checks the signature here."""
    signature = pikepdf.Dictionary(Type=pikepdf.Name("/Sig"), ByteRange=[0, 1, 2, 3], Contents=pikepdf.String(b"\1\2"))
    return pdf(extra={"/ChuKy": signature})


def encrypted_pdf(password: str) -> bytes:
    """Make a PDF that can be opened with a password only; an empty one lets everybody read it."""
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as made:
        made.save(data, encryption=pikepdf.Encryption(owner="chu", user=password))
    return data.getvalue()


def word_members() -> dict[str, str | bytes]:
    """Give the parts of a DOCX file."""
    return {
        "[Content_Types].xml": '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.'
        'org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" '
        'Target="docProps/thumbnail.jpeg"/></Relationships>',
        "docProps/core.xml": f"<cp:coreProperties><dc:title>Kế hoạch</dc:title><dc:creator>{AUTHOR}</dc:creator>"
        f"<cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy></cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Pages>7</Pages><Company>{COMPANY}</Company></Properties>",
        "docProps/custom.xml": f"<Properties><property>{AUTHOR}</property></Properties>",
        "docProps/thumbnail.jpeg": photo(20, 20),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:ins w:id="1" w:author="{AUTHOR}" '
        'w:date="2023-01-01T00:00:00Z"><w:r><w:t>Nội dung, author="giữ nguyên"</w:t></w:r></w:ins></w:p></w:body>'
        "</w:document>",
        "word/comments.xml": f'<w:comments xmlns:w="{_WORD}"><w:comment w:id="0" w:author="{AUTHOR}" '
        f'w:initials="{AUTHOR}"><w:p/></w:comment></w:comments>',
        "word/settings.xml": '<w:settings><w:attachedTemplate r:id="rId1"/></w:settings>',
        "word/_rels/settings.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="http://'
        f'schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///{PATH}" '
        'TargetMode="External"/></Relationships>',
        "word/media/image1.jpeg": photo(60, 40),
        "word/media/image2.png": photo(60, 40, kind="PNG"),
    }


def table_members() -> dict[str, str | bytes]:
    """Give the parts of an XLSX file with two sheets."""
    return {
        "[Content_Types].xml": '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "docProps/core.xml": f"<cp:coreProperties><dc:creator>{AUTHOR}</dc:creator></cp:coreProperties>",
        "docProps/app.xml": f"<Properties><Company>{COMPANY}</Company></Properties>",
        "xl/workbook.xml": f'<workbook><x15ac:absPath url="{PATH}"/><sheets><sheet name="Biểu 1" sheetId="1"/>'
        '<sheet name="Biểu 2" sheetId="2"/></sheets></workbook>',
        "xl/comments1.xml": f"<comments><authors><author>{AUTHOR}</author></authors></comments>",
        "xl/persons/person.xml": f'<personList><person displayName="{AUTHOR}" id="1" userId="{AUTHOR}"/></personList>',
        "xl/media/image1.jpeg": photo(60, 40),
    }


def open_members(kind: str = "text") -> dict[str, str | bytes]:
    """Give the parts of an ODT (`text`) or ODS (`spreadsheet`) file."""
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content><office:annotation><dc:creator>{AUTHOR}</dc:creator>"
        "<dc:date>2023-01-01</dc:date><text:p>Sửa</text:p></office:annotation></office:document-content>",
        "meta.xml": f"<office:document-meta><office:meta><dc:title>Biểu</dc:title><dc:creator>{AUTHOR}</dc:creator>"
        '<meta:document-statistic meta:table-count="4" meta:page-count="3"/></office:meta></office:document-meta>',
        "settings.xml": f'<config:config-item config:name="PrinterName" config:type="string">{AUTHOR}'
        "</config:config-item>",
        "Thumbnails/thumbnail.png": photo(20, 20, kind="PNG"),
        "Pictures/1.jpg": photo(60, 40),
        "META-INF/manifest.xml": "<manifest:manifest>"
        '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>'
        '<manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>',
    }


def sound() -> bytes:
    """Make the beginning of an MP3 file with tags before and behind it."""
    name = AUTHOR.encode()
    before = b"ID3\x04\0\0" + bytes([0, 0, 0, len(name)]) + name
    return before + b"\xff\xfb\x90\x00" + bytes(400) + b"TAG" + name.ljust(125, b"\0")


def every_kind() -> dict[str, bytes]:
    """Give one file of each kind that the site publishes, by its name."""
    single = {
        "a.pdf": pdf(),
        "a.docx": archive(word_members()),
        "a.xlsx": archive(table_members()),
        "a.odt": archive(open_members()),
        "a.ods": archive(open_members("spreadsheet")),
        "a.mp3": sound(),
        "a.csv": "tên;số\nchả cá;3\n".encode(),
    }
    return {**single, "a.zip": archive({**single, "phu/b.jpg": photo(30, 20)})}
