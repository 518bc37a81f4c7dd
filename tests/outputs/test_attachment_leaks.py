"""Where programs leave names, places and ways out in files to download: each was found in a file of some program."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from khuyencong.outputs.attachments.cleaning import clean
from khuyencong.outputs.attachments.photos import without_metadata
from tests.attachments import AUTHOR, SECRETS, archive, open_members, table_members, word_members
from tests.outputs.test_attachments import all_bytes, refusal
from tests.pictures import drawing, encoded, photo, plain

MORE_SECRETS = (*SECRETS, AUTHOR.encode("utf-16le"), b"javascript:", b"/SubmitForm", b"xau.example")
PATH = f"C:\\Users\\{AUTHOR}\\a.docx"
CORE = f"<coreProperties><dc:creator>{AUTHOR}</dc:creator><lastModifiedBy>{AUTHOR}</lastModifiedBy></coreProperties>"
WORD: dict[str, dict[str, str | bytes]] = {
    "properties as the libraries of .NET name them": {"package/services/metadata/core-properties/a1.psmdcp": CORE},
    "properties under another name": {"docProps/core2.xml": CORE},
    "properties in capitals": {"DOCPROPS/CORE.XML": CORE},
    "forms of an office's server": {"customXml/item1.xml": f"<Author><DisplayName>{AUTHOR}</DisplayName></Author>"},
    "label of secrecy": {"docMetadata/LabelInfo.xml": f'<clbl:label siteId="{AUTHOR}"/>'},
    "printer": {"word/printerSettings/printerSettings1.bin": AUTHOR.encode("utf-16le")},
    "a tag with > in it": {"word/comments.xml": f'<w:comment w:x="a>b" w:author="{AUTHOR}"/>'},
    "remembered by forms": {"word/settings.xml": f'<w:docVar w:name="a" w:val="{AUTHOR}"/>'},
    "source of serial letters": {"word/settings.xml": f'<w:connectString w:val="Password={AUTHOR}"/>'},
    "path of a picture": {"word/document.xml": f'<pic:cNvPr descr="{PATH}"/>'},
    "path in a field": {"word/document.xml": f'<w:instrText>INCLUDEPICTURE "file:///home/{AUTHOR}/a"</w:instrText>'},
    "WebP": {"word/media/a.webp": photo(60, 40, kind="WEBP")},
    "GIF": {"word/media/a.gif": encoded(plain(20, 20), "GIF", comment=b"BI-MAT", save_all=True)},
    "drawing": {"word/media/a.svg": drawing(f"<metadata>{AUTHOR}</metadata><rect/>")},
}
OUT = {
    "path of a disk": f'Type="x/hyperlink" Target="{PATH}"',
    "path of a Mac": f'Type="x/hyperlink" Target="/Users/{AUTHOR}/a.docx"',
    "path in a network": f'Type="x/hyperlink" Target="\\\\may\\{AUTHOR}\\a.docx"',
    "picture fetched from elsewhere": 'Type="x/image" Target="https://xau.example/dem.png"',
    "program fetched from elsewhere": "Type='x/oleObject' Target='mhtml:https://xau.example/a!b'",
    "script": 'Type="x/hyperlink" Target="javascript:alert(1)"',
}
TABLE: dict[str, dict[str, str | bytes]] = {
    "printer": {"xl/printerSettings/printerSettings1.bin": AUTHOR.encode("utf-16le")},
    "history": {"xl/revisions/userNames.xml": f'<userInfo guid="1" name="{AUTHOR}"/>'},
    "password of a source": {
        "xl/connections.xml": f'<connection sourceFile="{PATH}"><dbPr connection="User={AUTHOR}"/></connection>'
    },
    "pivot table": {"xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition refreshedBy="{AUTHOR}"/>'},
    "authors with a prefix": {"xl/comments1.xml": f"<x:authors><x:author>{AUTHOR}</x:author></x:authors>"},
    "old drawing": {"xl/drawings/vmlDrawing1.vml": f'<v:imagedata src="{PATH}"/>'},
}
OPEN: dict[str, dict[str, str | bytes]] = {
    "earlier states": {"Versions/Version1": archive(open_members()), "VersionList.xml": f'<e VL:creator="{AUTHOR}"/>'},
    "statements": {"manifest.rdf": f"<dc:creator>{AUTHOR}</dc:creator>"},
    "database": {
        "settings.xml": f'<config:config-item config:name="CurrentDatabaseDataSource">{AUTHOR}</config:config-item>'
    },
    "path of a picture": {"content.xml": f'<draw:image xlink:href="file:///home/{AUTHOR}/a.png"/>'},
    "WebP": {"Pictures/a": photo(60, 40, kind="WEBP")},
}


def left(name: str, data: bytes) -> list[bytes]:
    """Give the secrets that the published copy of a file still holds."""
    assert any(secret in all_bytes(data) for secret in MORE_SECRETS)
    found = all_bytes(clean(name, data).data)
    return [secret for secret in MORE_SECRETS if secret in found]


@pytest.mark.parametrize("more", WORD.values(), ids=WORD)
def test_a_word_file_keeps_none_of_it(more: dict[str, str | bytes]) -> None:
    assert left("a.docx", archive({**word_members(), **more})) == []


@pytest.mark.parametrize("more", TABLE.values(), ids=TABLE)
def test_a_table_keeps_none_of_it(more: dict[str, str | bytes]) -> None:
    assert left("a.xlsx", archive({**table_members(), **more})) == []


@pytest.mark.parametrize("more", OPEN.values(), ids=OPEN)
def test_a_file_of_libreoffice_keeps_none_of_it(more: dict[str, str | bytes]) -> None:
    assert left("a.odt", archive({**open_members(), **more})) == []


@pytest.mark.parametrize("relation", OUT.values(), ids=OUT)
def test_only_links_that_readers_follow_lead_out_of_a_document(relation: str) -> None:
    relations = f'<Relationship Id="r1" {relation} TargetMode="External"/>'
    kept = '<Relationship Id="r2" Type="x/hyperlink" Target="https://ok.example/a?b=1" TargetMode="External"/>'
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(clean("a.docx", archive({**word_members(), name: relations + kept})).data)) as copy:
        cleaned = copy.read(name).decode()
    assert cleaned.endswith(kept)
    assert 'Target="#"' in cleaned
    assert not [secret for secret in MORE_SECRETS if secret.decode("latin-1") in cleaned]


def test_what_is_left_out_is_not_named_any_more() -> None:
    sheet = '<worksheet><pageSetup paperSize="9" r:id="rId1"/></worksheet>'
    relation = '<Relationship Id="rId1" Type="x/printerSettings" Target="../printerSettings/printerSettings1.bin"/>'
    contents = str(table_members()["[Content_Types].xml"])
    more = {
        "[Content_Types].xml": f'{contents}<Override PartName="/customXml/itemProps1.xml" ContentType="x"/>',
        "customXml/itemProps1.xml": "<a/>",
        "xl/printerSettings/printerSettings1.bin": "x",
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relation}</Relationships>",
    }
    with zipfile.ZipFile(io.BytesIO(clean("a.xlsx", archive({**table_members(), **more})).data)) as copy:
        assert copy.read("xl/worksheets/sheet1.xml").decode() == '<worksheet><pageSetup paperSize="9"/></worksheet>'
        assert copy.read("xl/worksheets/_rels/sheet1.xml.rels") == b"<Relationships></Relationships>"
        assert copy.read("[Content_Types].xml").decode() == contents
        assert not [one for one in copy.namelist() if "printer" in one or "custom" in one]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", archive({**word_members(), "word/media/a.tiff": encoded(plain(9, 9), "TIFF")}), "đổi ảnh đó sang"),
        ("a.docx", archive({**word_members(), "word/media/a.png": photo(9, 9, kind="HEIF")}), "đổi ảnh đó sang"),
        ("a.odt", archive({**open_members(), "Pictures/a": photo(9, 9, kind="AVIF")}), "đổi ảnh đó sang"),
        ("a.docx", archive({**word_members(), "word/media/a.wmf": b"?" + photo(9, 9)}), "đổi ảnh đó sang"),
        ("a.docx", archive({**word_members(), "word/media/a.svg": drawing("<script/>")}), "đổi ảnh đó sang"),
        ("a.docx", archive({**word_members(), "word/a.xml": "<w:instrText> DDEAUTO c:\\\\x</w:instrText>"}), "DDE"),
        ("a.xlsx", archive({**table_members(), "xl/externalLinks/e.xml": '<ddeLink ddeService="cmd"/>'}), "DDE"),
        ("a.csv", "tên;số\n".encode("utf-16"), "CSV UTF-8"),
        ("a.csv", "tên;số\n".encode("cp1258", "replace"), "CSV UTF-8"),
    ],
)
def test_what_cannot_be_cleaned_is_refused(name: str, data: bytes, reason: str) -> None:
    said = refusal(name, data)
    assert reason in said
    assert "Hãy" in said


def made(change: Callable[[Pdf], object]) -> bytes:
    """Make a PDF of one page and change it."""
    data = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        change(pdf)
        pdf.save(data)
    return data.getvalue()


def with_photo(data: bytes, filters: object, settings: object = None) -> bytes:
    """Make a PDF that shows a photo."""

    def put(pdf: Pdf) -> None:
        shape = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 60, "Height": 40}
        stream = pdf.make_stream(data, **shape, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=filters)
        if settings is not None:
            stream["/DecodeParms"] = settings
        pdf.pages[0].obj["/Resources"] = Dictionary(XObject=Dictionary(Anh=stream))

    return made(put)


COLOURS = Dictionary(ColorTransform=1)
PHOTOS = {
    "in a list": with_photo(photo(60, 40), Array([Name.DCTDecode])),
    "by its short name": with_photo(photo(60, 40), Name.DCT),
    "with settings": with_photo(photo(60, 40), Name.DCTDecode, COLOURS),
    "packed twice": with_photo(zlib.compress(photo(60, 40)), Array([Name.FlateDecode, Name.DCTDecode])),
    "packed twice with settings": with_photo(
        zlib.compress(photo(60, 40)), Array([Name.FlateDecode, Name.DCTDecode]), Array([None, COLOURS])
    ),
    "JPEG 2000": with_photo(encoded(plain(60, 40), "JPEG2000", comment="BI-MAT"), Name.JPXDecode),
}


@pytest.mark.parametrize("data", PHOTOS.values(), ids=PHOTOS)
def test_a_photo_in_a_pdf_loses_its_notes_however_it_is_packed(data: bytes) -> None:
    def pixels(pdf: bytes) -> tuple[bytes, object]:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            stream = opened.pages[0].obj["/Resources"]["/XObject"]["/Anh"]
            packed = zlib.decompress(raw) if (raw := stream.read_raw_bytes()).startswith(b"\x78") else raw
            with Image.open(io.BytesIO(packed)) as picture:
                return picture.tobytes(), [secret for secret in SECRETS if secret in packed]

    before, after = pixels(data), pixels(clean("a.pdf", data).data)
    assert before[0] == after[0]
    assert before[1]
    assert after[1] == []


def link(action: Dictionary) -> Callable[[Pdf], object]:
    """Put a link on the page."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    return lambda pdf: pdf.pages[0].obj.__setitem__("/Annots", Array([note]))


ARTICLE = Dictionary(I=Dictionary(Author=String(AUTHOR)))
LAYER = Dictionary(Type=Name.OCG, Usage=Dictionary(CreatorInfo=Dictionary(Creator=String(AUTHOR))))
PDFS = {
    "author of an article": made(lambda pdf: pdf.Root.__setitem__("/Threads", Array([pdf.make_indirect(ARTICLE)]))),
    "maker of a layer": made(lambda pdf: pdf.Root.__setitem__("/Layers", Array([pdf.make_indirect(LAYER)]))),
    "form that sends": made(link(Dictionary(S=Name.SubmitForm, F=String("https://xau.example/")))),
    "script as an address": made(link(Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))),
    "path as an address": made(link(Dictionary(S=Name.URI, URI=String(f"file:///C:/Users/{AUTHOR}/a.pdf")))),
    "another file": made(link(Dictionary(S=Name.GoToR, F=String(f"/C/Users/{AUTHOR}/a.pdf")))),
}


@pytest.mark.parametrize("data", PDFS.values(), ids=PDFS)
def test_a_pdf_keeps_none_of_it(data: bytes) -> None:
    assert left("a.pdf", data) == []


def test_a_signature_is_no_way_past_the_rule_against_scripts() -> None:
    def sign(pdf: Pdf) -> None:
        pdf.Root["/Sig"] = pdf.make_indirect(Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=String(b"\1")))
        pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    assert "đã ký số nhưng có đoạn chương trình" in refusal("a.pdf", made(sign))


def test_lyrics_and_tags_in_any_order_leave_a_sound() -> None:
    frames = b"\xff\xfb\x90\x00" + bytes(400)
    lyrics = b"LYRICSBEGIN" + AUTHOR.encode() + b"000021LYRICS200"
    tag = b"TAG" + AUTHOR.encode().ljust(125, b"\0")
    ape = b"APETAGEX" + bytes([208, 7, 0, 0, 32, 0, 0, 0, *bytes(16)])
    assert clean("a.mp3", frames + lyrics + ape + tag).data == frames
    assert clean("a.mp3", frames + ape + lyrics + tag).data == frames


def test_what_windows_and_macos_put_into_archives_is_left_out() -> None:
    junk = {
        "__MACOSX/._a.csv": b"\0\5" + AUTHOR.encode(),
        "b/.DS_Store": b"x",
        "Thumbs.db": b"x",
        "b/desktop.ini": b"x",
    }
    with zipfile.ZipFile(io.BytesIO(clean("a.zip", archive({"a.csv": "x;y", **junk})).data)) as copy:
        assert copy.namelist() == ["a.csv"]


MOVING = {"save_all": True, "append_images": [Image.new("RGB", (60, 40), "olive")], "duration": 120, "loop": 3}


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("PNG", {}),
        ("PNG", {"dpi": (72, 72), "transparency": (200, 30, 30)}),
        ("PNG", MOVING),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", MOVING),
        ("GIF", MOVING | {"comment": b"BI-MAT"}),
        ("GIF", {"comment": b"BI-MAT"}),
        ("JPEG2000", {"comment": "BI-MAT"}),
        ("JPEG2000", {"comment": "BI-MAT", "no_jp2": True}),
    ],
)
def test_cleaning_a_picture_touches_no_pixel_of_any_of_its_frames(kind: str, settings: dict[str, object]) -> None:
    data = encoded(plain(60, 40), kind, **settings)
    cleaned = without_metadata(data)
    assert b"BI-MAT" not in cleaned
    assert without_metadata(cleaned) == cleaned
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(cleaned)) as after:
        assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1)
        for frame in range(getattr(before, "n_frames", 1)):
            before.seek(frame)
            after.seek(frame)
            assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
            assert before.info.get("duration") == after.info.get("duration")
            assert before.info.get("loop") == after.info.get("loop")


@given(
    st.sampled_from([("PNG", {}), ("WEBP", MOVING), ("GIF", MOVING), ("JPEG2000", {}), ("JPEG", {})]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=5),
)
def test_a_spoilt_picture_is_cleaned_as_far_as_it_goes(
    kind: tuple[str, dict[str, object]], edits: list[tuple[float, bytes]]
) -> None:
    data = bytearray(encoded(plain(60, 40), kind[0], **kind[1]))
    for share, put in edits:
        place = int(share * len(data))
        data[place : place + len(put)] = put
    cleaned = without_metadata(bytes(data))
    assert len(cleaned) <= len(data) + 16
    assert without_metadata(cleaned) is not None
