"""A scenario in another language: gettext PO files beside it.

``msgctxt`` says by name where a text stands (``docs/translation.md`` lists them all) and
``msgid`` is the text itself, so that nothing depends on a position. A text without a
usable translation falls back to the source. A PO file comes from anywhere: whatever is
wrong with it costs its translations, never the scenario.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from trainer.scenario.model import Mark
from trainer.scenario.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from trainer.scenario.model import (
        CastMember,
        Choice,
        Consequence,
        Feedback,
        Line,
        Scenario,
        Scene,
    )
    from trainer.scenario.problems import Problem

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the largest PO file that is read."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_MOST_PIECES: Final = 5000
_MARKED: Final = "\ufffd"

_T = TypeVar("_T")

Say = Callable[[str, str], str]
"""Gives the text that stands for (context, source text)."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one PO file holds: texts by (context, source text), both without outer blanks.

    ``outdated`` are the contexts of entries that a translator's tool has marked fuzzy:
    they were made for an older text. ``readable`` is False where the file is not a PO
    file that can be read; then it holds nothing.
    """

    language: str
    texts: Mapping[tuple[str, str], str]
    outdated: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a catalogue goes: texts translated, texts missing, and entries gone stale.

    ``stale`` names the context of each entry that no longer fits, and whether anything
    stands there at all any more.
    """

    translated: int
    missing: int
    stale: tuple[tuple[str, bool], ...]


def catalogues(path: Path, scenario_id: str | None = None) -> dict[str, Path]:
    """Find the PO files beside a scenario, by language.

    They are called like the file or like the scenario: ``bus.yaml`` with the id
    ``bus-shouting`` has ``bus.ko.po`` or ``bus-shouting.ko.po``; the latter is preferred.
    """
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return {}
    found = named(names, path.stem, scenario_id)
    return {language: path.parent / name for language, name in found.items()}


def named(names: Iterable[str], stem: str, scenario_id: str | None) -> dict[str, str]:
    """Pick the PO files of a scenario from the names in its folder, by language."""
    found: dict[str, str] = {}
    for own in (stem, scenario_id):
        for name in names:
            language = name[len(own) + 1 : -3] if own else ""
            if name == f"{own}.{language}.po" and _LANGUAGE.fullmatch(language):
                found[language.replace("_", "-")] = name
    return dict(sorted(found.items()))


def best(available: Iterable[str], wanted: str) -> str | None:
    """Pick the language nearest to ``wanted``: itself, the same less exactly, a sister."""
    by_name = {language.lower(): language for language in sorted(available)}
    parts = wanted.lower().replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        if (exact := by_name.get("-".join(parts[:length]))) is not None:
            return exact
    return next((it for low, it in by_name.items() if low.split("-")[0] == parts[0]), None)


def read(path: Path, language: str) -> Catalogue:
    """Read a PO file; one that cannot be read gives an empty catalogue. Raises nothing."""
    try:
        return parse(text(path), language)
    except (OSError, ValueError):
        return Catalogue(language, MappingProxyType({}), readable=False)


def parse(text: str, language: str) -> Catalogue:
    """Read the text of a PO file likewise."""
    nothing = Catalogue(language, MappingProxyType({}), readable=False)
    try:
        text = _screened(text)
    except ValueError:
        return nothing
    # Imported late: only a scenario in another language needs it.
    import polib

    try:
        # A text that looks like a path would be opened by polib; with a comment in front
        # it does not.
        entries = list(polib.pofile("#\n" + text))
    except Exception:  # a parser of others, fed with anything: no failure of it is ours
        return nothing
    texts: dict[tuple[str, str], str] = {}
    outdated = []
    for entry in entries:
        said = _clean(entry.msgstr)
        if not said or _MARKED in _UNSHOWABLE.sub(_MARKED, said):
            continue
        context = entry.msgctxt or ""
        if entry.fuzzy:
            outdated.append(context)
        else:
            texts.setdefault((context, _clean(entry.msgid)), said)
    return Catalogue(language, MappingProxyType(texts), tuple(outdated))


def text(path: Path) -> str:
    """Give the text of a PO file.

    Raises:
        OSError: it cannot be read, is no plain file, or is a link out of its folder.
        ValueError: it is too large, or not UTF-8.

    """
    real = path.resolve(strict=True)
    if real.parent != path.parent.resolve() or not stat.S_ISREG(real.stat().st_mode):
        raise OSError("not a file of this folder")
    with real.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("too large")
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _screened(text: str) -> str:
    """Leave out comments, and mark characters that polib takes for ends of lines.

    Comments are not needed (obsolete entries are comments too), and a million of them,
    like a text in a million pieces, would keep polib busy for minutes.

    Raises:
        ValueError: a text is in more pieces than any tool writes.

    """
    lines, pieces = [], 0
    for line in _UNSHOWABLE.sub(_MARKED, text).split("\n"):
        start = line.lstrip()
        pieces = pieces + 1 if start.startswith('"') else 0
        if pieces > _MOST_PIECES:
            raise ValueError("too many pieces")
        if not start.startswith("#") or start.startswith("#,"):
            lines.append(line)
    return "\n".join(lines)


def _clean(text: str) -> str:
    return text.strip()


def translate(scenario: Scenario, catalogue: Catalogue) -> Scenario:
    """Give the scenario with its texts in another language; ids and hash stay the same."""
    return replace(_told(scenario, sayer(catalogue)), language=catalogue.language)


def sayer(catalogue: Catalogue) -> Say:
    """Make what says a text as a catalogue has it, or as it is."""

    def say(context: str, text: str) -> str:
        return catalogue.texts.get((context, _clean(text)), text)

    return say


def texts(scenario: Scenario) -> dict[tuple[str, str], None]:
    """Give every text that can be translated, as (context, text), in the file's order."""
    return said(partial(_told, scenario))


def said(tell: Callable[[Say], object]) -> dict[tuple[str, str], None]:
    """Give likewise every text that is given to what ``tell`` is called with."""
    found: dict[tuple[str, str], None] = {}

    def say(context: str, text: str) -> str:
        found[context, _clean(text)] = None
        return text

    tell(say)
    return found


def coverage(scenario: Scenario, catalogue: Catalogue) -> Coverage:
    """Compare a catalogue with the scenario as it is now."""
    return _compared(texts(scenario), catalogue)


def _compared(source: Mapping[tuple[str, str], None], catalogue: Catalogue) -> Coverage:
    contexts = {context for context, _text in source}
    stale = [context for context, text in catalogue.texts if (context, text) not in source]
    translated = sum(key in catalogue.texts for key in source)
    return Coverage(
        translated,
        len(source) - translated,
        tuple((context, context in contexts) for context in (*stale, *catalogue.outdated)),
    )


def problems(scenario: Scenario, path: Path) -> list[Problem]:
    """Find the translations that no longer fit, as warnings on the file's first line."""
    return stale(path, scenario.id, texts(scenario))


def stale(path: Path, content_id: str, source: Mapping[tuple[str, str], None]) -> list[Problem]:
    """Find likewise what beside a file no longer fits its texts, as :func:`texts` gives them."""
    found = []
    for language, place in catalogues(path, content_id).items():
        catalogue = read(place, language)
        if not catalogue.readable:
            found.append(
                problem(
                    "stale-translation", Mark(), "unreadable", language=language, file=place.name
                )
            )
        for context, stands in _compared(source, catalogue).stale:
            case = "" if stands else "gone"
            found.append(
                problem("stale-translation", Mark(), case, language=language, where=context)
            )
    return found


def _told(scenario: Scenario, say: Say) -> Scenario:
    """Rebuild a scenario with each of its texts given to ``say``: the one list of them."""
    you = scenario.you
    return replace(
        scenario,
        title=say("title", scenario.title),
        summary=say("summary", scenario.summary),
        goals=_each(say, "goals", scenario.goals),
        content_notes=_each(say, "content_notes", scenario.content_notes),
        you=replace(
            you,
            role=say("you/role", you.role) if you.role else "",
            name=maybe(say, "you/name", you.name),
            note=maybe(say, "you/note", you.note),
        ),
        cast=_mapped(scenario.cast, lambda key, who: _member(say, f"cast/{key}", who)),
        scenes=_mapped(scenario.scenes, lambda key, scene: _scene(say, key, scene)),
        questions=_each(say, "debrief/questions", scenario.questions),
        leaves_out=_mapped(scenario.leaves_out, lambda d, why: say(f"leaves_out/{d}", why)),
    )


def _mapped(values: Mapping[str, _T], told: Callable[[str, _T], _T]) -> Mapping[str, _T]:
    return MappingProxyType({key: told(key, value) for key, value in values.items()})


def maybe(say: Say, context: str, text: str | None) -> str | None:
    """Say a text, if there is one."""
    return None if text is None else say(context, text)


def _each(say: Say, context: str, several: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(say(context, text) for text in several)


def _member(say: Say, at: str, member: CastMember) -> CastMember:
    return replace(
        member,
        name=say(f"{at}/name", member.name),
        pronouns=maybe(say, f"{at}/pronouns", member.pronouns),
        note=maybe(say, f"{at}/note", member.note),
    )


def _lines(say: Say, at: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        replace(
            line,
            text=say(f"{at}/lines", line.text),
            soft=maybe(say, f"{at}/lines/soft", line.soft),
        )
        for line in lines
    )


def _scene(say: Say, at: str, scene: Scene) -> Scene:
    ending = scene.ending
    return replace(
        scene,
        text=maybe(say, f"{at}/text", scene.text),
        soft=maybe(say, f"{at}/soft", scene.soft),
        lines=_lines(say, at, scene.lines),
        check=maybe(say, f"{at}/check", scene.check),
        facilitator=maybe(say, f"{at}/facilitator", scene.facilitator),
        discuss=_each(say, f"{at}/discuss", scene.discuss),
        content_notes=_each(say, f"{at}/content_notes", scene.content_notes),
        skip=maybe(say, f"{at}/skip", scene.skip),
        choices=tuple(_choice(say, f"{at}/{choice.id}", choice) for choice in scene.choices),
        ending=ending and replace(ending, view=maybe(say, f"{at}/ending/view", ending.view)),
    )


def _choice(say: Say, at: str, choice: Choice) -> Choice:
    return replace(
        choice,
        words=say(f"{at}/{choice.kind}", choice.words),
        points=_each(say, f"{at}/points", choice.points),
        feedback=choice.feedback and _feedback(say, f"{at}/feedback", choice.feedback),
        consequence=choice.consequence
        and _consequence(say, f"{at}/consequence", choice.consequence),
    )


def _feedback(say: Say, at: str, feedback: Feedback) -> Feedback:
    return replace(
        feedback,
        headline=say(f"{at}/headline", feedback.headline),
        why=maybe(say, f"{at}/why", feedback.why),
        about=_mapped(feedback.about, lambda who, text: say(f"{at}/{who}", text)),
    )


def _consequence(say: Say, at: str, consequence: Consequence) -> Consequence:
    return replace(
        consequence,
        text=maybe(say, f"{at}/text", consequence.text),
        lines=_lines(say, at, consequence.lines),
    )
