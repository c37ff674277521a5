"""Two texts word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.authoring.comparing import words
from trainer.authoring.comparing.words import How, Piece

texts = st.lists(st.sampled_from(["a", "bus", " ", "\n", ".", "“", "不", "是", "she's"])).map(
    "".join
)


def side(pieces: tuple[Piece, ...], left_out: How) -> str:
    return "".join(one.text for one in pieces if one.how is not left_out)


@settings(max_examples=60)
@given(texts, texts)
def test_both_texts_can_be_read_in_what_became_of_them(old: str, new: str) -> None:
    pieces = words.compared(old, new)
    assert side(pieces, How.IN) == old
    assert side(pieces, How.OUT) == new
    assert any(one.how is not How.SAME for one in pieces) == (old != new)


def test_only_the_words_that_changed_are_marked() -> None:
    pieces = words.compared("He sits by the door.", "He stands by the open door.")
    assert pieces == (
        Piece(How.SAME, "He "),
        Piece(How.OUT, "sits"),
        Piece(How.IN, "stands"),
        Piece(How.SAME, " by the"),
        Piece(How.IN, " open"),
        Piece(How.SAME, " door."),
    )
    assert words.spoken(pieces) == "taken out: sits; put in: stands … open"


def test_what_has_nothing_in_common_is_told_as_a_whole() -> None:
    pieces = words.compared("The bus is full.", "Nobody sits there, and it rains.")
    assert [one.how for one in pieces] == [How.OUT, How.IN]


def test_a_space_or_a_comma_between_changes_is_no_island() -> None:
    pieces = words.compared("It was a big red bus that came", "It was a small, blue bus that came")
    assert [one.how for one in pieces] == [How.SAME, How.OUT, How.IN, How.SAME]


def test_no_space_is_struck_through_where_words_come_into_an_empty_line() -> None:
    before = "Man: Go!\nUmbrella: \nAna: Stop."
    pieces = words.compared(before, before.replace("Umbrella: ", "Umbrella: Come with me."))
    assert [one.how for one in pieces] == [How.SAME, How.IN, How.SAME]
    assert pieces[1].text == "Come with me."


def test_words_without_spaces_are_told_one_by_one() -> None:
    pieces = words.compared("他在車上很安靜", "他在車上很生氣")
    assert (pieces[0].text, pieces[-1].text) == ("他在車上很", "生氣")


def test_far_from_a_change_is_left_out_and_what_is_long_ends() -> None:
    much = "word " * 500
    pieces = words.shortened(words.compared(f"{much}old {much}", f"{much}new {much}"))
    assert sum(len(one.text) for one in pieces) < 200
    assert {"old", "new"} <= {one.text.strip() for one in pieces}
    assert len(words.shortened((Piece(How.IN, much),))[0].text) < len(much) / 2


def test_line_breaks_alone_are_told() -> None:
    assert words.spoken(words.compared("a b", "a\nb")) == "only spaces or line breaks"


def test_very_long_texts_are_compared_by_lines() -> None:
    lines = [f"line {at} of a very long text" for at in range(900)]
    other = [*lines]
    other[50] = other[850] = "another one"
    pieces = words.compared("\n".join(lines), "\n".join(other))
    assert [one.text for one in pieces if one.how is How.IN] == ["another one"] * 2
