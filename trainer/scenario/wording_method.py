"""The sentences for the method rules: what was found, what to do, and why it matters.

The reasons are what the report prints and an editor shows; each ends with where it was
found, or says that it is ours.
"""

from __future__ import annotations

from typing import Final

from trainer.language import N_

SENTENCES: Final[dict[tuple[str, str], str]] = {
    ("direct-required", ""): N_(
        "no supported ending can be reached without a Direct choice; one way is %(way)s."
    ),
    ("one-right-answer", ""): N_(
        'in scene "%(scene)s" fewer than two of the five D\'s can fit better than poorly.'
    ),
    ("five-buttons", ""): N_(
        "%(count)s of %(all)s decisions offer all five D's once each; in life they do not come "
        "sorted."
    ),
    ("d-missing", ""): N_("%(d)s is never offered, and nothing says why."),
    ("delegate-to-nobody", ""): N_('choice "%(choice)s" asks nobody in particular for help.'),
    ("filming-first", ""): N_(
        'choice "%(choice)s" records before anyone is helping, on the way %(way)s.'
    ),
    ("recording-not-asked", ""): N_(
        'choice "%(choice)s" passes a recording on about which nobody asked, on the way %(way)s.'
    ),
    ("recording-not-asked", "ending"): N_(
        'scene "%(scene)s" ends well after a recording about which nobody asked, on the way '
        "%(way)s."
    ),
    ("police-not-asked", ""): N_(
        'choice "%(choice)s" brings in the police without asking the person, on the way %(way)s.'
    ),
    ("wait-closes-delay", ""): N_(
        'after choice "%(choice)s" nobody can check in any more, on the way %(way)s.'
    ),
    ("silent-target", ""): N_(
        "on no way does a targeted person speak within the first %(limit)s decisions."
    ),
    ("direct-too-long", ""): N_(
        'choice "%(choice)s" is Direct and has %(words)s words; more than %(limit)s are a speech.'
    ),
    ("direct-too-long", "reply"): N_(
        'reply "%(reply)s" is Direct and has %(words)s words; more than %(limit)s are a speech.'
    ),
    ("drill-ds", ""): N_('the replies of drill "%(drill)s" hold too few of the five D\'s: %(ds)s.'),
    ("giveaway", ""): N_(
        "in %(count)s of %(all)s decisions the strongest choice stands first or is the longest "
        "by far."
    ),
    ("no-targeted-feedback", ""): N_(
        'the feedback of choice "%(choice)s" does not say what it did for a targeted person.'
    ),
    ("no-view", ""): N_('the ending in scene "%(scene)s" lacks the targeted person\'s view.'),
    ("no-content-notes", ""): N_(
        "there are no content notes, though the severity is %(severity_told)s."
    ),
    ("no-content-notes", "drills"): N_("there are no content notes, and drills quote what hurts."),
    ("no-debrief", ""): N_("there is no question for the time after."),
    ("no-resources", ""): N_("no entry of the help directory is named."),
    ("no-resources", "close"): N_('the close "%(segment)s" names no entry of the help directory.'),
    ("no-close", ""): N_("the plan ends without a close."),
    ("after-close", ""): N_('part "%(segment)s" comes after the close.'),
    ("not-arrived", ""): N_(
        'it begins with "%(segment)s", before anybody has arrived or anything is agreed.'
    ),
    ("scenario-then-close", ""): N_(
        'after scenario "%(segment)s" comes the close, with nothing to talk it over.'
    ),
    ("no-break", ""): N_(
        "from here on there are %(minutes)s minutes without a break; more than %(limit)s are long."
    ),
    ("survey-alone", ""): N_(
        'survey "%(segment)s" comes after, and none came before to lay it beside.'
    ),
    ("targeted-unasked", ""): N_(
        'in part "%(segment)s" the cards go round only if somebody takes the targeted part.'
    ),
    ("no-agreements", ""): N_("there are no agreements, and people are to talk in the room."),
    ("unsourced-figure", ""): N_("“%(figure)s” has no source; the file names none."),
    ("unsourced-figure", "section"): N_("“%(figure)s” has no source; the section names none."),
}

HINTS: Final[dict[str, str]] = {
    "set-over": N_('If the harm is over here, write "over: true".'),
    "leave-out": N_('Offer it somewhere, or say under "leaves_out" why %(d)s has no place.'),
    "add-to": N_('Write "to:" and whom of the cast.'),
    "add-view": N_('Write "view:" below "ending".'),
    "direct-optional": N_("Let an indirect way end well, too."),
    "help-first": N_('Offer it after somebody helps, or rate it "poor".'),
    "ask-recording": N_('Let a choice before it, or this one, have "asks: recording".'),
    "ask-police": N_('Let a choice before it, or this one, have "asks: police".'),
    "keep-delay": N_("Let Delay be possible later on that way."),
    "let-speak": N_("Give the targeted person a line near the start."),
    "add-about": N_("Add what it did for: %(names)s."),
    "add-source": N_('Name where it comes from under "sources", or leave the figure out.'),
    "three-ds": N_("Let them be of three different D's at least."),
    "mix": N_("Mix the order and the lengths of the choices."),
}

REASONS: Final[dict[str, str]] = {
    "direct-required": N_(
        "Confronting must not be the only way to a good end: most of the five D's are indirect, "
        "and Asian Americans who were targeted rate confronting worst where the threat is high "
        "(righttobe.org; Xie and Galliher 2022)."
    ),
    "one-right-answer": N_(
        "There is seldom one right D. Place, power and who you are decide (righttobe.org)."
    ),
    "five-buttons": N_(
        "Whoever learns to pick one of five buttons has not learned to look for what is possible "
        "(ours)."
    ),
    "d-missing": N_("The five D's are the method; where one has no place, that is worth a word."),
    "delegate-to-nobody": N_(
        "A call to everyone is answered by no one. Delegating names a person, a fact and an action "
        "(togetheragainstsexism.org)."
    ),
    "filming-first": N_(
        "Document is for when someone is already helping (righttobe.org; wfaa.com)."
    ),
    "recording-not-asked": N_(
        "A recording belongs to the person it shows being harmed (righttobe.org; all-u-me.com)."
    ),
    "police-not-asked": N_(
        "Whether the police come is the person's to say, but for an emergency (wfaa.com). Sources "
        "differ about calling at all (AFSC, apaics.org)."
    ),
    "wait-closes-delay": N_("“Not now” is a good answer as long as there is a later (ours)."),
    "silent-target": N_("Whoever it happens to has a voice from the start (ours)."),
    "direct-too-long": N_("Direct is short and calm and does not argue (wfaa.com)."),
    "drill-ds": N_("There is seldom one right D, in a drill as in a scenario (righttobe.org)."),
    "giveaway": N_("Otherwise people practise reading the form and not the scene (ours)."),
    "no-targeted-feedback": N_("The targeted person's relief is the measure of every choice."),
    "no-view": N_("The last word belongs to whoever it happened to (ours)."),
    "no-content-notes": N_(
        "Notes do not lessen distress; they are for choosing and skipping (Bridgland 2023)."
    ),
    "no-debrief": N_("Talking it over turns practice into a plan (johs.org.uk)."),
    "no-resources": N_("A training closes with where to find help (washingtonpeacecenter.org)."),
    "no-close": N_(
        "Whoever was touched by it leaves with it. A close says where there is help "
        "(washingtonpeacecenter.org)."
    ),
    "after-close": N_(
        "People leave when it has closed, and the close is what is remembered (ours)."
    ),
    "not-arrived": N_(
        "Agreements and a way to step out come before a scene or a part to play "
        "(washingtonpeacecenter.org)."
    ),
    "scenario-then-close": N_(
        "A scene stirs things up. Talking it over comes before going home (johs.org.uk)."
    ),
    "no-break": N_(
        "A break lets people step out without having to say why (ours; the longest training "
        "without one that we know of has 90 minutes)."
    ),
    "survey-alone": N_(
        "How sure people feel after says nothing without how sure they felt before."
    ),
    "targeted-unasked": N_(
        "Nobody plays the targeted part unasked: for some in the room it is no play (johs.org.uk)."
    ),
    "no-agreements": N_(
        "Agreements, with a way to step out, come before anybody is asked to speak "
        "(washingtonpeacecenter.org)."
    ),
    "unsourced-figure": N_("A figure moves people whether it is true or not (ours)."),
}
"""Why each rule is there, by code."""
