"""The sentences for every problem: the one place where codes turn into words.

Keys are (code, case). Sentences start in lower case because a place and a severity stand
before them: ``bus.yaml:84:13: error: …``.
"""

from __future__ import annotations

from typing import Final

from trainer.language import N_
from trainer.scenario import wording_method

_FILE: Final = {
    ("unreadable", "missing"): N_("there is no such file."),
    ("unreadable", "folder"): N_("this is a folder, not a file."),
    ("unreadable", "kind"): N_("this is a pipe or a device, not a file."),
    ("unreadable", "permission"): N_("this file may not be read by you."),
    ("unreadable", ""): N_("this file cannot be read: %(reason)s."),
    ("not-utf8", ""): N_("this file is not written in UTF-8."),
    ("bad-character", ""): N_("there is a character here that cannot be shown: %(character)s."),
    ("not-yaml", ""): N_("this is not YAML: %(reason)s."),
    ("not-yaml", "empty"): N_("this file is empty."),
    ("not-yaml", "colon"): N_("a colon inside a text makes YAML read it as two."),
    ("not-yaml", "quotes"): N_("the text goes on after its closing quotation mark."),
    ("not-yaml", "unclosed-quotes"): N_("a quotation mark opens here and never closes."),
    ("not-yaml", "tab"): N_("a tab stands where only spaces can."),
    ("not-yaml", "sign"): N_("a text cannot start with %(sign)s."),
    ("not-yaml", "indent"): N_("this line does not stand in line with those around it."),
    ("not-yaml", "no-colon"): N_("this line has no colon after its key."),
    ("not-yaml", "odd-space"): N_(
        "a sign that only looks like a space (%(sign)s) stands behind this colon."
    ),
    ("not-yaml", "unclosed-bracket"): N_("a bracket opens here and is not closed."),
    ("not-yaml", "merge"): N_(
        "a merge has left two versions of the same lines, from line %(first)s to line %(last)s."
    ),
    ("too-large", ""): N_("this file is larger than %(limit)s MiB."),
    ("too-large", "parts"): N_("this file has more than %(limit)s parts."),
    ("too-deep", ""): N_("more than %(limit)s lists and mappings stand inside each other."),
    ("too-deep", "condition"): N_("more than %(limit)s brackets stand inside each other."),
    ("alias", ""): N_("“*%(name)s” repeats another part of the file, which cannot be done."),
    ("alias", "anchor"): N_("“&%(name)s” names a part to repeat, which cannot be done."),
    ("tag", ""): N_("“%(tag)s” is a tag, and these files have none."),
    ("several-documents", ""): N_("a second document starts here; a file holds one."),
    ("unsupported-format", ""): N_(
        'format "%(format)s" is not one that is read here; those are: %(known)s.'
    ),
}

_SHAPE: Final = {
    ("duplicate-key", ""): N_('"%(key)s" stands here a second time.'),
    ("unknown-key", ""): N_('there is no key "%(key)s" here.'),
    ("missing-key", ""): N_('"%(where)s" lacks "%(key)s".'),
    ("missing-key", "file"): N_('this file lacks "%(key)s".'),
    ("missing-key", "scene"): N_('scene "%(where)s" lacks "%(key)s".'),
    ("missing-key", "choice"): N_('choice "%(where)s" lacks "%(key)s".'),
    ("missing-key", "one-of"): N_('"%(where)s" lacks one of: %(keys)s.'),
    ("missing-key", "scene-one-of"): N_('scene "%(where)s" lacks one of: %(keys)s.'),
    ("missing-key", "choice-one-of"): N_('choice "%(where)s" lacks one of: %(keys)s.'),
    ("missing-key", "entry"): N_('entry "%(where)s" lacks "%(key)s".'),
    ("missing-key", "drill"): N_('drill "%(where)s" lacks "%(key)s".'),
    ("missing-key", "reply"): N_('reply "%(where)s" lacks "%(key)s".'),
    ("missing-key", "section"): N_('section "%(where)s" lacks "%(key)s".'),
    ("missing-key", "segment"): N_('part "%(where)s" lacks "%(key)s".'),
    ("missing-key", "file-one-of"): N_("this file lacks one of: %(keys)s."),
    ("missing-key", "reply-one-of"): N_('reply "%(where)s" lacks one of: %(keys)s.'),
    ("missing-key", "section-one-of"): N_('section "%(where)s" lacks one of: %(keys)s.'),
    ("missing-key", "speaker"): N_("nobody speaks this line."),
    ("wrong-type", "text"): N_('"%(key)s" takes a text.'),
    ("wrong-type", "number"): N_('"%(key)s" takes a whole number, not "%(value)s".'),
    ("wrong-type", "boolean"): N_('"%(key)s" takes true or false, not "%(value)s".'),
    ("wrong-type", "value"): N_('"%(key)s" takes a whole number, true or false, not "%(value)s".'),
    ("wrong-type", "list"): N_('"%(key)s" takes a list.'),
    ("wrong-type", "mapping"): N_('"%(key)s" takes a mapping of keys and values.'),
    ("wrong-type", "next"): N_('"%(key)s" takes the name of a scene, or a list of ways on.'),
    ("wrong-type", "scene"): N_('scene "%(key)s" is empty.'),
    ("wrong-type", "line"): N_("a line takes a text, or a speaker and a text."),
    ("wrong-type", "top"): N_("a file is a mapping of keys and values."),
    ("wrong-type", "key"): N_("a key is one word, not a list or a mapping."),
    ("wrong-type", "set-boolean"): N_('"%(key)s" is true or false, not "%(value)s".'),
    ("wrong-type", "set-number"): N_('"%(key)s" is a whole number, not "%(value)s".'),
    ("wrong-type", "change-boolean"): N_('"%(key)s" is true or false and cannot be counted.'),
    ("bad-value", "one-of"): N_('"%(key)s" cannot be "%(value)s"; it is one of: %(known)s.'),
    ("bad-value", "range"): N_('"%(key)s" goes from %(low)s to %(high)s, not %(value)s.'),
    ("bad-value", "least"): N_('"%(key)s" is %(low)s or more, not %(value)s.'),
    ("bad-value", "empty-list"): N_('"%(key)s" needs at least one entry.'),
    ("bad-value", "few"): N_('"%(key)s" needs at least %(least)s entries.'),
    ("bad-value", "many"): N_('"%(key)s" takes no more entries than %(most)s.'),
    ("bad-value", "id"): N_('"%(value)s" is not an id: lower-case words joined by hyphens.'),
    ("bad-value", "language"): N_('"%(value)s" is not a code of a language, like en or zh-TW.'),
    ("bad-value", "date"): N_('"%(value)s" is not a date like 2026-03-31.'),
    ("bad-value", "address"): N_('"%(value)s" is not an address like https://example.org.'),
    ("bad-value", "mail"): N_('"%(value)s" is not an address for email.'),
    ("bad-value", "phone"): N_('"%(value)s" is not a number to call or to send a text to.'),
    ("bad-value", "circle"): N_('"%(value)s" lies within itself.'),
    ("bad-value", "name"): N_(
        '"%(value)s" cannot be a name: it takes a letter, then letters, digits, - and _.'
    ),
    ("bad-value", "state-name"): N_(
        '"%(value)s" cannot be a name here: it takes a letter, then letters, digits and _.'
    ),
    ("bad-value", "reserved"): N_('"%(value)s" has a meaning of its own and cannot be a name.'),
    ("bad-value", "excluded"): N_('"%(key)s" and "%(other)s" exclude each other.'),
    ("bad-value", "of-kind"): N_('"%(key)s" has no meaning in a part of the kind "%(kind)s".'),
    ("bad-value", "own-words"): N_(
        '"%(key)s" takes the place of one section\'s, and no "section" is named.'
    ),
    ("bad-value", "least-minutes"): N_(
        '"least" is what it can be cut to, so it is at most %(minutes)s, not %(least)s.'
    ),
    ("bad-value", "never-shortened"): N_('a "%(kind)s" is never shortened, so it has no "least".'),
    ("bad-value", "speakers"): N_("this line has two speakers, “%(other)s” and “%(key)s”."),
    ("bad-value", "timer"): N_('a "timer" needs "choices" in the same scene.'),
    ("bad-value", "only-true"): N_('"%(key)s" can only be true.'),
    ("bad-value", "last-way"): N_("the last way on has a condition, so there may be none."),
    ("bad-value", "logo-kind"): N_('"%(value)s" is not a PNG file.'),
    ("bad-value", "picture-kind"): N_('"%(value)s" is not a PNG, JPEG or WebP file.'),
    ("empty-text", ""): N_('"%(key)s" is empty.'),
    ("duplicate-id", ""): N_('the id "%(id)s" is already taken by %(other)s.'),
    ("duplicate-id", "choice"): N_('scene "%(scene)s" has another choice "%(id)s".'),
    ("duplicate-id", "reply"): N_('drill "%(drill)s" has another reply "%(id)s".'),
    ("duplicate-id", "section"): N_('this page has another section "%(id)s".'),
    ("duplicate-id", "rung"): N_('part "%(segment)s" has another rung "%(id)s".'),
    ("duplicate-id", "card"): N_('part "%(segment)s" has another card "%(id)s".'),
    ("duplicate-id", "answer"): N_('part "%(segment)s" has another answer "%(id)s".'),
    ("duplicate-id", "entry"): N_('the entry "%(id)s" is already in %(other)s.'),
    ("duplicate-id", "place"): N_('the place "%(id)s" is another one in %(other)s.'),
}

_NAMES: Final = {
    ("unknown-scene", ""): N_('"%(key)s" names scene "%(to)s", which does not exist.'),
    ("unknown-scene", "choice"): N_('choice "%(choice)s" leads to "%(to)s", which does not exist.'),
    ("unknown-scene", "scene"): N_('scene "%(scene)s" leads to "%(to)s", which does not exist.'),
    ("unknown-scene", "timer"): N_(
        'the timer of scene "%(scene)s" leads to "%(to)s", which does not exist.'
    ),
    ("unknown-cast", ""): N_('"%(name)s" is not in the cast.'),
    ("unknown-variable", ""): N_('"%(name)s" is not in the state.'),
    ("unknown-variable", "condition"): N_('the condition reads "%(name)s", not in the state.'),
    ("unknown-resource", ""): N_('"%(name)s" is not in the help directory.'),
    ("unknown-place", ""): N_('there is no place "%(name)s" in the help directory.'),
    ("unknown-rule", ""): N_('there is no method rule "%(name)s".'),
    ("unknown-source", ""): N_('"%(name)s" is not among the sources of this page.'),
    ("unknown-scenario", ""): N_(
        'scenario "%(name)s" neither comes with Upstander nor lies beside this plan.'
    ),
    ("unknown-page", ""): N_(
        'page "%(name)s" neither comes with Upstander nor lies beside this plan.'
    ),
    ("unknown-section", ""): N_('page "%(page)s" has no section "%(name)s".'),
    ("unknown-contact", ""): N_(
        'entry "%(name)s" is neither in the help directory of Upstander nor beside this plan.'
    ),
    ("unknown-picture", ""): N_('there is no built-in picture "%(name)s".'),
    ("missing-asset", ""): N_('there is no file "%(path)s" in the folder of this file.'),
    ("missing-asset", "no-picture"): N_('what is in the file "%(path)s" is no picture.'),
    ("missing-asset", "other-kind"): N_(
        'what is in the file "%(path)s" is a picture of another kind than its ending says.'
    ),
    ("missing-asset", "cut-off"): N_('the picture "%(path)s" ends half way.'),
    ("missing-asset", "too-large"): N_(
        'the picture "%(path)s" is too large to be shown: up to 16 MB and 16 million pixels are.'
    ),
    ("unsafe-path", "absolute"): N_('"%(path)s" does not start in the folder of this file.'),
    ("unsafe-path", "leaves"): N_('"%(path)s" leaves the folder of this file.'),
    ("unsafe-path", "link"): N_('"%(path)s" is a link out of the folder of this file.'),
    ("unsafe-markup", "html"): N_("“%(text)s” is HTML, which is never shown."),
    ("unsafe-markup", "picture"): N_("a text cannot hold a picture."),
    ("unsafe-markup", "link"): N_("“%(text)s” is not a link to https, mailto or tel."),
}

_CONDITIONS: Final = {
    ("bad-condition", "stranger"): N_("the condition cannot have “%(text)s” here."),
    ("bad-condition", "unfinished"): N_("the condition ends too early."),
    ("bad-condition", "unclosed"): N_("a bracket of the condition is not closed."),
    ("bad-condition", "chained"): N_("a comparison ends before “%(text)s”; join two with and."),
    ("bad-condition", "call"): N_("a condition calls nothing, so no bracket follows “%(text)s”."),
    ("bad-condition", "arithmetic"): N_(
        "a condition does not reckon, so it cannot have “%(text)s”."
    ),
    ("bad-condition", "mixed"): N_(
        "“%(left)s” and “%(right)s” are a number and a true or false; they cannot be compared."
    ),
    ("bad-condition", "ordered"): N_("“%(text)s” is true or false; “%(sign)s” compares numbers."),
    ("bad-condition", "not-boolean"): N_("“%(text)s” is a number; here stands true or false."),
}

_WAYS: Final = {
    ("stuck", ""): N_('in scene "%(scene)s" no choice is offered, on the way %(way)s.'),
    ("stuck", "values"): N_(
        'in scene "%(scene)s" no choice is offered with %(values)s, on the way %(way)s.'
    ),
    ("endless", ""): N_('from scene "%(scene)s" no ending can be reached, on the way %(way)s.'),
    ("endless", "values"): N_(
        'from scene "%(scene)s" no ending can be reached with %(values)s, on the way %(way)s.'
    ),
    ("stub-reached", ""): N_(
        'scene "%(scene)s" is planned but not written, and is reached: %(way)s.'
    ),
    ("unreachable-scene", ""): N_('nothing leads to scene "%(scene)s".'),
    ("never-offered", ""): N_('choice "%(choice)s" is never offered: %(when)s never holds.'),
    ("never-taken", "choice"): N_(
        'choice "%(choice)s" never goes its way number %(number)s, to "%(to)s".'
    ),
    ("never-taken", "scene"): N_(
        'scene "%(scene)s" never goes its way number %(number)s, to "%(to)s".'
    ),
    ("unused-variable", ""): N_('no condition of a scene in reach reads "%(name)s".'),
    ("unused-cast", ""): N_('"%(name)s" never speaks, is nowhere present and nowhere named.'),
    ("too-many-states", ""): N_(
        "there are more than %(limit)s states, so not all of them were tried."
    ),
    ("too-many-states", "work"): N_(
        "trying every state takes too long, so not all of them were tried."
    ),
    ("long-scene", ""): N_(
        'since the last decision there are up to %(words)s words before scene "%(scene)s" decides.'
    ),
}

_CARE: Final = {
    ("cut-text", "comment"): N_("this text ends at “ #”; what follows is read as a comment."),
    ("cut-text", "comma"): N_("this text was cut at its comma."),
    ("review-missing", ""): N_('the status is reviewed, and "reviewed" does not say by whom.'),
    ("review-expired", ""): N_("the review was good until %(until)s."),
    ("reviewed-unmended", ""): N_("it is marked as reviewed, yet something is left to mend."),
    ("same-words", ""): N_("choice %(n)s has the same words as choice %(other)s."),
    ("no-ending", ""): N_("no scene ends the story."),
    ("forgotten-target", ""): N_('no choice says what it did for "%(name)s".'),
    ("forgotten-target", "you"): N_("no choice says what it did for the learner."),
    ("unseen-target", ""): N_('"%(who)s" is not in the picture of scene "%(scene)s".'),
    ("template-reason", ""): N_("the reason is still the template's."),
    ("template-reason", "notes"): N_("the notes for whoever leads are still the template's."),
    ("template-reason", "left-out"): N_("why this is left out is still the template's reason."),
    ("reviewed-other", ""): N_("it was changed after %(by)s reviewed it."),
    ("stale-translation", ""): N_(
        "the %(language)s translation of %(where)s belongs to an older text."
    ),
    ("stale-translation", "gone"): N_(
        "the %(language)s translation has %(where)s, which no longer exists."
    ),
    ("stale-translation", "unreadable"): N_(
        "the %(language)s translation, %(file)s, cannot be read as a PO file."
    ),
}

_HELP_DRILLS_PAGES: Final = {
    ("entry-expired", ""): N_('what entry "%(entry)s" says was to be read again by %(until)s.'),
    ("unused-source", ""): N_('no section names the source "%(name)s".'),
    ("long-section", ""): N_('section "%(section)s" has %(words)s words.'),
}

_PLANS: Final = {
    ("long-slide", ""): N_("this slide has %(words)s words."),
    ("no-care", ""): N_(
        "nobody is named who is there for somebody who needs a pause: phones then have no button "
        "for it, and say that whoever leads the workshop is there for that."
    ),
    ("title-minutes", ""): N_(
        "the title says %(told)s minutes, and the segments make %(minutes)s together."
    ),
    ("survey-twice", ""): N_(
        'part "%(segment)s" is a second survey "%(when)s"; its answers would take the place '
        "of the first one's."
    ),
    ("cards-and-size", ""): N_(
        'part "%(segment)s" has %(cards)s cards that anybody may get, for groups of %(size)s.'
    ),
}

SENTENCES: Final[dict[tuple[str, str], str]] = {
    **_FILE,
    **_SHAPE,
    **_NAMES,
    **_CONDITIONS,
    **_WAYS,
    **_CARE,
    **_HELP_DRILLS_PAGES,
    **_PLANS,
    **wording_method.SENTENCES,
}

HINTS: Final[dict[str, str]] = {
    "near": N_('Did you mean "%(near)s"?'),
    "save-utf8": N_("Save it as UTF-8."),
    "quote-colon": N_("Put the whole text in quotation marks, or on lines of its own after |."),
    "quote-quotes": N_(
        "Put the whole text, its quotation marks included, on lines of its own after |."
    ),
    "quote-sign-open": N_("Close it; or, if it starts a text, put the text in quotation marks."),
    "quote-sign": N_("Put the whole text in quotation marks."),
    "spaces": N_("Use spaces."),
    "common-space": N_("Take it out, and type a space."),
    "align": N_("Give it as many spaces in front as the lines that it belongs with."),
    "choose-side": N_("Choose between them, and take out the three lines of marks."),
    "write-not": N_('Write "not %(name)s".'),
    "write-block": N_("Write each sentence on a line of its own after a hyphen, or quote it."),
    "quote-hash": N_("If it belongs to the text, put the whole text in quotation marks."),
    "write-out": N_("Write it out again here."),
    "no-quotes": N_("Write it without quotation marks."),
    "write-value": N_("Write %(value)s."),
    "stub": N_("If it is planned and not written yet, write {stub: true}."),
    "list-entry": N_("Start each entry with a hyphen."),
    "exactly-one": N_("Keep one of: %(keys)s."),
    "no-when": N_('Leave "when" out of the last one; it is the way when nothing else holds.'),
    "join-and": N_('Join two comparisons with "and".'),
    "dot-file": N_("A name without a dot is built in; one with a dot is a file of yours."),
    "too-long": N_("Split it into several scenarios."),
    "long": N_("Over %(limit)s words are long to read at once."),
    "read-again": N_("Read the source again, and put the day and a new one in."),
    "slide": N_("Over %(limit)s words do not fit on a slide; make two sections of it."),
    "kind-has": N_("That kind has: %(keys)s."),
    "last-row": N_("Over %(limit)s words are not read from the last row; make two slides of it."),
    "add-care": N_('Write "care:" with a name and where the person is to be found.'),
    "no-svg": N_("SVG is for built-in pictures only."),
    **wording_method.HINTS,
}
