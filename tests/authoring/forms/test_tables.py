"""The tables of fields and the tables of the formats say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.files import document
from trainer import paths
from trainer.authoring import formats
from trainer.authoring.forms import fields, formats_fields, things
from trainer.authoring.forms.fields import Is
from trainer.scenario.files import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.forms.fields import Field
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path

KINDS = {
    Is.LINE: (tables.Text, tables.Word, tables.Reference, tables.Picture),
    Is.TEXT: (tables.Text, tables.Reference),
    Is.SENTENCES: (tables.ListOf, tables.OneOrMore),
    Is.LICENCE: (tables.Text,),
    Is.LANGUAGE: (tables.Word,),
    Is.NAMES: (tables.ListOf,),
    Is.SEVERAL: (tables.ListOf,),
    Is.TICK: (tables.Flag,),
    Is.NUMBER: (tables.Number,),
    Is.PICK: (tables.OneOf,),
    Is.SCENE: (tables.Reference, tables.Ways),
    Is.PERSON: (tables.Reference,),
    Is.PEOPLE: (tables.ListOf,),
    Is.PICTURE: (tables.Picture,),
    Is.STORY: (tables.Reference,),
    Is.PAGE: (tables.Reference,),
    Is.SECTION: (tables.Word,),
    Is.HELP: (tables.ListOf,),
    Is.TONGUE: (tables.ListOf,),
    Is.WHERE: (tables.ListOf,),
    Is.WITHIN: (tables.Reference,),
    Is.SPOKEN: (tables.ListOf,),
    Is.CONFIRMED: (tables.Flag,),
    Is.SURVEY: (tables.OneOf,),
    Is.LENGTH: (tables.Number,),
    Is.LEAST: (tables.Number,),
    Is.DAY: (tables.Word,),
    Is.READ: (tables.Word,),
}
ELSEWHERE = {"format", "id", "status", "reviewed", "kind"}
"""Keys of files that no form of things asks for."""


def everywhere(sort: Sort, path: Path = ()) -> Iterator[tuple[Sort, Path]]:
    yield sort, path
    for one in sort.sorts:
        yield from everywhere(one, (*path, one.key, 0 if _is_list(one) else "name"))


def _is_list(sort: Sort) -> bool:
    named = {"drills", "reflections", "entries", "places", "segments", "sources"}
    return sort.key not in named


def written_in(format_name: str, base: Path, wanted: tuple[Field, ...]) -> set[str]:
    for one in wanted:
        path = (*base, *one.path)
        key, kind = formats.key_at(format_name, path), formats.type_at(format_name, path)
        assert isinstance(kind, KINDS[one.kind]), path
        if key is not None and len(one.path) == 1:
            assert one.kept or not key.required, path
    return {one.path[0] for one in wanted}


@pytest.mark.parametrize("format_name", formats_fields.WHOLES)
def test_each_key_of_a_format_has_its_field(format_name: str) -> None:
    for sort, path in everywhere(formats_fields.WHOLES[format_name]):
        shape = formats.shape_at(format_name, path)
        assert shape is not None, path
        asked = written_in(format_name, path, (*sort.fields, *sort.more))
        asked |= {one.key for one in sort.sorts} | set(sort.either.keys if sort.either else ())
        assert shape.keys.keys() - asked - ELSEWHERE == set(), path
        assert sort.fresh.keys() <= shape.keys.keys()


def test_each_field_of_scenes_and_choices_stands_where_it_says() -> None:
    scene = (
        fields.TEXT, fields.BACKDROP, fields.NOTES, fields.NEXT, fields.OUTCOME, fields.VIEW,
        fields.PRESENT, *fields.OF_SCENE, fields.SECONDS, fields.THEN,
    )  # fmt: skip
    asked = written_in("scenario/1", ("scenes", "a"), scene)
    shape = formats.shape_at("scenario/1", ("scenes", "a"))
    assert shape is not None
    assert shape.keys.keys() - asked == {"lines", "choices", "stub"}
    choice = (
        fields.D_FIELD, fields.TO, fields.FIT, fields.POINTS, fields.HEADLINE, fields.WHY,
        fields.SEEN, *fields.OF_CHOICE, fields.ID,
    )  # fmt: skip
    asked = written_in("scenario/1", ("scenes", "a", "choices", 0), choice)
    shape = formats.shape_at("scenario/1", ("scenes", "a", "choices", 0))
    assert shape is not None
    others = {"say", "act", "own_words", "when", "set", "change", "next"}
    assert shape.keys.keys() - asked == others


@pytest.mark.parametrize("format_name", formats_fields.WHOLES)
def test_what_can_be_picked_has_words(format_name: str) -> None:
    for sort, path in everywhere(formats_fields.WHOLES[format_name]):
        for one in (*sort.fields, *sort.more):
            if one.kind in (Is.PICK, Is.SEVERAL):
                offers = fields.options(format_name, (*path, *one.path))
                assert offers
                # Two of the four grades of harm are called in English what they are in the file.
                same = [value for value, words in offers if words == value]
                assert same == [] or one.path == ("severity",)


def test_a_thing_is_found_by_what_is_in_it() -> None:
    text = (paths.assets() / "templates" / "drills.yaml").read_text("utf-8")
    text = text.replace("say:", "say: What could you say?")
    made, whole = document(text), formats_fields.WHOLES["drills/1"]
    inside: Path = ("drills", "first-line", "replies", 1, "does")
    assert things.at(whole, made, inside).path == inside[:4]
    assert things.top(whole, made, inside).path == inside[:2]
    assert things.at(whole, made, ("drills", "first-line", "line")).path == inside[:2]
    assert things.at(whole, made, ("drills", "gone", "line")).path == ()
    assert things.at(whole, made, ("title",)).sort is whole
    reply = things.at(whole, made, inside)
    assert things.called(reply.sort, made.data(reply.path)).startswith("What could you say")


def test_a_list_of_ds_says_of_what_is_none_that_it_is_none() -> None:
    picked = dict(fields.options(formats.SCENARIO, ("scenes", "one", "choices", 0, "d")))
    assert picked["direct"] == "Direct"
    none = {value for value, words in picked.items() if words.endswith("(none of the five)")}
    assert none == {"wait", "harm"}
    # What it is called elsewhere stays short.
    assert fields.word_for("d", "wait") == "Wait"
