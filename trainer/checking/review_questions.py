"""What a community organisation looks at when it reviews a scenario, as questions.

They follow what trainers insist on: the targeted person's relief as the measure, a safety
check, no single right D, consent about recordings and police, and nobody cast as harmful by
where they come from (righttobe.org guide; wfaa.com; johs.org.uk; washingtonpeacecenter.org).
"""

from __future__ import annotations

from typing import Final

from trainer.language import N_

QUESTIONS: Final = (
    (
        N_("The people"),
        (
            N_("Would the people it is about recognise themselves: names, speech, food, family?"),
            N_("Does the targeted person want, decide and say something of their own?"),
            N_("Is anyone cast as harmful, or as helpless, by where they seem to come from?"),
        ),
    ),
    (
        N_("The choices"),
        (
            N_("Are the choices that backfire ones that decent people are really tempted by?"),
            N_("Does what fits depend on place, power and who you are, with more than one way?"),
            N_("Is staying safe, or waiting and coming back later, respected?"),
            N_("Are recordings, police, managers and family left to the targeted person?"),
        ),
    ),
    (
        N_("The words"),
        (
            N_("Does the feedback say what happened for the targeted person, without blame?"),
            N_("Is strong language needed where it stands, and does its softened form do?"),
            N_("Is any sentence wrong, stilted, hurtful or a lecture? Mark it in the text."),
        ),
    ),
    (
        N_("The use"),
        (
            N_("Would you play it with your own people? With whom would you not?"),
            N_("Do the content notes say what is in it? Is the way round hard scenes a real one?"),
            N_("Does the help it names serve your community? What is missing?"),
        ),
    ),
)
"""Headings with their questions; each is answered yes, partly or no, with room to write."""
