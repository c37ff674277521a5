# ruff: noqa: E501
"""Whatever is changed says what it was to say, and what was not touched is as it was."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import ODD, document, read, shipped
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.source.nodes import Mapping, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path

TEXTS = st.one_of(
    st.sampled_from(
        ["a", "", " ", "two words", "a: b", "x #y", "- a", "it's", '"q"', "null", "~", "true", "1",
         "two\nlines", "two\n\nparas", "ends\n", " leads", "a\n  indented\nb", "[x", "{y", "é 😀", "---",
         "#no", "a,b", "%x", "@x", "`x", "!x", "*x", "&x", "? x", "| x", "> x", "key:", "\ttab", "a\u2028b",
         "...", ":x", "-x", "a\n# not a comment\nb", "trailing ", "\n", "a\n\n\n\nb", "a\\b", "x\r\ny"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=20),
)  # fmt: skip
DATA = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(["next", "text", "when"]), TEXTS), inner, max_size=3
        ),
    ),
    max_leaves=6,
)


def everywhere(data: Any, at: Path = ()) -> Iterator[Path]:
    """Go through the paths of all that stands in data."""
    yield at
    if isinstance(data, dict):
        for key, value in data.items():
            yield from everywhere(value, (*at, key))
    if isinstance(data, list):
        for place, value in enumerate(data):
            yield from everywhere(value, (*at, place))


def there(data: Any, path: Path) -> Any:
    """Give what stands at a path, None if nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def is_as_read_anew(made: Document) -> bool:
    """Whether what was read bit by bit is what reading the whole gives."""
    anew = document(made.text)
    same = [(p.start, p.size, p.scene, p.name) for p in anew.parts]
    return same == [(p.start, p.size, p.scene, p.name) for p in made.parts] and (
        anew.data() == made.data()
    )


ODD_TEXTS = st.sampled_from([*ODD.values(), read(shipped()[0]), read(shipped()[-1])])


@settings(max_examples=120, deadline=None)
@given(text=ODD_TEXTS, seed=st.integers(0, 10_000), value=DATA, how=st.sampled_from("prid"))
def test_a_change_says_what_it_was_to_say_and_undoes(
    text: str, seed: int, value: Any, how: str
) -> None:
    made, desk, chance = document(text), Desk(), random.Random(seed)
    path = chance.choice(list(everywhere(made.data()))[1:])
    before = made.data()
    with desk.step("change", Place(made, path)) as step:
        try:
            if how == "p":
                step.put(made, path, value)
            elif how == "i" and isinstance(path[-1], int):
                step.insert(made, path, value)
            elif how == "r" and isinstance(path[-1], str):
                step.rename(made, path, value if isinstance(value, str) else "other")
            else:
                step.put(made, path, None)
        except CannotChangeError:
            assert how != "p" or path == ("scenes",)
    data = made.data()
    assert made.broken is None
    assert is_as_read_anew(made)
    if how == "p" and made.text != text:
        assert is_same(there(data, path), value)
        others = [one for one in everywhere(before) if one[: len(path)] != path[: len(one)]]
        assert all(is_same(there(data, one), there(before, one)) for one in others)
    desk.undo()
    assert made.text == text
    assert is_same(made.data(), before)


def leaves(made: Document) -> list[tuple[Path, str]]:
    """Give every text with a word in it, and where it stands."""
    data = made.data()
    found = ((path, there(data, path)) for path in everywhere(data))
    return [(path, one) for path, one in found if isinstance(one, str) and re.search(r"\w{3}", one)]


def assert_one_word_changes(made: Document, path: Path, value: str, word: str) -> None:
    """Change a word, see that nothing else in the file has changed, and change it back."""
    text = made.text
    new = re.sub(rf"\b{word}\b", "Wortwechsel", value, count=1)
    (splice,) = made.put(path, new)
    back = made.apply([splice])
    assert is_same(made.data(path), new)
    assert splice.end - splice.start <= len(word)
    assert len(splice.new) <= len("Wortwechsel")
    made.apply(back)
    assert made.text == text


@pytest.mark.parametrize("file", shipped()[::6], ids=lambda file: file.stem)
def test_one_word_of_a_shipped_file_is_changed_and_the_diff_is_that_word(file: Any) -> None:
    made, chance = document(read(file)), random.Random(file.name)
    for path, value in chance.sample(leaves(made), 8):
        assert_one_word_changes(made, path, value, chance.choice(re.findall(r"\w{3,}", value)))


@pytest.mark.soak
@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.stem)
def test_one_word_anywhere_in_any_shipped_file(file: Any) -> None:
    made, chance = document(read(file)), random.Random(file.name)
    for path, value in leaves(made):
        assert_one_word_changes(made, path, value, chance.choice(re.findall(r"\w{3,}", value)))


@settings(max_examples=150, deadline=None)
@given(
    text=ODD_TEXTS,
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(
            ["", "x", "\n", "  ", ":", '"', "'", "- ", "#", "\n  three:\n    text: a\n", "[", "}", "|", "\n\n",
             "scenes:\n", "---\n", "\n    k: v\n", "&a ", "*a", "\ttab"]
        )),
        min_size=1, max_size=5,
    ),
)  # fmt: skip
def test_typing_anything_anywhere_is_read_as_if_anew(
    text: str, edits: list[tuple[float, int, str]]
) -> None:
    from trainer.authoring.source.splices import Splice

    made, desk = document(text), Desk()
    for place, cut, new in edits:
        start = int(place * len(made.text))
        with desk.step("type", Place(made, ())) as step:
            step.splice(made, [Splice(start, min(len(made.text), start + cut), new)])
        anew = Document(made.path, made.text)
        assert anew.settle() == made.settle()
        if made.broken is None:
            assert is_as_read_anew(made)
    while desk.undo():
        pass
    assert made.text == text


def test_a_mapping_of_two_keys_alike_is_left_as_it_is() -> None:
    made = document("scenes:\n  one: {text: a, text: b}\n")
    found = made.find(("scenes", "one"))
    assert found is not None
    assert isinstance(found[1], Mapping)
    assert len(found[1].keys) == 2


@pytest.mark.parametrize("word", ["null", "~", "Null", "NULL"])
def test_a_word_that_would_be_nothing_is_quoted(word: str) -> None:
    made = document("title: a\nscenes: {}\n")
    made.apply(made.put(("title",), word))
    assert made.text == f'title: "{word}"\nscenes: {{}}\n'
