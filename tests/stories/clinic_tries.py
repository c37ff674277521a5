"""The second half of the evening: what is wrong is mended, and what is written is played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from tests.stories import clinic_words as words
from tests.stories.typist import ALT, CTRL, SHIFT, Key
from tests.ui.sweep import called
from trainer.authoring.checking.state import State
from trainer.practice.snapshot import Phase
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.authoring.playing.page import PlayPage
from trainer.ui.authoring.playing.try_page import TryPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.stories.clinic import Ana
    from trainer.authoring.trying.report import Report
    from trainer.ui.authoring.problems.rows import Row


_MOST = 1000
"""Steps that an evening has at most."""


def problems(ana: Ana) -> list[Row]:
    """Wait until all is checked; give what is wrong, as it shows."""
    bench = ana.page.bench
    ana.until(lambda: not ana.page.problems._clock.isActive() and bench.checking is State.CHECKED)
    ana.page.problems.renew()
    return ana.page.problems.list.rows.rows


def mend_all(ana: Ana, only: str = "") -> list[str]:
    """Mend one after the other, by key: go there, and write; give what was mended.

    ``only``: a code; as soon as the first row has another one, she leaves it at that.
    """
    mended: list[str] = []
    while there := problems(ana):
        assert len(mended) < 9, [row.problem.code for row in there]
        with ana.doing("mending"):
            while ana.page.rounds.at is not ana.page.problems:
                ana.key(Key.Key_F6)
            row = ana.page.problems.list.current()
            assert row is not None
            if only not in ("", row.problem.code):
                return mended
            ana.shot(f"problem-{len(mended) + 1}")
            if row.problem.code == "unseen-target":
                ana.key(Key.Key_F)  # She belongs in the picture; with one key she is in it.
                mended.append(row.problem.code)
            else:
                ana.key(Key.Key_Return)
                mended.append(_mend(ana, row.problem.code))
            ana.shot(f"mended-{len(mended)}")
    assert ana.page.problems.nothing.text() == "Nothing to mend."
    return mended


def _mend(ana: Ana, code: str) -> str:
    """Write what is missing where she is led to; give what that was."""
    forgotten = {one.forgets: one for scene in words.SCENES.values() for one in scene.choices}
    if code == "giveaway":
        for scene in ("Beside her", "The sheet"):
            ana.go_to(scene)
            ana.tab_to("Choice 1")
            ana.key(Key.Key_Down, ALT)
    elif code == "recording-not-asked":
        ana.go_to("The sheet")
        asked = words.SCENES["The sheet"].choices[0].words
        ana.tab_to(f"Choice {_place(ana, asked)}: {asked}")
        ana.key(Key.Key_Return)
        ana.unfold("More about this choice")
        ana.tab_to("What it asks whoever it happens to")
        ana.pick("what shall become of a recording")
    elif code == "delegate-to-nobody":
        ana.tab_to("To whom")
        ana.pick(forgotten["whom"].whom)
    else:
        fields = {
            "What it did, in one line": ("headline", forgotten["headline"].headline),
            "What it is about": ("summary", words.SUMMARY),
            "What may be hard to read": ("content_notes", words.NOTES),
            "What one sees around": ("check", words.SCENES[words.FIRST].check),
        }
        here = next((name for name in fields if ana.is_on(name)), "")
        assert here, (code, called(ana.hands.focus()))
        code, said = fields[here]
        ana.write(said)
    return code


def _place(ana: Ana, words_: str) -> int:
    """Which choice of its scene these words are, as things stand."""
    document = ana.page.bench.document
    assert document is not None
    for scene in document.data(("scenes",)).values():
        for number, choice in enumerate(scene.get("choices", ()), 1):
            if words_ in choice.values():
                return number
    raise AssertionError(words_)


def play(ana: Ana, choices: Sequence[str]) -> list[str]:
    """Play from where she is, making these choices; give the scenes that came."""
    with ana.doing("playing"):
        ana.key(Key.Key_Return, CTRL)
        ana.until(lambda: _asks(ana) or isinstance(ana.hands.shell.page(), PlayPage))
        if _asks(ana):
            ana.shot("play-asks")
            ana.key(Key.Key_Return)
        page = ana.hands.shell.page()
        assert isinstance(page, PlayPage)
        scenes: list[str] = []
        left = list(choices)
        for _turn in range(60):
            assert page._play is not None
            session = page._play.session
            scenes += [session.scene.id] if session.scene.id not in scenes[-1:] else []
            ana.shot(f"play-{session.scene.id}-{session.phase.value}")
            if session.phase is Phase.ENDED:
                break
            if session.phase is Phase.DECIDING:
                wanted = left.pop(0)
                at = next(
                    at for at, one in enumerate(session.offered, 1) if one.words.startswith(wanted)
                )
                ana.key(Key(Key.Key_0 + at))
            else:
                ana.key(Key.Key_Return)
        assert not left
        ana.escape()
        assert isinstance(ana.hands.shell.page(), AuthorPage)
    return scenes


def _asks(ana: Ana) -> bool:
    return isinstance(QApplication.activeModalWidget(), QDialog)


def try_everything(ana: Ana) -> Report:
    """Have everything in it tried once; give what came of it."""
    with ana.doing("trying it all"):
        ana.key(Key.Key_T, CTRL)
        page = ana.hands.shell.page()
        assert isinstance(page, TryPage)
        ana.until(lambda: page.report is not None)
        ana.tab_to("Try everything")
        ana.key(Key.Key_Return)
        ana.until(lambda: page._all and page.report is not None)
        ana.shot("everything")
        report = page.report
        assert report is not None
        ana.escape()
        assert isinstance(ana.hands.shell.page(), AuthorPage)
    return report


def undo_all_and_redo(ana: Ana, most: int = _MOST) -> tuple[str, str, str]:
    """Take everything back, and do it again; give the text before, at the start, and after.

    ``most``: as many steps, and not everything.
    """
    desk, before = ana.page.bench.desk, ana.document.text
    with ana.doing("undoing"):
        for _step in range(most):
            if desk.undoes is None:
                break
            ana.key(Key.Key_Z, CTRL)
    first = ana.document.text
    ana.shot("all-undone")
    with ana.doing("redoing"):
        for _step in range(most):
            if desk.redoes is None:
                break
            ana.key(Key.Key_Z, CTRL | SHIFT)
    ana.shot("all-done-again")
    return before, first, ana.document.text


def shows_one_scene(ana: Ana) -> bool:
    """Tell whether outline or map, form and selection are about the same scene, and it is there."""
    scene, form = ana.page.bench.scene, ana.page.form.form
    row = ana.page.outline.model.scene_at(ana.page.outline.tree.currentIndex())
    marked = ana.page.map.model.current if ana.likes_map else row.name if row is not None else ""
    written = form.base[1] if form is not None else ""
    return scene in ana.document.scenes() and scene == written == marked
