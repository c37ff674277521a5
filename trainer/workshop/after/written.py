"""A report in sentences and tables: what the page, the PDF and the Markdown file all show."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.plans import words
from trainer.workshop.votes.tally import Why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.workshop.after.model import Asked, Count, Matched, Pass, Report, Sure

    SayDay = Callable[[float], str]

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain words under their columns; ``name`` says of what, for who cannot see it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A small heading or none, sentences, a table or none, and sentences below it."""

    title: str = ""
    said: tuple[str, ...] = ()
    table: Table | None = None
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report."""

    title: str
    blocks: tuple[Block, ...]


def iso_day(wall: float) -> str:
    """Give the day of a moment, as every program reads it."""
    try:
        return time.strftime("%Y-%m-%d", time.localtime(wall))
    except (OverflowError, ValueError, OSError):
        return "–"


def parts(report: Report, say_day: SayDay = iso_day, *, later: bool = True) -> tuple[Part, ...]:
    """Give a report's parts; those of which there is nothing to tell are left out.

    ``later`` says whether what is left for later is among them.
    """
    every = (
        Part(_("The workshop"), (_about(report, say_day),)),
        Part(_("How long it took"), (_stretches(report),)),
        Part(_("How the room answered"), tuple(_asked(one) for one in report.votes)),
        Part(_("What people mean to do"), tuple(_asked(one) for one in report.resolved)),
        Part(_("How sure people felt"), tuple(_sure(report))),
        Part(_("Left for later"), _parked(report) if later else ()),
        Part(_("What is not in here"), (Block(said=_not_in_here()),)),
    )
    return tuple(one for one in every if one.blocks)


def _about(report: Report, say_day: SayDay) -> Block:
    known = {
        "day": say_day(report.held),
        "planned": words.minutes(report.planned),
        "took": words.minutes(_minutes(report.spent)),
    }
    said = [_("Held on %(day)s. Planned: %(planned)s. It took %(took)s.") % known]
    if report.people is not None:
        count = report.people
        said.append(
            ngettext("%(n)d person was in the room.", "%(n)d people were in the room.", count)
            % {"n": count}
        )
    if report.phones:
        joined = ngettext("%(n)d phone joined.", "%(n)d phones joined.", report.phones)
        said.append(joined % {"n": report.phones})
    return Block(said=tuple(said))


def _minutes(milliseconds: int) -> int:
    return round(milliseconds / MINUTE)


def _stretches(report: Report) -> Block:
    rows = tuple(
        (one.title, str(one.planned), str(_minutes(one.spent)) if one.spent else "–")
        for one in report.stretches
    )
    columns = (_("Part"), _("Planned minutes"), _("It took"))
    return Block(table=Table(_("Planned minutes, and how long each part took"), columns, rows))


# Votes


def _asked(asked: Asked) -> Block:
    told = [one for one in asked.passes if one.counts]
    said = [] if asked.part == asked.question else [asked.part]
    below = [note for one in asked.passes for note in notes(one, len(asked.passes))]
    table = None
    if told:
        heads = tuple(_head(one, len(asked.passes)) for one in told)
        answers = [count.text for count in told[0].counts]
        rows = tuple(
            (text, *(_cell(one.counts[at]) for one in told)) for at, text in enumerate(answers)
        )
        answered = (_("Answered"), *(str(one.answered - one.left_out) for one in told))
        name = _("Answers to: %(question)s") % {"question": asked.question}
        table = Table(name, (_("Answer"), *heads), (*rows, answered))
    return Block(asked.question, tuple(said), table, tuple(below))


def _head(one: Pass, of: int) -> str:
    return _("People") if of == 1 else vote_number(one.number)


def vote_number(number: int) -> str:
    """Name one of several votes on the same question."""
    return _("Vote %(n)d") % {"n": number}


def _cell(count: Count) -> str:
    if not count.hands:
        return str(count.people)
    known = {"people": count.people, "hands": count.hands}
    return (
        ngettext("%(people)d (%(hands)d hand)", "%(people)d (%(hands)d hands)", count.hands) % known
    )


def notes(one: Pass, of: int) -> Iterator[str]:
    """Say what is not told of a pass, and why."""
    said = ""
    if one.why == Why.NOBODY:
        said = _("Nobody answered.")
    elif one.why == Why.FEW:
        said = ngettext(
            "%(n)d person answered: too few to tell how.",
            "%(n)d people answered: too few to tell how.",
            one.answered,
        ) % {"n": one.answered}
    elif one.why == Why.ALMOST_AS_BEFORE:
        said = _(
            "How people answered is not told: it differs so little from another vote that it "
            "would say what a few of them answered."
        )
    elif one.left_out:
        said = ngettext(
            "%(n)d answer by phone is left out: too few to be counted in.",
            "%(n)d answers by phone are left out: too few to be counted in.",
            one.left_out,
        ) % {"n": one.left_out}
    if said:
        known = {"vote": vote_number(one.number), "said": said}
        yield said if of == 1 else _("%(vote)s: %(said)s") % known


# How sure


def _sure(report: Report) -> Iterator[Block]:
    answered = [one for one in report.sure if _is_answered(one.before) or _is_answered(one.after)]
    if not answered:
        return
    yield Block(
        said=(
            _("From 0, a fist, for not sure at all, to 5 fingers for very sure."),
            _("The questions are our own and were not tested as a measure. A rise does not prove "
              "that anybody will act."),
        )
    )  # fmt: skip
    yield from map(_statement, answered)


def _is_answered(passed: Pass | None) -> bool:
    return passed is not None and passed.answered > 0


def _statement(one: Sure) -> Block:
    both = [(_("Before"), one.before), (_("After"), one.after)]
    told = [(head, passed) for head, passed in both if passed is not None and passed.counts]
    below = [
        _("%(when)s: %(said)s") % {"when": head, "said": said}
        for head, passed in both
        if passed is not None
        for said in notes(passed, 1)
    ]
    table = None
    if told:
        places = [count.text for count in told[0][1].counts]
        rows = tuple(
            (place, *(_cell(passed.counts[at]) for _head, passed in told))
            for at, place in enumerate(places)
        )
        name = _("How sure, before and after: %(statement)s") % {"statement": one.statement}
        table = Table(name, (_("How sure"), *(head for head, _passed in told)), rows)
    if one.matched is not None:
        below.append(matched(one.matched))
    return Block(one.statement, (), table, tuple(below))


def matched(found: Matched) -> str:
    """Say how those who could be matched answered after, beside before."""
    known = {
        "people": found.people, "surer": found.surer, "same": found.same, "less": found.less,
    }  # fmt: skip
    return (
        _(
            "Of %(people)d people whose own codes match: %(surer)d surer than before, "
            "%(same)d as sure, %(less)d less sure."
        )
        % known
    )


# The rest


def _parked(report: Report) -> tuple[Block, ...]:
    if not report.parked:
        return ()
    rows = tuple((one.text, one.owner or "–") for one in report.parked)
    columns = (_("What"), _("Who takes it on"))
    return (Block(table=Table(_("What was left for later, and who takes it on"), columns, rows)),)


def _not_in_here() -> tuple[str, ...]:
    return (
        _("Who gave which answer, what was asked from a phone, and who took a pause. Names are "
          "only where you typed them, as who takes something on."),
        _("Where fewer than five people answered, or where the difference of two votes would say "
          "what a few answered, only their number is told."),
    )  # fmt: skip
