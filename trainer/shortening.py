"""Somebody's words inside of ours: the beginning of what is too long, and nothing that turns round.

Characters that have what follows read the other way round would do so to our own words behind
them. A name is read the way its letters are without them.
"""

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def upright(words: str) -> str:
    """Give words that leave those behind them as they are."""
    return _TURNING.sub("", words)


def shortened(words: str, most: int = 90) -> str:
    """Give a text on one line; of a longer one the beginning, cut between two words."""
    words = " ".join(upright(words).split())
    if len(words) <= most:
        return words
    begun = words[: most + 1].rpartition(" ")[0]
    return (begun or words[:most]).rstrip(" ,.;:–—-") + "…"
