"""Whatever is done to a picture file, looking at it ends with a verdict, in bounded time and memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from khuyencong.build import apart
from khuyencong.model.pictures.inspection import judge
from khuyencong.model.pictures.verdict import Verdict
from tests.pictures import KINDS, drawing, encoded, photo, plain

ENDINGS = {**KINDS, "GIF": "gif", "SVG": "svg", "progressive": "jpg", "deep": "png", "tiled": "tif"}


@cache
def sound(kind: str) -> bytes:
    """Give a small sound file of a kind."""
    if kind in KINDS:
        return photo(48, 32, kind=kind)
    others = {
        "GIF": lambda: encoded(plain(48, 32), "GIF", save_all=True, append_images=[plain(30, 20)]),
        "SVG": lambda: drawing('<style>.a{fill:red}</style><g id="b"><text class="a">Lò</text></g><use href="#b"/>'),
        "progressive": lambda: encoded(plain(48, 32).convert("CMYK"), "JPEG", progressive=True),
        "deep": lambda: encoded(Image.linear_gradient("L").convert("I;16"), "PNG"),
        "tiled": lambda: encoded(plain(48, 32), "TIFF", compression="tiff_adobe_deflate"),
    }
    return others[kind]()


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """Give a file's name and its bytes with some of them changed, lost, doubled or put in between."""
    kind = draw(st.sampled_from(sorted(ENDINGS)))
    data = bytearray(sound(kind))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        stop = min(len(data), start + draw(st.integers(0, 40)))
        what = draw(st.sampled_from(["change", "lose", "double", "insert", "cut", "large"]))
        if what == "change":
            data[start:stop] = draw(st.binary(min_size=stop - start, max_size=stop - start))
        elif what == "lose":
            del data[start:stop]
        elif what == "double":
            data[start:start] = data[start:stop]
        elif what == "insert":
            data[start:start] = draw(st.binary(max_size=16))
        elif what == "cut":
            del data[stop:]
        else:
            data[start : start + 4] = draw(
                st.sampled_from([b"\xff" * 4, b"\x7f\xff\xff\xff", b"\0" * 4, b"\x75\x30\x75\x30"])
            )
    return f"a.{ENDINGS[kind]}", bytes(data)


def is_said_well(verdict: Verdict) -> bool:
    """Whether there is either a picture that may be published, or a problem with what to do."""
    if verdict.facts:
        return verdict.problem == "" and verdict.facts.width > 0 < verdict.facts.height
    return "Hãy " in verdict.problem and "a." in verdict.problem


@given(mutated())
def test_a_spoilt_file_gives_a_verdict_and_never_raises(file: tuple[str, bytes]) -> None:
    name, data = file
    assert is_said_well(judge(data, name))


def peak_of(process: int) -> int:
    """Give the most memory in bytes that a process has held so far."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) * 1024


@settings(max_examples=settings().max_examples // 10)
@given(st.lists(mutated(), min_size=4, max_size=8))
def test_a_spoilt_file_never_breaks_the_limits_of_the_other_process(files: list[tuple[str, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, str(number), name) for number, (name, _) in enumerate(files)]
        for path, (_, data) in zip(paths, files, strict=True):
            path.parent.mkdir()
            path.write_bytes(data)
        with apart._Apart() as looking:
            verdicts = [looking.look_at(path) for path in paths]
            assert looking._child
            peak = peak_of(looking._child.pid)
    assert all(map(is_said_well, verdicts))
    assert not [verdict.problem for verdict in verdicts if "quá phức tạp để xử lý" in verdict.problem]
    assert 0 < peak < apart.MEMORY
