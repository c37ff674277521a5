"""Scenes of practising: begin, decide, feedback, own words, debrief, two runs, past runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.scenes import Stage, scene
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.ui.practice.debrief.page import DebriefPage
from trainer.ui.practice.page import PracticePage
from trainer.ui.practice.review_note import ReviewNote
from trainer.ui.progress.past_runs import PastRunsPage

if TYPE_CHECKING:
    from trainer.scenario.model import Choice

TRAIN = "morning-train"


def _session(stage: Stage, decisions: int, pick: int = 0) -> Session:
    """A run with so many decisions, each time the choice at ``pick``; kept as it goes."""
    session = Session(stage.context.library.load(TRAIN), recorder=stage.context.store)
    made = 0
    while session.phase is not Phase.ENDED and (
        session.phase is not Phase.DECIDING or made < decisions
    ):
        if session.phase is Phase.DECIDING:
            session.choose(_pick(session, pick).id)
            made += 1
        else:
            session.go_on()
    stage.context.store.name_scenario(TRAIN, session.scenario.title)
    stage.context.runs_changed.emit()
    return session


def _pick(session: Session, pick: int) -> Choice:
    return session.offered[pick % len(session.offered)]


def _practice(stage: Stage, decisions: int = 0, pick: int = 0) -> PracticePage:
    stage.shell.open_page("practice", session=_session(stage, decisions, pick))
    page = stage.shell.page()
    assert isinstance(page, PracticePage)
    stage.settle()
    return page


def _press(page: PracticePage, pick: int) -> None:
    page._stage.choices.cards()[pick].click()


@scene("practice-review")
def review(stage: Stage) -> None:
    stage.shell.open_page("practice", scenario=TRAIN)
    stage.settle()
    note = stage.shell.page().findChild(ReviewNote)
    assert isinstance(note, ReviewNote)
    note.click()


@scene("practice-begin")
def begin(stage: Stage) -> None:
    stage.shell.open_page("practice", scenario=TRAIN)


@scene("practice")
def practice(stage: Stage) -> None:
    page = _practice(stage, 1)
    page._stage.choices.walk(1)


@scene("practice-looking")
def looking(stage: Stage) -> None:
    stage.context.change(show_d_names=True, timed=True)
    page = _practice(stage)
    page._timer.pause()
    page._stage.check.toggle()


@scene("feedback")
def feedback(stage: Stage) -> None:
    _press(_practice(stage, 1), 3)


@scene("feedback-poor")
def feedback_poor(stage: Stage) -> None:
    page = _practice(stage)
    _press(page, 1)
    page._stage.feedback.toggle_others()


@scene("tried")
def tried(stage: Stage) -> None:
    page = _practice(stage)
    _press(page, 1)
    page._stage.try_another.emit()


@scene("own-words")
def own_words(stage: Stage) -> None:
    page = _practice(stage)
    session = page._session
    assert session is not None
    while not any(choice.points for choice in session.offered):
        if session.phase is Phase.DECIDING:
            session.choose(session.offered[0].id)
        else:
            session.go_on()
    stage.shell.open_page("practice", session=session)
    number = next(index for index, one in enumerate(session.offered) if one.points)
    _press(page, number)
    page._stage.own_words._box.set_text("Is this seat free? May I sit with you?")
    page._stage.own_words.go_on()


@scene("not-kept")
def not_kept(stage: Stage) -> None:
    page = _practice(stage)
    connection = stage.context.store._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for _step in range(60):
        _press(page, 1)
        if page._keeping.isVisible():
            break
        page._stage.try_another.emit()


@scene("ending")
def ending(stage: Stage) -> None:
    _practice(stage, 99)


@scene("debrief")
def debrief(stage: Stage) -> None:
    stage.shell.open_page("debrief", session=_session(stage, 99, 3))
    stage.settle()
    page = stage.shell.page()
    assert isinstance(page, DebriefPage)
    page.path.map.setFocus(Qt.FocusReason.OtherFocusReason)


@scene("debrief-unfinished")
def debrief_unfinished(stage: Stage) -> None:
    stage.shell.open_page("debrief", session=_session(stage, 2))


@scene("compare")
def compare(stage: Stage) -> None:
    first, second = _session(stage, 99, 3), _session(stage, 99, 1)
    stage.shell.open_page("compare", session=first, other=second.run_id)


@scene("pick-run")
def pick_run(stage: Stage) -> None:
    for pick in range(3):
        session = _session(stage, 99, pick)
    stage.shell.open_page("debrief", session=session)
    page = stage.shell.page()
    assert isinstance(page, DebriefPage)
    page._compare.click()


def _past_runs(stage: Stage) -> PastRunsPage:
    stage.shell.open_page("past-runs")
    page = stage.shell.page()
    assert isinstance(page, PastRunsPage)
    stage.settle()
    return page


@scene("past-runs")
def past_runs(stage: Stage) -> None:
    for decisions, pick in ((99, 3), (3, 1), (99, 2)):
        _session(stage, decisions, pick)
    _past_runs(stage)


@scene("past-runs-empty")
def past_runs_empty(stage: Stage) -> None:
    _past_runs(stage)


@scene("delete-run")
def delete_run(stage: Stage) -> None:
    _session(stage, 99, 3)
    _past_runs(stage)._wanted("delete")
