"""Problems as the author is told of them: in plain words, and what is not yet written as one.

What has still to be written in one thing, a choice or a scene or a person, is no mistake: it is
one calm line that names the fields. It remains an error for whoever checks, plays or reviews.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from trainer.authoring import called, formats, hints
from trainer.authoring.forms import fields, things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.forms.known import known
from trainer.authoring.plainly import labels, slips
from trainer.authoring.plainly.targets import is_begun, targeted, targets
from trainer.authoring.plainly.wording import HINTS, SENTENCES
from trainer.authoring.source.parts import SPLIT
from trainer.language import _
from trainer.method import ds
from trainer.method.ds import D
from trainer.scenario import problems as checked
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem


class Kind(StrEnum):
    """What a line of the list is, the gravest first."""

    ERROR = "error"
    UNWRITTEN = "unwritten"
    WARNING = "warning"
    METHOD = "method"
    HINT = "hint"


_UNWRITTEN: Final = frozenset(
    {
        ("missing-key", None),
        ("empty-text", None),
        ("template-reason", None),
        ("bad-value", "empty-list"),
        ("bad-value", "few"),
    }
    | {("wrong-type", "scene"), ("missing-key", "speaker")}
)

_OF_FILES: Final = frozenset({"format", "id", "status"})
"""Keys that no author writes: they come with a new file, and one that is gone is a mistake."""


def kind_of(problem: Problem) -> Kind:
    """Say what a problem is for whoever writes."""
    code = problem.code
    if code == "missing-key" and problem.params.get("key") in _OF_FILES:
        return Kind.ERROR
    if (code, problem.case, problem.params.get("value")) == ("wrong-type", "list", ""):
        return Kind.UNWRITTEN  # The last of several was taken out.
    return _usual_kind(code, problem.case, problem.severity)


@cache
def _usual_kind(code: str, case: str, severity: Severity) -> Kind:
    if (code, None) in _UNWRITTEN or (code, case) in _UNWRITTEN:
        return Kind.UNWRITTEN
    if code == "stub-reached" and severity is Severity.WARNING:
        return Kind.UNWRITTEN
    return Kind.HINT if code in hints.CODES else Kind(severity.value)


_FOUND: Final = ("words", "place")
"""What is worked out when it is asked for, and then kept."""


def _alike(one: Problem, other: Problem) -> bool:
    """Whether two problems read alike, wherever they stand."""
    return one is other or _reads(one) == _reads(other)


def _reads(one: Problem) -> tuple[object, ...]:
    return one.code, one.case, one.severity, one.params, one.hint


class Told:
    """One line of what there is to mend or to write.

    Attributes:
        kind: what it is.
        problems: what it is about, by place; the first is where one goes.
        path: the field in which it is mended, or written.
        thing: the path of the thing in which something is still to be written; None otherwise.

    """

    def __init__(
        self, document: Document, given: Sequence[tuple[Problem, Path]], thing: Path | None = None
    ) -> None:
        self.document = document
        self._given = given
        self.problems = tuple(one for one, _path in given)
        self.path = given[0][1]
        self.thing = thing
        self.kind = Kind.UNWRITTEN if thing is not None else kind_of(self.problems[0])

    @property
    def key(self) -> tuple[object, ...]:
        """Tells it from the others; the same as long as it is about the same."""
        if self.thing is not None:
            return (Kind.UNWRITTEN, self.thing)
        (one,) = self.problems
        return (one.code, one.case, tuple(one.params.items()))

    def take_words(self, before: Told) -> None:
        """Take the words of another one that is about the same, if they have been found.

        What they are about has to be as it was then: whoever calls this knows that.
        """
        same = all(_alike(*pair) for pair in zip(self.problems, before.problems, strict=False))
        if same and len(self.problems) == len(before.problems):
            known = before.__dict__
            self.__dict__.update({name: known[name] for name in _FOUND if name in known})

    @cached_property
    def words(self) -> str:
        """What is wrong, or still to be written."""
        if self.thing is None:
            return sentence(self.document, *self._given[0])
        planned = all(one.code == "stub-reached" for one in self.problems)
        if planned and not is_begun(self.document, self.thing):
            known = {"name": labels.thing(self.document, self.thing)}
            return _("Still to write: the scene “%(name)s”, which is only planned") % known
        return _still(self.document, self.thing, [path for _one, path in self._given])

    @cached_property
    def place(self) -> str:
        """Where that is, in words."""
        path = self.path if self.thing is None else self.thing
        return labels.place(self.document, path)


def tell(document: Document, problems: Iterable[Problem]) -> list[Told]:
    """Give the lines for all problems, the gravest first, each kind by place."""
    given = problems if isinstance(problems, tuple) else list(problems)
    found: list[Told] = []
    unwritten: dict[Path, list[tuple[Problem, Path]]] = {}
    asides: list[tuple[Problem, Path]] = []
    for problem, path in zip(given, targets(document, given), strict=True):
        alone = problem.code == "template-reason"
        if document.broken is None and kind_of(problem) is Kind.UNWRITTEN and not alone:
            unwritten.setdefault(labels.thing_of(document, path), []).append((problem, path))
        elif problem.code == "no-targeted-feedback":
            asides.append((problem, path))
        else:
            found.append(Told(document, [(problem, path)]))
    for problem, path in asides:
        there = unwritten.get(labels.thing_of(document, path))
        if there is None:
            found.append(Told(document, [(problem, path)]))
        else:
            there.append((problem, path))
    for thing, those in unwritten.items():
        found.append(Told(document, in_order(document, thing, those), thing))
    kinds = {kind: place for place, kind in enumerate(Kind)}
    return sorted(found, key=lambda one: (kinds[one.kind], checked.order(one.problems[0])))


# What is still to be written

_ORDER: Final = (
    ("say",), ("act",), ("own_words",), ("points",), ("d",), ("to",), ("fit",), ("next",),
    ("feedback", "headline"), ("feedback", ""), ("feedback", "why"), ("when",), ("set",),
    ("change",), ("consequence",), ("id",),
)  # fmt: skip
"""The fields of a choice as they go down the form; an empty name is a person's."""

_ORDER_OF_SCENE: Final = (
    ("text",), ("lines",), ("backdrop",), ("content_notes",), ("next",), ("ending",), ("choices",),
)  # fmt: skip


def in_order(
    document: Document, thing: Path, given: list[tuple[Problem, Path]]
) -> list[tuple[Problem, Path]]:
    """Give the problems of a thing as their fields go down the form."""
    order = _order_of(document, thing)

    def place(one: tuple[Problem, Path]) -> int:
        rest = one[1][len(thing) :]
        return next((at for at, step in enumerate(order) if _is_in(rest, step)), len(order))

    return sorted(given, key=place)


def _order_of(document: Document, thing: Path) -> Sequence[tuple[str, ...]]:
    if not document.is_scenario:
        sort = things.at(WHOLES[document.format], document, (*thing, "")).sort
        first = () if sort.either is None else tuple((key,) for key in sort.either.keys)
        inner = tuple((one.key,) for one in sort.sorts)
        return (*first, *(one.path for one in sort.fields), *inner)
    if thing[:1] == (SPLIT,):
        return _ORDER if len(thing) > 2 else _ORDER_OF_SCENE
    return labels.ORDER


def _is_in(rest: Path, step: tuple[str, ...]) -> bool:
    """Whether a path inside a thing begins with a step; an empty name stands for any."""
    if len(rest) < len(step):
        return False
    return all(
        has in ("", at) if has or at not in ("headline", "why") else False
        for at, has in zip(rest, step, strict=False)
    )


def _still(document: Document, thing: Path, paths: Sequence[Path]) -> str:
    """Say what is still to be written in something."""
    said: dict[str, None] = {}
    for path in paths:
        said.update(dict.fromkeys(_fields(document, thing, path)))
    listed = _(" · ").join(said)
    if not thing:
        return _("Still to write: %(fields)s") % {"fields": listed}
    known = {"thing": labels.thing(document, thing), "fields": listed}
    return _("Still to write in “%(thing)s”: %(fields)s") % known


def unwritten(document: Document, path: Path) -> str:
    """Give what the form calls what is still to be written at a path; a planned scene has none."""
    return _(" · ").join(_fields(document, labels.thing_of(document, path), path))


def _fields(document: Document, thing: Path, path: Path) -> list[str]:
    """Give what the form calls a field; of what it did for whom, those who are targeted, too."""
    if path == thing or len(path) <= len(thing):
        return []
    if path == (*thing, "choices") and thing[:1] == (SPLIT,) and len(thing) == 2:
        return [_(labels.GOES_ON)]
    if len(thing) > 2 and path[len(thing)] in fields.ASKED and len(path) == len(thing) + 1:
        there = document.data(path)
        return [labels.label(document, path) if there is not None else _(labels.MADE)]
    said = [labels.label(document, path)]
    if document.is_scenario and path[len(thing) :] == ("feedback", "headline"):
        about = document.data(path[:-1])
        missing = [
            one for one in known(document).affected()[0]
            if not (isinstance(about, dict) and about.get(one.key))
        ]  # fmt: skip
        said += [labels.label(document, (*path[:-1], one.key)) for one in missing]
    return said


# Sentences


def sentence(document: Document, problem: Problem, path: Path) -> str:
    """Say what is wrong in the field at a path, and what can be done."""
    said = _sentence(document, problem, path)
    todo = _hint(document, problem, path)
    return _("%(sentence)s %(hint)s") % {"sentence": said, "hint": todo} if todo else said


def _sentence(document: Document, problem: Problem, path: Path) -> str:
    code, case = problem.code, problem.case
    if code == "duplicate-key" and _is_name(document, path):
        case = "name"
    elif code == "missing-key" and problem.params.get("key") in _OF_FILES:
        case = "of-file"
    elif code == "wrong-type" and kind_of(problem) is Kind.UNWRITTEN and case == "list":
        case = "nothing"
    elif slips.was_taken_out(document, problem):
        case = "gone"
    words = SENTENCES.get((code, case)) or SENTENCES.get((code, ""))
    if words is None:
        said = checked.sentence(problem)
        return said[:1].upper() + said[1:]
    return _(words) % _Said(document, problem, path)


def _hint(document: Document, problem: Problem, path: Path) -> str:
    hint = problem.hint
    if hint is None or not slips.may_be_meant(document, problem):
        return ""
    words = HINTS.get(hint.case)
    if words is None:
        return checked.hint(problem) or ""
    shown = dict(checked.shown(hint.params))
    if hint.case == "near":
        shown["near"] = near_words(document, problem, path, str(shown.get("near", "")))
    if hint.case == "add-about":
        shown["names"] = labels.person(document, targeted(problem))
    return _(words) % shown if words else ""


def near_words(document: Document, problem: Problem, path: Path, near: str) -> str:
    """Give the name that was probably meant, as people read it."""
    if problem.code in ("unknown-scene", "unknown-variable"):
        is_scene = problem.code == "unknown-scene"
        return (called.scene if is_scene else called.memory)(document, near)
    if problem.code == "unknown-cast":
        return labels.person(document, near)
    if problem.code == "bad-value" and problem.case == "one-of":
        return fields.word_for(str(path[-1]) if path else "", near)
    return near


def _is_name(document: Document, path: Path) -> bool:
    return len(path) > 1 and formats.key_at(document.format, path) is None


class _Said(dict[str, object]):
    """The parameters of a problem, as people read them; what is not asked for is not looked up."""

    def __init__(self, document: Document, problem: Problem, path: Path) -> None:
        super().__init__(checked.shown(problem.params))
        self._document, self._path, self._code = document, path, problem.code

    def __getitem__(self, name: str) -> object:
        document, path = self._document, self._path
        if name == "field":
            return labels.label(document, path)
        if name == "other" and self._code == "bad-value":
            return labels.label(document, (*path[:-1], str(self.get("other"))))
        if name == "name":
            return self._name()
        given = self.get(name, "")
        if name == "who":
            return labels.person(document, str(given))
        if name == "to":
            return called.scene(document, str(given))
        if name == "way":
            return " → ".join(called.scene(document, one) for one in str(given).split(" → "))
        if name == "known":
            return _(", ").join(one for _value, one in fields.options(document.format, path))
        if name == "values":
            return _values(document, str(given))
        if name == "d" and given in set(D):
            return ds.name(D(str(given)))
        if name == "ds":
            return _(", ").join(
                ds.name(D(one)) for one in re.findall(r"[\w-]+", str(given)) if one in set(D)
            )
        return fields.word_for("when", str(given)) if name == "when" else given

    def _name(self) -> str:
        given = str(self.get("name", self.get("key", "")))
        if self._code == "duplicate-key":
            return labels.thing(self._document, self._path) if len(self._path) == 2 else given
        if self._code in ("unused-cast", "unknown-cast", "forgotten-target"):
            return labels.person(self._document, given)
        if self._code in ("unused-variable", "unknown-variable", "wrong-type"):
            return called.memory(self._document, given)
        if self._code in ("unknown-resource", "unknown-contact"):
            return called.in_words(given)
        return given


def _values(document: Document, given: str) -> str:
    """Say "calm 2, told false" as people would."""
    said = []
    for one in given.split(", "):
        name, _space, value = one.partition(" ")
        value = {"true": _("yes"), "false": _("no")}.get(value, value)
        told = _("%(name)s: %(value)s") % {"name": called.memory(document, name), "value": value}
        said.append(told if _space else one)
    return _(", ").join(said)
