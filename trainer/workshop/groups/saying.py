"""How people divide into pairs and threes, in a sentence for whoever stands in front of them."""

from __future__ import annotations

from trainer.language import _, ngettext
from trainer.workshop.groups.dividing import sizes


def divided_phones(phones: int, size: int) -> str:
    """Say it of phones alone: how many people are there, nobody has said."""
    known = _counts(phones, size)
    if not known["groups"]:
        return _("%(people)d phones are one group.") % known if phones > 1 else ""
    if not known["rest"]:
        said = ngettext(
            "%(people)d phones make %(groups)d group of %(size)d.",
            "%(people)d phones make %(groups)d groups of %(size)d.",
            known["groups"],
        )
    else:
        said = ngettext(
            "%(people)d phones make %(groups)d group of %(size)d, and one of %(rest)d.",
            "%(people)d phones make %(groups)d groups of %(size)d, and one of %(rest)d.",
            known["groups"],
        )
    return said % known


def divided(people: int, size: int) -> str:
    """Say how many groups there are, and what becomes of those who remain."""
    known = _counts(people, size)
    full = known["groups"]
    if not full:
        return _("%(people)d people are one group.") % known if people > 1 else ""
    if not known["rest"]:
        said = ngettext(
            "%(people)d people make %(groups)d group of %(size)d.",
            "%(people)d people make %(groups)d groups of %(size)d.",
            full,
        )
    else:
        said = ngettext(
            "%(people)d people make %(groups)d group of %(size)d, and one of %(rest)d.",
            "%(people)d people make %(groups)d groups of %(size)d, and one of %(rest)d.",
            full,
        )
    return said % known


def _counts(people: int, size: int) -> dict[str, int]:
    found = sizes(people, size)
    rest = [one for one in found if one != size]
    full = len(found) - len(rest)
    return {"people": people, "groups": full, "size": size, "rest": rest[0] if rest else 0}
