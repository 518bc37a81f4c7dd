"""The brochure of products: which products it shows, in which order, and what its indexes name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from khuyencong.model.artwork import vary
from khuyencong.model.brochure_choice import Choice, choose, maker_of
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.filing import filed
from khuyencong.model.product import Product
from khuyencong.model.recognition import Recognition, in_time
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Card


@dataclass(frozen=True, slots=True)
class BrochureProduct:
    """One product of a brochure.

    Arguments:
        slug: its slug.
        card: its card, with its photo or drawing.
        maker: the name of its establishment; empty when no source names it.
        place: where the establishment is, in the words of the source.
        unit: the unit since 1 July 2025, where that is known.
        recognitions: its recognitions in words with their years, the highest first.
    """

    slug: str
    card: Card
    maker: str
    place: str
    unit: str
    recognitions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrochureGroup:
    """The products of one group.

    Arguments:
        key: the key of the group.
        title: its name.
        products: its products in Vietnamese order, or in the order that was asked for.
    """

    key: str
    title: str
    products: tuple[BrochureProduct, ...]


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A line of an index.

    Arguments:
        name: a maker or a place, by the word it is filed under.
        note: the rest of its name.
        slugs: the products that stand behind it.
    """

    name: str
    note: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brochure:
    """What is printed.

    Arguments:
        title: its name.
        subtitle: what it was narrowed to, in words; empty for all products.
        groups: the groups in the order of the list of terms, those without products left out.
        makers: the index of makers.
        places: the index of places.
    """

    title: str
    subtitle: str
    groups: tuple[BrochureGroup, ...]
    makers: tuple[IndexLine, ...]
    places: tuple[IndexLine, ...]

    @property
    def total(self) -> int:
        """How many products it shows."""
        return sum(len(group.products) for group in self.groups)


UNGROUPED = "Chưa rõ nhóm"
"""The heading above products whose group no source names; their key is empty."""
KINDS_OF_PLACE = ("xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "TX.", "TP.", "KCN", "tỉnh")
"""Words before the name of a place, under which nobody would look for it."""


def brochure(choice: Choice, catalogue: Catalogue) -> Brochure:
    """Gather what a brochure prints.

    Arguments:
        choice: which products.
        catalogue: all entries.

    Raises:
        ChoiceError: when the choice names what is not there, or no product is left.
    """
    chosen = choose(choice, catalogue)
    shown = [(product.group or "", _shown(product, catalogue)) for product in chosen]
    taxonomies = catalogue.taxonomies
    keys = taxonomies.keys("sectors")
    labels = {**{key: taxonomies.label("sectors", key) for key in keys}, "": UNGROUPED}
    forms = [taxonomies.label("legal_forms", key) for key in taxonomies.keys("legal_forms")]
    groups = (
        BrochureGroup(key, label, _varied(one for group, one in shown if group == key)) for key, label in labels.items()
    )
    return Brochure(
        title="Sản phẩm công nghiệp nông thôn",
        subtitle=_in_words(choice, catalogue),
        groups=tuple(group for group in groups if group.products),
        makers=_index(((one.maker, one.slug) for _, one in shown), forms),
        places=_index(((one.place, one.slug) for _, one in shown), KINDS_OF_PLACE),
    )


def _shown(product: Product, catalogue: Catalogue) -> BrochureProduct:
    maker = maker_of(product, catalogue)
    unit = maker.unit(catalogue.places) if maker else None
    return BrochureProduct(
        slug=product.slug,
        card=product.card(catalogue),
        maker=maker.title if maker else "",
        place=maker.place if maker else "",
        unit=f"{unit.name}, {unit.province}" if unit else "",
        recognitions=tuple(_recognised(product.recognitions)),
    )


def _recognised(recognitions: tuple[Recognition, ...]) -> Iterator[str]:
    """Say each recognition once, the highest level first; further years of the same stand in its brackets."""
    years: dict[str, list[str]] = {}
    for one in sorted(in_time(recognitions), key=lambda one: (-one.rank, -one.stars)):
        known = years.setdefault(one.label, [])
        if one.known_date and str(one.known_date.year) not in known:
            known.append(str(one.known_date.year))
    for label, known in years.items():
        yield f"{label} ({', '.join(known)})" if known else label


def _varied(products: Iterable[BrochureProduct]) -> tuple[BrochureProduct, ...]:
    """Change drawings that would stand beside their like, as listings do."""
    some = list(products)
    cards = vary(one.card for one in some)
    return tuple(replace(one, card=card) for one, card in zip(some, cards, strict=True))


def _index(named: Iterable[tuple[str, str]], forms: Iterable[str]) -> tuple[IndexLine, ...]:
    """File products under names, as an A–Z does: "Vũ Công, Công ty TNHH".

    Arguments:
        named: a name, or an empty text, and the slug of a product.
        forms: the words before a name under which nobody would look.
    """
    known = tuple(forms)
    lines: dict[tuple[str, str], list[str]] = {}
    for name, product in named:
        if name:
            lines.setdefault(filed(name, known), []).append(product)
    return tuple(IndexLine(*line, tuple(lines[line])) for line in sorted(lines, key=lambda line: sort_key(line[0])))


def _in_words(choice: Choice, catalogue: Catalogue) -> str:
    parts = [
        f"cấp {choice.level}" if choice.level else "",
        catalogue.taxonomies.label("sectors", choice.group) if choice.group else "",
        f"ở {choice.place}" if choice.place else "",
        f"được công nhận năm {choice.year}" if choice.year else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
