"""What a copy of one's own has in its title, so that two cards can be told apart.

It is for whoever looks through their files. A room that goes through the copy is not told.
"""

from __future__ import annotations

import re
from typing import Final

from trainer.language import N_, _

_MARKED: Final = N_("%(title)s (my own)")


def marked(title: str) -> str:
    """Give the title of a copy of one's own."""
    return _(_MARKED) % {"title": title}


def unmarked(title: str) -> str:
    """Give a title without that, and without the number that was put behind it."""
    for form in (_(_MARKED), _MARKED):
        before, _title, after = map(re.escape, form.partition("%(title)s"))
        found = re.fullmatch(rf"{before}(.*\S){after}(?: *\([0-9]{{1,6}}\))?\s*", title, re.DOTALL)
        if found is not None:
            return found[1]
    return title
