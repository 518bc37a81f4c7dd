"""The items of the corpus: establishments, products and news with realistic fields, drawn from a seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from slugify import slugify

from bench.awards import Awards
from bench.bodies import body
from bench.places import Real
from bench.words import MAKES, Text, capital

T = TypeVar("T")

LAST_DAY = dt.date(2025, 12, 31)
DAYS = 10 * 365
TAGS = (*MAKES[:40], "làng nghề", "tập huấn", "hội chợ", "máy móc", "bình chọn", "sản xuất sạch hơn")
KINDS = ("CNNT", "OCOP", "khác")
PUBLISHERS = ("Báo mẫu", "Cổng thông tin mẫu", "Tạp chí mẫu", "Trung tâm mẫu")


@dataclass(slots=True)
class Item:
    """One entry.

    Arguments:
        kind: the section's part of the address: `co-so`, `san-pham` or `tin-tuc`.
        slug: the entry's part of the address.
        title: its name.
        summary: one sentence.
        fields: the other fields of our front matter.
        body: Markdown.
        values: its value of each facet, by the facet's part of the address.
        card: what its card shows besides: kicker, place, artwork.
    """

    kind: str
    slug: str
    title: str
    summary: str
    fields: dict[str, Any]
    body: str
    values: dict[str, list[str]]
    card: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The entry's address."""
        return f"/{self.kind}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Size:
    """How many entries of each kind."""

    establishments: int
    products: int
    news: int


class Maker:
    """Draws the items of one corpus.

    Arguments:
        seed: the same seed gives the same items.
        real: what is taken from the real content.
    """

    def __init__(self, seed: int, real: Real) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
        self.text = Text(self.rng)
        self.awards = Awards(self.rng)
        self.real = real
        self.labels: dict[str, dict[str, str]] = {}
        self._slugs: set[str] = set()

    def items(self, size: Size) -> list[Item]:
        """Draw all items: establishments, then their products, then the news that names both."""
        establishments = [self._establishment() for _ in range(size.establishments)]
        products = [self._product(self.rng.choice(establishments)) for _ in range(size.products)]
        self._borrow({one.slug: one for one in establishments}, products)
        days = sorted(self.rng.randrange(DAYS) for _ in range(size.news))
        addresses: list[str] = []
        news = [self._news(day, establishments, products, addresses) for day in days]
        return [*establishments, *products, *news]

    def _borrow(self, makers: dict[str, Item], products: list[Item]) -> None:
        """Give products the place of their establishment, and establishments what their products reached."""
        for product in products:
            maker = makers[product.fields["establishment"]]
            for facet in ("tinh", "huyen", "xa-phuong"):
                product.values[facet] = maker.values[facet]
                labels = self.labels.get(f"co-so-{facet}", {})
                self.labels.setdefault(f"san-pham-{facet}", {}).update(
                    {value: labels[value] for value in maker.values[facet]}
                )
            for facet in ("cap", "ocop"):
                maker.values[facet] = sorted({*maker.values[facet], *product.values[facet]})
                labels = self.labels.get(f"san-pham-{facet}", {})
                self.labels.setdefault(f"co-so-{facet}", {}).update(
                    {value: labels[value] for value in product.values[facet]}
                )

    def _establishment(self) -> Item:
        rng, makes = self.rng, self.rng.choice(MAKES)
        is_village = rng.random() < 0.05
        form = rng.choice(list(self.real.terms["legal_forms"]))
        form_label = "Làng nghề" if is_village else self.real.terms["legal_forms"][form]
        sector = rng.choice(list(self.real.terms["sectors"]))
        spot = rng.choice(self.real.spots)
        title, slug = self._name("co-so", lambda: f"{form_label} {makes} {self.text.name()}")
        fields: dict[str, Any] = {"sources": self._sources()}
        fields |= {"kind": "craft village"} if is_village else {"legal_form": form}
        parts = {"commune": spot.commune, "district": spot.district, "province": spot.province}
        fields |= {"sector": sector, "makes": makes, "address": {key: text for key, text in parts.items() if text}}
        fields |= self._extras()
        values = {
            "nganh": self._value("co-so-nganh", sector, self.real.terms["sectors"][sector]),
            "loai-hinh": self._value("co-so-loai-hinh", "lang-nghe" if is_village else form, form_label),
            "tinh": self._value("co-so-tinh", slugify(spot.province), spot.province),
            "huyen": self._value("co-so-huyen", slugify(spot.district), spot.district),
            "xa-phuong": self._value("co-so-xa-phuong", slugify(spot.unit), spot.unit) if spot.unit else [],
            "cap": [],
            "ocop": [],
            "ho-tro": self._value("co-so-ho-tro", "co", "Có hỗ trợ mà nguồn nêu") if "supports" in fields else [],
        }
        place = ", ".join(part for part in (spot.commune, spot.district) if part)
        card = {"kicker": form_label, "place": place, "artwork": "lang-nghe" if is_village else sector}
        card |= {"unit": spot.unit, "unit_slug": slugify(spot.unit), "sector": self.real.terms["sectors"][sector]}
        summary = f"{form_label} làm {makes} ở {place}."
        return Item("co-so", slug, title, summary, fields, self._body(180, 450, 260, ()), values, card)

    def _extras(self) -> dict[str, Any]:
        """Draw the fields that only some establishments have."""
        rng, extras = self.rng, dict[str, Any]()
        if rng.random() < 0.4:
            extras["founded"] = str(rng.randint(1975, 2022))
        if rng.random() < 0.3:
            extras["website"] = f"https://co-so-{rng.randrange(10**6)}.example/"
        if rng.random() < 0.3:
            content = f"Hỗ trợ máy {' '.join(self.text.words(4))}"
            extras["supports"] = [{"year": str(rng.randint(2012, 2024)), "content": content}]
        if rng.random() < 0.1:
            extras["recognitions"] = [self.awards.other()]
        if rng.random() < 0.5:
            extras["verified"] = self._day()
        return extras

    def _product(self, maker: Item) -> Item:
        rng, makes = self.rng, str(maker.fields["makes"])
        title, slug = self._name("san-pham", lambda: f"{capital(makes)} {self.text.name()}")
        group = str(maker.fields["sector"])
        recognitions = self.awards.draw()
        fields: dict[str, Any] = {"sources": self._sources(), "establishment": maker.slug, "group": group}
        fields |= {"recognitions": recognitions} if recognitions else {}
        honours = {kind: {self.awards.label(one) for one in recognitions if one["kind"] == kind} for kind in KINDS}
        years = sorted({str(one["year"]) for one in recognitions})
        values = {
            "nhom": self._value("san-pham-nhom", group, self.real.terms["sectors"][group]),
            "cap": self._values("san-pham-cap", honours["CNNT"]),
            "ocop": self._values("san-pham-ocop", honours["OCOP"]),
            "danh-hieu": self._values("san-pham-danh-hieu", honours["khác"]),
            "nam": [value for year in years for value in self._value("san-pham-nam", year, f"Năm {year}")],
        }
        best = self.awards.best(recognitions)
        card = {"kicker": self.awards.label(best) if best else "", "rank": self.awards.rank(best), "artwork": group}
        card |= {"group": self.real.terms["sectors"][group]}
        summary = f"{title} của {maker.title}."
        named = [maker.url] if rng.random() < 0.5 else []
        return Item("san-pham", slug, title, summary, fields, self._body(120, 380, 220, named), values, card)

    def _news(self, day: int, establishments: list[Item], products: list[Item], earlier: list[str]) -> Item:
        rng = self.rng
        date = LAST_DAY - dt.timedelta(days=DAYS - 1 - day)
        category = rng.choice(list(self.real.terms["news_categories"]))
        title, slug = self._name("tin-tuc", lambda: self.text.phrase(7, 13))
        named = self._some(establishments, 3), self._some(products, 3)
        fields: dict[str, Any] = {"date": date.isoformat(), "category": category}
        fields |= {"tags": rng.sample(TAGS, rng.randint(2, 4)), "sources": self._sources()}
        fields |= {"establishments": [one.slug for one in named[0]]} if named[0] else {}
        fields |= {"products": [one.slug for one in named[1]]} if named[1] else {}
        links = [one.url for one in (*named[0], *named[1])] + self._some(earlier, 2)
        values = {
            "chuyen-muc": self._value("tin-tuc-chuyen-muc", category, self.real.terms["news_categories"][category]),
            "nam": self._value("tin-tuc-nam", str(date.year), f"Năm {date.year}"),
        }
        card = {"kicker": self.real.terms["news_categories"][category]}
        markdown = self._body(400, 820, 560, links)
        item = Item("tin-tuc", slug, title, f"{self.text.phrase(18, 32)}.", fields, markdown, values, card)
        earlier.append(item.url)
        return item

    def _some(self, things: Sequence[T], most: int) -> list[T]:
        """Draw none, one or several different things."""
        return self.rng.sample(things, min(len(things), self.rng.randint(0, most)))

    def _name(self, kind: str, draw: Callable[[], str]) -> tuple[str, str]:
        """Draw titles until one gives a slug that is free."""
        for attempt in range(1, 1000):
            title = draw() if attempt < 20 else f"{draw()} {attempt}"
            slug = slugify(title)
            if f"{kind}/{slug}" not in self._slugs:
                self._slugs.add(f"{kind}/{slug}")
                return title, slug
        raise ValueError(f"no free name left for {kind}")

    def _sources(self) -> list[dict[str, str]]:
        return [self._source() for _ in range(self.rng.randint(1, 3))]

    def _source(self) -> dict[str, str]:
        rng = self.rng
        source = {"title": self.text.phrase(6, 12), "url": f"https://nguon.example/bai-{rng.randrange(10**8)}.html"}
        source |= {"publisher": rng.choice(PUBLISHERS)} if rng.random() < 0.7 else {}
        source |= {"date": self._day()} if rng.random() < 0.5 else {}
        return source

    def _day(self) -> str:
        return (LAST_DAY - dt.timedelta(days=self.rng.randrange(DAYS))).isoformat()

    def _body(self, least: int, most: int, mode: int, links: Sequence[str]) -> str:
        return body(self.text, round(self.rng.triangular(least, most, mode)), links)

    def _value(self, facet: str, slug: str, label: str) -> list[str]:
        """Note the label of a facet's value, and give the value."""
        self.labels.setdefault(facet, {})[slug] = label
        return [slug]

    def _values(self, facet: str, labels: set[str]) -> list[str]:
        return [value for label in sorted(labels) for value in self._value(facet, slugify(label), label)]
