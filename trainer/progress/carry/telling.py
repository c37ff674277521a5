"""What a file brings, and what came of it, in words: for the window and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, ngettext

if TYPE_CHECKING:
    from trainer.progress.carry.found import Found


def preview(found: Found) -> tuple[str, ...]:
    """Say what would be added, and what is here already: a sentence for each kind there is."""
    sentences = {
        "run": _("Runs: %(new)d new, %(here)d here already."),
        "answer": _("Answers to boosters and drills: %(new)d new, %(here)d here already."),
        "card": _("What is asked again: %(new)d new or later, %(here)d as late here already."),
        "confidence": _("How sure you felt: %(new)d new, %(here)d here already."),
        "plan": _("Safety plans: %(new)d new, %(here)d here already."),
        "incident": _("Records of what happened: %(new)d new, %(here)d here already."),
    }
    wishes = _("Whether you wish to be asked how sure you feel.")
    nothing = wishes if found.new["fact"] else _("There is nothing in this file.")
    return tuple(
        sentence % {"new": found.new[kind], "here": found.here[kind]}
        for kind, sentence in sentences.items()
        if found.new[kind] or found.here[kind]
    ) or (nothing,)


def left(found: Found) -> tuple[str, ...]:
    """Say what stays out, and why; nothing, if all of it comes in."""
    if not found.left:
        return ()
    said = ngettext(
        "%(n)d paper (safety plan or record) stays in the file: it is locked, or your papers here"
        " are, and it would have to be opened first.",
        "%(n)d papers (safety plan or records) stay in the file: they are locked, or your papers"
        " here are, and they would have to be opened first.",
        found.left,
    )
    way = (
        _("Give the passphrases, and they are locked here with the one that your papers have here.")
        if found.lock_here
        else _("Lock your papers here first, then take the file in again.")
    )
    return said % {"n": found.left}, way


def stayed(count: int) -> tuple[str, ...]:
    """Say how many damaged rows did not go into a file; nothing, if all did."""
    if not count:
        return ()
    said = ngettext(
        "%(n)d damaged entry could not go along; it stays here.",
        "%(n)d damaged entries could not go along; they stay here.",
        count,
    )
    return (said % {"n": count},)


def two_plans() -> str:
    """Say that there is a safety plan on both sides."""
    return _("There is a safety plan here, and another one in the file.")


def outcome(found: Found) -> tuple[str, ...]:
    """Say what was added."""
    counted = (
        ("run", ngettext("%(n)d run was added.", "%(n)d runs were added.", found.new["run"])),
        (
            "answer",
            ngettext("%(n)d answer was added.", "%(n)d answers were added.", found.new["answer"]),
        ),
        (
            "confidence",
            ngettext(
                "%(n)d entry about how sure you felt was added.",
                "%(n)d entries about how sure you felt were added.",
                found.new["confidence"],
            ),
        ),
        (
            "incident",
            ngettext(
                "%(n)d record of what happened was added.",
                "%(n)d records of what happened were added.",
                found.new["incident"],
            ),
        ),
    )
    said = [sentence % {"n": found.new[kind]} for kind, sentence in counted if found.new[kind]]
    if found.new["plan"]:
        said.append(_("Your safety plan is here."))
    if found.new["card"]:
        said.append(_("What is asked again goes on from where it was."))
    return tuple(said) or (_("Everything in this file was here already."),)
