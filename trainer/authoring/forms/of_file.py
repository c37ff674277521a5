"""The fields of a scenario as a whole: what it is called, where it takes place, who is in it."""

from __future__ import annotations

from typing import Final

from trainer.authoring.forms.fields import Field, Is
from trainer.authoring.forms.licences import ITS_TERMS
from trainer.language import N_
from trainer.method.ds import D

TITLE: Final = Field(("title",), N_("Title"), kept=True)
SUMMARY: Final = Field(("summary",), N_("What it is about, in one or two sentences"), Is.TEXT,
                       kept=True)  # fmt: skip
SETTING: Final = Field(("setting",), N_("Where it takes place"), Is.PICK, kept=True)
SEVERITY: Final = Field(("severity",), N_("How far it goes"), Is.PICK, kept=True)
MINUTES: Final = Field(("minutes",), N_("Minutes that one run takes"), Is.NUMBER, kept=True,
                       least=1, most=60)  # fmt: skip
START: Final = Field(("start",), N_("The story begins with"), Is.SCENE, kept=True)
BACKDROP: Final = Field(("backdrop",), N_("Picture behind all scenes"), Is.PICTURE,
                        nothing=N_("None"))  # fmt: skip
NOTES: Final = Field(("content_notes",), N_("What may be hard to read"), Is.NAMES,
                     note=N_("Told before the story begins. With commas between."))  # fmt: skip
GOALS: Final = Field(("goals",), N_("What can be practised here"), Is.SENTENCES,
                     note=N_("Each in a line of its own."))  # fmt: skip

OF_YOU: Final = (
    Field(("you", "role"), N_("Who the person practising is here"), kept=True,
          note=N_("In a word or two, such as “rider”.")),
    Field(("you", "note"), N_("What the person practising knows at the start"), Is.TEXT),
    Field(("you", "name"), N_("What others call the person practising")),
    Field(("you", "targeted"), N_("It happens to the person practising."), Is.TICK),
)  # fmt: skip

AT_THE_END: Final = (
    Field(("debrief", "questions"), N_("Questions at the end"), Is.SENTENCES, lines=3,
          note=N_("Each in a line of its own, with room to write an answer.")),
)  # fmt: skip

_LEFT_OUT: Final = {
    D.DISTRACT: N_("Why there is no Distract"),
    D.DELEGATE: N_("Why there is no Delegate"),
    D.DOCUMENT: N_("Why there is no Document"),
    D.DELAY: N_("Why there is no Delay"),
    D.DIRECT: N_("Why there is no Direct"),
}
LEFT_OUT: Final = tuple(
    Field(("leaves_out", d.value), words, Is.TEXT) for d, words in _LEFT_OUT.items()
)

ORIGIN: Final = (
    Field(("sources",), N_("Where the incident and the facts come from"), Is.SENTENCES,
          note=N_("Each in a line of its own.")),
    Field(("authors",), N_("Who wrote it"), Is.NAMES, kept=True,
          note=N_("With commas between.")),
    Field(("licence",), N_("What others may do with it"), Is.LICENCE, kept=True, note=ITS_TERMS),
    Field(("language",), N_("Language of the texts"), Is.LANGUAGE, kept=True,
          note=N_("Spelling is looked up in it. A line in another language is left alone.")),
)  # fmt: skip

PERSON: Final = (
    Field(("name",), N_("What the person is called"), kept=True),
    Field(("role",), N_("Their part in what happens"), Is.PICK, kept=True),
    Field(("pronouns",), N_("Pronouns"), note=N_("she, he, they, or the person’s own.")),
    Field(
        ("picture",),
        N_("Picture"),
        Is.PICTURE,
        nothing=N_("None"),
        note=N_(
            "None is chosen: shown as a figure with the first letters of the name; without a name "
            "of their own, with a plain shape."
        ),
    ),
    Field(("note",), N_("Who they are besides this"), Is.TEXT),
)
"""The fields of a person of the cast."""
