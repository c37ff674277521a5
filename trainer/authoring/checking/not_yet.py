"""What only the author can know of a choice, and has not said yet.

Whose side of a story nobody tells, where it happens to more than one; and whose words a reason is.
Read from what is written, of an unfinished story, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.authoring.forms import in_picture
from trainer.authoring.forms.known import known
from trainer.authoring.source.nodes import plain
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.templates import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.parts import Part

_TOLD: Final = "what its choices tell"
"""By that, a part keeps what each choice of its scene tells, and of whom."""

_NOTES: Final = "whether its notes are a template's"
"""By that, a part keeps that."""

_SPOKEN: Final = "who says something in it"
"""By that, a part keeps who does, and whether anything in its scene has softer words."""


_SEEN: Final = "who is in its picture without having been ticked"
"""By that, a part keeps who is."""


class Forgotten(NamedTuple):
    """Somebody who is targeted, and a choice that tells only what it did for another."""

    key: str
    scene: str
    at: int


def unsoftened(document: Document) -> str | None:
    """Give the first scene in which somebody who harms speaks, if nothing has softer words.

    Only of a story of which its author says that something may be hard to read.
    """
    notes = document.data(("content_notes",))
    if not any(notes if isinstance(notes, list) else [notes]):
        return None
    harming = {one.key for one in known(document).cast if one.harming}
    first = None
    for name, part in document.scenes().items():
        says, softer = _said_by(part)
        if softer:
            return None
        if first is None and not says.isdisjoint(harming):
            first = name
    return first


def _said_by(part: Part) -> tuple[frozenset[str], bool]:
    """Give who says something in a scene, and whether anything in it has softer words."""
    kept = part.memo.get(_SPOKEN)
    if isinstance(kept, tuple):
        return kept
    given = _scene(part)
    lines = [one for one in _lines(given) if isinstance(one, dict)]
    says = frozenset(str(key) for one in lines for key, words in one.items() if words)
    found = part.memo[_SPOKEN] = says, "soft" in says or bool(given.get("soft"))
    return found


def _lines(scene: dict[str, Any]) -> Iterator[Any]:
    choices = scene.get("choices")
    behind = [one.get("consequence") for one in choices or () if isinstance(one, dict)]
    for holder in (scene, *behind):
        lines = holder.get("lines") if isinstance(holder, dict) else None
        yield from lines if isinstance(lines, list) else ()


class Unseen(NamedTuple):
    """Somebody who is targeted, and a scene with choices in whose picture they are not."""

    scene: str
    who: str


def unseen(document: Document) -> Iterator[Unseen]:
    """Give who is targeted and not seen where one decides, unless somebody has said who is."""
    people = [one.key for one in known(document).cast if one.targeted]
    for name, part in document.scenes().items() if people else ():
        seen = _seen(part)
        lost = None if seen is None else next((one for one in people if one not in seen), None)
        if lost is not None:
            yield Unseen(name, lost)


def _seen(part: Part) -> frozenset[str] | None:
    """Give who is seen where nobody is ticked; None where somebody is, or nobody decides yet."""
    if _SEEN not in part.memo:
        scene = _scene(part)
        begun = any(scene.get(key) for key in ("text", "lines")) and scene.get("choices")
        open_ = begun and not scene.get("present")
        part.memo[_SEEN] = frozenset(in_picture.seen(scene)) if open_ else None
    kept = part.memo[_SEEN]
    return kept if isinstance(kept, frozenset) else None


class Unowned(NamedTuple):
    """What is still the template's, of something that somebody has written.

    ``case`` says what it is: a reason, notes for whoever leads, or why a D is left out. ``where``
    tells it from the others, and begins with the scene that it is in.
    """

    path: Path
    where: str
    case: str = ""


class _Choice(NamedTuple):
    at: int
    id: str
    about: frozenset[str]
    written: bool
    of_template: bool


def forgotten(document: Document) -> Iterator[Forgotten]:
    """Give who is targeted and is in no feedback, though another who is targeted is in some."""
    people = [one.key for one in known(document).affected()[0]]
    if len(people) < 2:
        return
    first: tuple[str, int] | None = None
    about: set[str] = set()
    for name, part in document.scenes().items():
        for one in _choices(part):
            about |= one.about
            if first is None and one.about.intersection(people):
                first = name, one.at
    for key in people:
        if first is not None and key not in about:
            yield Forgotten(key, *first)


def unowned(document: Document) -> Iterator[Unowned]:
    """Give the reasons and notes that nobody has written yet for what the story says now."""
    written = False
    for name, part in document.scenes().items():
        if _has_templates_notes(part):
            yield Unowned((SPLIT, name, "facilitator"), name, "notes")
        for one in _choices(part):
            written = written or one.written
            if one.of_template:
                why = (SPLIT, name, "choices", one.at, "feedback", "why")
                yield Unowned(why, f"{name}/{one.id}")
    left_out = document.data(("leaves_out",)) if written else None
    for d, why in left_out.items() if isinstance(left_out, dict) else ():
        if reasons.is_of_template(why):
            yield Unowned(("leaves_out", d), f"/{d}", "left-out")


def work_out(part: Part) -> None:
    """Work out what the choices of a scene tell, and who speaks; that is kept with its lines."""
    _choices(part)
    _said_by(part)
    _has_templates_notes(part)
    _seen(part)
    _said_by(part)


def _has_templates_notes(part: Part) -> bool:
    """Whether a scene is written, and its notes for whoever leads are still the template's."""
    kept = part.memo.get(_NOTES)
    if isinstance(kept, bool):
        return kept
    scene = _scene(part)
    said = (one.values() if isinstance(one, dict) else (one,) for one in _lines(scene))
    written = bool(scene.get("text")) or any(any(words) for words in said)
    found = part.memo[_NOTES] = written and reasons.is_of_template(scene.get("facilitator"))
    return found


def _scene(part: Part) -> dict[str, Any]:
    whole = {} if part.root is None else plain(part.root)
    scene = whole.get(part.name) if isinstance(whole, dict) else None
    return scene if isinstance(scene, dict) else {}


def _choices(part: Part) -> tuple[_Choice, ...]:
    """Give what the choices of a scene tell; asked after every key, it is kept with the part."""
    kept = part.memo.get(_TOLD)
    if isinstance(kept, tuple):
        return kept
    given = _scene(part).get("choices")
    listed = given if isinstance(given, list) else []
    found = tuple(_choice(at, one) for at, one in enumerate(listed) if isinstance(one, dict))
    part.memo[_TOLD] = found
    return found


def _choice(at: int, choice: dict[str, Any]) -> _Choice:
    feedback = choice.get("feedback")
    said = feedback if isinstance(feedback, dict) else {}
    about = frozenset(str(key) for key, words in said.items() if words)
    written = any(choice.get(key) for key in ("say", "act"))
    of_template = written and reasons.is_of_template(said.get("why"))
    return _Choice(at, str(choice.get("id", "")), about, written, of_template)
