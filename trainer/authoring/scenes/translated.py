"""The translations beside a scenario, which refer to it by name: a name changes in them, too.

They lie on the desk like the scenario, so that undoing takes the old name back there as well,
and saving writes both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trainer.authoring.keeping import kept
from trainer.authoring.plain_file import PlainFile
from trainer.authoring.source.splices import Splice
from trainer.method.ds import FIVE_DS
from trainer.scenario import translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document

_STRINGS: Final = r'"(?:[^"\\\n]|\\.)*"(?:[ \t]*\r?\n[ \t]*"(?:[^"\\\n]|\\.)*")*'
_CONTEXT: Final = re.compile(rf"^[ \t]*msgctxt[ \t]+({_STRINGS})", re.MULTILINE)
_ONE: Final = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPED: Final = re.compile(r"\\(.)")

_OF_YOU: Final = frozenset({"role", "name", "note"})
_OF_MEMBER: Final = frozenset({"name", "pronouns", "note"})
_OF_CHOICE: Final = frozenset({"say", "act", "own_words", "points", "feedback", "consequence"})


def rename_scene(step: Step, document: Document, old: str, new: str) -> None:
    """Let translations of a scene's texts be those of the scene's new name."""

    def renamed(at: list[str]) -> list[str]:
        return [new, *at[1:]] if at[0] == old and not _is_of_file(at) else at

    _rename(step, document, renamed)


def rename_choice(step: Step, document: Document, scene: str, old: str, new: str) -> None:
    """Let translations of a choice's texts be those of the choice's new id."""

    def renamed(at: list[str]) -> list[str]:
        ours = at[:2] == [scene, old] and len(at) > 2 and at[2] in _OF_CHOICE
        return [scene, new, *at[2:]] if ours and not _is_of_file(at) else at

    _rename(step, document, renamed)


def move_choice(step: Step, document: Document, scene: str, choice: str, to: str) -> None:
    """Let translations of a choice's texts be those of the same choice in another scene."""

    def renamed(at: list[str]) -> list[str]:
        ours = at[:2] == [scene, choice] and len(at) > 2 and at[2] in _OF_CHOICE
        return [to, *at[1:]] if ours and not _is_of_file(at) else at

    _rename(step, document, renamed)


def rename_member(step: Step, document: Document, old: str, new: str) -> None:
    """Let translations about a person of the cast be those of the person's new name."""

    def renamed(at: list[str]) -> list[str]:
        if at[:2] == ["cast", old] and _is_of_file(at):
            return ["cast", new, *at[2:]]
        return [*at[:3], new] if len(at) == 4 and at[2:] == ["feedback", old] else at

    _rename(step, document, renamed)


def _is_of_file(at: list[str]) -> bool:
    """Whether a context is of the file, though a scene may be called like its first step."""
    if len(at) == 3:
        return at[0] == "cast" and at[2] in _OF_MEMBER
    return (
        len(at) == 1
        or (at[0] == "you" and at[1] in _OF_YOU)
        or (at[0] == "leaves_out" and at[1] in {one.value for one in FIVE_DS})
        or at == ["debrief", "questions"]
    )


def _rename(step: Step, document: Document, renamed: Callable[[list[str]], list[str]]) -> None:
    """Change contexts, given as their steps: ``aboard/ask/say`` is aboard, ask, say."""
    for beside in _beside(step, document):
        step.splice(beside, list(_splices(beside.text, renamed)))


def _splices(text: str, renamed: Callable[[list[str]], list[str]]) -> Iterator[Splice]:
    for found in _CONTEXT.finditer(text):
        at = _ESCAPED.sub(r"\1", "".join(_ONE.findall(found[1]))).split("/")
        if (now := renamed(at)) != at:
            yield Splice(found.start(1), found.end(1), '"' + "/".join(now) + '"')


def _beside(step: Step, document: Document) -> Iterator[Document]:
    """Go through the translations beside a scenario that can be read, as they lie on the desk."""
    own = document.data(("id",))
    found = translation.catalogues(document.path, own if isinstance(own, str) else None)
    for path in found.values():
        lying = step.desk.documents.get(path)
        if lying is not None:
            step.desk.wake(lying)
            if lying.fixed:
                continue  # Another window has it open by now.
        if lying is not None and lying.is_changed:
            yield lying
            continue
        try:
            translation.text(path)  # Says whether it is a file of this folder, and not too large.
            text = path.read_bytes().decode()
        except (OSError, ValueError):
            continue  # The checker says that it cannot be read.
        if lying is None and not kept.may_be_written(path):
            continue  # Another window has it open, and goes on writing.
        if lying is None or lying.text != text:
            # Another program has written it: what was done to it before is done to nothing now.
            lying = step.desk.documents[path] = PlainFile(path, text)
        yield lying
