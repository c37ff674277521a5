"""What somebody asks who writes for the first time: where it is, who reads it, what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring import formats
from trainer.language import N_, _

if TYPE_CHECKING:
    from pathlib import Path


_SHOWN: Final = {
    formats.HELP: N_(
        "A place of which all is written is in Get help, as it was last saved; one that is not "
        "finished is left out."
    ),
    formats.DRILLS: N_(
        "Once no error is left, they are in Learn, before those that come with Upstander, as they "
        "were last saved."
    ),
    formats.PLAN: N_(
        "Once no error is left, it is in Workshop, among the plans, as it was last saved."
    ),
    formats.PAGE: N_(
        "Once no error is left, it is in Learn, among the pages about the method, as it was last "
        "saved."
    ),
}
"""What of another format than a story is shown, and where."""


_FINISHED: Final = {
    formats.HELP: N_(
        "No. A place that is not finished waits for you in the list of problems, and is left out "
        "until then."
    ),
    "": N_(
        "No. What is still to be written waits for you in the list of problems. As long as an "
        "error is left there, it is shown nowhere else."
    ),
}
"""Whether it must be finished, of another format than a story."""


def _who_reads(of_format: str) -> str:
    if of_format == formats.HELP:
        return _(
            "Whoever can open files on this computer; a passphrase on your profile does not "
            "lock it. Upstander sends it nowhere, but to the phones of a workshop that you "
            "lead with it. Write only what these places tell everybody about themselves."
        )
    return _(
        "Whoever can open files on this computer; a passphrase on your profile does not "
        "lock it. Upstander sends it nowhere, but to the phones of a workshop that you "
        "lead with it. Write no real names, and nothing by which somebody could be known."
    )


def _way_back(*, keeps: bool) -> str:
    if keeps:
        return _(
            "Ctrl Z takes back one step after another, also after saving, until the window "
            "closes. “Earlier versions …”, under “More”, has the file as it was before, and "
            "going back to one can be undone, too."
        )
    return _(
        "Ctrl Z takes back one step after another, also after saving, until the window closes. "
        "Upstander keeps nothing of what you do now, so there are no earlier versions of the "
        "file. The file itself stays, until you delete it in Author."
    )


def good_to_know(folder: Path, of_format: str = "", *, keeps: bool = True) -> list[tuple[str, str]]:
    """Give questions with their answers, of what is written in a folder, and of a format.

    ``keeps`` tells whether Upstander keeps what somebody does, earlier versions among it.
    """
    return [
        (
            _("Where is my file?"),
            _(
                "On this computer, in the folder %(folder)s. “Save in another place …”, under "
                "“More” in the editor, puts it elsewhere."
            )
            % {"folder": folder},
        ),
        (
            _("Who can read it?"),
            _who_reads(of_format),
        ),
        (
            _("What if the computer goes off?"),
            _(
                "What you write is kept within a second, also what you have not saved. Open the "
                "file again, and it is there, or you are asked whether to go on with it."
            ),
        ),
        (
            _("How do I go back?"),
            _way_back(keeps=keeps),
        ),
        (
            _("How do I show it to my group?"),
            _(_SHOWN[of_format])
            if of_format in _SHOWN
            else _(
                "Once no error is left, it is in Practice and can be picked for a workshop, as it "
                "was last saved; a file that lies elsewhere, once its folder is added under "
                "Settings, Scenario folders. For another computer, give away a copy."
            ),
        ),
        (
            _("How do I give it to a colleague?"),
            _(
                "“Give away a copy …”, under “More”, puts a copy where you say, with your own "
                "pictures, translations and the files that it uses. On the other computer, "
                "“Take in what somebody gave you …” in Author puts it among their files. For "
                "whoever reads on paper, “Print …” makes a PDF."
            ),
        ),
        (
            _("Must it be finished?"),
            _(_FINISHED.get(of_format, _FINISHED[""]))
            if of_format in _SHOWN
            else _(
                "No. It is a draft until somebody who knows has read it, and says so wherever it "
                "is played. What is still to be written waits for you in the list of problems."
            ),
        ),
    ]
