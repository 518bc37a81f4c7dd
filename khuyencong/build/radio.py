"""Radio scripts of articles and issues: what their printable pages and plain texts see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from khuyencong.build.bodies import body_html
from khuyencong.build.page_names import PageName
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.news import News
from khuyencong.model.radio import RadioScript, RadioView, Spoken, duration, line, make_script, say_article, text_url
from khuyencong.model.radio_settings import filled
from khuyencong.model.reading.reader import Reader, make_reader
from khuyencong.model.types import BY_KEY
from khuyencong.model.view import Head, Link

remembered_article = lru_cache(maxsize=64)(say_article)
"""The page and the plain text of an article, and the issue that carries it, are often made one after the other."""


def radio_view(name: PageName, catalogue: Catalogue, content: Path) -> RadioView:
    """Compute what the printable page of a script sees.

    Arguments:
        name: the page; `of` holds the key of the content type and the slug.
        catalogue: all entries.
        content: the content folder.

    Raises:
        KeyError: when there is no such entry.
    """
    entry = _entry(name, catalogue)
    content_type = BY_KEY[entry.type_key]
    script = script_of(entry, catalogue, content)
    settings = catalogue.radio
    crumbs = (Link("/", "Trang chủ"), Link(content_type.prefix, content_type.label), Link(entry.url, entry.title))
    head = Head(
        name.url,
        f"Bản đọc phát thanh: {entry.title}",
        f"Bản đọc phát thanh, viết đúng như đọc thành lời: {entry.title}",
        content_type.key,
        crumbs,
        original=entry.url,
    )
    return RadioView(
        head=head,
        of=Link(entry.url, entry.title),
        text_url=text_url(entry.url),
        script=script,
        duration=duration(script.syllables, settings.syllables_per_minute),
        rate=settings.syllables_per_minute,
        rate_source=settings.rate_source,
    )


def radio_script(name: PageName, catalogue: Catalogue, content: Path) -> RadioScript:
    """Make the script of an article or an issue; see `radio_view`."""
    return script_of(_entry(name, catalogue), catalogue, content)


def _entry(name: PageName, catalogue: Catalogue) -> Entry:
    key, _, slug = name.of.partition(" ")
    entry = catalogue.get(key, slug)
    if entry is None:
        raise KeyError(name.url)
    return entry


def script_of(entry: Entry, catalogue: Catalogue, content: Path) -> RadioScript:
    """Make the script of an article or an issue.

    Arguments:
        entry: the article or the issue.
        catalogue: all entries.
        content: the content folder.
    """
    reader = make_reader(catalogue.glossary, catalogue.radio.spoken, catalogue.radio.manner)
    if entry.lang != "vi":
        return RadioScript((Spoken("Bài này không viết bằng tiếng Việt nên không có bản đọc."),), ())
    settings = catalogue.radio
    is_issue = isinstance(entry, Bulletin)
    lines = (settings.issue_opening, settings.issue_closing) if is_issue else (settings.opening, settings.closing)
    opening, closing = (line(_fill(one, entry, catalogue, reader), reader) for one in lines)
    said = (
        _issue(entry, catalogue, content, reader)
        if isinstance(entry, Bulletin)
        else _body(entry, catalogue, content, reader)
    )
    return make_script((opening, *said, closing), reader)


def _fill(text: str, entry: Entry, catalogue: Catalogue, reader: Reader) -> str:
    author = (entry.author if isinstance(entry, News) else None) or catalogue.site.default_author
    # The title is read by itself, so that it begins with a capital letter wherever it stands.
    title = reader.read(entry.title.rstrip("."))
    return filled(text, {"title": title, "site": catalogue.site.name, "author": author})


def _body(entry: Entry, catalogue: Catalogue, content: Path, reader: Reader) -> Iterator[Spoken]:
    said = remembered_article(body_html(entry, catalogue, content), reader)
    if said:
        yield from said
    elif entry.summary:
        yield line(entry.summary, reader)


def _issue(issue: Bulletin, catalogue: Catalogue, content: Path, reader: Reader) -> Iterator[Spoken]:
    yield from _body(issue, catalogue, content, reader)
    for section in issue.sections:
        yield line(filled(catalogue.radio.section, {"title": reader.read(section.title)}), reader, is_heading=True)
        for article in catalogue.named("news", section.news):
            yield line(_fill(catalogue.radio.between, article, catalogue, reader), reader)
            yield from _body(article, catalogue, content, reader)
