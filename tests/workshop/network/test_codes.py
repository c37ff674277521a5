"""Codes for cameras, and the text that takes a phone into a Wi-Fi."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.workshop.network.codes import code, svg
from trainer.workshop.network.wifi import Wifi, Wrong, told


def read(text: str) -> dict[str, str]:
    """Read a Wi-Fi code as a phone does: fields end at a semicolon without a backslash."""
    assert text.startswith("WIFI:")
    assert text.endswith(";;")
    fields = re.findall(r"([TSPH]):((?:\\.|[^\\;])*);", text[5:-1])
    assert "".join(f"{key}:{value};" for key, value in fields) == text[5:-1]
    return {key: re.sub(r"\\(.)", r"\1", value) for key, value in fields}


@settings(max_examples=40)
@given(
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=8),
    password=st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=8, max_size=63),
    hidden=st.booleans(),
)
def test_a_phone_reads_what_was_typed(name: str, password: str, hidden: bool) -> None:
    wanted = {"T": "WPA", "S": name, "P": password} | ({"H": "true"} if hidden else {})
    assert read(Wifi(name, password, hidden=hidden).text()) == wanted


def test_the_usual_forms_to_the_letter() -> None:
    assert Wifi("Hall", "open sesame").text() == "WIFI:T:WPA;S:Hall;P:open sesame;;"
    assert Wifi("Café; 1", is_open=True).text() == r"WIFI:T:nopass;S:Café\; 1;;"
    assert Wifi("Hall", 'a"b:c\\d,e;', hidden=True).text() == (
        r"WIFI:T:WPA;S:Hall;P:a\"b\:c\\d\,e\;;H:true;;"
    )


@pytest.mark.parametrize(
    ("wifi", "wrong"),
    [
        (Wifi("Hall", "12345678"), None),
        (Wifi("Hall", is_open=True), None),
        (Wifi("é" * 16, "a" * 63), None),
        (Wifi("Hall", "0123456789abcdef" * 4), None),
        (Wifi(" ", "12345678"), Wrong.NO_NAME),
        (Wifi("é" * 17, "12345678"), Wrong.LONG_NAME),
        (Wifi("Hall", "1234567"), Wrong.SHORT_PASSWORD),
        (Wifi("Hall", "g" * 64), Wrong.LONG_PASSWORD),
        (Wifi("Hall", "pässword!"), Wrong.UNUSUAL_PASSWORD),
        (Wifi("Hall", "12345678\n"), Wrong.UNUSUAL_PASSWORD),
    ],
)
def test_what_no_phone_could_get_in_with_is_said(wifi: Wifi, wrong: Wrong | None) -> None:
    assert wifi.wrong() is wrong
    assert wrong is None or told(wrong)


def test_a_password_does_not_show_in_a_log() -> None:
    assert "sesame" not in repr(Wifi("Hall", "open sesame"))


def test_the_matrix_is_the_code() -> None:
    made = code("http://192.168.137.1:8080/")
    same = segno.make("http://192.168.137.1:8080/", error="m", micro=False)
    assert [list(map(int, row)) for row in made.rows] == [list(row) for row in same.matrix]
    assert made.side == 25
    assert made.rows[0][:8] == (True,) * 7 + (False,)
    assert svg("x").startswith("<svg")
