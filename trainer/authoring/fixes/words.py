"""Fixes of words: a near name, a value as it should be written, quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from trainer.authoring import as_typed, called
from trainer.authoring.fixes.fix import Fix, Place, free_key
from trainer.authoring.plainly import slips
from trainer.authoring.plainly.told import near_words
from trainer.authoring.scenes import making, renaming
from trainer.authoring.scenes.naming import from_words, is_name, scene_names
from trainer.authoring.source import writing
from trainer.authoring.source.around import line_end
from trainer.authoring.source.nodes import Mapping, Scalar, Sequence
from trainer.authoring.source.parts import SPLIT, UnreadableError, read
from trainer.authoring.source.splices import Splice, spliced
from trainer.language import _
from trainer.scenario.files.not_yaml import MERGED
from trainer.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.scenes.naming import Sort
    from trainer.authoring.source.nodes import Node

_SHOWN: Final = 40
"""Characters of a line that are shown of it."""

_LONGEST_TRIED: Final = 400_000
"""Characters up to which a text is read on trial to see whether a fix makes it readable."""


def writes(words: str, *splices: Splice) -> Fix:
    """Give the fix that writes something instead of something else."""

    def act(step: Step, document: Document) -> None:
        step.splice(document, splices)

    return Fix(words, act)


# A near word


def near(place: Place) -> Iterator[Fix]:
    """Write the word that was probably meant."""
    meant = place.hinted("near")
    if place.problem.hint is None or place.problem.hint.case != "near" or not meant:
        return
    if not slips.may_be_meant(place.document, place.problem):
        return
    if place.problem.code == "unknown-key" and not free_key(
        place.document, (*place.path[:-1], meant)
    ):
        return
    word = next(filter(None, map(place.said, ("name", "to", "value", "format", "key"))), "")
    shown = near_words(place.document, place.problem, place.path, meant)
    old = near_words(place.document, place.problem, place.path, word)
    words = _("Change “{old}” to “{new}”").format(old=old, new=shown)
    for lead in range(2):
        start = place.offset + lead
        if word and place.text.startswith(word, start) and (not lead or _quote(place)):
            yield writes(words, Splice(start, start + len(word), meant))
            return


def _quote(place: Place) -> bool:
    return place.text[place.offset] in "'\""


_RENAMES: Final = {
    SPLIT: ("scene", renaming.rename_scene),
    "cast": ("cast", renaming.rename_member),
    "state": ("state", renaming.rename_variable),
}
"""By the key that holds them: the sort of names that are given there, and what renames one."""


def proper_name(place: Place) -> Iterator[Fix]:
    """Rename what is named in a way that no name can be, and all that refers to it."""
    document, old = place.document, place.said("value")
    if len(place.path) != 2 or place.path[0] not in _RENAMES or place.path[1] != old:
        return
    sort, rename = _RENAMES[str(place.path[0])]
    holder = document.data(place.path[:1])
    # What stands in a file is a name: its hyphens join words.
    new = from_words(old.replace("-", " "), holder, cast("Sort", sort))

    def act(step: Step, document: Document) -> None:
        rename(step, document, old, new)
        if sort in ("scene", "state"):
            as_typed.keep(step, document, (str(place.path[0]), new), old.replace("-", " "))

    yield Fix(_("Change “{old}” to “{new}”").format(old=old, new=new), act)


def new_scene(place: Place) -> Iterator[Fix]:
    """Make the scene to which something leads."""
    name = place.said("to")
    if not is_name(name) or name in scene_names(place.document):
        return
    before = str(place.path[1]) if len(place.path) > 1 and place.path[0] == SPLIT else None

    def act(step: Step, document: Document) -> None:
        making.create(step, document, name, before)

    yield Fix(_("Create the scene “{name}”").format(name=called.scene(place.document, name)), act)


# A value as it should be written


def plain_value(place: Place) -> Iterator[Fix]:
    """Write true or false, or leave out quotation marks."""
    hint, found = place.problem.hint, place.scalar()
    if hint is None or found is None:
        return
    base, scalar = found
    start, end = base + scalar.start, base + scalar.end
    if hint.case == "write-value":
        value = place.hinted("value")
        words = _("Write “{value}”").format(value=value)
    else:
        value = scalar.value
        if not re.fullmatch(r"[+-]?[0-9]{1,4}|true|false", value):
            return
        words = _("Leave out the quotation marks")
    yield writes(words, Splice(start, end, value))


def as_list(place: Place) -> Iterator[Fix]:
    """Let a single text be a list of one."""
    found = place.scalar()
    if found is None or not found[1].value:
        return
    value, path = found[1].value, place.path

    def act(step: Step, document: Document) -> None:
        step.put(document, path, [value])

    yield Fix(_("Make a list of it"), act)


def negated(place: Place) -> Iterator[Fix]:
    """Write ``not`` for a ``!``."""
    name, at = place.hinted("name"), place.offset
    if place.text.startswith(f"!{name}", at):
        yield writes(_("Write “not {name}”").format(name=name), Splice(at, at + 1, "not "))


# Quotation marks


def quoted_comment(place: Place) -> Iterator[Fix]:
    """Quote a text that ends at `` #``, with what was read as a comment."""
    found = place.scalar()
    if found is None or found[1].style:
        return
    start, end = place.offset, line_end(place.text, place.offset)
    written = place.text[start:end].rstrip()
    if found[0] + found[1].end > end or not written.isprintable():
        return  # It goes on in the next line.
    yield writes(_words_of_quoting(), Splice(start, start + len(written), writing.quoted(written)))


def quoted_sentence(place: Place) -> Iterator[Fix]:
    """Quote a sentence in brackets or braces that was cut at its comma."""
    path = place.path
    holder = place.document.find(path[:-1])
    if holder is None or not path:
        return
    base, node = holder[0].start, holder[1]
    last = _last_piece(node, path[-1])
    if last is None:
        return
    start, end = place.offset, base + last.end
    written = place.text[start:end]
    if "\n" not in written and written.isprintable():
        yield writes(_words_of_quoting(), Splice(start, end, writing.quoted(written)))


def _last_piece(holder: Node, at: str | int) -> Node | None:
    """Give the last of the pieces that one sentence was cut into."""
    if isinstance(holder, Sequence) and isinstance(at, int):
        return _last_in_list(holder.items, at)
    if not isinstance(holder, Mapping) or not isinstance(at, str):
        return None
    first = holder.place(at)
    last = None
    for key, value in list(holder.pairs())[(first or 0) + 1 :]:
        if not isinstance(value, Scalar) or value.value or value.style:
            break
        last = key
    return last


def _last_in_list(items: list[Node], at: int) -> Node | None:
    last = None
    for before, after in zip(items[at:], items[at + 1 :], strict=False):
        plain = all(isinstance(one, Scalar) and not one.style for one in (before, after))
        if not plain or not isinstance(before, Scalar) or before.value[-1:] in ".?!…":
            break
        last = after
    return last


def _words_of_quoting() -> str:
    return _("Put the whole text in quotation marks")


# A text that is no YAML

_ENTRY: Final = re.compile(r"( *(?:- +)*(?:[A-Za-z_][\w-]*: +)?)(\S[^\n\r]*?)[ \t]*\Z")
_TABBED: Final = re.compile(r" *\t[ \t]*")


def readable(place: Place) -> Iterator[Fix]:
    """Quote what stands on a line, or write spaces for tabs, if that makes the text readable."""
    text = place.text
    if place.problem.case == "merge":
        yield from _sides(place)
        return
    if len(text) > _LONGEST_TRIED:
        return
    if place.problem.case == "unclosed-quotes" and text[place.offset : place.offset + 1] in "'\"":
        gone = Splice(place.offset, place.offset + 1, "")
        if _reads(text, gone):
            yield writes(_("Take the quotation mark out"), gone)
    start = text.rfind("\n", 0, place.offset) + 1
    end = line_end(text, start)
    line = text[start:end]
    tabbed = _TABBED.match(line)
    if tabbed:
        indents = [*_indents_beside(text, start, end), tabbed.group().replace("\t", "  ")]
        tries = (Splice(start, start + tabbed.end(), spaces) for spaces in indents)
        fine = next((one for one in tries if _reads(text, one)), None)
        if fine is not None:
            yield writes(_("Write spaces for the tab"), fine)
        return
    found = _ENTRY.match(line)
    if found is None or not found.group(1).strip() or not found.group(2).isprintable():
        return
    at = start + found.end(1)
    tried = Splice(at, at + len(found.group(2)), writing.quoted(found.group(2)))
    if _reads(text, tried):
        yield writes(_words_of_quoting(), tried)


def _sides(place: Place) -> Iterator[Fix]:
    """Keep one of two versions of some lines, and take the marks between them out."""
    found = MERGED.search(place.text)
    if found is None:
        return
    one, other = (found[name] for name in ("one", "other"))
    for side, rest in ((one, other), (other, one)):
        there = rest.splitlines()
        own = next((line.strip() for line in side.splitlines() if line not in there), "")
        words = _("Keep “%s”") % shortened(own, _SHOWN) if own else _("Keep neither line")
        yield writes(words, Splice(*found.span(), side))


def _indents_beside(text: str, start: int, end: int) -> list[str]:
    """Give the spaces in front of the line that follows, and of the one before."""
    before = text.rfind("\n", 0, max(start - 1, 0)) + 1
    lines = text[end:].lstrip("\r\n")[:200], text[before:start]
    return [line[: len(line) - len(line.lstrip(" "))] for line in lines]


def _reads(text: str, splice: Splice) -> bool:
    try:
        read(spliced(text, splice))
    except UnreadableError:
        return False
    return True
