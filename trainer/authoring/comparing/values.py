"""What stands in a field, in the words that the form shows for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import called, formats
from trainer.authoring.called import Names, in_words
from trainer.authoring.forms import conditions, fields
from trainer.authoring.plainly import labels
from trainer.authoring.trying import words as memory
from trainer.language import N_, _
from trainer.scenario.files.tables import (
    Dialogue,
    Effects,
    Flag,
    ListOf,
    OneOf,
    OneOrMore,
    Reference,
    StateValue,
    Ways,
    When,
)
from trainer.scenario.kinds import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.scenario.files.tables import Type

_STATUS = {
    Status.DRAFT: N_("a draft"),
    Status.REVIEWED: N_("reviewed"),
    Status.RETIRED: N_("no longer in use"),
}


def shown(document: Document, path: Path, data: Data) -> str:
    """Give what stands at a path, as one reads it in the form; empty for nothing."""
    kind = formats.type_at(document.format, path)
    return _shown(document, path, data, kind).strip("\n")


def _shown(document: Document, path: Path, data: Data, kind: Type | None) -> str:
    if data is None:
        return ""
    if isinstance(data, dict):
        return _of_mapping(document, path, data, kind)
    if isinstance(data, list):
        return _of_list(document, path, data, kind)
    return _of_text(document, path, str(data), kind)


def _of_text(document: Document, path: Path, text: str, kind: Type | None) -> str:
    if isinstance(kind, OneOrMore):
        kind = kind.item
    if isinstance(kind, Flag | StateValue):
        return {"true": _("yes"), "false": _("no")}.get(text, text)
    if isinstance(kind, OneOf):
        return _of_word(path, text)
    if isinstance(kind, When):
        return conditions.in_words(text, Names(document))
    if isinstance(kind, Ways):
        return called.scene(document, text)
    if isinstance(kind, Reference) and kind.to in ("scene", "cast"):
        return called.scene(document, text) if kind.to == "scene" else labels.person(document, text)
    return text


def _of_word(path: Path, text: str) -> str:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if key == "status" and text in list(Status):
        return _(_STATUS[Status(text)])
    return fields.word_for(key, text)


def _of_list(document: Document, path: Path, data: list[Data], kind: Type | None) -> str:
    if isinstance(kind, Ways):
        return "\n".join(_way(document, one) for one in data)
    if isinstance(kind, Dialogue):
        return "\n".join(line for one in data for line in _spoken(document, one))
    item = kind.item if isinstance(kind, ListOf | OneOrMore) else None
    told = [_shown(document, (*path, at), one, item) for at, one in enumerate(data)]
    parts_in_lines = isinstance(kind, ListOf) and kind.sentences
    long = any(len(one) > 40 or "\n" in one for one in told)
    return ("\n" if parts_in_lines or long else _(", ")).join(told)


def _way(document: Document, data: Data) -> str:
    if not isinstance(data, dict):
        return called.scene(document, str(data))
    to = called.scene(document, str(data.get("to") or ""))
    if "when" not in data:
        return _("Otherwise: %(scene)s") % {"scene": to}
    known = {
        "condition": conditions.in_words(str(data["when"] or ""), Names(document)),
        "scene": to,
    }
    return _("If %(condition)s: %(scene)s") % known


def _spoken(document: Document, data: Data) -> Iterator[str]:
    """Give a line of dialogue, and below it how it is said in softer words."""
    if not isinstance(data, dict):
        yield str(data)
        return
    for name, said in data.items():
        known = {"name": _speaker(document, name), "words": plain(said)}
        yield _("%(name)s: %(words)s") % known


def _speaker(document: Document, name: str) -> str:
    alone = {"you": N_("You"), "you_think": N_("You think"), "soft": N_("In softer words")}
    return _(alone[name]) if name in alone else labels.person(document, name)


def _of_mapping(document: Document, path: Path, data: dict[str, Data], kind: Type | None) -> str:
    if isinstance(kind, Effects):
        return "\n".join(
            _effect(called.memory(document, name), value, adds=kind.adds)
            for name, value in data.items()
        )
    told = []
    for key, value in data.items():
        inner = (*path, key)
        words = _shown(document, inner, value, formats.type_at(document.format, inner))
        told.append(_("%(name)s: %(words)s") % {"name": _named(document, inner), "words": words})
    return "\n".join(told)


def _named(document: Document, path: Path) -> str:
    named = formats.key_at(document.format, path) is not None
    return labels.label(document, path) if named else in_words(str(path[-1]))


def _effect(called: str, value: Data, *, adds: bool) -> str:
    text = plain(value).strip()
    digits = text.removeprefix("-").removeprefix("+")
    number = int(text) if digits.isascii() and digits.isdecimal() and len(text) < 10 else None
    if adds and number:
        return memory.moves(called, number)
    if not adds and text in ("true", "false"):
        return memory.becomes(called, text == "true")
    if not adds and number is not None:
        return memory.becomes(called, number)
    return _("%(name)s: %(words)s") % {"name": called, "words": text}


def plain(data: Data) -> str:
    """Give data as it is written, on one line."""
    if isinstance(data, dict):
        return ", ".join(f"{name}: {plain(one)}" for name, one in data.items())
    if isinstance(data, list):
        return ", ".join(map(plain, data))
    return "" if data is None else str(data)
