"""What is said of drills, in the reader's language, and what stands in them as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.drills.hand import Part
from trainer.language import _, ngettext
from trainer.method import ds
from trainer.scenario import kind_words
from trainer.scenario.model import Kind
from trainer.scenario.texts.markup import has_quotation_marks, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.drills.model import Drill, Reflection, Repair, Reply


MOST_SHOWN: Final = 5_000
"""Letters of somebody's own words that are shown at once."""


class Said(NamedTuple):
    """A text (Markdown) and whether somebody says it in these words."""

    text: str
    is_quoted: bool

    def marks(self) -> tuple[str, str]:
        """Give the quotation marks around it, or nothing."""
        if not self.is_quoted or has_quotation_marks(self.text):
            return "", ""
        before, _text, behind = quoted("\0").partition("\0")
        return before, behind

    def plain(self) -> str:
        """Give it as plain text, in quotation marks if it is said."""
        return plain(self.text).join(self.marks())


def quoted(text: str) -> str:
    """Put plain text into quotation marks; of one that nobody types, its beginning.

    All of it stays kept: but a million letters take a window many seconds to lay out.
    """
    shown = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rstrip()} …"
    return _("“%(text)s”") % {"text": shown}


def line(drill: Drill, *, soften: bool) -> Said:
    """Give what is said; softened, it may be told instead of quoted."""
    if soften and drill.soft is not None:
        return Said(drill.soft, is_quoted=False)
    return Said(drill.line, is_quoted=True)


def reply(one: Reply) -> Said:
    """Give the words of a reply."""
    return Said(one.words, is_quoted=one.kind is Kind.SAY)


def how_many(part: Part, count: int) -> str:
    """Say how many lines or cards there are."""
    if part is Part.DRILLS:
        return ngettext("%(n)d line", "%(n)d lines", count) % {"n": count}
    return ngettext("%(n)d card", "%(n)d cards", count) % {"n": count}


def place(part: Part, number: int, count: int) -> str:
    """Say which line or card this is."""
    known = {"number": number, "count": count}
    if part is Part.DRILLS:
        return _("Line %(number)d of %(count)d") % known
    return _("Card %(number)d of %(count)d") % known


def repair_rows(repair: Repair) -> list[tuple[str, str]]:
    """Give headings and texts (Markdown) for whoever said it."""
    rows = [
        (_("What I said"), repair.said),
        (_("What it did"), repair.did),
        (_("From now on"), repair.now),
    ]
    if repair.avoid:
        rows.append((_("Better not"), "\n\n".join(map(_in_marks, repair.avoid))))
    return rows


def repair_points(repair: Repair) -> list[str]:
    """Give what words that make it right hold, as plain text to tick off."""
    points = [
        _("It says what I said."),
        _("It says what that did."),
        _("It says what I do from now on."),
    ]
    return [*points, _("It leaves out what is better not said.")] if repair.avoid else points


def _in_marks(text: str) -> str:
    return text.join(Said(text, is_quoted=True).marks())


def sources(listed: Sequence[str]) -> str:
    """Name where something comes from, one source a line; empty without any."""
    if not listed:
        return ""
    names = "\n".join(map(plain, listed))
    return ngettext("Source: %(names)s", "Sources:\n%(names)s", len(listed)) % {"names": names}


def heard_drill(drill: Drill, *, soften: bool) -> str:
    """Give the front of a drill as a screen reader says it."""
    return "\n".join(
        (kind_words.setting(drill.setting), plain(drill.who), line(drill, soften=soften).plain())
    )


def heard_replies(drill: Drill) -> str:
    """Give what is behind a drill as a screen reader says it."""
    return "\n".join(
        "\n".join((ds.name(one.d), reply(one).plain(), plain(one.does))) for one in drill.replies
    )


def heard_thought(reflection: Reflection) -> str:
    """Give what is behind a card to think about as a screen reader says it."""
    told = (plain(reflection.note or ""), sources(reflection.sources))
    return "\n".join(filter(None, told))
