"""Acts on whole scenes and on names, drawn at random, for tests of all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.scenes import cutting, making, renaming
from trainer.authoring.scenes.naming import (
    member_names,
    numbered,
    scene_names,
    variable_names,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document


def _split(rng: random.Random, step: Step, document: Document, scene: str) -> None:
    found = cutting.places_to_split(document, scene) or [("text", 1)]
    new = numbered(scene, scene_names(document))
    cutting.split(step, document, scene, rng.choice(found), new)


def _delete(rng: random.Random, step: Step, document: Document, scene: str) -> None:
    making.delete(step, document, scene, rng.choice([None, *scene_names(document)]))


ACTS: dict[str, Callable[[random.Random, Step, Document, str], object]] = {
    "create": lambda rng, step, doc, at: making.create_from_words(
        step, doc, rng.choice(["Wer hilft?", "The end of it", "Đi đâu đó", "等待室"]), at
    ),
    "choice": lambda _rng, step, doc, at: making.add_choice(step, doc, at, "Say: no, #1", to=at),
    "duplicate": lambda _rng, step, doc, at: making.duplicate(
        step, doc, at, numbered(at, scene_names(doc))
    ),
    "delete": _delete,
    "move": lambda rng, step, doc, at: making.move(step, doc, at, rng.choice([-2, -1, 1, 2])),
    "write": lambda _rng, step, doc, at: making.write_out(step, doc, at),
    "split": _split,
    "merge": lambda _rng, step, doc, at: cutting.merge(step, doc, at),
    "scene": lambda rng, step, doc, at: renaming.rename_scene(
        step, doc, at, *rng.choice([("true", ""), ("of-it_9", ""), ("ma-den", "Má đến")])
    ),
    "id": lambda _rng, step, doc, at: renaming.rename_choice(step, doc, at, 0, "other"),
    "cast": lambda rng, step, doc, _at: renaming.rename_member(
        step, doc, rng.choice(member_names(doc) or ["nobody"]), "zoe"
    ),
    "state": lambda rng, step, doc, _at: renaming.rename_variable(
        step, doc, rng.choice(variable_names(doc) or ["nothing"]), "heat_2"
    ),
}
"""By name, what can be done at a scene; an act that is not possible raises CannotChangeError."""
