"""How people divide into pairs and threes, in a sentence for whoever stands in front of them."""

from __future__ import annotations

from trainer.language import _, ngettext
from trainer.workshop.groups.dividing import sizes


def divided(people: int, size: int) -> str:
    """Say how many groups there are, and what becomes of those who remain."""
    found = sizes(people, size)
    full = sum(one == size for one in found)
    rest = [one for one in found if one != size]
    known = {"people": people, "groups": full, "size": size, "rest": rest[0] if rest else 0}
    if not full:
        return _("%(people)d people are one group.") % known if people > 1 else ""
    if not rest:
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
