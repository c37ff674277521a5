"""``check --report``: one readable page about a library, for whoever answers for it.

A single HTML file that loads nothing and runs nothing: an overview, then each scenario with
its figures, its people, its D's and their fits, and every finding with its reason.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from trainer.checking import html
from trainer.checking.portrait import Portrait, portrait, scenarios_with
from trainer.language import _, ngettext
from trainer.method import ds
from trainer.method.ds import FIVE_DS, D, Fit
from trainer.scenario import kind_words
from trainer.scenario.model import Outcome, Role, Scenario
from trainer.scenario.problems import METHOD, hint, reason, sentence, shown_path
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from trainer.scenario.checking import Checked
    from trainer.scenario.model import CastMember
    from trainer.scenario.problems import Problem

_FITS: Final = (Fit.STRONG, Fit.FAIR, Fit.POOR)
_UNKNOWN: Final = "–"


def page(checked: Sequence[Checked], today: date) -> str:
    """Give the report on what was checked as the text of an HTML file."""
    told = [
        (one, portrait(one.reading.content))
        for one in checked
        if isinstance(one.reading.content, Scenario)
    ]
    portraits = [seen for _one, seen in told]
    title = _("Library report")
    parts = [
        f"<h1>{escape(title)}</h1>",
        html.paragraph(_("Checked on %(day)s.") % {"day": today.isoformat()}, "soft"),
        html.paragraph(_counted(checked, portraits)),
        _overview(told),
        _ds_of_the_library(portraits),
        _targeted_people(portraits),
        *(_scenario(one, seen) for one, seen in told),
        *(_other(one) for one in checked if not isinstance(one.reading.content, Scenario)),
        _reasons(checked),
    ]
    body = "\n".join(part for part in parts if part)
    return html.page(title, body)


def _counted(checked: Sequence[Checked], portraits: Sequence[Portrait]) -> str:
    scenarios, found = len(portraits), sum(len(one.problems) for one in checked)
    settings = len({one.scenario.setting for one in portraits})
    return _("%(scenarios)s, %(settings)s, %(findings)s.") % {
        "scenarios": ngettext("%(n)d scenario", "%(n)d scenarios", scenarios) % {"n": scenarios},
        "settings": ngettext("%(n)d setting", "%(n)d settings", settings) % {"n": settings},
        "findings": ngettext("%(n)d finding", "%(n)d findings", found) % {"n": found},
    }


def _overview(told: Sequence[tuple[Checked, Portrait]]) -> str:
    head = [
        _("Scenario"), _("Setting"), _("Intensity"), _("Minutes"), _("Scenes"), _("Decisions"),
        _("Endings"), _("Ways"), _("Words"), _("Reading ease (LIX)"), _("Findings"),
    ]  # fmt: skip
    rows = [
        [
            html.link(seen.scenario.id, seen.scenario.title),
            escape(kind_words.setting(seen.scenario.setting)),
            escape(kind_words.severity(seen.scenario.severity)),
            *(escape(_number(one)) for one in _figures(checked, seen)),
        ]
        for checked, seen in told
    ]
    note = _(
        "LIX is words in a sentence plus the share of long words: below 30 is very easy, 40 is "
        "like fiction, 50 like a newspaper. Ways are counted up to a thousand million."
    )
    return html.section(
        _("All scenarios"), html.table(head, rows, wide=3) + html.paragraph(note, "soft")
    )


def _figures(checked: Checked, seen: Portrait) -> Iterator[int | float | None]:
    analysis = checked.analysis
    yield seen.scenario.minutes
    yield len(seen.scenario.scenes)
    yield seen.decisions
    yield sum(seen.outcomes.values())
    yield analysis.paths if analysis else None
    yield analysis.words if analysis else None
    yield seen.lix
    yield len(checked.problems)


def _number(value: float | None) -> str:
    if value is None:
        return _UNKNOWN
    return f"{value:,.0f}" if isinstance(value, float) else f"{value:,}"


def _ds_of_the_library(portraits: Sequence[Portrait]) -> str:
    strong, poor = (scenarios_with(portraits, fit) for fit in (Fit.STRONG, Fit.POOR))
    rows = [[html.d_name(d), str(strong[d]), str(poor[d])] for d in FIVE_DS]
    head = [_("D"), _("Scenarios where it is strong"), _("Scenarios where it backfires")]
    return html.section(_("The five D's across the library"), html.table(head, rows))


def _targeted_people(portraits: Sequence[Portrait]) -> str:
    rows = [
        [html.link(seen.scenario.id, seen.scenario.title), escape(name), escape(known)]
        for seen in portraits
        for name, known in _targeted(seen)
    ]
    head = [_("Scenario"), _("Who is targeted"), _("What is told of them")]
    return html.section(_("Who is targeted"), html.table(head, rows, wide=3))


def _targeted(seen: Portrait) -> Iterator[tuple[str, str]]:
    """Names of the targeted people with what the file tells; nothing is guessed."""
    you = seen.scenario.you
    if you.targeted:
        yield _("You"), " · ".join(plain(one) for one in (you.role, you.note) if one)
    for one in seen.people(Role.TARGETED):
        yield plain(one.name), _known(one)


def _known(one: CastMember) -> str:
    told = [text for text in (one.pronouns, plain(one.note or "")) if text]
    return " · ".join(told) or _UNKNOWN


def _scenario(checked: Checked, seen: Portrait) -> str:
    told = seen.scenario
    review = kind_words.review(told.status)
    parts = [
        html.paragraph(plain(told.summary)),
        html.paragraph(review, "soft") if review else "",
        html.paragraph(shown_path(checked.reading.path), "path"),
        _facts(checked, seen),
        _fits(seen),
        _people(seen),
        _left_out(seen),
        _findings(checked.problems),
        *_switched_off(checked),
    ]
    return html.section(plain(told.title), "\n".join(part for part in parts if part), told.id)


def _facts(checked: Checked, seen: Portrait) -> str:
    analysis, told = checked.analysis, seen.scenario
    facts = [
        (_("Setting"), kind_words.setting(told.setting)),
        (_("Intensity"), kind_words.severity(told.severity)),
        (_("Language"), told.language),
        (_("Length"), kind_words.minutes(told.minutes)),
        (_("Content notes"), "; ".join(map(plain, told.content_notes)) or _UNKNOWN),
        (_("Endings"), ", ".join(_outcomes(seen))),
    ]
    if analysis:
        facts += [
            (_("Scenes"), f"{analysis.scenes} ({_number(analysis.reachable)})"),
            (_("States"), _number(analysis.states)),
            (_("Ways"), _number(analysis.paths)),
            (_("Decisions on a way"), f"{_number(analysis.shortest)}–{_number(analysis.longest)}"),
            (_("Words"), _number(analysis.words)),
        ]
    facts.append((_("Reading ease (LIX)"), _number(seen.lix)))
    return html.facts(facts)


def _outcomes(seen: Portrait) -> Iterator[str]:
    for outcome in Outcome:
        if seen.outcomes[outcome]:
            word = kind_words.outcome(outcome)
            yield _("%(outcome)s %(n)d") % {"outcome": word, "n": seen.outcomes[outcome]}


def _fits(seen: Portrait) -> str:
    head = [_("D"), *(ds.fit_name(fit) for fit in _FITS), _("Own words")]
    rows = [
        [html.d_name(d), *(str(seen.fits[d, fit]) for fit in (*_FITS, None))]
        for d in D
        if any(seen.fits[d, fit] for fit in (*_FITS, None)) or d in FIVE_DS
    ]
    return html.table(head, rows)


def _people(seen: Portrait) -> str:
    rows = [[escape(name), escape(kind_words.role(role)), escape(known)] for name, role, known in (
        *((name, Role.TARGETED, known) for name, known in _targeted(seen)),
        *((plain(one.name), role, _known(one)) for role in Role if role is not Role.TARGETED
          for one in seen.people(role)),
    )]  # fmt: skip
    return html.table([_("Who"), _("Role"), _("What is told of them")], rows, wide=3)


def _left_out(seen: Portrait) -> str:
    told = [
        _("%(d)s is left out: %(reason)s") % {"d": ds.name(d), "reason": plain(why)}
        for d in FIVE_DS
        if (why := seen.scenario.leaves_out.get(d.value))
    ]
    return "\n".join(map(html.paragraph, told))


def _other(checked: Checked) -> str:
    """A file that is no scenario, or none that can be played, if there is anything to say."""
    if not checked.problems:
        return ""
    return html.section(shown_path(checked.reading.path), _findings(checked.problems))


def _findings(problems: Iterable[Problem]) -> str:
    rows = [
        [
            str(found.mark.line),
            escape(found.severity.value),
            escape(_told(found)),
            f"<code>{escape(found.code)}</code>",
        ]
        for found in problems
    ]
    if not rows:
        return html.paragraph(_("No finding."), "good")
    return html.table([_("Line"), _("Severity"), _("Finding"), _("Code")], rows, wide=4)


def _switched_off(checked: Checked) -> Iterator[str]:
    """Rules that found something here and that the pack does without, with its reasons."""
    for code, why in checked.switched_off.items():
        yield html.paragraph(
            _("The rule %(code)s is switched off in this pack: %(reason)s")
            % {"code": code, "reason": plain(why)},
            "soft",
        )


def _told(found: Problem) -> str:
    return " ".join(part for part in (sentence(found), hint(found)) if part)


def _reasons(checked: Sequence[Checked]) -> str:
    """Why each method rule that found something is there."""
    codes = {found.code for one in checked for found in one.problems} & METHOD
    if not codes:
        return ""
    return html.section(
        _("Why these rules"), html.facts((one, reason(one)) for one in sorted(codes))
    )
