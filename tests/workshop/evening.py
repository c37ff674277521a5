"""An evening that is over, and what its report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workshop.room import Clock, vote_all, walk_to, workshop_question
from tests.workshop.small import small
from trainer.workshop import holding
from trainer.workshop.after import settling

if TYPE_CHECKING:
    from trainer.workshop.after.model import Report
    from trainer.workshop.workshop import Workshop


def answer_survey(workshop: Workshop, answers: dict[str, str], statement: str = "sure/act") -> None:
    """Answer one statement of the survey that is asked now, by voter."""
    number = workshop.state.ballots[statement][-1].number
    for voter, answer in answers.items():
        told = {"voter": voter, "question": statement, "pass": number, "answers": [answer]}
        workshop.do("vote", **told)


def evening(clock: Clock, *, keeps: bool = True) -> Workshop:
    """A workshop from its beginning to its end, with twelve phones."""
    workshop = holding.begin(small(), keeps=keeps, clock=clock)
    workshop.do("people", count=40)
    for number in range(12):
        workshop.do("join", voter=f"v{number}")
        workshop.do("code", voter=f"v{number}", code=f"secret-code-{number}")
    workshop.do("begin")
    clock.go(240)
    walk_to(workshop, "before")
    answer_survey(workshop, {f"v{number}": "1" for number in range(12)})
    clock.go(60)
    walk_to(workshop, "ladder")
    vote_all(workshop, {"verbal": 6, "threat": 1})
    workshop.do("hands", question=workshop_question(workshop), answer="verbal", count=9)
    workshop.do("ask", voter="v3", text="a question from the third row")
    workshop.do("care", name="Ana", where="by the door")
    workshop.do("pause", voter="v4", comes=True, where="last row")
    workshop.do("park", text="Ask the venue for a ramp", owner="Marisol")
    walk_to(workshop, "will-do")
    vote_all(workshop, {"look": 8})
    walk_to(workshop, "after")
    answer_survey(workshop, {f"v{number}": "4" if number < 7 else "1" for number in range(12)})
    walk_to(workshop, "close")
    clock.go(300)
    workshop.do("end")
    return workshop


def told(workshop: Workshop) -> Report:
    return settling.settle(workshop).report
