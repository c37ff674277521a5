"""Issue 6: whatever was done, in whatever order, undoing all of it gives the same bytes."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import ODD, document, read, shipped
from tests.authoring.scenes.acts import ACTS
from trainer.authoring.arrangement import Note
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.scenes.naming import scene_names
from trainer.authoring.source.splices import Splice

if TYPE_CHECKING:
    from trainer.authoring.desk import Step

SCENARIO = next(
    path
    for path in shipped()
    if read(path).startswith("format: scenario/1") and path.stem == "gas-cap"
)


def _typed(rng: random.Random, step: Step, doc: Document, scene: str) -> None:
    step.put(doc, ("scenes", scene, "text"), rng.choice(["A: b", "One\n\nTwo", "", "x\ny"]))


def _replaced_all(rng: random.Random, step: Step, doc: Document, _scene: str) -> None:
    word = rng.choice(["the", "e", "text"])
    at, found = doc.text.find(word), []
    while at >= 0:
        found.append(Splice(at, at + len(word), "it"))
        at = doc.text.find(word, at + len(word))
    step.splice(doc, found)


def _mangled(rng: random.Random, step: Step, doc: Document, _scene: str) -> None:
    """Type something into the text, whatever it does to it."""
    start = rng.randint(0, len(doc.text))
    end = min(len(doc.text), start + rng.randint(0, 9))
    step.splice(doc, [Splice(start, end, rng.choice(["", ":", "\n  x: y\n", "[", "\r\n"]))])


def _arranged(rng: random.Random, step: Step, doc: Document, scene: str) -> None:
    now = doc.arrangement
    pins = {**now.pins, scene: (rng.random(), 1.0)}
    notes = {**now.notes, "a": Note(1.0, 2.0, "words")}
    step.arrange(doc, replace(now, pins=pins, notes=notes, folded=now.folded ^ {scene}))


EVERY_ACT = [*ACTS.values(), _typed, _replaced_all, _mangled, _arranged]
TEXTS = [*ODD.values(), read(SCENARIO)]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_undoing_everything_gives_the_same_bytes_and_redoing_the_others(seed: int) -> None:
    """Every kind of act, those that fail half-way included; two files on one desk."""
    rng = random.Random(seed)
    texts = rng.sample(TEXTS, 2)
    desk = Desk()
    docs = [Document(Path(f"/nowhere/{at}.yaml"), text) for at, text in enumerate(texts)]
    arranged = [one.arrangement for one in docs]
    for _each in range(8):
        doc = desk.add(rng.choice(docs))
        doc.settle()
        scene = rng.choice(scene_names(doc) or ["none"])
        with suppress(CannotChangeError), desk.step("act", Place(doc, ())) as step:
            for act in rng.sample(EVERY_ACT, rng.randint(1, 2)):
                act(rng, step, doc, scene)
    after = [one.text for one in docs]
    while desk.undo():
        pass
    assert [one.text for one in docs] == texts
    assert [one.arrangement for one in docs] == arranged
    while desk.redo():
        pass
    assert [one.text for one in docs] == after


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_an_act_does_all_of_what_it_does_or_nothing(seed: int) -> None:
    """And leaves what is read bit by bit as reading the whole gives it."""
    rng = random.Random(seed)
    doc = document(rng.choice(TEXTS))
    desk = Desk()
    for name, act in rng.sample(sorted(ACTS.items()), 3):
        before = doc.text
        scene = rng.choice(scene_names(doc) or ["none"])
        try:
            with desk.step(name, Place(doc, ())) as step:
                act(rng, step, doc, scene)
        except CannotChangeError:
            assert doc.text == before
        assert document(doc.text).data() == doc.data(), name
