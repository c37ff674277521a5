"""No file, link or picture outside a scenario's folder is ever opened, whatever it asks for."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from tests.bad_days import days
from tests.bad_days.watching import opened
from tests.ui.practice.hands import SMALL_BUS, Hands, Key
from trainer import paths
from trainer.practice.snapshot import Phase
from trainer.ui.practice.debrief.written import save_markdown, save_pdf

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = "assets/icons/upstander.png"
ASKS = {
    "picture": "![a picture]({0})",
    "picture-by-address": "![a picture](file://{0})",
    "picture-by-relative-path": "![a picture](../../outside/canary.png)",
    "picture-by-reference": "![a picture][1]\n\n[1]: {0}",
    "picture-within": "![a picture](data:image/svg+xml,<svg><image href='file://{0}'/></svg>)",
    "link": "[a link](file://{0})",
    "relative-link": "[a link](../../outside/canary.png)",
    "html-picture": "<img src='file://{0}'>",
    "html-in-capitals": "<IMG SRC={0}>",
    "html-frame": "<iframe src='file://{0}'></iframe><object data='{0}'></object>",
    "style": "<p style=\"background: url('{0}')\">words</p>",
    "bare-address": "file://{0}",
    "angle-address": "<file://{0}>",
    "escaped-html": "\\<img src='{0}'>",
    "escaped-html-after-words": "Words, and then \\<img src='{0}'>",
    "html-by-entities": "&lt;img src='{0}'&gt; and &#60;img src='{0}'&#62;",
    "html-after-words": "Words, and then <img src='{0}'>",
}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    shutil.copy(days.ROOT / PICTURE, folder / "canary.png")
    return folder


def asking(words: str) -> None:
    """The small scenario with these words in every text of it, as far as they may stand there."""
    block = "|-\n" + "".join(f"            {line}\n" for line in words.splitlines())
    quoted = "'" + words.replace("\n", " ").replace("'", "''") + "'"
    text = days.SMALL.read_text("utf-8")
    pieces = {
        "Shouting on the 22 bus": quoted,
        "Sit down beside Mrs. Lin and ask which stop is best for the market.": quoted,
        "You gave her your attention, not him.": quoted,
        "Someone sat down with her. She had a reason to turn away.": block,
        "The man leans closer. The bus sways.": block,
        "Oh. Three more. I am going there too.": quoted,
        "[\"What did you notice first?\"]": f"[{quoted}]",
        "A student with earphones.": quoted,
    }  # fmt: skip
    for old, new in pieces.items():
        assert old in text, old
        text = text.replace(old, new)
    days.put("small-bus.yaml", text.encode())


def tooltips(hands: Hands) -> None:
    """Let every tooltip show that there is."""
    for widget in [hands.shell, *hands.shell.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        for at in (QPoint(5, 5), widget.rect().center()):
            place = QPointF(widget.mapToGlobal(at)).toPoint()
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, place))
            hands.settle()
    QToolTip.hideText()


def so_many_points(hands: Hands) -> int:
    """Let the path map say in a tooltip what each of its points is."""
    path = hands.debrief.path.map
    shown = 0
    for x in range(0, path.width(), 8):
        for y in range(0, path.height(), 8):
            if path._point_at(QPointF(x, y)) is not None:
                at = QPoint(x, y)
                help_event = QHelpEvent(QEvent.Type.ToolTip, at, path.mapToGlobal(at))
                QApplication.sendEvent(path, help_event)
                hands.settle()
                shown += 1
    return shown


def look_everywhere(hands: Hands, folder: Path) -> None:
    """Play it to the end, and look at every page that shows a word of it."""
    tooltips(hands)
    hands.open("practice", scenario=SMALL_BUS, again=True)
    tooltips(hands)
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_1)
    assert hands.phase is Phase.FEEDBACK
    tooltips(hands)
    hands.press(Key.Key_Return, Key.Key_1, Key.Key_Return)
    session = hands.session
    hands.press(Key.Key_Return)
    tooltips(hands)
    assert so_many_points(hands) > 2
    save_pdf(session, folder / "out.pdf")
    save_markdown(session, folder / "out.md")
    for page, what in (
        ("compare", {"run": session.run_id, "other": session.run_id}),
        ("past-runs", {}),
        ("progress", {}),
        ("home", {}),
    ):
        hands.open(page, **what)
        tooltips(hands)
    hands.press(Key.Key_K, ctrl=True)
    hands.write("a")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.soak
def test_a_scenario_that_asks_for_a_file(
    qapp: QApplication, home: Path, outside: Path, ask: str
) -> None:
    asking(ASKS[ask].format(outside / "canary.png"))
    with opened(outside) as so_far, days.window() as hands:
        broken = hands.context.library.broken()
        if not broken:
            look_everywhere(hands, home)
        else:
            hands.button("Show in Author").click()
            hands.settle()
            tooltips(hands)
            hands.button("Go on writing").click()
            hands.settle()
            tooltips(hands)
        assert so_far() == set()
        # And the watch would have told.
        (outside / "canary.png").read_bytes()
        assert so_far() == {"canary.png"}


def test_pictures_that_lead_out_of_the_folder(
    qapp: QApplication, home: Path, outside: Path
) -> None:
    folder = days.own_scenario().parent
    text = days.SMALL.read_text("utf-8")
    (folder / "link.png").symlink_to(outside / "canary.png")
    (folder / "inside").symlink_to(outside)
    named = (str(outside / "canary.png"), "../../outside/canary.png", "link.png",
             "inside/canary.png", f"file://{outside}/canary.png",
             "..\\\\..\\\\outside\\\\canary.png")  # fmt: skip
    for number, name in enumerate(named):
        changed = text.replace("small-bus", f"bus-{number}")
        backdrop = f'backdrop: "{name}"'.replace("\\", "\\\\")
        changed = re.sub("^backdrop: .*$", backdrop, changed, flags=re.M)
        days.put(f"{number}.yaml", changed.encode())
    with opened(outside) as so_far, days.window() as hands:
        assert len(hands.context.library.broken()) == len(named)
        assert so_far() == set()


def test_a_picture_that_became_a_way_out_after_the_library_was_read(
    qapp: QApplication, home: Path, outside: Path
) -> None:
    own = days.own_scenario()
    text = own.read_text("utf-8")
    own.write_text(re.sub("^backdrop: .*$", "backdrop: own.png", text, flags=re.M), "utf-8")
    shutil.copy(outside / "canary.png", own.with_name("own.png"))
    with opened(outside) as so_far, days.window() as hands:
        assert hands.context.library.broken() == ()
        own.with_name("own.png").unlink()
        own.with_name("own.png").symlink_to(outside / "canary.png")
        hands.begin()
        hands.stage.settle()
        assert hands.phase is Phase.DECIDING
        assert so_far() == set()


@days.posix
def test_a_translation_that_leads_out_of_the_folder(home: Path, outside: Path) -> None:
    folder = days.own_scenario().parent
    (outside / "secret.po").write_text('msgctxt "title"\nmsgid "x"\nmsgstr "y"\n')
    (folder / "small-bus.ko.po").symlink_to(outside / "secret.po")
    with opened(outside) as so_far:
        played = days.upstander("play", SMALL_BUS, "--choose", "1", "--language", "ko")
        checked = days.upstander("check", folder)
        assert (played.returncode, checked.returncode) == (0, 0)
        assert so_far() == set()


def test_every_label_shows_plain_text(qapp: QApplication, home: Path) -> None:
    """Left to itself a label takes for HTML whatever begins like it."""
    from PySide6.QtCore import Qt

    days.own_scenario()
    seen = 0
    with days.window() as hands:
        hands.play_to_the_end()
        for page in ("debrief", "home", "past-runs", "progress", "settings", "practice"):
            if page == "debrief":
                hands.press(Key.Key_Return)
            elif page == "practice":
                hands.open(page, scenario="morning-train")
            else:
                hands.open(page)
            for label in hands.shell.findChildren(QLabel):
                if not label.text():
                    continue
                assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
                seen += 1
    assert seen > 100
    assert paths.database().exists()
