"""The phones' page as a text: small, whole, of words that can be translated, for older phones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trainer import language
from trainer.workshop.room import page
from trainer.workshop.room.page import packing, words

HERE = Path(page.__file__).parent
SCRIPTS = sorted((HERE / "js").glob("*.js"))

TOO_NEW = (
    r"\?\.[^\d]", r"\?\?", r"\.at\(", r"replaceAll", r"replaceChildren", r"structuredClone",
    r"\.flatMap\(", r"Object\.hasOwn", r"#\w+ =", r"\bimport\b", r"\bawait\b", r"randomUUID",
    r"crypto\.subtle", r"showModal", r"\|\|=", r"&&=", r"`", r"innerHTML", r"\beval\b",
)  # fmt: skip
"""What a phone of 2020 does not know, what an address without TLS does not have, and what lets
a text in as a program."""

TOO_NEW_IN_STYLE = (
    r":is\(", r":where\(", r":has\(", r"\binset:", r"aspect-ratio", r"clamp\(", r"@layer",
    r"@container", r"-inline:", r"-block:", r"\burl\(", r"@import", r"color-mix",
)  # fmt: skip


@pytest.mark.parametrize(
    "told", [page.phone("en", ("en",)), page.care("en")], ids=["phone", "care"]
)
def test_a_page_is_small_and_asks_nobody_else(told: str) -> None:
    assert len(told.encode()) < page.LARGEST
    assert "://" not in re.sub(r"\^https\?:\\/\\/", "", told).replace("'ws://'", "")
    assert not re.search(r"\b(src|href)=", told)
    assert "{{" not in told


def test_every_word_that_a_script_asks_for_is_there_and_none_is_left_over() -> None:
    asked = {}
    for kind, parts in (("phone", page._PHONE), ("care", page._CARE)):
        code = "".join((HERE / "js" / f"{one}.js").read_text("utf-8") for one in parts)
        quoted = set(re.findall(r"'([a-z]+(?:-[a-z]+)*)'", code))
        # Keys that are put together: say('part-' + part), say('reach-' + kind) …
        begun = tuple(re.findall(r"say\('([a-z]+-)' \+", code))
        asked[kind] = (quoted, begun, set(re.findall(r"say\('([a-z-]+[a-z])'", code)))
    for kind, table in (("phone", words.phone("en")), ("care", words.care("en"))):
        quoted, begun, said = asked[kind]
        assert said - table.keys() == set(), kind
        left = {key for key in table if key not in quoted and not key.startswith(begun or ("-",))}
        # Both pages share how they speak of the line; a key may be the other's.
        assert {key for key in left if key not in words._BOTH} == set(), kind


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_has_a_sentence_or_what_an_older_phone_lacks(path: Path) -> None:
    code = "\n".join(line for line in path.read_text("utf-8").splitlines() if "//" not in line[:6])
    texts = re.findall(r"'((?:[^'\\\n]|\\.)*)'", code)
    assert [
        one for one in texts if re.search(r"[A-Z][a-z]+ [a-z]|[a-z]{3,} [a-z]{3,} [a-z]", one)
    ] == []
    assert [one for one in TOO_NEW if re.search(one, code)] == []


def test_the_style_keeps_to_what_older_phones_know() -> None:
    style = (HERE / "style.css").read_text("utf-8")
    assert [one for one in TOO_NEW_IN_STYLE if re.search(one, style)] == []


def test_the_words_are_in_the_readers_language() -> None:
    told = words.phone(language.PSEUDO)
    assert all(text.startswith(language.OPEN) for text in told.values())
    assert words.phone("en")["help"] == "Get help"
    assert words.direction("ar-EG") == "rtl"
    assert words.direction("zh-Hant") == "ltr"
    # Nobody has translated them: they are English, and said to be.
    assert '<html lang="en" dir="ltr">' in page.phone("ar", ("en", "ar"))


def test_no_word_ends_the_element_that_it_stands_in() -> None:
    told = page.phone('x"></script><b>', ("</script><script>alert(1)</script>",))
    assert told.count("</script>") == 2
    assert "<b>" not in told


def test_packing_changes_names_and_nothing_else() -> None:
    code = """
    // A remark.
    function longName(first, second) {
      const again = /[/'"]+\\/x/.test(first) ? { first: second, other: 'a  b // c' } : null;
      let value = first / second / 2;
      try { value = again.first; } catch (wrong) { return wrong; }
      return [again, value].map((one) => one + again.other);
    }
    window.longName = longName;
    """
    packed = packing.script(code)
    assert len(packed) < len(code) * 0.6
    for kept in ("/[/'\"]+\\/x/.test(", "'a  b // c'", ".other", "window.longName=", "first:"):
        assert kept in packed
    for gone in ("second", "again", "value", "remark", "wrong"):
        assert gone not in packed
    assert packing.style("a  b , c:focus { color : red ;\n margin: 0 1px; }") == (
        "a b,c:focus{color : red;margin:0 1px}"
    )
