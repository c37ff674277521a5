"""What is wrong, in plain words: for each code and case of a problem a sentence for the editor.

The command line and its JSON have sentences of their own (:mod:`trainer.scenario.wording`), which
name keys and lines of the file. These name fields as the forms call them. Placeholders: ``field``
is the field's label, ``name``, ``to``, ``scene`` and the like are what people read.
"""

from __future__ import annotations

from typing import Final

from trainer.authoring.plainly import wording_method
from trainer.language import N_

STILL: Final = N_("Still to write.")
"""Below a field that has to be filled, and is not yet."""

_FILE: Final = {
    ("unreadable", "missing"): N_("The file is not there any more."),
    ("unreadable", "folder"): N_("There is a folder where the file should be."),
    ("unreadable", "kind"): N_("This is not a file that can be read."),
    ("unreadable", "permission"): N_("You may not read this file."),
    ("unreadable", ""): N_("The file cannot be read: %(reason)s."),
    ("not-utf8", ""): N_("Some letters of the file cannot be read; it is not written in UTF-8."),
    ("bad-character", ""): N_("There is a sign here that cannot be shown: %(character)s."),
    ("not-yaml", ""): N_("The text cannot be read from here on."),
    ("not-yaml", "empty"): N_("The file is empty."),
    ("not-yaml", "colon"): N_("A colon in the middle of a text cuts it in two."),
    ("not-yaml", "quotes"): N_("The text goes on after its closing quotation mark."),
    ("not-yaml", "unclosed-quotes"): N_("A quotation mark opens here and never closes."),
    ("not-yaml", "tab"): N_("A tab stands here, where only spaces can."),
    ("not-yaml", "sign"): N_("A text cannot begin with %(sign)s here."),
    ("not-yaml", "indent"): N_("This line does not stand in line with those around it."),
    ("not-yaml", "no-colon"): N_("This line has no colon after its first words."),
    ("not-yaml", "odd-space"): N_(
        "Behind this colon stands a sign that only looks like a space (%(sign)s)."
    ),
    ("not-yaml", "unclosed-bracket"): N_("A bracket opens here and is not closed."),
    ("not-yaml", "merge"): N_(
        "Two versions of the same lines stand here, as another program could not choose between "
        "them (lines %(first)s to %(last)s)."
    ),
    ("too-large", ""): N_("The file is larger than %(limit)s MiB."),
    ("too-large", "parts"): N_("The file has more than %(limit)s parts."),
    ("too-deep", ""): N_("More than %(limit)s lists stand inside each other here."),
    ("too-deep", "condition"): N_("More than %(limit)s brackets stand inside each other here."),
    ("alias", ""): N_("“*%(name)s” would repeat another part of the file; that cannot be done."),
    ("alias", "anchor"): N_("“&%(name)s” would be repeated elsewhere; that cannot be done."),
    ("tag", ""): N_("“%(tag)s” cannot begin a text here."),
    ("several-documents", ""): N_("A second file begins here, and one file holds only one."),
    ("unsupported-format", ""): N_(
        "The file says that it is “%(format)s”, which this version cannot read."
    ),
}

_SHAPE: Final = {
    ("duplicate-key", ""): N_("“%(field)s” is written here a second time."),
    ("duplicate-key", "name"): N_("“%(name)s” is here a second time; each name is there once."),
    ("unknown-key", ""): N_("“%(key)s” in the text means nothing here."),
    ("missing-key", ""): STILL,
    ("missing-key", "of-file"): N_("“%(field)s” is missing in the text."),
    ("missing-key", "speaker"): N_("Nobody says this line yet."),
    ("wrong-type", "text"): N_("“%(field)s” takes words."),
    ("wrong-type", "number"): N_("“%(field)s” takes a whole number, not “%(value)s”."),
    ("wrong-type", "boolean"): N_("“%(field)s” is either so or not so, not “%(value)s”."),
    ("wrong-type", "value"): N_(
        "The story remembers whole numbers, and what is so or not so; not “%(value)s”."
    ),
    ("wrong-type", "nothing"): STILL,
    ("wrong-type", "list"): N_("“%(field)s” can hold several, and is not written so yet."),
    ("wrong-type", "mapping"): N_("“%(field)s” is not written as it has to be."),
    ("wrong-type", "next"): N_("“%(field)s” takes the name of a scene."),
    ("wrong-type", "scene"): N_("Nothing is written in this scene yet."),
    ("wrong-type", "line"): N_("This is not written as a line that somebody says."),
    ("wrong-type", "top"): N_("The file is not written as one that can be read here."),
    ("wrong-type", "key"): N_("A short name is one word."),
    ("wrong-type", "set-boolean"): N_("“%(name)s” is so or not so, not “%(value)s”."),
    ("wrong-type", "set-number"): N_("“%(name)s” is a whole number, not “%(value)s”."),
    ("wrong-type", "change-boolean"): N_("“%(name)s” is so or not so, and cannot rise or fall."),
    ("bad-value", "one-of"): N_("“%(field)s” cannot be “%(value)s”. It can be: %(known)s."),
    ("bad-value", "range"): N_("“%(field)s” goes from %(low)s to %(high)s, not %(value)s."),
    ("bad-value", "least"): N_("“%(field)s” is %(low)s or more, not %(value)s."),
    ("bad-value", "empty-list"): STILL,
    ("bad-value", "few"): N_("“%(field)s” takes at least %(least)s."),
    ("bad-value", "many"): N_("“%(field)s” takes at most %(most)s."),
    ("bad-value", "id"): N_(
        "“%(value)s” cannot be a short name: small letters from a to z and digits, with hyphens "
        "between the words."
    ),
    ("bad-value", "language"): N_("“%(value)s” is not the code of a language, like en or zh-TW."),
    ("bad-value", "date"): N_(
        "“%(value)s” is not a day that can be read. Write it as in 2026-03-31, or 31 March 2026."
    ),
    ("bad-value", "address"): N_("“%(value)s” is not an address like https://example.org."),
    ("bad-value", "mail"): N_("“%(value)s” is not an address for email."),
    ("bad-value", "phone"): N_("“%(value)s” is not a number to call or to send a text to."),
    ("bad-value", "circle"): N_("“%(value)s” lies within itself."),
    ("bad-value", "name"): N_(
        "“%(value)s” cannot be a short name: letters from a to z, digits, - and _."
    ),
    ("bad-value", "state-name"): N_(
        "“%(value)s” cannot be a short name: letters from a to z, digits and _."
    ),
    ("bad-value", "reserved"): N_("“%(value)s” has a meaning of its own and cannot be a name."),
    ("bad-value", "excluded"): N_("“%(field)s” and “%(other)s” cannot both be there. Keep one."),
    ("bad-value", "of-kind"): N_("A part of this kind has no “%(field)s”."),
    ("bad-value", "own-words"): N_(
        "“%(field)s” takes the place of a section’s own, and no section is named."
    ),
    ("bad-value", "least-minutes"): N_(
        "When it is late, at least %(least)s minutes: that is more than its %(minutes)s."
    ),
    ("bad-value", "never-shortened"): N_("A part of this kind is never made shorter."),
    ("bad-value", "speakers"): N_("Two people say this line. Let each have a line."),
    ("bad-value", "timer"): N_("Time can run out only in a scene with choices."),
    ("bad-value", "only-true"): N_("“%(field)s” is ticked, or it is not there at all."),
    ("bad-value", "last-way"): N_(
        "The last way on has a condition. If it does not hold, the story finds no way on."
    ),
    ("bad-value", "logo-kind"): N_("“%(value)s” is not a PNG picture."),
    ("bad-value", "picture-kind"): N_("“%(value)s” is not a PNG, JPEG or WebP picture."),
    ("empty-text", ""): STILL,
    ("duplicate-id", ""): N_("Another file has the same short name, “%(id)s”: %(other)s."),
    ("duplicate-id", "choice"): N_(
        "Another choice in this scene has the same short name, “%(id)s”."
    ),
    ("duplicate-id", "reply"): N_("Another reply here has the same short name, “%(id)s”."),
    ("duplicate-id", "section"): N_("Another section has the same short name, “%(id)s”."),
    ("duplicate-id", "rung"): N_("Another line here has the same short name, “%(id)s”."),
    ("duplicate-id", "card"): N_("Another card here has the same short name, “%(id)s”."),
    ("duplicate-id", "answer"): N_("Another answer here has the same short name, “%(id)s”."),
    ("duplicate-id", "entry"): N_("The entry “%(id)s” is there already, in %(other)s."),
    ("duplicate-id", "place"): N_("The place “%(id)s” is another one in %(other)s."),
}

_NOWHERE: Final = N_("“%(field)s” names “%(to)s”, and there is no such scene.")

_NAMES: Final = {
    ("unknown-scene", ""): _NOWHERE,
    ("unknown-scene", "choice"): _NOWHERE,
    ("unknown-scene", "scene"): _NOWHERE,
    ("unknown-scene", "timer"): _NOWHERE,
    ("unknown-scene", "gone"): N_(
        "“%(field)s” still names “%(to)s”, and that scene was deleted. Choose where it goes now."
    ),
    ("unknown-cast", ""): N_("“%(name)s” is named here, and is not among those in the story."),
    ("unknown-cast", "gone"): N_("%(name)s is still named here, and is not in the story any more."),
    ("unknown-variable", ""): N_("The story does not remember “%(name)s”."),
    ("unknown-variable", "condition"): N_("The story does not remember “%(name)s”."),
    ("unknown-resource", ""): N_("“%(name)s” is none of the places where there is help."),
    ("unknown-place", ""): N_("There is no place “%(name)s” among those where there is help."),
    ("unknown-rule", ""): N_("There is no rule “%(name)s” of the method."),
    ("unknown-source", ""): N_("“%(name)s” is not among the sources of this page."),
    ("unknown-scenario", ""): N_(
        "The story “%(name)s” neither comes along nor lies beside this workshop."
    ),
    ("unknown-page", ""): N_(
        "The page “%(name)s” neither comes along nor lies beside this workshop."
    ),
    ("unknown-section", ""): N_("The page “%(page)s” has no section “%(name)s”."),
    ("unknown-contact", ""): N_(
        "“%(name)s” is none of the places where there is help, and none beside this workshop."
    ),
    ("unknown-picture", ""): N_("There is no picture “%(name)s” among those that come along."),
    ("missing-asset", ""): N_("There is no picture “%(path)s” beside this file."),
    ("missing-asset", "no-picture"): N_("“%(path)s” is called a picture, and none is in it."),
    ("missing-asset", "other-kind"): N_(
        "“%(path)s” holds a picture of another kind than its name ends in, so it cannot be shown."
    ),
    ("missing-asset", "cut-off"): N_(
        "The picture “%(path)s” ends half way: perhaps it was not copied to its end."
    ),
    ("missing-asset", "too-large"): N_(
        "The picture “%(path)s” is too large to be shown: up to 16 MB and 16 megapixels can be."
    ),
    ("unsafe-path", "absolute"): N_("A picture has to lie beside this file; “%(path)s” does not."),
    ("unsafe-path", "leaves"): N_("A picture has to lie beside this file; “%(path)s” does not."),
    ("unsafe-path", "link"): N_("“%(path)s” only leads to a picture that lies elsewhere."),
    ("unsafe-markup", "html"): N_("“%(text)s” is code of a web page, which is never shown."),
    ("unsafe-markup", "picture"): N_("A picture cannot stand inside a text."),
    ("unsafe-markup", "link"): N_(
        "“%(text)s” leads neither to a web page (https), nor to an email address or a number."
    ),
}

_CONDITIONS: Final = {
    ("bad-condition", "stranger"): N_("This condition cannot be understood at “%(text)s”."),
    ("bad-condition", "unfinished"): N_("This condition ends too early."),
    ("bad-condition", "unclosed"): N_("A bracket of this condition is not closed."),
    ("bad-condition", "chained"): N_(
        "In this condition a comparison ends before “%(text)s”. Join two of them with “and”."
    ),
    ("bad-condition", "call"): N_("In a condition no bracket can follow “%(text)s”."),
    ("bad-condition", "arithmetic"): N_(
        "A condition cannot do sums, so “%(text)s” cannot stand there."
    ),
    ("bad-condition", "mixed"): N_(
        "Of “%(left)s” and “%(right)s” one is a number and one is so or not so; they cannot be "
        "compared."
    ),
    ("bad-condition", "ordered"): N_("“%(text)s” is so or not so; “%(sign)s” compares numbers."),
    ("bad-condition", "not-boolean"): N_(
        "“%(text)s” is a number; here belongs what is so or not so."
    ),
}

_WAYS: Final = {
    ("stuck", ""): N_("There is nothing to choose here for whoever comes this way: %(way)s."),
    ("stuck", "values"): N_(
        "There is nothing to choose here for whoever comes with %(values)s. One way: %(way)s."
    ),
    ("endless", ""): N_("From here the story finds no end. One way here: %(way)s."),
    ("endless", "values"): N_("With %(values)s the story finds no end from here: %(way)s."),
    ("stub-reached", ""): N_("This scene is not written yet, and the story comes here: %(way)s."),
    ("unreachable-scene", ""): N_("Nothing leads to this scene yet."),
    ("never-offered", ""): N_(
        "This choice is never offered: what it asks for under “Only offered if” is never so."
    ),
    ("never-taken", "choice"): N_("The story never goes this way, to “%(to)s”."),
    ("never-taken", "scene"): N_("The story never goes this way, to “%(to)s”."),
    ("unused-variable", ""): N_(
        "Nothing in the story depends on “%(name)s” yet. It can: see “Only offered if” and “It "
        "depends on what happened” in a choice."
    ),
    ("unused-cast", ""): N_(
        "“%(name)s” does not appear yet, says nothing, is in no picture and is named nowhere."
    ),
    ("too-many-states", ""): N_(
        "There are so many ways through this story that not all of them were tried."
    ),
    ("too-many-states", "work"): N_(
        "Trying every way through this story takes too long, so not all of them were tried."
    ),
    ("same-words", ""): N_(
        "This choice has the same words as choice %(other)s of this scene. Whoever plays cannot "
        "tell them apart."
    ),
    ("forgotten-target", ""): N_(
        "It happens to %(name)s, too, and no choice says yet what it did for them."
    ),
    ("forgotten-target", "you"): N_(
        "It happens to the person practising, too, and no choice says yet what it did for them."
    ),
    ("unseen-target", ""): N_(
        "%(who)s says nothing in this scene, so nobody who plays it sees them. If they are there, "
        "put them in the picture."
    ),
    ("template-reason", ""): N_(
        "The reason is still the example that came along. Say in your own words why this fits "
        "here as it does, or leave it as it is."
    ),
    ("template-reason", "notes"): N_(
        "The notes for whoever leads are still the example that came along. Say in your own "
        "words what helps here, or leave it as it is."
    ),
    ("template-reason", "left-out"): N_(
        "Why this is left out is still the example that came along. Say in your own words why "
        "it has no place in your story, or leave it as it is."
    ),
    ("no-ending", ""): N_(
        "No scene ends the story. In the scene that is the last, choose “the story ends here” "
        "under “How it goes on”."
    ),
    ("long-scene", ""): N_("One reads up to %(words)s words before one can decide here."),
}

_CARE: Final = {
    ("cut-text", "comment"): N_("This text ends at “ #”; what follows is not shown."),
    ("cut-text", "comma"): N_("This text was cut at its comma."),
    ("review-missing", ""): N_("It is marked as reviewed, and nothing says by whom."),
    ("review-expired", ""): N_("The review was good until %(until)s."),
    ("reviewed-unmended", ""): N_("It is marked as reviewed, yet something is left to mend."),
    ("reviewed-other", ""): N_("It was changed after %(by)s reviewed it."),
    ("stale-translation", ""): N_("A translation (%(language)s) is of an older text: %(where)s."),
    ("stale-translation", "gone"): N_(
        "A translation (%(language)s) is of something that is not there any more: %(where)s."
    ),
    ("stale-translation", "unreadable"): N_(
        "The translation (%(language)s) cannot be read: %(file)s."
    ),
}

_HELP_DRILLS_PAGES: Final = {
    ("entry-expired", ""): N_("What this entry says was to be read again by %(until)s."),
    ("unused-source", ""): N_("No section rests on the source “%(name)s” yet."),
    ("long-section", ""): N_("This section has %(words)s words."),
}

_PLANS: Final = {
    ("long-slide", ""): N_("This slide has %(words)s words."),
    ("no-care", ""): N_(
        "Nobody is named who is there for somebody who needs a pause. Phones then say that whoever "
        "leads the workshop is there for that."
    ),
    ("title-minutes", ""): N_(
        "The title says %(told)s minutes, and the parts take %(minutes)s together."
    ),
    ("survey-twice", ""): N_(
        "This is a second survey of its kind (%(when)s); its answers would take the place of the "
        "first one’s."
    ),
    ("cards-and-size", ""): N_(
        "There are %(cards)s cards that anybody may get, and %(size)s people in a group."
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
"""By code and case; a case that is not there has the sentence of the code alone."""

HINTS: Final[dict[str, str]] = {
    "near": N_("Did you mean “%(near)s”?"),
    "save-utf8": N_("Save it as UTF-8."),
    "quote-colon": N_("Put the whole text in quotation marks."),
    "quote-quotes": N_("If it does not belong there, take it out again."),
    "quote-sign-open": N_("Close it; or, if it begins a text, put the text in quotation marks."),
    "quote-sign": N_("Put the whole text in quotation marks."),
    "spaces": N_("Use spaces."),
    "align": N_("Give it as many spaces in front as the lines that it belongs with."),
    "common-space": N_("Take it out, and type a space."),
    "choose-side": N_("Choose which of them stays. The other goes; Undo brings it back."),
    "write-not": N_("Write “not %(name)s”."),
    "write-block": N_("Put the whole text in quotation marks."),
    "quote-hash": N_("If it belongs to the text, put the whole text in quotation marks."),
    "write-out": N_("Write it out again here."),
    "no-quotes": N_("Write it without quotation marks."),
    "write-value": N_("In the text that is: %(value)s."),
    "stub": "",
    "list-entry": "",
    "exactly-one": "",
    "no-when": N_("Let the last one be the way when nothing else holds."),
    "join-and": "",
    "dot-file": N_("A picture of your own has a name with a dot and lies beside this file."),
    "too-long": N_("Make several stories of it."),
    "long": N_("Over %(limit)s words are long to read at once."),
    "read-again": N_("Read the source again, and put the day and a new one in."),
    "slide": N_("Over %(limit)s words do not fit on a slide; make two sections of it."),
    "kind-has": "",
    "last-row": N_("Over %(limit)s words are not read from the last row; make two slides of it."),
    "add-care": "",
    "no-svg": N_("A picture of your own is a PNG, JPEG or WebP file."),
    **wording_method.HINTS,
}
"""What can be done, by the case of a hint; empty where the sentence says enough."""
