"""The order of Vietnamese: against a list that was read by people, and against ICU, which Node brings along."""

from __future__ import annotations

import json
import random
import re
import subprocess
import unicodedata
from collections.abc import Iterable

from khuyencong.model.vietnamese import initial, sort_key
from tests.content import ROOT

NAMES = (ROOT / "tests" / "golden" / "vietnamese-order.txt").read_text(encoding="utf-8").splitlines()
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
COLLATOR = (
    'const order = new Intl.Collator("vi", {numeric: true, caseFirst: "upper"});'
    'const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));'
    "console.log(JSON.stringify(texts.sort(order.compare)));"
)


def in_order_of_icu(texts: Iterable[str]) -> list[str]:
    """Sort texts as ICU does."""
    given = json.dumps(list(texts))
    done = subprocess.run(["node", "-e", COLLATOR], input=given, capture_output=True, encoding="utf-8", check=True)  # noqa: S607 - from the search path, as `make test` installs it
    found: list[str] = json.loads(done.stdout)
    return found


def test_a_list_of_names_is_sorted_as_people_have_read_it() -> None:
    assert len(NAMES) > 100
    assert sorted(NAMES, key=sort_key) == NAMES


def test_icu_agrees_on_the_names_of_the_site_and_on_words_of_any_letters() -> None:
    titles = {
        found[1]
        for path in sorted((ROOT / "content").rglob("*.md"))
        if (found := re.search(r'^title: "?(.*?)"?$', path.read_text(encoding="utf-8"), re.MULTILINE))
    }
    chance = random.Random(4)  # noqa: S311 - the same words in every run
    words = {
        "".join(chance.choices(f"{LETTERS}{LETTERS.upper()} ", k=chance.randint(1, 6))).strip() for _ in range(2000)
    }
    texts = sorted({*NAMES, *titles, *words} - {""})
    assert in_order_of_icu(texts) == sorted(texts, key=sort_key)


def test_each_letter_stands_under_its_own_in_a_list_from_a_to_z() -> None:
    for letter in LETTERS:
        found = initial(f"{letter.upper()}n")
        parts = unicodedata.normalize("NFD", letter)
        without_tone = "".join(one for one in parts if one not in "\u0300\u0309\u0303\u0301\u0323")
        assert found.lower() == unicodedata.normalize("NFC", without_tone)
        assert found.lower() in "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def test_a_foreign_letter_stands_under_its_plain_one() -> None:
    assert [initial(name) for name in ("Über", "Çelik", "Ñandú", "Åre", "東京", "“Mắm”")] == [
        "U",
        "C",
        "N",
        "A",
        "#",
        "#",
    ]
    assert sorted(["Ty", "Über", "Ut", "Uba"], key=sort_key) == ["Ty", "Uba", "Über", "Ut"]
