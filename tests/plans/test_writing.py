"""What is written reads as the plan that it was, whatever its texts hold."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checking.marking import read
from tests.plans.sample import GOOD
from trainer.plans import keys
from trainer.plans.model import Answer, Card, Care, Kind, Plan, Rung, Segment, Slide, When
from trainer.plans.reading import PLANS
from trainer.plans.writing import written
from trainer.scenario.files.source import BAD
from trainer.scenario.files.tables import NAME
from trainer.scenario.model import Review, Severity, Status

ODD = st.sampled_from(
    [
        "null", "~", "true", "12:30", "a: b", "a #b", "#a", "- a", "? a", "a:",
        "'a'", '"a"', "a\\b",
        "“Leave her alone.”", "a\nb", "a\n\n  b", " a", "a ", "a\n b ", "%a", "@a", "`a",
        "!a", "&a",
        "*a*", "a\tb", "請幫忙", "مرحبا", "x" * 300, "...", "---", "a\r\nb", "=",
        "1_000", "|", ">", ">-",
    ]
)  # fmt: skip


def _readable(text: str) -> bool:
    """Whether it is something that reading gives: no bad characters, nothing empty."""
    return bool(text.strip()) and not text.endswith("\n") and not BAD.search(text)


TEXTS = ODD | st.text(max_size=30).filter(_readable)
LINES = TEXTS.filter(str.isprintable)
NAMES = st.from_regex(NAME, fullmatch=True)
MAYBE = st.none() | TEXTS


def _listed(made: st.SearchStrategy[Any], least: int) -> st.SearchStrategy[Any]:
    """Some of them, no two with the same id."""
    return st.lists(made, min_size=least, max_size=3, unique_by=lambda one: one.id).map(tuple)


SLIDES = (
    st.builds(Slide, page=NAMES, notes=MAYBE)
    | st.builds(Slide, page=NAMES, section=NAMES, title=MAYBE, text=MAYBE, notes=MAYBE)
    | st.builds(Slide, title=MAYBE, text=TEXTS, notes=MAYBE)
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "title": TEXTS,
    "minutes": st.integers(9, keys.LONGEST),
    "least": st.none() | st.integers(0, 9),
    "notes": MAYBE,
    "text": MAYBE,
    "slides": st.lists(SLIDES, min_size=1, max_size=2).map(tuple),
    "when": st.sampled_from(When),
    "rungs": _listed(
        st.builds(Rung, id=NAMES, text=TEXTS, severity=st.sampled_from(Severity), why=MAYBE), 2
    ),
    "scenario": NAMES,
    "size": st.integers(2, 8),
    "situation": TEXTS,
    "cards": _listed(st.builds(Card, id=NAMES, title=TEXTS, text=TEXTS, targeted=st.booleans()), 2),
    "turn": st.none() | st.integers(1, 60),
    "ask": TEXTS,
    "answers": _listed(st.builds(Answer, id=NAMES, text=TEXTS), 2),
    "contacts": st.lists(NAMES, min_size=1, max_size=2).map(tuple),
}


@st.composite
def _segments(draw: st.DrawFn) -> MappingProxyType[str, Segment]:
    made = {}
    for number in range(draw(st.integers(1, 2))):
        key, kind = f"part-{number}", draw(st.sampled_from(Kind))
        got = {name: draw(VALUES[name]) for name in keys.keys_of(kind) if name != "kind"}
        made[key] = Segment(key=key, kind=kind, **got)
    return MappingProxyType(made)


PLAN = st.builds(
    Plan,
    id=st.just("a-plan"),
    title=TEXTS,
    summary=TEXTS,
    language=st.sampled_from(["en", "no", "zh-TW"]),
    authors=st.lists(TEXTS, min_size=1, max_size=2).map(tuple),
    licence=LINES,
    status=st.sampled_from(Status),
    segments=_segments(),
    languages=st.sampled_from([(), ("no",)]),
    agreements=st.lists(TEXTS, max_size=2).map(tuple),
    care=st.none() | st.builds(Care, name=TEXTS, where=TEXTS),
    interpreted=st.booleans(),
    keep_days=st.integers(0, 365),
    sources=st.lists(TEXTS, max_size=2).map(tuple),
    reviewed=st.none()
    | st.builds(Review, by=LINES, on=st.just("2026-01-31"), until=st.just("2027-01-31")),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(PLAN)
def test_what_is_written_is_read_again(plan: Plan) -> None:
    text = written(plan)
    again = read(text, PLANS).content
    assert again == plan
    assert list(again.segments) == list(plan.segments)
    assert written(again) == text


def test_it_reads_like_something_written_by_hand() -> None:
    good = read(GOOD, PLANS).content
    assert good is not None
    good = replace(good, summary="What happens.\n\nOn Thursday.")
    text = written(good)
    assert "\nsummary: |\n  What happens.\n\n  On Thursday.\nlanguage: en\n" in text
    assert text.startswith("format: plan/1\nid: small-plan\ntitle: A plan in small, 53 min\n")
    assert "\n  welcome:\n    kind: slides\n    title: Welcome\n    minutes: 4\n" in text
    assert "\n    slides:\n      - page: five-ds\n      - page: five-ds\n        section:" in text
    assert "keep_days: 0\n" in text
    assert "targeted: false" not in text
    assert read(text, PLANS).content == good


def test_a_pasted_character_that_no_file_may_hold_becomes_a_blank() -> None:
    good = read(GOOD, PLANS).content
    assert good is not None
    again = read(written(replace(good, title="From\va\u2028letter\x00")), PLANS).content
    assert again is not None
    assert again.title == "From a letter "
