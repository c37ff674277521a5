"""The beginning of a text that is too long for its place."""


def shortened(words: str, most: int = 90) -> str:
    """Give a text on one line; of a longer one the beginning, cut between two words."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    begun = words[: most + 1].rpartition(" ")[0]
    return (begun or words[:most]).rstrip(" ,.;:–—-") + "…"
