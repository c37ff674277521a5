"""What is typed, pasted or answered, read for what it is or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import UpstanderError
from trainer.progress.organisation import organisation, sending
from trainer.progress.organisation.organisation import read_address

_PARTS = st.tuples(
    st.sampled_from(["", "https://", "http://localhost", "https://[", "https://a"]),
    st.text(),
    st.sampled_from(["", "/x", ":8", "]/", "/statements"]),
)


@given(_PARTS)
def test_whatever_is_pasted_is_an_address_or_told(parts: tuple[str, ...]) -> None:
    try:
        found = read_address("".join(parts))
    except UpstanderError:
        return
    assert read_address(found.url) == found
    assert found.is_secure or organisation.is_loopback(found.host)
    assert found.url.isascii()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0), (" 7 ", 7.0), ("0", 0.0), ("", None), ("soon", None), ("-5", None),
        ("1e9", None), ("9" * 400, 999999999.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 99 Oct 2015 07:28:00 GMT", None), ("\u0663", None),
    ],
)  # fmt: skip
def test_how_long_it_asks_for_is_read(text: str, seconds: float | None) -> None:
    assert sending._seconds(text) == seconds


def test_a_date_to_come_back_at_is_read() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1))
    assert sending._seconds(later) == pytest.approx(3600, abs=5)
