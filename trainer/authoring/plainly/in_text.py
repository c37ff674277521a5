"""What is told beside the text: in the same words as elsewhere, with the key that stands there."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.authoring.plainly import told
from trainer.authoring.plainly.targets import target
from trainer.authoring.plainly.told import Kind
from trainer.language import N_, _

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

_KINDS: Final = MappingProxyType(
    {
        Kind.ERROR: (N_("Error: %(words)s"), N_("Error (%(key)s): %(words)s")),
        Kind.UNWRITTEN: (N_("To write: %(words)s"), N_("To write (%(key)s): %(words)s")),
        Kind.WARNING: (N_("Warning: %(words)s"), N_("Warning (%(key)s): %(words)s")),
        Kind.METHOD: (N_("Method: %(words)s"), N_("Method (%(key)s): %(words)s")),
        Kind.HINT: (N_("Hint: %(words)s"), N_("Hint (%(key)s): %(words)s")),
    }
)
"""By kind: without a key, and with the one that the text has there."""


def said(document: Document, problem: Problem) -> str:
    """Say how bad a problem is, what it is, and what can be done, for whoever is in the text."""
    path = target(document, problem)
    kind = told.kind_of(problem)
    alone, keyed = _KINDS[kind]
    words = told.sentence(document, problem, path)
    if (
        kind is Kind.UNWRITTEN
        and problem.code not in ("stub-reached", "template-reason")
        and document.broken is None
    ):
        words = told.unwritten(document, path) or words
    key = _key(document, problem, path)
    return _(keyed if key else alone) % {"key": key, "words": words}


def _key(document: Document, problem: Problem, path: Path) -> str:
    """Give the key, or the keys of which one is missing; empty where a name stands."""
    missing = problem.params.get("key") or problem.params.get("keys")
    if problem.code == "missing-key" and missing:
        return str(missing)
    if problem.code == "stub-reached":
        return "stub"
    is_key = bool(path) and formats.key_at(document.format, path) is not None
    return str(path[-1]) if is_key and problem.code != "unknown-key" else ""
