"""The certificate says what was practised and no more, and believes no organisation's picture."""

from __future__ import annotations

import os
import struct
import subprocess
import zlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from tests.progress.examples import Clock, play
from tests.scenario.good_file import put as write
from trainer.checking import pack
from trainer.checking.files import check_paths
from trainer.progress.looking_back.completed import Completed, completed
from trainer.progress.store import Store
from trainer.ui.along import certificate
from trainer.ui.along.certificate import Certificate
from trainer.ui.along.certificate_part import CertificatePart
from trainer.ui.paper import printing
from trainer.ui.paper.printing import Paper

from .test_sheets import save, take

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.ui.practice.hands import Hands

PACK = """\
id: harbour
title: Harbour scenarios
version: "1"
authors: [Harbour Library]
licence: CC-BY-4.0
organisation: Harbour Library
logo: logo.png
"""
TODAY = date(2026, 11, 29)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def words(path: Path) -> str:
    call = ["pdftotext", "-raw", str(path), "-"]
    return " ".join(subprocess.run(call, check=True, capture_output=True, text=True).stdout.split())


def facts(path: Path) -> str:
    call = ["pdfinfo", str(path)]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout


def logo(path: Path, size: tuple[int, int] = (300, 120)) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    assert image.save(str(path))


@pytest.fixture
def harbour(home: Path) -> Path:
    """An organisation's folder among the person's own."""
    folder = home / "scenarios" / "harbour"
    write(folder / "pack.yaml", PACK)
    return folder


def test_it_says_what_was_played_to_the_end_and_nothing_else(
    hands: Hands, harbour: Path, tmp_path: Path
) -> None:
    logo(harbour / "logo.png")
    store = hands.context.store
    store.name_scenario("bus", "Shouting on the *22* bus")
    store.name_scenario("shop", "In the shop")
    for run in ("one", "two"):
        play(store, run, words="MY OWN WORDS", ends=True)
    play(store, "three", "shop", ends=False)
    sheet = take(hands, 3)
    part = sheet.part()
    assert isinstance(part, CertificatePart)
    assert "1 scenario stands on it." in hands.seen(sheet)
    part.person.setText("  Ana   Ferreira ")
    part.organisation.choose(0)
    part.paper.choose(Paper.LETTER)
    save(hands, sheet, tmp_path / "mine")
    said = words(tmp_path / "mine.pdf")
    for there in (
        "Harbour Library", "Certificate of completion", "Ana Ferreira", "Shouting on the 22 bus",
        "1 scenario, played to the end on", "Nobody has checked or graded anything",
    ):  # fmt: skip
        assert there in said
    for nowhere in ("shop", "OWN", "Strong", "fit", "Delay", "%", "supported", "decision"):
        assert nowhere not in said
    assert b"/Image" in (tmp_path / "mine.pdf").read_bytes()
    assert "612 x 792" in facts(tmp_path / "mine.pdf")
    assert "Pages: 1" in " ".join(facts(tmp_path / "mine.pdf").split())


def test_the_name_is_kept_nowhere(hands: Hands, home: Path, tmp_path: Path) -> None:
    play(hands.context.store, ends=True)
    sheet = take(hands, 3)
    part = sheet.part()
    assert isinstance(part, CertificatePart)
    part.person.setText("Zsuzsanna Quist")
    save(hands, sheet, tmp_path / "mine")
    assert "Zsuzsanna Quist" in words(tmp_path / "mine.pdf")
    hands.context.save_settings()
    hands.context.store.close()
    from trainer.progress.deletion.deletion import traces

    assert traces(home, "Quist") == []


def test_nothing_finished_gives_no_page(hands: Hands, tmp_path: Path) -> None:
    play(hands.context.store, ends=False)
    sheet = take(hands, 3)
    save(hands, sheet, tmp_path / "mine")
    assert "no scenario was played to the end" in hands.seen(sheet)
    assert not (tmp_path / "mine.pdf").exists()
    sheet.reject()


def test_a_span_leaves_out_what_is_older() -> None:
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        store.name_scenario("bus", "Bus")
        play(store, "old", ends=True)
        clock.go(days=100)
        play(store, "new", "shop", ends=True)
        assert completed(store).titles == ("Bus", "shop")
        assert completed(store).first == NOON
        assert completed(store, clock().replace(day=1)).titles == ("shop",)
        clock.go(days=100)
        assert completed(store, clock()) == Completed((), None, None)


@pytest.mark.parametrize("many", [1, 7, 8, 60, 75])
@pytest.mark.parametrize("paper", Paper)
def test_however_much_there_is_it_is_one_page(
    qapp: QApplication, tmp_path: Path, many: int, paper: Paper
) -> None:
    titles = tuple(f"A scenario whose title is as long as they get, {n:02}" for n in range(many))
    sheet = Certificate(Completed(titles, NOON, NOON), "2026-03-02", "N" * 60, "O" * 80)
    (tmp_path / "c.pdf").write_bytes(
        printing.pdf("c", lambda to: certificate.put(sheet, to), paper=paper, margin=0)
    )
    assert "Pages: 1" in " ".join(facts(tmp_path / "c.pdf").split())
    said = words(tmp_path / "c.pdf")
    shown = [f"get, {n:02}" in said for n in range(many)]
    assert shown == [n < 60 for n in range(many)]
    assert ("and 15 more" in said) is (many == 75)
    assert "Made on Mar 2, 2026." in said


def png(wide: int, tall: int) -> bytes:
    """A PNG that says it is of any size, and is small."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd" width="9"/></svg>'


@pytest.mark.parametrize(
    "raw",
    [b"", b"not a picture", SVG, png(60_000, 60_000), png(2**31 - 1, 1), png(0, 0), b"\x89PNG\r\n"],
)
def test_a_hostile_logo_is_left_out(qapp: QApplication, tmp_path: Path, raw: bytes) -> None:
    write(tmp_path / "pack.yaml", PACK)
    (tmp_path / "logo.png").write_bytes(raw)
    (found,) = pack.found([tmp_path])
    assert found.logo == "logo.png"
    assert certificate.logo_of(found) is None


def test_a_logo_is_shown_whole(qapp: QApplication, tmp_path: Path) -> None:
    write(tmp_path / "pack.yaml", PACK)
    logo(tmp_path / "logo.png", (3000, 500))
    (found,) = pack.found([tmp_path])
    image = certificate.logo_of(found)
    assert image is not None
    assert (image.width(), image.height()) == (1400, 233)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_logo_is_a_png_behind_a_link_as_well(qapp: QApplication, tmp_path: Path) -> None:
    write(tmp_path / "pack.yaml", PACK)
    image = QImage(30, 12, QImage.Format.Format_RGB32)
    assert image.save(str(tmp_path / "inside.jpg"))
    (tmp_path / "logo.png").symlink_to(tmp_path / "inside.jpg")
    (found,) = pack.found([tmp_path])
    assert certificate.logo_of(found) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../logo.png", "unsafe-path"),
        ("/etc/logo.png", "unsafe-path"),
        ("C:\\logo.png", "unsafe-path"),
        ("https://example.org/logo.png", "unsafe-path"),
        ("link.png", "unsafe-path"),
        ("gone.png", "missing-asset"),
        ("logo.svg", "bad-value"),
        ("logo.jpg", "bad-value"),
    ],
)
def test_a_logo_lies_in_the_folder_and_is_a_png(tmp_path: Path, name: str, code: str) -> None:
    folder = tmp_path / "pack"
    write(folder / "pack.yaml", PACK.replace("logo.png", f"'{name}'"))
    (folder / "logo.jpg").touch()
    (folder / "logo.svg").write_bytes(SVG)
    (tmp_path / "logo.png").touch()
    if name == "link.png":
        if os.name == "nt":
            pytest.skip("links need rights there")
        (folder / "link.png").symlink_to(tmp_path / "logo.png")
    (told,) = [one for file in check_paths([folder / "pack.yaml"], TODAY) for one in file.problems]
    assert told.code == code
    assert all(not one.logo for one in pack.found([tmp_path]))


def test_packs_are_found_in_folders_and_right_below(tmp_path: Path) -> None:
    for place in ("", "a", "b", "b/c"):
        folder = tmp_path / place
        write(folder / "pack.yaml", PACK.replace("logo: logo.png\n", ""))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.yaml").write_bytes(b"\xff{")
    found = [one.folder.relative_to(tmp_path).as_posix() for one in pack.found([tmp_path])]
    assert found == [".", "a", "b"]
    assert pack.found([tmp_path, tmp_path, tmp_path / "gone"])[1:] == pack.found([tmp_path])[1:]
