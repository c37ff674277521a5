"""What the forms call the fields and things of a file, by path."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.authoring import called
from trainer.authoring.called import in_words, of_person
from trainer.authoring.forms import fields, of_file, things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.forms.known import known
from trainer.authoring.source.parts import SPLIT
from trainer.language import N_, _
from trainer.scenario.texts.markup import has_quotation_marks
from trainer.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.document import Document
    from trainer.authoring.forms.fields import Field
    from trainer.authoring.source.lines import Path

_LONGEST: Final = 48
"""Letters of somebody's words by which a thing is called."""


def _table(*given: Field) -> dict[tuple[str, ...], str]:
    return {one.path: one.words for one in given}


_WHOLE: Final[Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        **_table(of_file.TITLE, of_file.SUMMARY, of_file.SETTING, of_file.SEVERITY),
        **_table(of_file.MINUTES, of_file.START, of_file.BACKDROP, of_file.NOTES, of_file.GOALS),
        **_table(*of_file.OF_YOU, *of_file.AT_THE_END, *of_file.LEFT_OUT, *of_file.ORIGIN),
        ("format",): N_("What sort of file it is"),
        ("id",): N_("Short name"),
        ("status",): N_("How far it has come"),
        ("reviewed",): N_("Review"),
        ("reviewed", "by"): N_("Who reviewed it"),
        ("reviewed", "on"): N_("Day of the review"),
        ("reviewed", "until"): N_("Last day on which it holds"),
        ("cast",): N_("Who is in it"),
        ("state",): N_("What the story remembers"),
        ("scenes",): N_("Scenes"),
        ("you",): N_("Who the person practising is"),
        ("debrief",): N_("At the end of the story"),
        ("leaves_out",): N_("What is left out, and why"),
        ("resources",): N_("Where there is help, shown at the end"),
    }
)

ORDER: Final = tuple(_WHOLE)
"""The fields of the story as a whole, as they go down the form."""

_PERSON: Final = MappingProxyType(_table(*of_file.PERSON))

_SCENE: Final[Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        **_table(fields.TEXT, fields.LINES, fields.BACKDROP, fields.NOTES, fields.NEXT),
        **_table(fields.OUTCOME, fields.VIEW, fields.PRESENT, *fields.OF_SCENE),
        **_table(fields.SECONDS, fields.THEN),
        ("choices",): N_("Choices"),
        ("ending",): N_("the story ends here"),
        ("stub",): N_("planned, not written yet"),
        ("timer",): N_("Seconds to decide, in timed practice"),
    }
)

_CHOICE: Final[Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        **{(key,): words for key, words in fields.ASKED.items()},
        **_table(fields.D_FIELD, fields.TO, fields.FIT, fields.POINTS, fields.LEADS_TO),
        **_table(fields.HEADLINE, fields.WHY, fields.WHEN, fields.SEEN, fields.SEEN_LINES),
        **_table(*fields.OF_CHOICE, fields.ID),
        ("set",): fields.EFFECTS.words,
        ("change",): fields.EFFECTS.words,
        ("feedback",): fields.HEADLINE.words,
        ("consequence",): fields.SEEN.words,
    }
)

GOES_ON: Final = N_("How it goes on")
MADE: Final = N_("What is said or done")


def label(document: Document, path: Path) -> str:
    """Give what the form calls the field that a path is in; the path's last step if it has none."""
    if not document.is_scenario:
        return _of_thing(document, path)
    first, depth = path[:1], len(path)
    if first == (SPLIT,) and depth > 4 and path[2] == "choices":
        return _of_choice(document, path[4:])
    if first == (SPLIT,) and path[2:] in (fields.VIEW.path, fields.OUTCOME.path):
        there = known(document)
        return there.seen_by() if path[2:] == fields.VIEW.path else there.left_for()
    if first == (SPLIT,) and depth > 2:
        return _near(_SCENE, path[2:])
    if first == ("cast",) and depth > 2:
        return _near(_PERSON, path[2:])
    if depth > 1 and first in ((SPLIT,), ("cast",), ("state",)):
        return thing(document, path)
    return _near(_WHOLE, path)


def of_whole(key: str) -> str:
    """Give what the form of a story calls a key on top of a file; the key if it has no field."""
    return _near(_WHOLE, (key,))


def _of_choice(document: Document, rest: Path) -> str:
    if rest[:1] == ("feedback",) and rest[1:2] not in ((), ("headline",), ("why",)):
        name = str(rest[1])
        return (
            _("For you") if name == "you" else _("For %(name)s") % {"name": person(document, name)}
        )
    return _near(_CHOICE, rest)


def _near(table: Mapping[tuple[str, ...], str], rest: Path) -> str:
    """Give the words for the longest beginning of a path that has some."""
    steps = tuple(str(step) for step in rest)
    for depth in range(len(steps), 0, -1):
        if steps[:depth] in table:
            return _(table[steps[:depth]])
    return str(rest[-1]) if rest else ""


def _of_thing(document: Document, path: Path) -> str:
    sort, base = things.at(WHOLES[document.format], document, path)
    rest = path[len(base) :]
    table = _table(*sort.fields, *sort.more)
    table |= {(one.key,): one.heading for one in sort.sorts}
    if sort.either is not None:
        table |= {(key,): words for key, words in sort.either.keys.items()}
    for key in ("format", "id", "status"):
        table.setdefault((key,), _WHOLE[(key,)])
    return _near(table, rest) if rest else _(sort.heading)


# Things


def short(words: Any) -> str:
    """Give how somebody's words begin, on one line."""
    return shortened(words, _LONGEST) if isinstance(words, str) else ""


def person(document: Document, name: str) -> str:
    """Give what somebody of the story is, or was, called; else the name in words."""
    there, gone = document.data(("cast", name)), document.gone.get(("cast", name), "")
    return short(gone if there is None and gone else of_person(there, name))


def choice(document: Document, path: Path) -> str:
    """Give what a choice says; its number if nothing is written there yet."""
    there = document.data(path)
    given = there if isinstance(there, dict) else {}
    said = next((short(given[key]) for key in fields.ASKED if short(given.get(key))), "")
    if said or not isinstance(path[-1], int):
        return said or in_words(str(path[-1]))
    return _("Choice %(n)d") % {"n": path[-1] + 1}


def thing_of(document: Document, path: Path) -> Path:
    """Give the path of the thing that a path is in: a choice, a scene, a person; or the file."""
    if not document.is_scenario:
        return things.at(WHOLES[document.format], document, path).path
    if path[:1] == (SPLIT,) and len(path) > 1:
        inside = len(path) > 3 and path[2] == "choices"
        return path[:4] if inside else path[:2]
    return path[:2] if len(path) > 1 and path[0] in ("cast", "state") else ()


def thing(document: Document, path: Path) -> str:
    """Give what a thing is called."""
    if not path:
        return _("The file as a whole")
    if not document.is_scenario:
        sort = things.at(WHOLES[document.format], document, (*path, "")).sort
        there = things.keys_of(document.data(path[:-1]))
        if path[-1] not in there:
            return in_words(str(path[-1]))  # It was taken away a moment ago.
        place = there.index(path[-1])
        said = short(things.called(sort, document.data(path)))
        return _("%(thing)s: %(words)s") % {"thing": _(sort.one) % {"n": place + 1}, "words": said}
    if path[0] == "cast":
        return person(document, str(path[1]))
    if len(path) > 2:
        return choice(document, path)
    return called.of(document, str(path[1]), "state" if path[0] == "state" else "scene")


def _whole(document: Document) -> str:
    if document.is_scenario:
        return _("The story as a whole")
    return _(WHOLES[document.format].heading)


def place(document: Document, path: Path) -> str:
    """Say where a path leads: "Scene “Aboard” · “Sit beside her” · Leads to"."""
    return _(" · ").join(_pieces(document, path))


def _pieces(document: Document, path: Path) -> Iterable[str]:
    base = thing_of(document, path)
    if not base:
        yield _whole(document) if path else _("The file as a whole")
    elif not document.is_scenario:
        for depth in range(2, len(base) + 1, 2):
            yield thing(document, base[:depth])
    elif base[0] == SPLIT:
        yield _("Scene “%(name)s”") % {"name": called.scene(document, str(base[1]))}
        if len(base) > 2:
            words = choice(document, base)
            yield words if has_quotation_marks(words) else _("“%(words)s”") % {"words": words}
    elif base[0] == "cast":
        yield _("Who is in it: %(name)s") % {"name": thing(document, base)}
    else:
        yield _("What the story remembers: %(name)s") % {"name": thing(document, base)}
    if len(path) > len(base):
        yield label(document, path)
