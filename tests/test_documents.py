"""The documents say what the code is: they are made from it, or held against it here."""

from __future__ import annotations

import json
import re
from pathlib import Path

from khuyencong.model.handbook import handbook
from khuyencong.model.types import TYPES

ROOT = Path(__file__).resolve().parent.parent


def test_the_handbook_of_the_content_model_is_up_to_date() -> None:
    written = (ROOT / "docs" / "content-model.md").read_text(encoding="utf-8")
    assert written == handbook(), "run: make docs"


def test_the_handbook_explains_every_field_of_every_type_in_vietnamese() -> None:
    for content_type in TYPES:
        for name, field in content_type.model.model_fields.items():
            assert field.title, f"{content_type.key}.{name} has no label"
            assert field.description, f"{content_type.key}.{name} has no help text"


def test_every_dependency_has_its_line() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    for name in ("requirements.in", "requirements-test.in", "requirements-dask.in"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            package = re.match(r"[A-Za-z][\w.-]*", line)
            if package and not package[0].startswith(("types-", "lxml-stubs")):
                assert package[0].lower() in explained, f"docs/dependencies.md does not explain {package[0]}"


def test_every_command_has_one_help_line_and_the_readme_names_only_commands_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    declared = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())  # type: ignore[index]
    explained = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert declared == explained
    assert named <= explained


def test_links_between_the_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "scripts").rglob("*.md")]
    assert documents
    for document in documents:
        text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if not target.startswith(("http", "/")):
                assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_report_on_accessibility_names_every_template_and_no_fault() -> None:
    files = (ROOT / "docs" / "reports" / "accessibility").glob("*.json")
    reports = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}
    listed = [one.prefix.strip("/") for one in TYPES if one.per_page]
    wanted = {"home", "404", *listed, *(f"{name}-entry" for name in listed), *(f"{name}-facet" for name in listed)}
    assert reports.keys() >= wanted, "run: make check-pages"
    for kind, report in reports.items():
        assert report["kind"] == kind
        assert report["pages"] >= report["looked_at"] > 0
        assert (report["violations"], report["found"]) == (0, {})
