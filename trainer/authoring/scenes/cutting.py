"""A scene cut in two, and two that follow each other made one; what is written stays as written."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, Literal

from trainer.authoring import as_typed
from trainer.authoring.document import CannotChangeError
from trainer.authoring.forms.known import known
from trainer.authoring.scenes import making, spots, translated
from trainer.authoring.scenes.laying import item_lays, key_lays, need, put_scene
from trainer.authoring.scenes.naming import choice_names, is_name, scene_names
from trainer.authoring.source.comments import of_parts
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.source.splices import Splice
from trainer.authoring.typing.lexing import indent_of
from trainer.language import _
from trainer.scenario.keys import CAST_RESERVED

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document

Scene = dict[str, Any]

_GOES_ON: Final = ("choices", "next", "ending", "stub")
_TO_THE_REST: Final = ("check", "discuss", "timer", *_GOES_ON)
"""What belongs to the end of a scene, and goes with it."""

_TO_BOTH: Final = ("backdrop", "present", "content_notes", "skip", "over", "emergency")
"""What holds for both; who skips the hard part skips both."""

_BLANK: Final = re.compile(r"(?:\r?\n[ \t]*)+(?=\r?\n)")

WhyNot = Literal["no-way", "several-ways", "not-there", "itself", "others-lead-there", "soft"]
"""Why two scenes cannot be made one: nothing follows, or more than one does; what follows does
not exist, or is the scene; others lead to it, too; its softened words would have no place."""


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text."""
    pieces: list[str] = []
    for piece in text.strip("\n").split("\n\n"):
        if piece.strip("\n"):
            pieces.append(piece.strip("\n"))
    return pieces


def places_to_split(document: Document, name: str) -> list[tuple[str, int]]:
    """Give where a scene can be cut: before which paragraph of its text, or which line."""
    scene = document.data((SPLIT, name))
    if not isinstance(scene, dict):
        return []
    text, lines = _texts(scene)
    found = [("text", place) for place in range(1, len(text))]
    return found + [("lines", place) for place in range(0 if text else 1, len(lines))]


def words_at(document: Document, name: str, at: tuple[str, int]) -> str:
    """Give the words with which the rest would begin."""
    scene = document.data((SPLIT, name))
    text, lines = _texts(scene) if isinstance(scene, dict) else ([], [])
    found: Any = (text if at[0] == "text" else lines)[at[1]]
    if isinstance(found, dict):
        key, said = next(((key, said) for key, said in found.items() if key != "soft"), ("", ""))
        speaker = dict(known(document).speakers()).get(key, key)
        return _("%(speaker)s: %(words)s") % {"speaker": speaker, "words": said}
    return str(found)


def split(
    step: Step, document: Document, name: str, at: tuple[str, int], new: str, words: str = ""
) -> None:
    """Let a scene end before a paragraph of its text, or a line, and the rest be a new scene.

    How the scene went on goes with the rest; the scene leads there.

    Args:
        step: of which it is a part.
        document: the scenario.
        name: the scene's.
        at: ``("text", 1)``: before its second paragraph; ``("lines", 1)``: its second line.
        new: name of the new scene.
        words: what was typed as its name.

    Raises:
        CannotChangeError: the name is no name, or taken; or the scene cannot be cut there.

    """
    scene = document.data((SPLIT, name)) if document.settle() else None
    fine = is_name(new) and new not in scene_names(document)
    if not isinstance(scene, dict) or not fine or at not in places_to_split(document, name):
        raise CannotChangeError((SPLIT, name))
    first, rest = _cut(scene, at, new)
    kept = _moved_lines(document, name, [key for key in _TO_THE_REST if key in scene])
    said = _kept_dialogue(document, name, at[1] if at[0] == "lines" else 0)
    choices = choice_names(document, name)
    put_scene(step, document, new, rest, name)
    as_typed.keep(step, document, (SPLIT, new), words)
    step.put(document, (SPLIT, name), first)
    if at[0] == "text":
        _without_blank_lines(step, document, name)
    _written_back(step, document, new, kept)
    _dialogue_back(step, document, new, said)
    need(document, (SPLIT, new), rest)
    for choice in choices:
        translated.move_choice(step, document, name, choice, new)


def _without_blank_lines(step: Step, document: Document, name: str) -> None:
    """Take the empty lines away that a cut text leaves behind."""
    lays = sorted(key_lays(document, name).values())
    found = (_BLANK.match(document.text, lay.end) for lay in lays[:-1])
    step.splice(document, [Splice(*one.span(), "") for one in found if one])


def _texts(scene: Scene) -> tuple[list[str], list[Any]]:
    text, lines = scene.get("text"), scene.get("lines")
    return (
        paragraphs(text) if isinstance(text, str) else [],
        lines if isinstance(lines, list) else [],
    )


def _cut(scene: Scene, at: tuple[str, int], new: str) -> tuple[Scene, Scene]:
    text, lines = _texts(scene)
    cut, place = at
    texts = (text[:place], text[place:]) if cut == "text" else (text, [])
    said = ([], lines) if cut == "text" else (lines[:place], lines[place:])
    soft = _cut_soft(scene, texts[0], texts[1])
    gone = {"text", "soft", "lines", *_TO_THE_REST}
    first: Scene = _spoken(texts[0], soft[0], said[0])
    rest: Scene = _spoken(texts[1], soft[1], said[1])
    rest |= {key: scene[key] for key in (*_TO_BOTH, *_TO_THE_REST) if key in scene}
    first |= {key: value for key, value in scene.items() if key not in gone}
    return first | {"next": new}, rest


def _spoken(text: list[str], soft: str, lines: list[Any]) -> Scene:
    found: Scene = {"text": "\n\n".join(text), "soft": soft, "lines": lines}
    return {key: value for key, value in found.items() if value}


def _cut_soft(scene: Scene, first: list[str], rest: list[str]) -> tuple[str, str]:
    """Cut the softened text where the text is; where that is not known, both have all of it."""
    soft = scene.get("soft")
    if not isinstance(soft, str):
        return "", ""
    pieces = paragraphs(soft)
    if len(pieces) == len(first) + len(rest):
        return "\n\n".join(pieces[: len(first)]), "\n\n".join(pieces[len(first) :])
    return soft, soft if rest else ""


def _moved_lines(document: Document, name: str, keys: list[str]) -> dict[str, str]:
    """Give the lines of some keys of a scene, with the comments above."""
    lays = key_lays(document, name)
    return {key: document.text[lays[key].start : lays[key].end] for key in keys if key in lays}


def _written_back(step: Step, document: Document, name: str, kept: dict[str, str]) -> None:
    """Write keys of a scene as they were written before, comments and quotes included."""
    for key, written in kept.items():
        lay = key_lays(document, name).get(key)
        if lay is None or indent_of(written) != indent_of(document.text[lay.key : lay.end]):
            continue
        data = document.data((SPLIT, name, key))
        if document.text[lay.key : lay.end] != written:
            step.splice(document, [Splice(lay.key, lay.end, written)])
            need(document, (SPLIT, name, key), data)


def _kept_dialogue(document: Document, name: str, place: int) -> str:
    """Give the lines of a dialogue from an entry on, as they are written."""
    lays = item_lays(document, (SPLIT, name, "lines"))
    return document.text[lays[place].start : lays[-1].end] if place < len(lays) else ""


def _dialogue_back(step: Step, document: Document, name: str, written: str, place: int = 0) -> None:
    """Write the lines of a dialogue from an entry on as they were written before."""
    lays = item_lays(document, (SPLIT, name, "lines"))[place:]
    if not lays or not written:
        return
    there = document.text[lays[0].key : lays[-1].end]
    if indent_of(written.lstrip("\r\n")) == indent_of(there):
        data = document.data((SPLIT, name, "lines"))
        step.splice(document, [Splice(lays[0].key, lays[-1].end, written)])
        need(document, (SPLIT, name, "lines"), data)


# Two made one


def follower(document: Document, name: str) -> tuple[str, WhyNot | None]:
    """Give the scene that follows and can be joined; or, second, why there is none."""
    scene = document.data((SPLIT, name))
    ways = scene.get("next") if isinstance(scene, dict) else None
    if not isinstance(ways, str) or not ways:
        return "", "several-ways" if isinstance(scene, dict) and _has_ways(scene) else "no-way"
    other = document.data((SPLIT, ways))
    if ways == name:
        return ways, "itself"
    if not isinstance(other, dict):
        return ways, "not-there"
    here = {(SPLIT, name), (SPLIT, ways)}
    if any(one.path[:2] not in here for one in spots.of_scene(document, ways)):
        return ways, "others-lead-there"
    if isinstance(scene, dict) and scene.get("lines") and other.get("soft"):
        return ways, "soft"
    return ways, None


def _has_ways(scene: Scene) -> bool:
    return bool(scene.get("choices") or scene.get("next"))


def merge(step: Step, document: Document, name: str) -> str:
    """Make a scene and the one that follows by itself one; give the name that is gone.

    Raises:
        CannotChangeError: see :func:`follower`.

    """
    document.settle()
    other, why_not = follower(document, name)
    if why_not is not None or document.broken is not None:
        raise CannotChangeError((SPLIT, name))
    circles = [one for one in spots.of_scene(document, other) if one.path[:2] == (SPLIT, other)]
    step.splice(document, [spots.renamed(document, one, name) for one in circles])
    first, second = document.data((SPLIT, name)), document.data((SPLIT, other))
    around = [one for one in (_above(document, other), name, other) if one]
    comments = _comments_of(document, around)
    kept = _moved_lines(document, other, list(second))
    lines = _kept_dialogue(document, other, 0)
    joined = _joined(first, second)
    making.delete(step, document, other)
    step.put(document, (SPLIT, name), joined)
    fresh = {key: lines for key, lines in kept.items() if key not in first or key in _GOES_ON}
    _written_back(step, document, name, fresh)
    _dialogue_back(step, document, name, lines, len(_texts(joined)[1]) - len(_texts(second)[1]))
    still = _comments_of(document, [one for one in around if one != other])
    _comments_back(step, document, name, comments, still)
    need(document, (SPLIT, name), joined)
    translated.rename_scene(step, document, other, name)
    return other


def _above(document: Document, name: str) -> str | None:
    """Give the scene in whose lines the comments right above a scene are."""
    names = scene_names(document)
    return names[names.index(name) - 1] if name in names[1:] else None


def _comments_of(document: Document, names: Collection[str]) -> list[str]:
    """Give every comment of some scenes, in order."""
    parts = [part for one, part in document.scenes().items() if one in names]
    return of_parts(document.text, parts)


def _comments_back(
    step: Step, document: Document, name: str, before: list[str], still: list[str]
) -> None:
    """Write comments that have no place any more above how the scene goes on."""
    lost = Counter(before) - Counter(still)
    lays = key_lays(document, name)
    key = next((one for one in _GOES_ON if one in lays), None)
    if not lost or key is None:
        return
    at = lays[key].start
    indent = indent_of(document.text[lays[key].key : lays[key].end])
    lines = "".join(f"{' ' * indent}{one}\n" for one in before if _taken(lost, one))
    step.splice(document, [Splice(at, at, lines)])


def _taken(lost: Counter[str], comment: str) -> bool:
    lost[comment] -= 1
    return lost[comment] >= 0


def _joined(first: Scene, second: Scene) -> Scene:
    found = {key: value for key, value in first.items() if key != "next"}
    present = _seen(first, second)
    for key, value in second.items():
        if key not in found:
            found[key] = value
        elif key in ("content_notes", "discuss"):
            found[key] = _all_of(found[key], value)
        elif key in ("check", "facilitator", "skip"):
            found[key] = value if value == found[key] else _both(found[key], value)
    return found | present | _joined_words(first, second)


def _seen(first: Scene, second: Scene) -> Scene:
    """Give who is in the picture; where a scene does not say, whoever speaks in it."""
    if "present" not in first and "present" not in second:
        return {}
    one, other = (scene.get("present", _speakers(scene)) for scene in (first, second))
    return {"present": _all_of(one, other)}


def _speakers(scene: Scene) -> list[str]:
    """Give who speaks, in order."""
    lines = [line for line in _texts(scene)[1] if isinstance(line, dict)]
    return list(dict.fromkeys(key for line in lines for key in line if key not in CAST_RESERVED))


def _joined_words(first: Scene, second: Scene) -> Scene:
    """Join what is told; behind dialogue, a text goes on as lines of it."""
    text, lines = _texts(second)
    own, said = _texts(first)
    if said:
        words = _spoken(own, "", [*said, *text, *lines])
        soft = first.get("soft")
        return words | ({"soft": soft} if soft else {})
    softs = [one.get("soft") or one.get("text") or "" for one in (first, second)]
    has_soft = "soft" in first or "soft" in second
    return _spoken([*own, *text], _both(*softs) if has_soft else "", lines)


def _all_of(first: Any, second: Any) -> list[Any]:
    one, other = (one if isinstance(one, list) else [one] for one in (first, second))
    return [*one, *(entry for entry in other if entry not in one)]


def _both(first: Any, second: Any) -> str:
    return "\n\n".join(one.strip("\n") for one in (first, second) if isinstance(one, str) and one)
