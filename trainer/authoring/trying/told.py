"""What a report says, as sentences, and as a text to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.called import PLAIN, Names
from trainer.authoring.trying import words
from trainer.language import _, ngettext
from trainer.scenario import kind_words
from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    from trainer.authoring.trying.report import Missing, Report, Row


def heading(report: Report) -> str:
    """Say what was tried."""
    if report.seed is None:
        return _("Everything was tried once")
    told = ngettext("Played %(n)s time at random", "Played %(n)s times at random", report.runs)
    return told % {"n": number(report.runs)}


def number(count: int) -> str:
    """Write down a count so that thousands can be told from millions."""
    return f"{count:,}".replace(",", "\u202f")


def sentences(report: Report) -> list[str]:
    """Say how it went, one thing a sentence."""
    found = [*_ends(report), *_troubles(report)]
    if not report.whole:
        found.append(_("There is more than could be looked at: this is not all."))
    if report.bridged:
        found.append(_("It is a draft: what is missing was left out."))
    return found


def _ends(report: Report) -> list[str]:
    found = []
    if report.seed is None:
        told = ngettext(
            "%(n)s place was looked at: a scene, with what the story remembers there.",
            "%(n)s places were looked at: scenes, with all that the story can remember there.",
            report.runs,
        )
        found.append(told % {"n": number(report.runs)})
    if report.decisions is not None:
        found.append(
            _("It took %(n)s decisions to an ending, on average.")
            % {"n": f"{report.decisions:.1f}"}
        )
    counts = dict(report.outcomes)
    known = [
        _("%(outcome)s %(n)s")
        % {"outcome": kind_words.outcome(one), "n": number(counts[one.value])}
        for one in Outcome
        if one.value in counts
    ]
    if known:
        said = (
            _("Endings among these places: %(list)s.")
            if report.seed is None
            else _("Endings: %(list)s.")
        )
        found.append(said % {"list": _(", ").join(known)})
    return found


def _troubles(report: Report) -> list[str]:
    found = []
    if report.cut:
        told = ngettext(
            "%(n)s run went round and round, and was ended.",
            "%(n)s runs went round and round, and were ended.",
            report.cut,
        )
        found.append(told % {"n": number(report.cut)})
    if report.stuck:
        told = ngettext(
            "%(n)s time no choice was offered: the story is stuck there.",
            "%(n)s times no choice was offered: the story is stuck there.",
            report.stuck,
        )
        found.append(told % {"n": number(report.stuck)})
    if report.stubs:
        told = ngettext(
            "%(n)s time it came to a scene that is not written yet.",
            "%(n)s times it came to a scene that is not written yet.",
            report.stubs,
        )
        found.append(told % {"n": number(report.stubs)})
    return found


def missing_heading(report: Report) -> str:
    """Say how much was never met."""
    if not report.missing:
        return _("Everything came up at least once")
    return _("Never came up: %(n)s") % {"n": number(len(report.missing))}


def more_missing(report: Report, shown: int) -> str:
    """Say that not all that was never met is listed; empty if it is."""
    if len(report.missing) <= shown:
        return ""
    return _("The first %(n)s are listed here; “Save as text” has them all.") % {"n": number(shown)}


def missing(one: Missing, names: Names = PLAIN) -> str:
    """Name something that was never met."""
    known = {
        "scene": names.scene(one.scene),
        "words": words.short(one.words, 50),
        "to": names.scene(one.to),
    }
    if one.arm is None and not one.choice:
        return _("The scene “%(scene)s”") % known
    if one.arm is None:
        return _("In “%(scene)s”, the choice “%(words)s”") % known
    if not one.choice:
        return _("From “%(scene)s”, the way on to “%(to)s”") % known
    return _("In “%(scene)s”, the way of “%(words)s” to “%(to)s”") % known


def row(one: Row, names: Names = PLAIN) -> str:
    """Say how often a scene or a choice was met."""
    known = {
        "scene": names.scene(one.scene),
        "words": words.short(one.words),
        "n": number(one.count),
        "offered": number(one.offered),
    }
    if not one.choice:
        return _("%(scene)s: %(n)s") % known
    return _("%(words)s: %(n)s, offered %(offered)s") % known


def text(report: Report, title: str, names: Names = PLAIN) -> str:
    """Write all of it down, to be kept or sent."""
    lines = [title, heading(report)]
    if report.seed is not None:
        lines.append(_("Number of the draw: %(n)s") % {"n": report.seed})
    lines += ["", *sentences(report), "", missing_heading(report)]
    lines += [f"- {missing(one, names)}" for one in report.missing]
    lines += ["", _("How often each scene and each choice came up")]
    lines += [
        f"    {row(one, names)}" if one.choice else f"- {row(one, names)}" for one in report.rows
    ]
    return "\n".join(lines) + "\n"
