"""All that one workshop is made of, so that it can go on wherever its journal is opened.

The plan, the sections of method pages that it shows, its scenarios in every language, and the
contacts that it closes with. :func:`to_plain` gives it as plain data, the sources word for word;
a journal begins with that.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.errors import ScenarioError, UpstanderError
from trainer.language import _
from trainer.method.ds import D
from trainer.plans import translation as plans
from trainer.plans.model import Kind, Plan, Segment
from trainer.plans.reading import PLANS
from trainer.scenario import reading, translation
from trainer.scenario.files import reading as files
from trainer.scenario.kinds import Role
from trainer.scenario.texts.markup import plain
from trainer.scenario.texts.own_title import unmarked
from trainer.workshop import contacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.help.directory import Directory
    from trainer.pages.collection import Collection as Pages
    from trainer.scenario.libraries.library import Library
    from trainer.scenario.model import Scenario
    from trainer.workshop.contacts import Contact

NOWHERE: Final = Path("journal")
ONE_STORY: Final = "story"
"""Key of the segment of a workshop that is one scenario."""

ONE_STORY_DAYS: Final = 1


class MaterialError(UpstanderError):
    """A workshop cannot be held as planned, or a journal's beginning cannot be read."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a method page, as it is shown: Markdown."""

    id: str
    heading: str
    text: str
    d: D | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A scenario in all its languages, its own first, and the texts that it was read from."""

    languages: Mapping[str, Scenario]
    source: str
    catalogues: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def in_language(self, wanted: str = "") -> Scenario:
        """Give it in the nearest language; its own if none is near."""
        nearest = translation.best(self.languages, wanted) if wanted else None
        return self.languages[nearest] if nearest else next(iter(self.languages.values()))


@dataclass(frozen=True, slots=True)
class Material:
    """What a workshop is made of. ``source`` is the plan's own text.

    ``told`` is the plan in other languages, ``catalogues`` the texts that they were read from.
    """

    plan: Plan
    source: str
    pages: Mapping[str, tuple[Section, ...]]
    scenarios: Mapping[str, Told]
    contacts: Mapping[str, Contact]
    told: Mapping[str, Plan] = field(default_factory=lambda: MappingProxyType({}))
    catalogues: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def plan_in(self, wanted: str = "") -> Plan:
        """Give the plan in the nearest language; its own if none is near."""
        every = {**self.told, self.plan.language: self.plan}
        nearest = translation.best(every, wanted) if wanted else None
        return every[nearest] if nearest else self.plan

    def languages(self) -> tuple[str, ...]:
        """Give the languages in which a phone can follow: the plan's, and any scenario's."""
        every = [self.plan.language, *self.told]
        for told in self.scenarios.values():
            every.extend(told.languages)
        return tuple(dict.fromkeys(every))


def gather(
    plan: Plan,
    source: str,
    library: Library,
    pages: Pages,
    directory: Directory,
    path: Path | None = None,
) -> Material:
    """Gather what a plan needs; its translations lie beside its file ``path``.

    Raises:
        MaterialError: a page or a contact that it names is not there.
        ScenarioError: a scenario is not there, or cannot be played.

    """
    segments = plan.segments.values()
    wanted = [slide.page for segment in segments for slide in segment.slides if slide.page]
    shown = {page: _sections(pages, page) for page in dict.fromkeys(wanted)}
    named = [segment.scenario for segment in segments if segment.scenario]
    scenarios = {name: _told(library, name) for name in dict.fromkeys(named)}
    keys = [key for segment in segments for key in segment.contacts]
    keys += [key for told in scenarios.values() for key in told.in_language().resources]
    there = contacts.named(directory, keys)
    for segment in segments:
        for slide in segment.slides:
            if slide.section and slide.page and not _has(shown[slide.page], slide.section):
                raise _missing(f"{slide.page}/{slide.section}")
    texts = {} if path is None else _texts_beside(plan, path)
    told = _plans(plan, texts)
    return Material(_for_room(plan), source, shown, scenarios, there, told, texts)


def languages_of(plan: Plan, path: Path, library: Library) -> tuple[str, ...]:
    """Give the languages that a plan or any of its scenarios has, before it is gathered."""
    every = [plan.language, *translation.catalogues(path, plan.id)]
    for segment in plan.segments.values():
        card = library.card(segment.scenario) if segment.scenario else None
        if card is not None:
            every += (card.language, *card.translations)
    return tuple(dict.fromkeys(every))


class Unsoftened(NamedTuple):
    """A story that shows as it stands, and the first thing in it that somebody says to harm."""

    title: str
    line: str = ""


class Lacks(NamedTuple):
    """What a plan lacks before it is gathered.

    ``gone`` are titles of parts whose story is not there, or cannot be played; ``unwritten`` are
    titles of stories in which a scene is planned and not written; ``unsoftened`` those in which
    something may be hard and nothing has softer words.
    """

    gone: tuple[str, ...] = ()
    unwritten: tuple[str, ...] = ()
    unsoftened: tuple[Unsoftened, ...] = ()


def lacks(plan: Plan, library: Library) -> Lacks:
    """Say what is missing of the stories of a plan; those that come along are whole."""
    gone, unwritten, unsoftened = [], [], []
    for segment in plan.segments.values():
        card = library.card(segment.scenario) if segment.scenario else None
        if segment.scenario and card is None:
            gone.append(plain(segment.title))
        elif card is not None and not card.built_in:
            try:
                story = library.load(card.id)
            except UpstanderError:
                gone.append(plain(segment.title))
                continue
            if any(scene.stub for scene in story.scenes.values()):
                unwritten.append(plain(card.title))
            if _says_it_all(story):
                unsoftened.append(Unsoftened(plain(card.title), _harm(story)))
    return Lacks(tuple(gone), tuple(dict.fromkeys(unwritten)), tuple(dict.fromkeys(unsoftened)))


def _says_it_all(story: Scenario) -> bool:
    """Whether something in a story may be hard, and nothing in it has softer words."""
    scenes = story.scenes.values()
    if not story.content_notes and not any(scene.content_notes for scene in scenes):
        return False
    lines = [line for scene in scenes for line in scene.lines]
    behind = (one.consequence for scene in scenes for one in scene.choices)
    lines += [line for one in behind if one is not None for line in one.lines]
    softer = (*(line.soft for line in lines), *(scene.soft for scene in scenes))
    return all(one is None for one in softer)


def _harm(story: Scenario) -> str:
    """Give the first thing that somebody says to harm; empty where that is nothing."""
    harming = {one.key for one in story.cast.values() if one.role is Role.HARMING}
    said = (line for scene in story.scenes.values() for line in scene.lines)
    return next((plain(line.text) for line in said if line.speaker in harming), "")


def _texts_beside(plan: Plan, path: Path) -> dict[str, str]:
    """Give the translations that can be read; another one costs its language, not the evening."""
    found = {}
    for tongue, place in translation.catalogues(path, plan.id).items():
        with suppress(OSError, ValueError):
            found[tongue] = translation.text(place)
    return found


def _plans(plan: Plan, texts: Mapping[str, str]) -> dict[str, Plan]:
    every = {tongue: translation.parse(text, tongue) for tongue, text in texts.items()}
    return {
        tongue: _for_room(plans.translate(plan, catalogue))
        for tongue, catalogue in every.items()
        if catalogue.texts and tongue != plan.language
    }


def _for_room(plan: Plan) -> Plan:
    """Give a plan as the room is told of it: not that it, or a story, is somebody's own copy."""
    parts = {key: replace(part, title=unmarked(part.title)) for key, part in plan.segments.items()}
    return replace(plan, title=unmarked(plan.title), segments=MappingProxyType(parts))


def of_scenario(scenario: Scenario, path: Path, directory: Directory) -> Material:
    """Give what a workshop of one scenario needs, which lies anywhere; its plan is made here.

    Raises:
        ScenarioError: its texts cannot be read.

    """
    # Imported late: only a plan that is made here has to be written.
    from trainer.plans.writing import written

    story = Segment(ONE_STORY, Kind.SCENARIO, scenario.title, 10, scenario=scenario.id)
    plan = Plan(
        scenario.id, scenario.title, scenario.summary, scenario.language, scenario.authors,
        scenario.licence, scenario.status, {ONE_STORY: story}, keep_days=ONE_STORY_DAYS,
    )  # fmt: skip
    told = {scenario.id: _told_at(scenario, path)}
    there = contacts.named(directory, scenario.resources)
    return Material(_for_room(plan), written(plan), {}, told, there)


def _missing(name: str) -> MaterialError:
    return MaterialError(
        _("The plan needs “%(name)s”, which is not there.") % {"name": name},
        next_step=_("Change the plan, or add the folder where it lies in the settings."),
    )


def _has(sections: Iterable[Section], wanted: str) -> bool:
    return any(section.id == wanted for section in sections)


def _sections(pages: Pages, page_id: str) -> tuple[Section, ...]:
    placed = pages.page(page_id)
    if placed is None:
        raise _missing(page_id)
    return tuple(Section(one.id, one.heading, one.text, one.d) for one in placed.content.sections)


def _told(library: Library, scenario_id: str) -> Told:
    scenario = library.load(scenario_id)
    card = library.card(scenario_id)
    path = None if card is None else card.path
    if path is None:
        raise ScenarioError(
            _("There is no scenario “%(id)s” in the library.") % {"id": scenario_id}
        )
    return _told_at(scenario, path)


def _told_at(scenario: Scenario, path: Path) -> Told:
    try:
        source = path.read_text("utf-8-sig")
        found = translation.catalogues(path, scenario.id)
        texts = {tongue: translation.text(place) for tongue, place in found.items()}
    except (OSError, ValueError) as wrong:
        raise ScenarioError(
            _("“%(title)s” cannot be read.") % {"title": scenario.title}, details=str(wrong)
        ) from wrong
    return _in_languages(scenario, source, texts)


def _in_languages(scenario: Scenario, source: str, texts: Mapping[str, str]) -> Told:
    every = {scenario.language: scenario}
    for tongue, text in texts.items():
        catalogue = translation.parse(text, tongue)
        if catalogue.texts:
            every.setdefault(tongue, translation.translate(scenario, catalogue))
    every = {tongue: replace(one, title=unmarked(one.title)) for tongue, one in every.items()}
    return Told(MappingProxyType(every), source, MappingProxyType(dict(texts)))


# As plain data


def to_plain(material: Material) -> dict[str, Any]:
    """Give it as plain data, for the beginning of a journal."""
    return {
        "plan": material.source,
        "po": dict(material.catalogues),
        "pages": {
            page: [[one.id, one.heading, one.text, one.d and str(one.d)] for one in sections]
            for page, sections in material.pages.items()
        },
        "scenarios": {
            name: {"text": told.source, "po": dict(told.catalogues)}
            for name, told in material.scenarios.items()
        },
        "contacts": contacts.to_plain(material.contacts),
    }


def plan_from(given: Any, folder: Path = NOWHERE) -> Plan:
    """Take in the plan alone.

    Raises:
        MaterialError: it cannot be read.

    """
    try:
        plan = files.read_bytes(given["plan"].encode(), folder / "plan.yaml", (PLANS,)).content
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise _unreadable(repr(wrong)) from wrong
    if plan is None:
        raise _unreadable("plan")
    return _for_room(plan)


def from_plain(given: Any, folder: Path = NOWHERE) -> Material:
    """Take it in again; ``folder`` is where own pictures of its scenarios may lie.

    Raises:
        MaterialError: it is not what :func:`to_plain` gives, or holds what cannot be read.

    """
    plan = plan_from(given, folder)
    try:
        # A journal of before there were any has none.
        texts = {str(tongue): str(text) for tongue, text in given.get("po", {}).items()}
        scenarios = {str(name): _told_from(one, folder) for name, one in given["scenarios"].items()}
        pages = {
            str(page): tuple(
                Section(str(i), str(heading), str(text), d and D(d))
                for i, heading, text, d in sections
            )
            for page, sections in given["pages"].items()
        }
        there = contacts.from_plain(given["contacts"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as wrong:
        raise _unreadable(repr(wrong)) from wrong
    for segment in plan.segments.values():
        shown = [slide.page for slide in segment.slides]
        if {segment.scenario} - {None, *scenarios} or {*shown} - {None, *pages}:
            raise _unreadable(segment.key)
    return Material(plan, given["plan"], pages, scenarios, there, _plans(plan, texts), texts)


def _told_from(given: Any, folder: Path) -> Told:
    found = reading.read_bytes(given["text"].encode(), folder / "scenario.yaml")
    if found.content is None:
        raise _unreadable("scenario")
    return _in_languages(found.content, given["text"], dict(given["po"]))


def _unreadable(details: str) -> MaterialError:
    return MaterialError(
        _("What this workshop was made of cannot be read from its journal."),
        _("The journal was not changed."),
        _("Start the workshop anew from its plan."),
        details,
    )
