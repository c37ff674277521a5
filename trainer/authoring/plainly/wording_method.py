"""What the rules of the method found, in plain words; why they are there is told beside it."""

from __future__ import annotations

from typing import Final

from trainer.language import N_

SENTENCES: Final[dict[tuple[str, str], str]] = {
    ("direct-required", ""): N_(
        "No way comes to a good end without speaking up to the person who harms. One way: %(way)s."
    ),
    ("one-right-answer", ""): N_(
        "Here only one of the five D’s helps, or none; there is seldom just one good thing to do."
    ),
    ("five-buttons", ""): N_(
        "%(count)s of %(all)s decisions offer all five D’s once each; in life they do not come "
        "sorted."
    ),
    ("d-missing", ""): N_("%(d)s is never offered, and nothing says why."),
    ("delegate-to-nobody", ""): N_("This choice asks for help, and does not say whom."),
    ("filming-first", ""): N_("This choice records before anyone is helping, on the way %(way)s."),
    ("recording-not-asked", ""): N_(
        "This choice passes on a recording about which nobody was asked, on the way %(way)s."
    ),
    ("recording-not-asked", "ending"): N_(
        "It ends well after a recording about which nobody was asked, on the way %(way)s."
    ),
    ("police-not-asked", ""): N_(
        "This choice calls in the police, and nobody has asked the person who is targeted, on the "
        "way %(way)s."
    ),
    ("wait-closes-delay", ""): N_(
        "After this choice nobody can check in any more, on the way %(way)s."
    ),
    ("silent-target", ""): N_(
        "On no way does the person who is targeted speak within the first %(limit)s decisions."
    ),
    ("direct-too-long", ""): N_(
        "What is said here has %(words)s words. Over %(limit)s, it is a speech."
    ),
    ("direct-too-long", "reply"): N_(
        "What is said here has %(words)s words. Over %(limit)s, it is a speech."
    ),
    ("drill-ds", ""): N_("The replies of this drill hold too few of the five D’s: %(ds)s."),
    ("giveaway", ""): N_(
        "In %(count)s of %(all)s decisions the strongest choice stands first or is the longest "
        "by far."
    ),
    ("no-targeted-feedback", ""): N_(
        "Nothing says yet what this choice did for the person who is targeted."
    ),
    ("no-view", ""): N_("Nothing says yet how the person who is targeted sees this ending."),
    ("no-content-notes", ""): N_("Nothing says yet what may be hard to read, and something is."),
    ("no-content-notes", "drills"): N_(
        "Nothing says yet what may be hard to read, and drills quote what hurts."
    ),
    ("no-debrief", ""): N_("There is no question for the time after."),
    ("no-resources", ""): N_("Nothing says yet where there is help, at the end of the story."),
    ("no-resources", "close"): N_("This close does not say yet where there is help."),
    ("no-close", ""): N_("The workshop ends without a close."),
    ("after-close", ""): N_("This part comes after the close."),
    ("not-arrived", ""): N_(
        "It begins with this, before anybody has arrived or anything is agreed."
    ),
    ("scenario-then-close", ""): N_(
        "After this story comes the close, with nothing to talk it over."
    ),
    ("no-break", ""): N_(
        "From here on there are %(minutes)s minutes without a break; more than %(limit)s are long."
    ),
    ("survey-alone", ""): N_(
        "This survey comes at the end, and none came at the beginning to lay it beside."
    ),
    ("targeted-unasked", ""): N_(
        "Here the cards go round only if somebody takes the part of the person who is targeted."
    ),
    ("no-agreements", ""): N_("Nothing is agreed, and people are to talk in the room."),
    ("unsourced-figure", ""): N_("“%(figure)s” stands here, and nothing says where it comes from."),
    ("unsourced-figure", "section"): N_(
        "“%(figure)s” stands here, and the section names no source."
    ),
}

HINTS: Final[dict[str, str]] = {
    "set-over": N_(
        "Write one more choice, with another D. A draft can be played as it is; only a review "
        "waits for this."
    ),
    "leave-out": N_("Offer it somewhere, or say why it is left out."),
    "add-to": "",
    "add-view": "",
    "direct-optional": N_("Let an indirect way end well, too."),
    "help-first": N_("Offer it after somebody helps, or let it fit poorly."),
    "ask-recording": N_("Let this choice, or one before it, ask the person about it."),
    "ask-police": N_("Let this choice, or one before it, ask the person about it."),
    "keep-delay": N_("Let Delay be possible later on that way."),
    "let-speak": N_("Give this person a line near the start."),
    "add-about": N_("Say it for: %(names)s."),
    "add-source": N_("Say where it comes from, or leave the figure out."),
    "three-ds": N_("Let them be of three different D’s at least."),
    "mix": N_("Mix the order and the lengths of the choices."),
}
