"""Which texts are old addresses, and in which form."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.links import output_path
from khuyencong.model.old_address import AddressFault, is_page, old_address, spellings


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/ten-bai.i1793.html", "/ten-bai.i1793.html"),
        (" /cu ", "/cu/"),
        ("/cu/", "/cu/"),
        ("/cu/index.html", "/cu/"),
        ("/bai.html/", "/bai.html"),
        ("/BAI.HTM", "/BAI.HTM"),
        ("/Tin%20T%e1%bb%a9c/T%209.PDF", "/Tin Tức/T 9.PDF"),
        ("/index.php/tin-tuc", "/index.php/tin-tuc/"),
        ("/phien-ban-1.5", "/phien-ban-1.5/"),
    ],
)
def test_each_address_has_one_form(written: str, kept: str) -> None:
    assert old_address(written) == kept


def test_letters_typed_in_parts_mean_the_same_address() -> None:
    assert old_address(unicodedata.normalize("NFD", "/Tức/")) == old_address("/T%E1%BB%A9c")


@pytest.mark.parametrize(
    "written",
    ["", "cu", "//cu", "https://a.example/cu", "/a?b", "/a#b", "/a%2Fb", "/%00", "/a\tb", "/..", "/a//b", "/.git/x",
     "/%2e%2e/x", "/a\\b", "/a.html/b", "/pagefind/x", f"/{'a' * 201}", f"/{'a/' * 600}", "/a\u200bb", "/%e1.html"],
)  # fmt: skip
def test_what_cannot_be_an_address_is_refused_with_what_to_do(written: str) -> None:
    with pytest.raises(AddressFault, match=r"Hãy .*\.$"):
        old_address(written)


@given(
    st.text(alphabet=st.sampled_from("/.%25eEfF ab?#\\:;ứ\u0301\n-_i0h<tml"), max_size=40).map(lambda one: f"/{one}")
)
def test_no_address_leads_out_of_the_site_and_its_spelling_means_itself(written: str) -> None:
    try:
        old = old_address(written)
    except AddressFault:
        return
    path = output_path(old)
    assert not PurePosixPath(path).is_absolute()
    assert {"", ".", ".."}.isdisjoint(path.split("/"))
    for one in spellings(old):
        assert one.isascii()
        assert unquote(one).rstrip("/") == old.rstrip("/")
        assert old_address(one) == old


def test_only_what_a_server_sends_as_a_page_can_be_one() -> None:
    assert [is_page(one) for one in ("/cu/", "/a.i1.html", "/a.HTM", "/a.pdf", "/a.aspx")] == [True] * 3 + [False] * 2
