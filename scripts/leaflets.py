"""Make what is printed of the catalogue as PDF: `make brochure`, `make profiles`, `make labels`, `make summary`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.leaflets import Workshop, set_brochure, set_labels, set_profiles, set_programmes  # noqa: E402 - the same
from khuyencong.build.pictures import PictureReader  # noqa: E402 - the same
from khuyencong.build.progress import phase  # noqa: E402 - the same
from khuyencong.model.brochure_choice import Choice, ChoiceError, choose  # noqa: E402 - the same
from khuyencong.model.establishment import Establishment  # noqa: E402 - the same
from khuyencong.model.labels import labels_of_establishments, labels_of_products  # noqa: E402 - the same
from khuyencong.model.near import Known  # noqa: E402 - the same
from khuyencong.model.problem import quoted  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.model.vietnamese import file_size  # noqa: E402 - the same
from khuyencong.outputs.printing.brochure import CARD_WIDTHS  # noqa: E402 - the same
from khuyencong.outputs.printing.typesetting import PrintError  # noqa: E402 - the same

Leaflets = Iterator[tuple[str, bytes]]


def main(given: argparse.Namespace) -> int:
    """Make PDFs into a folder.

    Arguments:
        given: what was asked for, see `_arguments`.

    Returns:
        0, or 1 after a message that says what to do.
    """
    day = build_day()
    tree = read_tree(given.content, day, look_at=PictureReader(ROOT / ".cache"))
    if tree.catalogue is None:
        print("\n".join(map(str, tree.problems)))
        print("Nội dung có lỗi nên chưa in được. Hãy sửa từng dòng ở trên.")
        return 1
    workshop = Workshop(tree.catalogue, given.content, ROOT / "themes" / "khuyencong", day)
    given.to.mkdir(parents=True, exist_ok=True)
    try:
        for name, pdf in KINDS[given.kind](given, workshop):
            (given.to / name).write_bytes(pdf)
            print(f"Đã tạo {given.to / name} ({file_size(len(pdf))})")
    except ChoiceError as error:
        print(f"Chưa in: {error}")
        return 1
    except PrintError as error:
        print(f"Chưa in được {error.about or error.template}: {error.message}")
        return 1
    return 0


def _brochure(given: argparse.Namespace, workshop: Workshop) -> Leaflets:
    if given.paper not in CARD_WIDTHS:
        raise ChoiceError(f"không có khổ giấy {quoted(given.paper)}. Hãy chọn một trong: {', '.join(CARD_WIDTHS)}.")
    yield "san-pham.pdf", set_brochure(_choice(given), given.paper, workshop)


def _profiles(given: argparse.Namespace, workshop: Workshop) -> Leaflets:
    chosen = _establishments(given, workshop)
    if not given.each:
        yield "ho-so-co-so.pdf", set_profiles(chosen, workshop)
        return
    with phase("In hồ sơ", len(chosen)) as advance:
        for one in chosen:
            yield f"ho-so-{one.slug}.pdf", set_profiles([one], workshop)
            advance(1)


def _labels(given: argparse.Namespace, workshop: Workshop) -> Leaflets:
    if given.of == "establishments":
        labels = list(labels_of_establishments(_establishments(given, workshop)))
    else:
        labels = list(labels_of_products(choose(_choice(given), workshop.catalogue), workshop.catalogue))
    yield "nhan-qr.pdf", set_labels(labels, workshop)


def _summary(given: argparse.Namespace, workshop: Workshop) -> Leaflets:
    yield f"khuyen-cong-{given.period}.pdf", set_programmes(given.period, workshop)


KINDS: Mapping[str, Callable[[argparse.Namespace, Workshop], Leaflets]] = {
    "brochure": _brochure,
    "profiles": _profiles,
    "labels": _labels,
    "summary": _summary,
}


def _choice(given: argparse.Namespace) -> Choice:
    return Choice(given.level, given.group, given.place, given.year, _slugs(given))


def _slugs(given: argparse.Namespace) -> tuple[str, ...]:
    return tuple(one.strip() for one in given.slugs.split(",") if one.strip())


def _establishments(given: argparse.Namespace, workshop: Workshop) -> list[Establishment]:
    known = {one.slug: one for one in workshop.catalogue.all(Establishment)}
    asked = _slugs(given)
    for one in asked:
        if one not in known:
            near = Known(known).suggestion(one) or " Hãy ghi phần cuối của địa chỉ trang."
            raise ChoiceError(f"không có cơ sở {quoted(one)}.{near}")
    return [known[one] for one in asked or known]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--content", type=lambda name: Path(name).resolve(), default=ROOT / "content")
    parser.add_argument("--to", type=Path, default=Path("print"))
    for name in ("level", "group", "place", "year", "slugs", "period"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--of", default="products")
    parser.add_argument("--paper", default=next(iter(CARD_WIDTHS)))
    parser.add_argument("--each", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_arguments()))
