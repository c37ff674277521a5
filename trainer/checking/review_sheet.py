"""A sheet to print, by which a community organisation reviews one scenario.

All that a player can ever read of it stands there scene by scene, with room beside it, so
that nobody has to play every way to have read every sentence.
"""

from __future__ import annotations

from html import escape
from itertools import chain
from typing import TYPE_CHECKING, Final

from trainer.checking import html
from trainer.checking.review_questions import QUESTIONS
from trainer.language import _
from trainer.method import ds
from trainer.scenario import kind_words
from trainer.scenario.model import YOU, YOU_THINK, Kind
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from trainer.scenario.model import Arm, Choice, Line, Scenario, Scene

_SHORT_HASH: Final = 12
"""Signs of the content's hash that tell one version of a scenario from another."""


def page(scenario: Scenario, today: date) -> str:
    """Give the sheet for a scenario as the text of an HTML file."""
    title = _("Review sheet: %(title)s") % {"title": plain(scenario.title)}
    parts = [
        f"<h1>{escape(title)}</h1>",
        html.paragraph(plain(scenario.summary)),
        html.section(_("What this is for"), _purpose(scenario, today)),
        html.section(_("Your answers"), _answers()),
        html.section(_("The people"), _people(scenario)),
        html.section(_("Every scene"), "\n".join(_scenes(scenario))),
        html.section(_("Who reviewed it"), _signature(scenario)),
    ]
    return html.page(title, "\n".join(parts))


def _purpose(scenario: Scenario, today: date) -> str:
    facts = [
        (_("Scenario"), scenario.id),
        (_("Version"), scenario.content_hash[:_SHORT_HASH]),
        (_("Printed on"), today.isoformat()),
        (_("Content notes"), "; ".join(map(plain, scenario.content_notes)) or "–"),
        (_("Sources"), "; ".join(map(plain, scenario.sources)) or "–"),
    ]
    return html.facts(facts) + html.paragraph(
        _(
            "Until somebody who knows has read it, the app says that this scenario has not been "
            "reviewed. Read the scenes below, write into the margins, answer the questions. A no "
            "is as welcome as a yes: it tells what to change. You may stop at any point; some "
            "scenes are hard to read."
        )
    )


def _answers() -> str:
    boxes = " ".join(f"☐&nbsp;{escape(word)}" for word in (_("yes"), _("partly"), _("no")))
    made = []
    for heading, questions in QUESTIONS:
        made.append(f"<h3>{escape(_(heading))}</h3>")
        made += [
            f'<p class="question">{escape(_(question))}<br>{boxes}</p><div class="lines"></div>'
            for question in questions
        ]
    return "\n".join(made)


def _people(scenario: Scenario) -> str:
    you = scenario.you
    told = " · ".join(plain(one) for one in (you.role, you.note or "") if one)
    rows = [[escape(_("You")), "", escape(told)]]
    rows += [
        [
            escape(plain(one.name)),
            escape(kind_words.role(one.role)),
            escape(" · ".join(part for part in (one.pronouns, plain(one.note or "")) if part)),
        ]
        for one in scenario.cast.values()
    ]
    return html.table([_("Who"), _("Role"), _("What is told of them")], rows, wide=3)


def _scenes(scenario: Scenario) -> Iterator[str]:
    for scene in scenario.scenes.values():
        inside = "\n".join(_scene(scenario, scene))
        yield (
            f'<article class="margin" id="{escape(scene.id)}">'
            f"<h3>{escape(scene.id)}</h3>\n{inside}\n</article>"
        )


def _scene(scenario: Scenario, scene: Scene) -> Iterator[str]:
    yield from _seen(scenario, scene.text, scene.soft, scene.lines)
    for label, text in (
        (_("Check first"), scene.check),
        (_("Read instead by who skips it"), scene.skip),
        (_("For the facilitator"), scene.facilitator),
        (_("To talk about"), " ".join(scene.discuss)),
    ):
        if text:
            yield _aside(label, text)
    for choice in scene.choices:
        yield from _choice(scenario, choice)
    yield from _leads_to(scene.next)
    if scene.timer:
        yield _aside(_("When time is up"), scene.timer.then)
    if scene.ending:
        outcome = kind_words.outcome(scene.ending.outcome)
        yield _aside(_("The end: %(outcome)s") % {"outcome": outcome}, scene.ending.view or "")


def _seen(
    scenario: Scenario, text: str | None, soft: str | None, lines: Iterable[Line]
) -> Iterator[str]:
    if text:
        yield from map(html.paragraph, plain(text).split("\n\n"))
    if soft:
        yield _aside(_("Softened"), soft)
    for line in lines:
        speaker = _speaker(scenario, line.speaker)
        before = f"<strong>{escape(speaker)}</strong> " if speaker else ""
        yield f"<p>{before}{escape(plain(line.text))}</p>"
        if line.soft:
            yield _aside(_("Softened"), line.soft)


def _speaker(scenario: Scenario, key: str | None) -> str:
    if key is None:
        return ""
    if key in (YOU, YOU_THINK):
        return _("You:") if key == YOU else _("You think:")
    return _("%(name)s:") % {"name": plain(scenario.cast[key].name)}


def _choice(scenario: Scenario, choice: Choice) -> Iterator[str]:
    words = plain(choice.words)
    if choice.kind is Kind.SAY:
        words = _("Say: “%(words)s”") % {"words": words}
    fit = ds.fit_name(choice.fit) if choice.fit else _("Own words")
    yield (
        f'<p class="choice"><strong>{escape(words)}</strong><br>'
        f"{html.d_name(choice.d)} · {escape(fit)}</p>"
    )
    if choice.when:
        yield _aside(_("Offered only if"), choice.when.source)
    if choice.points:
        yield _aside(_("Points"), "; ".join(choice.points))
    if choice.feedback:
        told = choice.feedback
        yield f"<p><em>{escape(plain(told.headline))}</em></p>"
        for key, text in chain(told.about.items(), [("", told.why or "")]):
            name = _("You:") if key == YOU else _speaker(scenario, key or None) or _("Why:")
            if text:
                yield f"<p>{escape(name)} {escape(plain(text))}</p>"
    if choice.consequence:
        yield from _seen(scenario, choice.consequence.text, None, choice.consequence.lines)
    yield from _leads_to(choice.next)


def _leads_to(arms: Iterable[Arm]) -> Iterator[str]:
    told = [
        _("%(scene)s if %(when)s") % {"scene": arm.to, "when": arm.when.source}
        if arm.when
        else arm.to
        for arm in arms
    ]
    if told:
        yield _aside(_("Goes on with"), "; ".join(told))


def _aside(label: str, text: str) -> str:
    return f'<p class="aside"><span>{escape(label)}</span> {escape(plain(text))}</p>'


def _signature(scenario: Scenario) -> str:
    rows = [
        [escape(word), "&nbsp;"]
        for word in (
            _("Organisation or person"),
            _("May this name be shown in the app?"),
            _("Read on"),
            _("Good until"),
            _("What has to change first"),
        )
    ]
    words = _(
        "Once you agree, the file of the scenario says it in two lines, and the app shows your "
        "name and the date. Whoever changes the scenario afterwards takes them out again."
    )
    lines = "status: reviewed\nreviewed: {by: …, on: YYYY-MM-DD, until: YYYY-MM-DD}"
    version = _("Version %(version)s") % {"version": scenario.content_hash[:_SHORT_HASH]}
    return (
        html.table([_("To fill in"), ""], rows, wide=2)
        + html.paragraph(words)
        + f"<pre>{escape(lines)}</pre>"
        + html.paragraph(version, "soft")
    )
