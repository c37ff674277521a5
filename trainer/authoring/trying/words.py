"""What trying has found, in plain words and in the reader's language.

Scenes, and what the story remembers, are called as the forms call them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.called import PLAIN, Names
from trainer.authoring.trying.following import Again, Turn
from trainer.language import N_, _
from trainer.scenario.texts.markup import plain
from trainer.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.authoring.trying.following import Stride
    from trainer.authoring.trying.lacking import Lack, Never
    from trainer.authoring.trying.starting import Values
    from trainer.scenario.model import Choice, Value

_IS: Final = {
    "==": N_("%(name)s is %(now)s, and must be %(wanted)s."),
    "!=": N_("%(name)s is %(now)s, and must be something else."),
    "<": N_("%(name)s is %(now)s, and must be less than %(wanted)s."),
    "<=": N_("%(name)s is %(now)s, and must be at most %(wanted)s."),
    ">": N_("%(name)s is %(now)s, and must be more than %(wanted)s."),
    ">=": N_("%(name)s is %(now)s, and must be at least %(wanted)s."),
}

_NEVER: Final = {
    "==": N_("%(name)s must be %(wanted)s; it never is here. The nearest is %(now)s."),
    "!=": N_("%(name)s must be something other than %(wanted)s; here it is always %(now)s."),
    "<": N_("%(name)s must be less than %(wanted)s; the lowest that ever reaches here is %(now)s."),
    "<=": N_("%(name)s must be at most %(wanted)s; the lowest that ever reaches here is %(now)s."),
    ">": N_(
        "%(name)s must be more than %(wanted)s; the highest that ever reaches here is %(now)s."
    ),
    ">=": N_(
        "%(name)s must be at least %(wanted)s; the highest that ever reaches here is %(now)s."
    ),
}

_TURNS: Final = {
    Turn.START_GONE: N_("What you played last began in “%(scene)s”, which is not there any more."),
    Turn.CHOICE_GONE: N_(
        "What you played last goes another way in “%(scene)s”: the choice “%(choice)s” is not "
        "there any more."
    ),
    Turn.NOT_OFFERED: N_(
        "What you played last goes another way in “%(scene)s”: the choice “%(choice)s” is not "
        "offered any more."
    ),
    Turn.ELSEWHERE: N_(
        "What you played last goes another way in “%(scene)s”: it leads to “%(now)s” now, not to "
        "“%(before)s”."
    ),
    Turn.ASKS_NOW: N_(
        "What you played last goes another way in “%(scene)s”: it does not lead on by itself any "
        "more."
    ),
}


def value(of: Value) -> str:
    """Give a value as one says it."""
    if isinstance(of, bool):
        return _("yes") if of else _("no")
    return str(of)


def values(of: Values | Mapping[str, Value], names: Names = PLAIN) -> str:
    """Give what the story remembers on one line; empty if that is nothing."""
    pairs = of if isinstance(of, tuple) else tuple(of.items())
    return _(", ").join(
        _("%(name)s: %(value)s") % {"name": names.memory(name), "value": value(one)}
        for name, one in pairs
    )


def unlike(of: Values, begins: Values, names: Names = PLAIN) -> str:
    """Give of what the story remembers what is not as it was in the beginning."""
    return values(tuple(one for one in of if one not in begins), names) or _("As in the beginning")


def lack(of: Lack, names: Names = PLAIN) -> str:
    """Say what is, and what it must be."""
    if isinstance(of.now, bool):
        said = _("“%(name)s” must not be so.") if of.now else _("“%(name)s” must be so.")
        return said % _parts(of, names)
    return _(_IS[of.sign]) % _parts(of, names)


def _parts(of: Lack, names: Names) -> dict[str, str]:
    wanted = value(of.wanted)
    if of.other:
        wanted = _("%(value)s (like %(name)s)") % {"value": wanted, "name": names.memory(of.other)}
    return {"name": names.memory(of.name), "now": value(of.now), "wanted": wanted}


def why_not(ways: tuple[tuple[Lack, ...], ...], names: Names = PLAIN) -> str:
    """Say why a choice is not offered, by what :func:`lacking.lacks` has found; empty if it is."""
    told = [
        " ".join(lack(one, names) for one in way) if way else _("What it asks for can never be.")
        for way in ways
    ]
    found = told[0] if told else ""
    for other in told[1:]:
        found = _("%(one)s Or: %(other)s") % {"one": found, "other": other}
    return found


def never(of: Never, names: Names = PLAIN) -> str:
    """Say why a choice is never offered."""
    if not of.lacks:
        return _("What it asks for can never be.")
    if of.alone:
        return " ".join(_never(one, names) for one in of.lacks)
    return _("What it asks for never comes together. The nearest: %(lacks)s") % {
        "lacks": " ".join(lack(one, names) for one in of.lacks)
    }


def _never(of: Lack, names: Names) -> str:
    if isinstance(of.now, bool):
        said = (
            _("“%(name)s” must not be so; here it always is.")
            if of.now
            else _("“%(name)s” must be so; here it never is.")
        )
        return said % _parts(of, names)
    return _(_NEVER[of.sign]) % _parts(of, names)


def again(of: Again, names: Names = PLAIN) -> str:
    """Say whether it still goes the same way, and if not, where it differs."""
    if of.turn is None:
        return _("What you played last still goes the same way.")
    told = _(_TURNS[of.turn]) % {
        "scene": names.scene(of.scene),
        "choice": short(of.said, 40) or of.choice or "",
        "before": names.scene(of.before),
        "now": names.scene(of.now),
    }
    return " ".join(one for one in (told, why_not(of.lacks, names)) if one)


def effects(of: Choice, names: Names = PLAIN) -> str:
    """Say what a choice sets; empty if that is nothing."""
    told = [becomes(names.memory(name), one) for name, one in of.set.items()]
    told += [moves(names.memory(name), by) for name, by in of.change.items() if by]
    return _(", ").join(told)


def becomes(name: str, now: Value) -> str:
    """Say what something becomes that the story remembers."""
    if isinstance(now, bool):
        said = _("“%(name)s” is so from now on") if now else _("“%(name)s” is not so from now on")
        return said % {"name": name}
    return _("“%(name)s” becomes %(n)s") % {"name": name, "n": now}


def moves(name: str, by: int) -> str:
    """Say by how much something rises or falls that the story remembers."""
    said = _("“%(name)s” rises by %(n)s") if by > 0 else _("“%(name)s” falls by %(n)s")
    return said % {"name": name, "n": abs(by)}


def short(text: str, most: int = 60) -> str:
    """Give how a text begins, on one line and without its marks."""
    return shortened(plain(text), most)


def way(strides: Iterable[Stride], names: Names = PLAIN) -> str:
    """Give a way on one line: its scenes, with the choices between."""
    told = [
        _("%(scene)s (%(choice)s)")
        % {"scene": names.scene(one.scene), "choice": short(one.said, 28) or one.choice}
        if one.choice
        else names.scene(one.scene)
        for one in strides
    ]
    return " → ".join(told)
