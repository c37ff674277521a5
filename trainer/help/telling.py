"""An entry, and a list of them, in words: as plain text, and as Markdown for paper.

``say_day`` writes a day, given in ISO 8601, as the reader does.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer import paths
from trainer.help import words
from trainer.help.looking import Sort
from trainer.language import _, ngettext
from trainer.scenario.texts.escaping import escaped
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.help.directory import Directory, Listed
    from trainer.help.looking import Found, Group
    from trainer.help.model import Reach

    SayDay = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Notes:
    """What is not to be taken for granted about an entry: sentences, or empty.

    ``late`` that it should have been looked at again, ``unconfirmed`` what nobody has
    confirmed, ``origin`` from whose folder it is.
    """

    late: str
    unconfirmed: str
    origin: str

    def all(self) -> list[str]:
        """Give those that there are."""
        return [one for one in (self.late, self.unconfirmed, self.origin) if one]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about an entry: what it is about, and Markdown as the file has it."""

    label: str
    text: str


def heading(group: Group) -> str:
    """Say why the entries of a group stand together."""
    if group.sort is Sort.LANGUAGES_UNKNOWN:
        return _("Languages not known: ask")
    if group.sort is Sort.POLICE_UNKNOWN:
        return _("Nothing is known about police: ask first")
    name = group.place.name if group.place is not None else _("Elsewhere")
    if group.sort is Sort.PART:
        return _("%(place)s, only in a part of it") % {"place": name}
    return name


def facts(listed: Listed) -> list[Fact]:
    """Give what an entry says of itself, in the order in which it helps to read it."""
    entry = listed.entry
    police = words.police_alone(entry.police)
    if entry.police_note:
        police = _("%(police)s. %(note)s") % {"police": police, "note": entry.police_note}
    found = [
        Fact(_("What it takes"), entry.takes),
        Fact(_("What it does not take"), entry.takes_not),
        Fact(_("Police"), police),
    ]
    if entry.confirmed and entry.confirmed_by:
        found.append(Fact(_("Confirmed by"), entry.confirmed_by))
    if entry.after:
        found.append(Fact(_("What follows"), entry.after))
    return found


def kinds(listed: Listed) -> str:
    """Say what an entry is for."""
    return words.listed([words.need(one) for one in listed.entry.needs])


def where(directory: Directory, listed: Listed) -> str:
    """Name the places in which an entry helps."""
    places = (directory.place(key) for key in listed.entry.where)
    return words.listed([place.name for place in places if place is not None])


def all_languages(listed: Listed) -> str:
    """Name all languages of an entry, or say that nothing is known."""
    named = words.languages(listed.entry.languages)
    return words.listed(named) if named else _("Languages not known")


def read_on(listed: Listed, say_day: SayDay) -> str:
    """Say when the source of an entry was read, or when they were asked themselves."""
    if not listed.entry.source:
        return _("Said by themselves; looked at on %(day)s") % {
            "day": say_day(listed.entry.reviewed)
        }
    return _("Read on %(day)s") % {"day": say_day(listed.entry.reviewed)}


def _origin(listed: Listed) -> str:
    """Say from whose folder an entry is, and what it stands in for; empty if it is built in."""
    if listed.folder is None:
        return ""
    if listed.folder == paths.own_scenarios():
        own = _("From your own folder; it stands in for the built-in entry")
        return own if listed.overrides else _("From your own folder")
    words = _("From the folder “%(folder)s”")
    if listed.overrides:
        words = _("From the folder “%(folder)s”; it stands in for the built-in entry")
    return words % {"folder": listed.folder.name}


def notes(listed: Listed, say_day: SayDay, today: datetime.date | None = None) -> Notes:
    """Give what is not to be taken for granted about an entry."""
    entry = listed.entry
    late = entry.is_expired(today or datetime.date.today())
    return Notes(
        late=words.expired(say_day(entry.until)) if late else "",
        unconfirmed=words.not_confirmed(entry.unconfirmed and plain(entry.unconfirmed)),
        origin=_origin(listed),
    )


def as_text(directory: Directory, listed: Listed, say_day: SayDay) -> str:
    """Give an entry as plain text, one thing on a line, to be sent to somebody."""
    entry = listed.entry
    ways = [_reach(one) for one in entry.reach]
    told = [_line(one.label, plain(one.text)) for one in _about(directory, listed)]
    parts = (
        [plain(entry.name), plain(entry.summary)],
        ways,
        told,
        [*notes(listed, say_day).all(), _source(listed, say_day)],
    )
    return "\n\n".join("\n".join(filter(None, part)) for part in parts) + "\n"


def as_markdown(
    directory: Directory, found: Found, title: str, about: list[str], say_day: SayDay
) -> str:
    """Give a list of entries as a Markdown document, for paper.

    Args:
        directory: that they are of.
        found: the entries.
        title: what the document is called.
        about: lines about the list, such as what was looked for.
        say_day: writes a day.

    """
    count = len(found)
    said = ngettext("%(n)d service", "%(n)d services", count) % {"n": count}
    blocks = [f"# {escaped(title)}", *(escaped(line) for line in (*about, said))]
    for group in found.groups:
        blocks.append(f"# {escaped(heading(group))}")
        for listed in group.found:
            blocks += _blocks(directory, listed, say_day)
    return "\n\n".join(blocks) + "\n"


def _blocks(directory: Directory, listed: Listed, say_day: SayDay) -> Iterator[str]:
    """Give an entry for paper: shorter than on the screen, where its source can be looked up."""
    entry = listed.entry
    yield f"## {escaped(plain(entry.name))}"
    yield entry.summary.strip()
    yield "\n".join(f"- **{escaped(_reach(one))}**" for one in entry.reach)
    about = (where(directory, listed), kinds(listed), all_languages(listed))
    yield escaped(_(" · ").join(filter(None, about)))
    yield "\n".join(f"- **{escaped(one.label)}:** {_one_line(one.text)}" for one in facts(listed))
    small = [*notes(listed, say_day).all(), read_on(listed, say_day)]
    yield "\n".join(f"- {escaped(one)}" for one in small)


def _about(directory: Directory, listed: Listed) -> list[Fact]:
    return [
        Fact(_("Kind of help"), escaped(kinds(listed))),
        Fact(_("Where"), escaped(where(directory, listed))),
        Fact(_("Languages"), escaped(all_languages(listed))),
        *facts(listed),
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _reach(reach: Reach) -> str:
    """Say how to get in touch, with what is said about it."""
    if not reach.about:
        return words.way(reach)
    known = {"way": words.way(reach), "about": plain(reach.about)}
    return _("%(way)s (%(about)s)") % known


def _line(label: str, text: str) -> str:
    return _("%(label)s: %(text)s") % {"label": label, "text": text}


def _source(listed: Listed, say_day: SayDay) -> str:
    known = {
        "addresses": words.listed(listed.entry.source),
        "day": say_day(listed.entry.reviewed),
    }
    return _("Read on %(day)s in: %(addresses)s") % known
