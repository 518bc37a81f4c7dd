"""The reader, held against readings that people have checked."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.glossary import Glossary
from khuyencong.model.radio_settings import Radio
from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.reader import Reader, make_reader
from tests.content import ROOT, catalogue

READINGS = [line.split("\t") for line in (ROOT / "tests/golden/readings.tsv").read_text("utf-8").splitlines()]
REAL = {name: (ROOT / "content" / name).read_text(encoding="utf-8") for name in ("glossary.yaml", "radio.yaml")}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Make the reader of the real site."""
    real = catalogue(tmp_path_factory.mktemp("real"), REAL)
    return make_reader(real.glossary, real.radio.spoken, real.radio.manner)


@cache
def plain_reader() -> Reader:
    """Make the reader of a site without settings."""
    return make_reader(Glossary(), Radio().spoken, Radio().manner)


def test_there_are_at_least_three_hundred_checked_readings() -> None:
    assert len({written for written, _ in READINGS}) == len(READINGS) >= 300


@pytest.mark.parametrize(("written", "said"), READINGS)
def test_a_phrase_is_read_as_checked(reader: Reader, written: str, said: str) -> None:
    assert reader.read(written) == said


@pytest.mark.parametrize("said", [said for _, said in READINGS])
def test_what_is_read_once_stays_as_it_is(reader: Reader, said: str) -> None:
    assert reader.read(said) == said


@given(st.text(alphabet="0123456789.,/-–%:()+ đĐaBmhkg²°C€&@IVX_năm\u00a0", max_size=40))
def test_nothing_leaves_a_digit_or_a_sign(text: str) -> None:
    said = plain_reader().read(text)
    assert not re.search(r"[\d/%&@²°€()+_]", said), said


SIGNS_SAID = set(
    re.findall(
        r"\w+",
        "không một mốt hai ba bốn tư năm lăm sáu bảy tám chín mười mươi linh trăm nghìn triệu tỷ âm phẩy phần mũ chấm "
        "ngày mùng tháng quý đến từ giờ phút giây độ trên dưới nhân chia cộng trừ bằng lớn nhỏ hơn quá khoảng tăng "
        "giảm gạch xuống lên thành mỗi trở sao vân và đô la mỹ đồng ơ rô yên nhật bảng anh",
    )
)


@given(st.text(alphabet="0123456789.,/-–%:()+ *^~'\"“”°±×=<>→…;$€\u00a0", max_size=40))
def test_digits_and_signs_give_words_that_stand_apart(text: str) -> None:
    said = plain_reader().read(text)
    assert set(re.findall(r"\w+", said.lower())) <= SIGNS_SAID, said


@given(st.integers(1, 9999), st.sampled_from(["m", "kg", "mm2", "kWh", "µm", "°C", "%", "đ", "tr", "tỷ", "tấn"]))
def test_an_amount_is_said_the_same_with_and_without_a_space(number: int, unit: str) -> None:
    assert plain_reader().read(f"có {number}{unit}") == plain_reader().read(f"có {number} {unit}")


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert not re.search(r"[0-9]", plain_reader().read(text))


@pytest.mark.parametrize(
    "hostile", ["1.", "1/", "(A", "A-", "a.", "0 ", "TP. ", "AB (AB) ", "1-", "ngày 1/", "Á Á ", "1.1-", "đồng/", "=1>"]
)
def test_a_long_hostile_text_takes_no_time(hostile: str) -> None:
    started = time.process_time()
    plain_reader().read(hostile * 4_000)
    assert time.process_time() - started < 5


def test_an_abbreviation_that_an_article_introduces_is_known_from_then_on() -> None:
    text = "Ban Quản lý Cảng cá (BQLCC) họp. BQLCC nêu ba việc."
    known = plain_reader().knowing(text)
    assert known.read(text) == "Ban Quản lý Cảng cá họp. Ban Quản lý Cảng cá nêu ba việc."
    assert plain_reader().left_over(plain_reader().read(text)) == ("BQLCC",)


def test_what_cannot_be_said_is_reported(reader: Reader) -> None:
    said = reader.read("Viện KHXYZ và chuẩn ISO")
    assert reader.left_over(said) == ("KHXYZ",)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("đo năm dBX rồi", ("dBX",)),
        ("chuẩn RoHS và IoT", ("RoHS", "IoT")),
        ("mười hai haiA", ("haiA",)),
        ("độ pH bảy, Ảnh của Mỹ, điểm đ", ()),
        ("gửi htx chấm bienxanh a còng example chấm vn", ()),
    ],
)
def test_words_that_nobody_can_say_are_reported(reader: Reader, said: str, left: tuple[str, ...]) -> None:
    assert reader.left_over(said) == left


def test_a_word_of_the_settings_goes_before_the_glossary() -> None:
    given = make_reader(Glossary(), (("ISO", "i-sô"),), Manner())
    assert given.read("ISO 9001") == "I-sô chín nghìn không trăm linh một"


def test_the_glossary_goes_before_the_common_words(tmp_path: Path) -> None:
    text = "abbreviations:\n  - {short: NTM, long: nhà tình mẫu}\n"
    found = catalogue(tmp_path, {"glossary.yaml": text}).glossary
    assert make_reader(found, (), Manner()).read("xã NTM") == "Xã nhà tình mẫu"
    assert plain_reader().read("xã NTM") == "Xã nông thôn mới"


@pytest.mark.parametrize(
    ("manner", "said"),
    [
        (Manner(), "Ngày mùng năm tháng tư"),
        (Manner(early_day="mồng"), "Ngày mồng năm tháng tư"),
        (Manner(early_day=""), "Ngày năm tháng tư"),
    ],
)
def test_the_first_days_of_a_month_are_said_as_the_settings_say(manner: Manner, said: str) -> None:
    assert make_reader(Glossary(), (), manner).read("ngày 5/4") == said
