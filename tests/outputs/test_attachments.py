"""Files to download: cleaned of people, told apart from what only looks like them, the same bytes each time."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khuyencong.outputs.attachments import archives
from khuyencong.outputs.attachments.cleaning import Cleaned, clean
from khuyencong.outputs.attachments.refusal import Refused
from tests.attachments import (
    SECRETS,
    archive,
    encrypted_pdf,
    every_kind,
    open_members,
    pdf,
    signed_pdf,
    table_members,
    word_members,
)
from tests.pictures import photo

KINDS = every_kind()


def all_bytes(data: bytes) -> bytes:
    """Give a file with all that is packed in it, unpacked, archives within archives too."""
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            parts += (all_bytes(found.read(name)) for name in found.namelist())
    elif data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as found_pdf:
            parts += (one.read_raw_bytes() for one in found_pdf.objects if isinstance(one, pikepdf.Stream))
            parts += (one.unparse(resolved=False) for one in found_pdf.objects)
    return b"".join(parts)


def refusal(name: str, data: bytes) -> str:
    """Give the reason why a file is refused."""
    with pytest.raises(Refused) as refused:
        clean(name, data)
    return str(refused.value)


@pytest.mark.parametrize("name", KINDS)
def test_the_test_files_do_hold_names(name: str) -> None:
    assert any(secret in all_bytes(KINDS[name]) for secret in SECRETS) or name == "a.csv"


@pytest.mark.parametrize("name", KINDS)
def test_no_published_copy_tells_of_people_or_places(name: str) -> None:
    found = all_bytes(clean(name, KINDS[name]).data)
    assert [secret for secret in SECRETS if secret in found] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_same_file_gives_the_same_bytes(name: str) -> None:
    assert clean(name, KINDS[name]) == clean(name, KINDS[name])


@pytest.mark.parametrize("name", KINDS)
def test_a_clean_copy_is_not_changed_again(name: str) -> None:
    once = clean(name, KINDS[name]).data
    assert clean(name, once).data == once


def test_pages_and_sheets_are_told_where_the_file_states_them() -> None:
    found = {name: (one.pages, one.sheets) for name, one in ((name, clean(name, data)) for name, data in KINDS.items())}
    assert found["a.pdf"] == (2, 0)
    assert found["a.docx"] == (7, 0)
    assert found["a.xlsx"] == (0, 2)
    assert found["a.odt"] == (3, 0)
    assert found["a.ods"] == (0, 4)
    assert found["a.csv"] == found["a.mp3"] == found["a.zip"] == (0, 0)


def test_pages_of_a_word_file_that_does_not_state_them_are_left_out() -> None:
    assert clean("a.docx", archive({**word_members(), "docProps/app.xml": "<Properties/>"})).pages == 0


def test_the_title_of_a_pdf_stays_and_its_pages_too() -> None:
    with pikepdf.open(io.BytesIO(clean("a.pdf", pdf(3)).data)) as copy:
        assert dict(copy.docinfo) == {"/Title": "Mẫu đơn"}
        assert len(copy.pages) == 3
        assert "/Metadata" not in copy.Root
        assert str(copy.pages[0].obj["/Annots"][0]["/Contents"]) == "Sửa chỗ này"


def test_a_signed_pdf_is_published_byte_for_byte() -> None:
    signed = signed_pdf()
    assert clean("a.pdf", signed) == Cleaned(signed, pages=2, is_signed=True)


def test_scripts_and_actions_of_a_pdf_go_and_its_links_stay() -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))
    names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("a"), script]))
    link = pikepdf.Dictionary(S=pikepdf.Name("/URI"), URI=pikepdf.String("https://khuyencong.example"))
    launch = pikepdf.Dictionary(S=pikepdf.Name("/Launch"), F=pikepdf.String("cmd.exe"))
    found = all_bytes(
        clean("a.pdf", pdf(extra={"/OpenAction": script, "/Names": names, "/X": link, "/Y": launch})).data
    )
    assert b"app.alert" not in found
    assert b"cmd.exe" not in found
    assert b"https://khuyencong.example" in found


def test_a_pdf_that_everybody_may_read_is_published_without_its_lock() -> None:
    with pikepdf.open(io.BytesIO(clean("a.pdf", encrypted_pdf("")).data)) as copy:
        assert not copy.is_encrypted


def test_what_a_text_says_stays_as_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(clean("a.docx", KINDS["a.docx"]).data)) as copy:
        assert 'Nội dung, author="giữ nguyên"' in copy.read("word/document.xml").decode()
        assert copy.read("docProps/core.xml").decode().count("Kế hoạch") == 1
        assert "docProps/thumbnail.jpeg" not in copy.namelist()
        assert "thumbnail" not in copy.read("_rels/.rels").decode()


def test_a_tables_own_attributes_stay() -> None:
    sheet = '<worksheet><c r="A1" date="5"/></worksheet>'
    data = archive({**table_members(), "xl/worksheets/sheet1.xml": sheet})
    with zipfile.ZipFile(io.BytesIO(clean("a.xlsx", data).data)) as copy:
        assert copy.read("xl/worksheets/sheet1.xml").decode() == sheet


def test_the_table_behind_a_chart_is_cleaned_too() -> None:
    data = archive({**word_members(), "word/embeddings/Bieu.xlsx": archive(table_members())})
    assert not [secret for secret in SECRETS if secret in all_bytes(clean("a.docx", data).data)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"<!doctype html><p>Kh\xc3\xb4ng c\xc3\xb3 trang", "thật ra là trang web HTML"),
        ("a.pdf", b"MZ\x90\0" + bytes(2000), "thật ra là chương trình chạy được"),
        ("a.pdf", b"MZ\x90\0" + pdf(), "thật ra là chương trình chạy được"),
        ("a.pdf", archive(word_members()), "thật ra là tệp nén"),
        ("a.pdf", b"%PDF-1.4 mau don", "hỏng"),
        ("a.pdf", b"%PDF-1.4\n" + bytes(5000), "hỏng"),
        ("a.pdf", encrypted_pdf("bi-mat"), "có mật khẩu"),
        ("a.docx", pdf(), "thật ra là tệp PDF"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "tệp Office có mật khẩu"),
        ("a.docx", archive(table_members()), "thật ra là tệp nén hoặc tệp Office"),
        ("a.docx", archive({"a.txt": "x"}), "thật ra là"),
        ("a.docx", archive({**word_members(), "word/vbaProject.bin": b"x"}), "macro"),
        ("a.docx", archive({**word_members(), "word/embeddings/oleObject1.bin": b"x"}), "tệp khác gói bên trong"),
        ("a.docx", archive({**word_members(), "_xmlsignatures/sig1.xml": b"x"}), "đã ký số"),
        ("a.docx", archive({**word_members(), "../../etc/passwd": b"x"}), "tên tệp bên trong"),
        ("a.xlsx", archive({**table_members(), "xl/macrosheets/sheet1.xml": b"x"}), "macro"),
        ("a.odt", archive({**open_members(), "Basic/Standard/Module1.xml": b"x"}), "macro"),
        ("a.odt", archive(open_members("spreadsheet")), "thật ra là"),
        ("a.odt", archive({**open_members(), "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "có mật khẩu"),
        ("a.zip", archive({"chay.exe": b"MZ"}), 'có tệp "chay.exe" bên trong không đăng được'),
        ("a.zip", archive({"trong.zip": archive({"a.csv": "x"})}), 'có tệp "trong.zip" bên trong không đăng được'),
        ("a.zip", archive({"don.pdf": b"MZ"}), 'có tệp "don.pdf" bên trong có đuôi ".pdf" nhưng thật ra là'),
        ("a.zip", archive({"anh.jpg": b"<html>"}), "không phải ảnh"),
        ("a.zip", b"Rar!\x1a\x07" + bytes(99), "tệp nén RAR"),
        ("a.mp3", b"<html>", "thật ra là trang web HTML"),
        ("a.csv", b"a;b\0c", "thật ra là loại khác"),
        ("a.csv", b"MZ\x90", "chương trình chạy được"),
    ],
)
def test_what_may_not_be_published_is_refused_in_words_that_say_what_to_do(name: str, data: bytes, reason: str) -> None:
    said = refusal(name, data)
    assert reason in said
    assert "Hãy" in said or "chỉ để" in said


def test_a_pdf_without_pages_is_refused() -> None:
    empty = io.BytesIO()
    pikepdf.Pdf.new().save(empty)
    assert "không có trang nào" in refusal("a.pdf", empty.getvalue())


def test_a_pdf_that_holds_another_file_is_refused() -> None:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as made:
        made.attachments["bi-mat.docx"] = b"NGUOI-SOAN"
        made.save(data)
    assert "tệp khác gói bên trong" in refusal("a.pdf", data.getvalue())


def bomb(name: str, size: int) -> bytes:
    """Make an archive whose one member unpacks to so many zeros."""
    return archive({**word_members(), name: bytes(size)})


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    assert "bung ra quá lớn" in refusal("a.docx", bomb("word/media/a.bin", archives.MAX_BYTES_INSIDE + 1))


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(bomb("word/media/a.bin", archives.MAX_BYTES_INSIDE + 1))
    true_size = (archives.MAX_BYTES_INSIDE + 1).to_bytes(4, "little")
    assert refusal("a.docx", bytes(data).replace(true_size, (1000).to_bytes(4, "little")))


def test_a_pdf_whose_streams_unpack_to_too_much_is_copied_without_unpacking_them() -> None:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as made:
        stream = made.make_stream(zlib.compress(bytes(100_000_000), 9))
        stream["/Filter"] = pikepdf.Name("/FlateDecode")
        made.pages[0].obj["/Contents"] = stream
        made.save(data)
    assert len(clean("a.pdf", data.getvalue()).data) < 200_000


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Spoil a file here and there."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(spoilt))
        match chance.randrange(4):
            case 0:
                spoilt[place] = chance.randrange(256)
            case 1:
                del spoilt[place : place + chance.randint(1, 200)]
            case 2:
                spoilt[place:place] = spoilt[: chance.randint(1, 300)]
            case _:
                spoilt[place : place + 4] = b"\xff\xff\xff\xff"
        if not spoilt:
            break
    return bytes(spoilt)


@pytest.mark.parametrize("name", [name for name in KINDS if name not in ("a.pdf", "a.zip")])
@settings(max_examples=400 if settings().max_examples > 100 else 60, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9))
def test_a_spoilt_file_is_cleaned_or_refused_and_nothing_else(name: str, seed: int) -> None:
    data = mutated(KINDS[name], random.Random(seed))  # noqa: S311 - nothing secret
    try:
        found = clean(name, data).data
    except Refused:
        return
    assert isinstance(found, bytes)


@settings(max_examples=100 if settings().max_examples > 100 else 8, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_spoilt_pdf_is_cleaned_or_refused_and_nothing_else(seed: int) -> None:
    data = mutated(KINDS["a.pdf"], random.Random(seed))  # noqa: S311 - nothing secret
    try:
        found = clean("a.pdf", data).data
    except Refused:
        return
    assert found.startswith(b"%PDF")


def test_a_photo_behind_the_end_of_a_photo_goes() -> None:
    data = archive({**word_members(), "word/media/a.jpg": photo(40, 30) + b"BI-MAT" + photo(20, 20)})
    with zipfile.ZipFile(io.BytesIO(clean("a.docx", data).data)) as copy:
        assert b"BI-MAT" not in copy.read("word/media/a.jpg")


@pytest.mark.parametrize(
    "hostile",
    [
        b"<Relationship " + b"metadata/thumbnail " * 200_000,
        b"<pageSetup " + b' r:id="' * 300_000,
        b"<pageSetup " + b" r-" * 300_000,
        b"<Relationship " + b' Target="file: External' * 100_000,
        b"<w:comment " + b"'a' \"b\" " * 300_000,
        b"c:/Users/" * 200_000,
        b"<x15ac:absPath " + b'url="' * 500_000,
        b"<w:ins " + b'w:author="' * 400_000,
        b"<w:comment " * 300_000,
        b'<config:config-item config:name="PrinterName" ' * 90_000,
        b"<config:config-item " + b'config:name="PrinterName" ' * 150_000,
        b"<dc:creator>" * 300_000,
        b"<meta:document-statistic " + b'meta:page-count="' * 200_000,
    ],
)
def test_xml_made_to_be_slow_is_passed_over_like_any_other(hostile: bytes) -> None:
    clean("a.docx", archive({**word_members(), "word/them.xml": hostile, "word/_rels/them.xml.rels": hostile}))
    clean("a.odt", archive({**open_members(), "settings.xml": hostile, "meta.xml": hostile}))


def test_a_part_in_xml_that_is_too_large_is_refused() -> None:
    data = archive({**word_members(), "word/them.xml": bytes(archives.MAX_XML + 1)})
    assert "bung ra quá lớn" in refusal("a.docx", data)
