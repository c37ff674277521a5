"""What a screen reader says over a whole scenario is what was committed and read."""

from __future__ import annotations

import pytest

from tests.accessibility import transcript

LACKING = transcript.missing()


@pytest.mark.skipif(bool(LACKING), reason=f"this machine lacks {', '.join(LACKING)}")
@pytest.mark.soak
def test_a_whole_scenario_is_said_as_it_was_read() -> None:
    said = transcript.record()
    assert "(no name)" not in said, "a control without a name got the focus"
    assert said == transcript.TRANSCRIPT.read_text("utf-8"), (
        "it says something else now: python -m tests.accessibility.transcript, and read it"
    )
