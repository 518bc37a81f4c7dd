"""What the template of a bulletin issue reads: plain data and the names of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from khuyencong.model.article_tree import Child, Node, article_tree
from khuyencong.model.entry import Image
from khuyencong.model.printed import PrintedArticle, PrintedIssue
from khuyencong.model.typography import unbroken, unbroken_fragment
from khuyencong.outputs.printing.notes import with_notes
from khuyencong.outputs.printing.planning import UNFITTED

TEMPLATE = "bulletin.typ"
_TOO_LONG = re.compile(r"\w{26,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """For which use an issue is set.

    Arguments:
        paper: `190x270`, `A4` or `A5`, see `house.typ`.
        bleed: whether colour runs 3 mm over the edge, for a print shop that trims.
        grey: whether everything is grey.
    """

    paper: str = "190x270"
    bleed: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article, ready to be set.

    Arguments:
        html: its sanitised HTML.
        pictures: the name of each picture's file for print, by the address that the HTML names.
        lead: the name of the file of its lead photo; empty for none.
        code: the QR code of its page: size in modules and path, see `outputs/qr.py`.
    """

    html: str
    pictures: Mapping[str, str]
    lead: str
    code: tuple[int, str]


def issue_data(
    issue: PrintedIssue, texts: Mapping[str, Text], setting: Setting, address: str, archive: tuple[int, str]
) -> dict[str, object]:
    """Give what the template reads.

    Arguments:
        issue: the issue.
        texts: the text of each of its articles, by slug; by an empty slug its own, whose lead photo is the cover's.
        setting: for which use it is set.
        address: the address of the site.
        archive: the QR code of the page of all issues.
    """
    entry = issue.entry
    numbers = iter(range(1, 1_000))
    sections = [
        {"title": one.title, "articles": [_article(article, texts, address, next(numbers)) for article in one.articles]}
        for one in issue.sections
    ]
    return {
        "setting": asdict(setting),
        "part": "all",
        "starts": {},
        "title": entry.title,
        "name": issue.name,
        "publisher": issue.publisher,
        "number": entry.number,
        "year": entry.year,
        "date": issue.date,
        "summary": unbroken(entry.summary),
        "introduction": _plain(texts[""].html, texts[""].pictures),
        "address": address,
        "url": f"{address}{entry.url}",
        "code": list(texts[""].code),
        "archive-code": list(archive),
        "index": [[label, [list(name) for name in names]] for label, names in issue.index()],
        "cover": _photo(entry.image, texts[""].lead),
        "tiles": [asdict(one) for one in issue.tiles],
        "sections": sections,
        "imprint": [list(line) for line in issue.imprint],
    }


def _article(article: PrintedArticle, texts: Mapping[str, Text], address: str, number: int) -> dict[str, object]:
    text = texts[article.slug]
    return {
        "number": number,
        "slug": article.slug,
        "fit": UNFITTED._asdict(),
        "url": f"{address}{article.url}",
        "title": unbroken(article.title),
        "summary": unbroken(article.summary),
        "kicker": article.kicker,
        "byline": article.byline,
        "artwork": asdict(article.artwork) if article.artwork else None,
        "picture": _photo(article.image, text.lead),
        "named": [[label, list(map(unbroken, names))] for label, names in article.named],
        "tiles": [[asdict(artwork), unbroken(name)] for artwork, name in article.tiles],
        "sources": list(map(unbroken, article.sources)),
        "code": list(text.code),
        "body": _plain(text.html, text.pictures),
    }


def _photo(image: Image | None, name: str) -> dict[str, str] | None:
    if image is None:
        return None
    return {"src": name, "alt": image.alt, "caption": image.caption or "", "credit": image.credit or ""}


def _plain(html: str, pictures: Mapping[str, str]) -> list[object]:
    tree = with_notes(article_tree(unbroken_fragment(html)))
    return [child if isinstance(child, str) else child.plain() for child in _for_paper(tree, pictures)]


def _for_paper(tree: Iterable[Child], pictures: Mapping[str, str]) -> tuple[Child, ...]:
    """Let pictures name their files for print, and words that are longer than a column be parted."""
    return tuple(parted(child) if isinstance(child, str) else _with_file(child, pictures) for child in tree)


def _with_file(node: Node, pictures: Mapping[str, str]) -> Node:
    if node.tag == "img":
        return replace(node, attributes={**node.attributes, "src": pictures[node.attributes.get("src", "")]})
    return replace(node, children=_for_paper(node.children, pictures))


def parted(text: str) -> str:
    """Let a line end anywhere in a word that no column has room for, as in a name of a file.

    Arguments:
        text: some text of an article.
    """
    return _TOO_LONG.sub(lambda found: "\u200b".join(found[0]), text)
