"""What people do to content, theme and settings between two builds; each edit may be made again and again."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PIL import Image

from tests.small_builds import Workplace

_serial = itertools.count()


def some_entry(work: Workplace, chance: random.Random, folder: str = "") -> Path:
    """Choose a content file."""
    return chance.choice(sorted((work.content / folder).rglob("*.md")))


def substitute(path: Path, old: str, new: str) -> None:
    """Replace text in a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def lengthen_a_body(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu {next(_serial)}.\n", encoding="utf-8")


def change_a_title(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    substitute(path, "title: ", f"title: Mới {next(_serial)} ")


def rename_the_establishment_that_products_show(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance, "establishments"), "title: ", f"title: Đổi {next(_serial)} ")


def add_news(work: Workplace, chance: random.Random) -> None:
    day = chance.randint(1, 28)
    fields = f"title: Tin {next(_serial)}\ndate: 2023-0{chance.randint(1, 9)}-{day:02d}\ncategory: lang-nghe"
    path = work.content / "news" / f"tin-{next(_serial)}.md"
    path.write_text(f"---\n{fields}\n---\nMột bài ngắn.\n", encoding="utf-8")


def add_a_product(work: Workplace, chance: random.Random) -> None:
    maker = some_entry(work, chance, "establishments").stem
    path = work.content / "products" / f"san-pham-{next(_serial)}.md"
    path.write_text(f"---\ntitle: Sản phẩm {next(_serial)}\nestablishment: {maker}\n---\n", encoding="utf-8")


def delete_an_entry(work: Workplace, chance: random.Random) -> None:
    some_entry(work, chance).unlink()


def rename_a_file(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance)
    path.rename(path.with_name(f"ten-khac-{next(_serial)}.md"))


def make_a_draft(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance), "title: ", "status: draft\ntitle: ")


def change_the_site(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "site.yaml", "short_name: ", f"short_name: Tên {next(_serial)} ")


def change_a_taxonomy(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "taxonomies.yaml", "label: ", f"label: Nhãn {next(_serial)} ")


def change_the_glossary(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "glossary.yaml", "long: ", f"long: nghĩa {next(_serial)} ")


def change_how_articles_are_read(work: Workplace, chance: random.Random) -> None:
    text = f"opening: Bài {next(_serial)}, {{title}}.\n"
    (work.content / "radio.yaml").write_text(text, encoding="utf-8")


def change_a_template(work: Workplace, chance: random.Random) -> None:
    path = chance.choice(sorted((work.theme / "templates").rglob("entry.html")))
    substitute(path, "{% block", f"{{# {next(_serial)} #}}{{% block")


def change_a_macro(work: Workplace, chance: random.Random) -> None:
    path = work.theme / "templates" / "macros" / "card.html"
    substitute(path, "{% macro card(", f"{{# {next(_serial)} #}}{{% macro card(")
    substitute(path, "<h{{", f"<!-- {next(_serial)} --><h{{{{")


def change_the_style(work: Workplace, chance: random.Random) -> None:
    with (work.theme / "static" / "css" / "utilities.css").open("a", encoding="utf-8") as sheet:
        sheet.write(f"\n.them-{next(_serial)} {{ color: inherit; }}\n")


def show_a_picture(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "news")
    draw(path.with_name("anh.png"), chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n![Một hình màu](anh.png)\n", encoding="utf-8")


def change_a_picture(work: Workplace, chance: random.Random) -> None:
    for path in sorted(work.content.rglob("anh.png")):
        draw(path, chance)


def show_a_picture_by_reference_in_a_folder_below(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "news")
    (path.parent / "phu").mkdir(exist_ok=True)
    draw(path.parent / "phu" / "anh.png", chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n![Một hình màu][h]\n\n[h]: phu/anh.png\n", encoding="utf-8")


def attach_a_file(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "news")
    table = path.with_name("biểu.csv")
    table.write_text(f"cơ sở;số\nchả cá;{next(_serial)}\n", encoding="utf-8")
    if "attachments:" not in path.read_text(encoding="utf-8"):
        substitute(path, "title: ", f"attachments: [{{file: {table.name}, title: Biểu số liệu}}]\ntitle: ")
    path.write_text(f"{path.read_text(encoding='utf-8')}\nXem [biểu]({table.name}).\n", encoding="utf-8")


def change_an_attached_file(work: Workplace, chance: random.Random) -> None:
    for path in sorted(work.content.rglob("*.csv")):
        if path.parent.name == "news":
            path.write_text(f"cơ sở;số\n;{next(_serial)}\n", encoding="utf-8")


def add_to_a_gallery(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, chance.choice(["establishments", "products"]))
    draw(path.with_name("anh.png"), chance)
    if "gallery:" not in path.read_text(encoding="utf-8"):
        substitute(path, "title: ", "gallery: [{src: anh.png, alt: Một hình màu, caption: Hình}]\ntitle: ")


def change_an_alias(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance), "title: ", f"aliases: [/cu/trang-{next(_serial)}/]\ntitle: ")


def change_the_table_of_moved_pages(work: Workplace, chance: random.Random) -> None:
    target = some_entry(work, chance).relative_to(work.content).as_posix()
    table = f"địa chỉ cũ;địa chỉ mới;ghi chú\n/cu-{chance.randint(1, 3)}/a.i1.html;{target};\n/b;/lien-he/;\n"
    (work.content / "redirects.csv").write_text(table, encoding="utf-8")


def change_an_address(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "establishments")
    address = chance.choice(
        [
            "commune: xã An Ngãi, district: huyện Long Điền, province: Bà Rịa - Vũng Tàu",
            "commune: xã Long Điền, province: Thành phố Hồ Chí Minh",
            "district: huyện Đất Đỏ, province: Bà Rịa - Vũng Tàu",
            "province: tỉnh Bà Rịa - Vũng Tàu",
            f"commune: xã {next(_serial)}, province: Đồng Nai",
        ]
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^address: .*$", f"address: {{{address}}}", text, count=1), encoding="utf-8")


def add_an_establishment(work: Workplace, chance: random.Random) -> None:
    number = next(_serial)
    where = chance.choice(["commune: xã An Ngãi, district: huyện Long Điền, ", "district: huyện Long Đất, ", ""])
    path = work.content / "establishments" / f"co-so-{number}.md"
    fields = f"title: Cơ sở {number}\naddress: {{{where}province: Bà Rịa - Vũng Tàu}}"
    path.write_text(f"---\n{fields}\n---\n", encoding="utf-8")


def move_a_boundary(work: Workplace, chance: random.Random) -> None:
    substitute(work.content / "places" / "wards.geojson", "[107.2", f"[107.2{chance.randint(0, 9)}")


def change_the_places(work: Workplace, chance: random.Random) -> None:
    table = work.content / "places" / "units.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("Xã Long", f"Xã {next(_serial)} Long"), encoding="utf-8")


def expire_news(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance, "news"), "title: ", "expires: 2025-11\ntitle: ")


def hide_an_entry(work: Workplace, chance: random.Random) -> None:
    substitute(some_entry(work, chance), "title: ", "status: hidden\ntitle: ")


def amend_a_document(work: Workplace, chance: random.Random) -> None:
    amended = some_entry(work, chance, "documents").stem
    number = next(_serial)
    fields = f"title: Sửa {number}\nnumber: {number}/QĐ\ntype: quyet-dinh\nissuer: UBND tỉnh\namends: [{amended}]"
    path = work.content / "documents" / f"{number}-qd.md"
    path.write_text(f"---\n{fields}\ndate: 2024-01-01\n---\n", encoding="utf-8")


def rename_a_document_and_all_that_refers_to_it(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "documents")
    old, new = path.stem, f"van-ban-{next(_serial)}"
    if "slug: " not in path.read_text(encoding="utf-8"):
        substitute(path, "title: ", f"slug: {old}\ntitle: ")
    for one in work.content.rglob("*.md"):
        one.write_text(one.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    path.rename(path.with_name(f"{new}.md"))


def draw(path: Path, chance: random.Random) -> None:
    """Make a picture of one colour."""
    Image.new("RGB", (chance.randint(20, 600), 40), (chance.randint(0, 255), 90, 90)).save(path)


def add_establishments_that_share_two_values(work: Workplace, chance: random.Random) -> None:
    district = chance.choice(["huyện Long Điền", "huyện Đất Đỏ"])
    for _ in range(chance.randint(1, 3)):
        number = next(_serial)
        fields = f"title: Cơ sở {number}\nlegal_form: hop-tac-xa\nsector: thu-cong-my-nghe"
        path = work.content / "establishments" / f"co-so-{number}.md"
        path.write_text(f"---\n{fields}\naddress: {{district: {district}}}\n---\n", encoding="utf-8")


def move_an_establishment(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, "establishments")
    text = path.read_text(encoding="utf-8")
    here, there = ("Long Điền", "Đất Đỏ") if "Long Điền" in text else ("Đất Đỏ", "Long Điền")
    path.write_text(text.replace(f"huyện {here}", f"huyện {there}"), encoding="utf-8")


def honour_products(work: Workplace, chance: random.Random) -> None:
    maker = some_entry(work, chance, "establishments").stem
    for _ in range(chance.randint(1, 3)):
        number = next(_serial)
        fields = f"title: Sản phẩm {number}\nestablishment: {maker}\ngroup: co-khi"
        honours = f"recognitions: [{{kind: OCOP, level: {chance.choice([3, 4])} sao, year: 2023}}]"
        path = work.content / "products" / f"san-pham-{number}.md"
        path.write_text(f"---\n{fields}\n{honours}\n---\n", encoding="utf-8")


def note_when_an_entry_was_added(work: Workplace, chance: random.Random) -> None:
    path = some_entry(work, chance, chance.choice(["establishments", "products"]))
    day = f"2025-11-{chance.randint(1, 28):02d}"
    substitute(path, "title: ", f"{chance.choice(['added', 'updated', 'verified'])}: {day}\ntitle: ")


def change_the_settings(work: Workplace, chance: random.Random) -> None:
    work.name_index = not work.name_index


Edit: TypeAlias = Callable[[Workplace, random.Random], None]

EDITS: list[Edit] = [
    lengthen_a_body,
    change_a_title,
    rename_the_establishment_that_products_show,
    add_news,
    add_a_product,
    delete_an_entry,
    rename_a_file,
    make_a_draft,
    change_the_site,
    change_a_taxonomy,
    change_the_glossary,
    change_how_articles_are_read,
    change_a_template,
    change_a_macro,
    change_the_style,
    show_a_picture,
    change_a_picture,
    show_a_picture_by_reference_in_a_folder_below,
    attach_a_file,
    change_an_attached_file,
    add_to_a_gallery,
    change_an_alias,
    change_the_table_of_moved_pages,
    change_an_address,
    add_an_establishment,
    move_a_boundary,
    change_the_places,
    expire_news,
    hide_an_entry,
    amend_a_document,
    rename_a_document_and_all_that_refers_to_it,
    add_establishments_that_share_two_values,
    move_an_establishment,
    honour_products,
    note_when_an_entry_was_added,
    change_the_settings,
]
