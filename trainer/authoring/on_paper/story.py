"""What stands on paper of a story: scene by scene, in its order, told in the words of the forms.

It is told of what is written, not of what is right: a draft is read on paper, too. What is still to
be written is said where it is missing, and again at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from trainer.authoring import called
from trainer.authoring.forms import conditions, effects, switching
from trainer.authoring.forms.effects import How
from trainer.authoring.outline import Outliner
from trainer.authoring.plainly import labels
from trainer.language import _, ngettext
from trainer.method import ds
from trainer.method.ds import D, Fit
from trainer.scenario import kind_words
from trainer.scenario.kinds import Role
from trainer.scenario.model import YOU, YOU_THINK
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path

T = TypeVar("T")
_MADE: Final = ("say", "act", "own_words")


@dataclass(frozen=True, slots=True)
class Told:
    """Some words, after a label that may be empty; ``missing`` if they are still to be written.

    ``is_said`` tells that somebody says them: then the label is their name.
    """

    label: str
    words: str
    missing: bool = False
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Where something leads: to which scene, and if what; ``to`` is empty if that is not said."""

    to: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: what it is, what it is meant as, what follows, and where it leads."""

    made: Told
    meant: str
    offered: str
    told: tuple[Told, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene under its number; ``ways`` are its own, and the one when time is up.

    It is ``planned`` if nothing of it is written, and ``stray`` if no way leads there.
    """

    number: int
    name: str
    title: str
    told: tuple[Told, ...]
    choices: tuple[Choice, ...]
    ways: tuple[Way, ...]
    ending: tuple[Told, ...] = ()
    planned: bool = False
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """All that stands on paper.

    Attributes:
        title: what it is called.
        language: of its texts, BCP 47.
        about: what is said of the whole.
        people: who is in it: the name, and what is told of them.
        scenes: in the story's order.
        missing: what is still to be written, a line for each place.

    """

    title: str
    language: str
    about: tuple[Told, ...]
    people: tuple[tuple[str, str], ...]
    scenes: tuple[Scene, ...]
    missing: tuple[str, ...] = field(default=())

    def numbers(self) -> dict[str, int]:
        """Give the numbers of scenes by their names."""
        return {scene.name: scene.number for scene in self.scenes}


def tell(document: Document) -> Story:
    """Tell a story as it stands, or as it stood when it could be read last."""
    return ended(telling(document))


def telling(document: Document) -> Generator[float, None, Story]:
    """Tell it, a scene at each step: gives how far it is, from 0 to 1, and at the end the story.

    One that is changed meanwhile is told from the start.
    """
    while True:
        version = document.version
        story = yield from _Telling(document).steps()
        if version == document.version:
            return story


def ended(steps: Generator[float, None, T]) -> T:
    """Go all the steps, and give what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


class _Telling:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = called.Names(document)
        cast = document.data(("cast",))
        self._cast: dict[str, Any] = cast if isinstance(cast, dict) else {}
        self._missing: dict[str, list[str]] = {}
        self._place = ""

    def steps(self) -> Generator[float, None, Story]:
        document = self._document
        self._place = _("About the story")
        about, people = tuple(self._about()), tuple(self._people())
        outline = Outliner(document).outline()
        scenes = []
        for number, name in enumerate(outline.order, start=1):
            scenes.append(self._scene(number, name, stray=name in outline.strays))
            yield number / len(outline.order)
        language = document.data(("language",))
        return Story(
            called.title_of(document),
            language if isinstance(language, str) else "",
            about,
            people,
            tuple(scenes),
            tuple(
                _("%(place)s: %(fields)s") % {"place": place, "fields": _(" · ").join(fields)}
                for place, fields in self._missing.items()
            ),
        )

    # About the whole

    def _about(self) -> Iterator[Told]:
        for key in ("summary", "content_notes", "goals", "sources"):
            yield from self._texts((key,), self._document.data((key,)), lead=", ")

    def _people(self) -> Iterator[tuple[str, str]]:
        you = _mapping(self._document.data(("you",)))
        told = [_words(you.get(key)) for key in ("role", "note")]
        if you.get("targeted") == "true":
            told.insert(0, kind_words.role(Role.TARGETED.value))
        yield _("You"), _(" · ").join(one for one in told if one)
        for key, one in self._cast.items():
            member = _mapping(one)
            role = member.get("role")
            said = [kind_words.role(role) if role in set(Role) else ""]
            said += [_words(member.get("pronouns")), _words(member.get("note"))]
            if not _words(member.get("name")):
                self._miss(("cast", key, "name"))
            yield plain(called.of_person(one, key)), _(" · ").join(each for each in said if each)

    # Scenes

    def _scene(self, number: int, name: str, *, stray: bool) -> Scene:
        at: Path = ("scenes", name)
        data = _mapping(self._document.data(at))
        title = self._names.scene(name)
        self._place = _("%(n)d. %(scene)s") % {"n": number, "scene": title}
        planned = "stub" in data or not data
        choices = data.get("choices")
        given = choices if isinstance(choices, list) else []
        if planned:
            self._missing[self._place] = [_("all of it")]
        return Scene(
            number,
            name,
            title,
            () if planned else tuple(self._seen(at, data)),
            tuple(self._choice((*at, "choices", n), one) for n, one in enumerate(given)),
            (*_ways(data.get("next"), self._names), *self._timer(data)),
            tuple(self._ending(at, data)),
            planned,
            stray,
        )

    def _seen(self, at: Path, data: dict[str, Any]) -> Iterator[Told]:
        for key in ("content_notes", "text", "soft"):
            if key in data or (key == "text" and "lines" not in data):
                label = key != "text"
                yield from self._texts((*at, key), data.get(key), labelled=label, lead=", ")
        yield from self._lines((*at, "lines"), data.get("lines"))
        for key in ("check", "skip", "facilitator", "discuss"):
            if key in data:
                yield from self._texts((*at, key), data[key])

    def _lines(self, at: Path, lines: Any) -> Iterator[Told]:
        for n, line in enumerate(lines if isinstance(lines, list) else []):
            who = switching.speaker(line) or ""
            words = line.get(who) if isinstance(line, dict) else line
            path = (*at, n, who) if isinstance(line, dict) else (*at, n)
            if not _words(words):
                self._miss(path)
            yield Told(self._speaker(who), _words(words), not _words(words), is_said=bool(who))
            if isinstance(line, dict) and _words(line.get("soft")):
                yield Told(_("In softer words"), _words(line["soft"]))

    def _speaker(self, who: str) -> str:
        if who == YOU:
            return _("You")
        if who == YOU_THINK:
            return _("You think")
        return plain(called.of_person(self._cast.get(who), who)) if who else ""

    def _timer(self, data: dict[str, Any]) -> Iterator[Way]:
        timer = _mapping(data.get("timer"))
        if timer:
            seconds = timer.get("seconds")
            n = int(seconds) if isinstance(seconds, str) and seconds.isdecimal() else 0
            said = ngettext("after %(n)d second, where a clock runs",
                            "after %(n)d seconds, where a clock runs", n)  # fmt: skip
            yield Way(_words(timer.get("then")), said % {"n": n})

    def _ending(self, at: Path, data: dict[str, Any]) -> Iterator[Told]:
        if "ending" not in data:
            return
        ending = _mapping(data["ending"])
        outcome = ending.get("outcome")
        known = isinstance(outcome, str) and bool(outcome)
        if not known:
            self._miss((*at, "ending", "outcome"))
        label = labels.label(self._document, (*at, "ending", "outcome"))
        yield Told(label, kind_words.outcome(str(outcome)) if known else "", not known)
        yield from self._texts((*at, "ending", "view"), ending.get("view"))

    # Choices

    def _choice(self, at: Path, data: Any) -> Choice:
        choice = _mapping(data)
        key = next((key for key in _MADE if key in choice), "act")
        words = _words(choice.get(key))
        if not words:
            self._miss((*at, key))
        said = {"say": _("You say"), "act": _("You do"), "own_words": _("In your own words")}
        when = choice.get("when")
        return Choice(
            Told(said[key], words, not words, is_said=key == "say"),
            self._meant(choice),
            _condition(when, self._names),
            tuple(self._follows(at, choice)),
            tuple(_ways(choice.get("next"), self._names)),
        )

    def _meant(self, choice: dict[str, Any]) -> str:
        d, fit = choice.get("d"), choice.get("fit")
        said = [ds.name(D(d))] if d in set(D) else []
        if fit in set(Fit):
            said.append(ds.fit_name(Fit(fit)))
        if _words(choice.get("to")):
            who = self._speaker(_words(choice["to"]))
            said.append(_("to %(name)s") % {"name": who})
        return _(" · ").join(said)

    def _follows(self, at: Path, choice: dict[str, Any]) -> Iterator[Told]:
        consequence = _mapping(choice.get("consequence"))
        if consequence:
            path = (*at, "consequence")
            if "text" in consequence:
                yield from self._texts((*path, "text"), consequence["text"])
            yield from self._lines((*path, "lines"), consequence.get("lines"))
        if "points" in choice:
            yield from self._texts((*at, "points"), choice["points"])
        if "own_words" not in choice:
            yield from self._feedback((*at, "feedback"), _mapping(choice.get("feedback")))
        for effect in effects.read(choice):
            yield Told(_("What the story remembers"), _effect(effect, self._names))

    def _feedback(self, at: Path, feedback: dict[str, Any]) -> Iterator[Told]:
        last = ("why",) if "why" in feedback else ()
        first = [key for key in feedback if key not in ("headline", "why")]
        for key in ("headline", *first, *last):
            yield from self._texts((*at, key), feedback.get(key))

    # Words

    def _texts(
        self, at: Path, data: Any, *, labelled: bool = True, lead: str = " · "
    ) -> Iterator[Told]:
        """Tell a text, or several in one; of what is empty, that it is still to be written."""
        every = data if isinstance(data, list) else [data]
        words = [_words(one) for one in every if _words(one)]
        if not words and (data is None and at[-1] in ("goals", "sources")):
            return
        if not words:
            self._miss(at)
        label = labels.label(self._document, at) if labelled else ""
        joined = _(", ") if lead == ", " and at[-1] == "content_notes" else "\n\n"
        yield Told(label, joined.join(words), not words)

    def _miss(self, at: Path) -> None:
        said = self._missing.setdefault(self._place, [])
        label = labels.label(self._document, at)
        if label not in said:
            said.append(label)


def _mapping(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def _words(data: Any) -> str:
    return data.strip() if isinstance(data, str) else ""


def _condition(when: Any, names: called.Names) -> str:
    given = isinstance(when, str) and when.strip()
    return conditions.in_words(when, names) if given else ""


def _ways(given: Any, names: called.Names) -> Iterator[Way]:
    """Tell where ``next`` leads; the last arm without a condition is for all other cases."""
    if given is None:
        return
    if isinstance(given, list):
        for one in given:
            way = _mapping(one)
            when = way.get("when")
            said = _condition(when, names)
            yield Way(_words(way.get("to")), _("if %(this)s") % {"this": said} if said else
                      _("otherwise") if len(given) > 1 else "")  # fmt: skip
        return
    yield Way(_words(given))


def _effect(effect: effects.Effect, names: called.Names) -> str:
    known = {"name": names.memory(effect.name), "value": effect.value}
    if effect.how is How.BECOMES:
        if effect.value in ("true", "false"):
            said = _("From here on, “%(name)s” is so.") if effect.value == "true" else _(
                "From here on, “%(name)s” is not so."
            )  # fmt: skip
        else:
            said = _("From here on, “%(name)s” is %(value)s.")
    elif effect.how is How.UP:
        said = _("“%(name)s” goes up by %(value)s.")
    else:
        said = _("“%(name)s” goes down by %(value)s.")
    return said % known
