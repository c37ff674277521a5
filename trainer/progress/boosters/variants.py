"""What a booster shows: a scene or a drill of a family in which one of the D's fits well.

Each time another one: those that were not seen come first, then those that were not seen for
longest, and never the latest again while there is another. What is drawn follows from the
history alone.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from trainer.drills import wording as drill_wording
from trainer.errors import ScenarioError
from trainer.method.ds import Fit
from trainer.practice import view
from trainer.practice.view import About, Passage, Spoken, Voice
from trainer.practice.wording import who_you_are
from trainer.progress.boosters.boosters import drill_variant, scene_variant
from trainer.scenario.kinds import Kind, Role, Status
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from trainer.drills.model import Deck, Drill
    from trainer.progress.boosters.due import DueCard
    from trainer.scenario.libraries.library import Card, Library
    from trainer.scenario.model import Choice, Scenario, Scene

MOST_READ: Final = 8
"""Scenarios that are read for one draw, however many the library has in a family."""


_ENOUGH: Final = 3
"""From so many situations on that stand for themselves, the middle of a story is not asked about.

Who has not just played up to there cannot know what it rests on.
"""

_FEW: Final = 2
"""Below so many situations in which something fits well, those count where it fits fairly."""


@dataclass(frozen=True, slots=True)
class Way:
    """Something that fits; ``words`` (Markdown) are said, or tell what is done.

    ``about`` says for whom it did what, the targeted person first; of a reply to a drill
    only ``why`` is known, and no ``fit``.
    """

    words: str
    is_said: bool
    fit: Fit | None = None
    headline: str = ""
    about: tuple[About, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A situation to answer from memory, and what fits in it.

    ``before`` (plain text) is what has to be known before ``passage``; ``points`` are what
    a good answer holds, and may be missing: those of a drill are of any reply to it, not of the
    D that is asked. ``scene`` is what can be pictured, None for a
    drill.
    """

    key: str
    title: str
    before: tuple[str, ...]
    passage: Passage
    content_notes: tuple[str, ...]
    ways: tuple[Way, ...]
    points: tuple[str, ...] = ()
    scene: tuple[Scenario, Scene] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A scene or a drill that can be drawn."""

    key: str
    tell: Callable[[bool], Variant]


def draw(
    card: DueCard,
    seen: Sequence[str],
    library: Library,
    decks: Iterable[Deck],
    *,
    soften: bool,
    language: str = "",
) -> Variant | None:
    """Draw the next variant for a card; None if there is none.

    Args:
        card: what is asked.
        seen: variants that were shown for it, the latest last.
        library: only scenarios of the card's family are read, and at most :data:`MOST_READ`.
        decks: files of drills.
        soften: whether strong language is softened.
        language: BCP 47; the nearest translation of a scenario is taken.

    """
    scenarios = list(_scenarios(card, seen, library, language))
    found = [*_drills(card, decks), *_scenes(card, scenarios, Fit.STRONG, _is_opening)]
    alone = len(found)
    if len(found) < _ENOUGH:
        found.extend(_scenes(card, scenarios, Fit.STRONG, _is_later))
    if len(found) < _FEW:
        found.extend(_scenes(card, scenarios, Fit.FAIR, _is_opening))
        found.extend(_scenes(card, scenarios, Fit.FAIR, _is_later))
    stands_alone = {one.key for one in found[:alone]}
    if not found:
        return None
    when = {key: place for place, key in enumerate(seen, start=1)}

    def order(one: _Found) -> tuple[int, bool, int, str]:
        # Mixed, so that scenes and drills take turns; the same at every draw.
        mixed = zlib.crc32(f"{card.skill} {one.key}".encode())
        return when.get(one.key, 0), one.key not in stands_alone, mixed, one.key

    return min(found, key=order).tell(soften)


def _scenarios(
    card: DueCard, seen: Sequence[str], library: Library, language: str
) -> Iterator[Scenario]:
    """Read scenarios of a family, those whose scenes were not seen for longest first."""
    when = {key.partition("/")[0]: place for place, key in enumerate(seen, start=1)}

    def order(one: Card) -> tuple[int, str]:
        return when.get(scene_variant(one.id, "").rstrip("/"), 0), one.id

    near = [
        one
        for one in library.cards()
        if one.setting == card.family and one.status is not Status.RETIRED
    ]
    for one in sorted(near, key=order)[:MOST_READ]:
        try:
            yield library.load(one.id, language)
        except ScenarioError:
            continue  # It has changed or gone since; the library says so where it is listed.


def _scenes(
    card: DueCard,
    scenarios: Iterable[Scenario],
    fit: Fit,
    wanted: Callable[[Scenario, Scene], bool],
) -> Iterator[_Found]:
    """Give the wanted scenes in which the best that the card's D can do has this fit."""
    for scenario in scenarios:
        for scene in scenario.scenes.values():
            ways = _fitting(scene, card.skill)
            if ways and ways[0].fit is fit and wanted(scenario, scene):
                key = scene_variant(scenario.id, scene.id)
                yield _Found(key, partial(_scene, key, scenario, scene, card.skill))


def _is_opening(scenario: Scenario, scene: Scene) -> bool:
    """Tell whether a scene asks for the first decision of its scenario."""
    before, met = [scenario.start], set[str]()
    while before:
        name = before.pop()
        if name in met or name not in scenario.scenes:
            continue
        met.add(name)
        at = scenario.scenes[name]
        if at.choices:
            if at is scene:
                return True
        else:
            before.extend(arm.to for arm in at.next)
    return False


def _is_later(scenario: Scenario, scene: Scene) -> bool:
    """Tell whether a scene comes after a decision of its scenario."""
    return not _is_opening(scenario, scene)


def _fitting(scene: Scene, skill: str) -> list[Choice]:
    """Give what fits best of a D here, whatever happened before."""
    here = [one for one in scene.choices if one.d == skill and one.when is None]
    strong = [one for one in here if one.fit is Fit.STRONG]
    return strong or [one for one in here if one.fit is Fit.FAIR]


def _drills(card: DueCard, decks: Iterable[Deck]) -> Iterator[_Found]:
    for deck in decks:
        if deck.status is Status.RETIRED:
            continue
        for drill in deck.drills.values():
            if drill.setting == card.family and any(one.d == card.skill for one in drill.replies):
                key = drill_variant(deck.id, drill.key)
                yield _Found(key, partial(_drill, key, deck, drill, card.skill))


def _drill(key: str, deck: Deck, drill: Drill, skill: str, soften: bool) -> Variant:
    said = drill_wording.line(drill, soften=soften)
    voice = Voice.SAID if said.is_quoted else Voice.NARRATION
    return Variant(
        key=key,
        title=plain(deck.title),
        before=(),
        passage=Passage(drill.who, (Spoken(voice, said.text, role=Role.HARMING),)),
        content_notes=deck.content_notes,
        ways=tuple(
            Way(one.words, one.kind is Kind.SAY, why=one.does)
            for one in drill.replies
            if one.d == skill
        ),
    )


def _scene(key: str, scenario: Scenario, scene: Scene, skill: str, soften: bool) -> Variant:
    skipped = soften and scene.skip is not None
    read = Passage(scene.skip or "") if skipped else view.passage(scenario, scene, soften=soften)
    points = (one.points for one in scene.choices if one.d == skill and one.points)
    return Variant(
        key=key,
        title=plain(scenario.title),
        before=(plain(scenario.summary), who_you_are(scenario.you)),
        passage=read,
        # Those of the whole story also tell of what does not show here.
        content_notes=scene.content_notes or scenario.content_notes,
        ways=tuple(_way(scenario, one) for one in _fitting(scene, skill)),
        points=next(points, ()),
        scene=(scenario, scene),
    )


def _way(scenario: Scenario, choice: Choice) -> Way:
    feedback = choice.feedback
    return Way(
        words=choice.words,
        is_said=choice.kind is Kind.SAY,
        fit=choice.fit,
        headline=feedback.headline if feedback else "",
        about=view.about(scenario, choice),
        why=(feedback.why or "") if feedback else "",
    )
