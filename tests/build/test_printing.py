"""Issues are printed at the gate: published beside their page, made again only when they would be another."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.build.job import ContentError
from khuyencong.build.press import page_count
from khuyencong.build.site import Built
from khuyencong.build.workers import map_chunks
from tests.printed import pages_of
from tests.small_builds import Workplace

ISSUE = "bulletins/2023-1.md"
ARTICLE = "news/lang-duc-dong.md"
OTHER = "news/hoi-cho.md"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    workplace = Workplace.make(tmp_path_factory.mktemp("printing"))
    workplace.build(indexes=False)
    return workplace


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the issues that each build sends to the press."""
    sent: list[int] = []

    def counting(*arguments: object, **more: object) -> object:
        sent.append(len(arguments[1]))  # type: ignore[arg-type]
        return map_chunks(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("khuyencong.build.printing.map_chunks", counting)
    return sent


def pdf_of(workplace: Workplace) -> Path:
    (found,) = (workplace.output / "ban-tin" / "2023-1").glob("*.pdf")
    return found


def change(workplace: Workplace, path: str, old: str, new: str) -> None:
    file = workplace.content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def build(workplace: Workplace) -> Built:
    return workplace.build(indexes=False)


def test_the_page_of_an_issue_offers_its_pdf_and_shows_its_cover(first: Workplace) -> None:
    page = (first.output / "ban-tin" / "2023-1" / "index.html").read_text(encoding="utf-8")
    assert pdf_of(first).name in page
    assert f"{page_count(pdf_of(first).read_bytes())} trang" in page
    assert any(cover.name in page for cover in (first.output / "ban-tin" / "2023-1").glob("bia-*.webp"))


def test_the_article_is_in_it(first: Workplace) -> None:
    text = " ".join(" ".join(pages_of(pdf_of(first).read_bytes())).split())
    assert "Hai nghìn người từng sống bằng nghề này." in text
    assert "Lò nung bằng than." in text


def test_what_stays_the_same_is_not_set_again(first: Workplace, counted: list[int]) -> None:
    before = pdf_of(first).read_bytes()
    build(first)
    assert counted == [0]
    assert pdf_of(first).read_bytes() == before


def test_a_clean_build_gives_the_same_bytes(first: Workplace) -> None:
    before = hashlib.sha256(pdf_of(first).read_bytes()).hexdigest()
    first.build("clean", "clean-cache", indexes=False)
    (again,) = (first.root / "clean" / "ban-tin" / "2023-1").glob("*.pdf")
    assert hashlib.sha256(again.read_bytes()).hexdigest() == before


def test_an_edit_elsewhere_sets_nothing_and_one_within_sets_the_issue(tmp_path: Path, counted: list[int]) -> None:
    workplace = Workplace.make(tmp_path)
    build(workplace)
    change(workplace, OTHER, "Đầu tháng sáu.", "Cuối tháng sáu.")
    build(workplace)
    change(workplace, ARTICLE, "Hai nghìn người", "Ba nghìn người")
    build(workplace)
    assert counted == [1, 0, 1]
    assert "Ba nghìn người" in " ".join(" ".join(pages_of(pdf_of(workplace).read_bytes())).split())


def test_another_template_for_print_sets_all_issues_again(tmp_path: Path, counted: list[int]) -> None:
    workplace = Workplace.make(tmp_path)
    build(workplace)
    house = workplace.theme / "print" / "house.typ"
    house.write_text(house.read_text(encoding="utf-8").replace("190mm", "188mm"), encoding="utf-8")
    build(workplace)
    assert counted == [1, 1]


def test_what_cannot_be_set_is_a_problem_with_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    change(workplace, ARTICLE, "Hai nghìn người", "Hai nghìn 漢 người")
    with pytest.raises(ContentError) as caught:
        build(workplace)
    line = (workplace.content / ARTICLE).read_text(encoding="utf-8").split("漢")[0].count("\n") + 1
    (problem,) = caught.value.problems
    assert problem.startswith(f"{workplace.content}/{ARTICLE}:{line}: ") or f"{ARTICLE}:{line}: " in problem
    assert "漢" in problem
    assert "Hãy viết cách khác" in problem
    assert not workplace.output.exists()


def test_what_typst_refuses_otherwise_is_told_of_the_article(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    house = workplace.theme / "print" / "inline.typ"
    house.write_text(
        house.read_text(encoding="utf-8").replace(
            'tag == "br"', 'tag == "strong" { panic("thử") } else if tag == "br"'
        ),
        encoding="utf-8",
    )
    house.write_text(house.read_text(encoding="utf-8").replace('("strong", "b")', '("b", "bb")'), encoding="utf-8")
    change(workplace, ARTICLE, "Hai nghìn người", "**Hai** nghìn người")
    with pytest.raises(ContentError) as caught:
        build(workplace)
    (problem,) = caught.value.problems
    assert f"{ARTICLE}:1:" in problem
    assert "không dựng được bản in" in problem
    assert "Traceback" not in problem


def test_a_table_that_no_page_has_room_for_is_a_problem_of_its_article(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    many = "|".join("Q" * 20 for _ in range(12))
    change(workplace, ARTICLE, "## Sắp tới", f"|{many}|\n|{'---|' * 12}\n|{many}|\n\n## Sắp tới")
    with pytest.raises(ContentError) as caught:
        build(workplace)
    (problem,) = caught.value.problems
    assert f"{ARTICLE}:1: bản in: bảng có quá nhiều cột" in problem
    assert "Hãy tách thành hai bảng" in problem


def test_missing_facts_of_the_imprint_are_remarks_on_a_model_site_only(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    built = build(workplace)
    assert any("Giấy phép xuất bản" in one for one in built.remarks)
    known = "\n".join(f"  {name}: Có thật" for name in ("governing_body", "responsible_person", "address", "phone"))
    change(workplace, "site.yaml", "demo: true", f"demo: false\nidentity:\n{known}\n  email: a@thu.example")
    with pytest.raises(ContentError) as caught:
        build(workplace)
    assert any("Giấy phép xuất bản" in one for one in caught.value.problems)


def test_a_page_that_is_too_large_is_always_a_problem(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    change(workplace, "site.yaml", "demo: true", "demo: true\nbulletin:\n  paper: A4")
    with pytest.raises(ContentError) as caught:
        build(workplace)
    assert any("khổ giấy 210 × 297 mm" in one for one in caught.value.problems)


def test_a_photo_is_as_fine_as_the_screen_needs_and_the_file_stays_light(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    noise = Image.effect_noise((3000, 2000), 60).convert("RGB")
    noise.save(workplace.content / "news" / "lo.jpg", quality=92)
    change(workplace, ARTICLE, "category: lang-nghe", "category: lang-nghe\nimage: {src: lo.jpg, alt: Lò nung đỏ lửa}")
    build(workplace)
    assert pdf_of(workplace).stat().st_size <= 3_000_000


def test_a_preview_keeps_the_last_pdf_and_the_next_build_sets_it_anew(tmp_path: Path, counted: list[int]) -> None:
    workplace = Workplace.make(tmp_path)
    build(workplace)
    before = pdf_of(workplace).read_bytes()
    change(workplace, ARTICLE, "Lò nung bằng than.", "Lò nung bằng điện.")
    workplace.build(indexes=False, prints=False)
    article = (workplace.output / "tin-tuc" / "lang-duc-dong" / "index.html").read_text(encoding="utf-8")
    assert "Lò nung bằng điện." in article
    assert pdf_of(workplace).read_bytes() == before
    build(workplace)
    assert pdf_of(workplace).read_bytes() != before
    assert counted == [1, 0, 1]


def test_a_preview_sets_an_issue_that_was_never_set(tmp_path: Path) -> None:
    workplace = Workplace.make(tmp_path)
    workplace.build(indexes=False, prints=False)
    assert pdf_of(workplace).read_bytes().startswith(b"%PDF")
