"""Every sentence of the phones' page and of the care person's, by the key their code asks for.

A page gets them as a table in its reader's language; there is no sentence in its code.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer import language
from trainer.language import N_, _
from trainer.method import five_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

FROM_RIGHT: Final = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""

_BOTH: Final = {
    "waiting": N_("Waiting for the room…"),
    "waiting-long": N_(
        "This page joins again by itself. Is this phone still on the room’s Wi-Fi? Some phones "
        "leave a Wi-Fi that has no internet. Until then, hands count as well."
    ),
    "try-now": N_("Try now"),
    "elsewhere": N_("This room is open in another window of this phone."),
    "elsewhere-go": N_("Go on here"),
    "closed": N_("The room is closed"),
    "close-sheet": N_("Back"),
}

_JOINING: Final = {
    "join": N_("Join the room"),
    "join-how": N_("Type the six characters that you see on the screen in front."),
    "join-code": N_("Code"),
    "join-go": N_("Join"),
    "join-wrong": N_(
        "That code does not open this room. Please look at the screen again; large or small "
        "letters do not matter."
    ),
    "join-wait": N_("That was tried very often. Please wait a moment, then try again."),
    "join-full": N_("The room is full. Please take part with your hands: they count as well."),
    "join-new": N_("This is not the room that this phone was in. Please type the code in front."),
    "no-names": N_("No name is asked or kept, and no account is needed."),
    "room": N_("Room %(code)s"),
}

_FOLLOWING: Final = {
    "look-up": N_("Look up"),
    "look-up-more": N_("When there is something to answer, it shows here."),
    "thanks": N_("Thank you."),
    "thanks-more": N_("Look up: the room is talking now."),
    "read-along": N_("Read along"),
    "says": N_("%(name)s:"),
    "note": N_("Before this scene"),
    "note-is": N_("It shows:"),
    "note-none": N_("Its authors name nothing that you should know beforehand."),
    "note-choice": N_("You can look away, step out, or sit this one out. No reason needed."),
    "note-read": N_("I have read it"),
    "note-out": N_("Sit this one out"),
    "out": N_("You are sitting this one out."),
    "out-more": N_(
        "Nothing of it shows on this phone. You can leave the room, or stay and rest. What comes "
        "next shows here again."
    ),
    "out-back": N_("Join in again"),
    "quiet-more": N_("You do not have to do anything now."),
    "left": N_("Time left: %(time)s"),
    "end-more": N_("Thank you for being here. What you answered stays without your name."),
    "closed-more": N_("Thank you for being here. You can close this page."),
}

_VOTING: Final = {
    "vote-yours": N_("Your answer"),
    "vote-change": N_(
        "You can change your answer until the vote closes. No name is asked or kept."
    ),
    "vote-many": N_("Choose as many as you like."),
    "vote-sending": N_("Your answer is on its way."),
    "vote-there": N_("Your answer has arrived."),
    "vote-kept": N_(
        "Your answer is kept here and sent as soon as the room is back. Hands count, too."
    ),
    "vote-late": N_(
        "The vote closed before your answer arrived. Say it with your hand: that counts."
    ),
    "vote-back": N_("Take my answer back"),
    "vote-open": N_("There is something to answer."),
    "vote-go": N_("Go to it"),
    "scale": N_("%(value)s of %(most)s"),
    "scale-end": N_("%(value)s: %(words)s"),
    "survey-free": N_("You can leave out what you do not want to answer."),
}

_GROUPS: Final = {
    "part": N_("What I do now"),
    "part-why": N_("You can change it at any time. Nobody asks for a reason."),
    "chosen": N_("Chosen"),
    "part-act": N_("I act"),
    "part-observe": N_("I observe"),
    "part-pass": N_("I pass for now"),
    "group": N_("Group %(number)s"),
    "group-people": N_("People in it: %(people)s"),
    "card": N_("Your card"),
    "cards": N_("The cards"),
    "card-targeted": N_("Only for whoever wants to take it."),
    "card-no-slur": N_("Nobody has to say an insult aloud."),
    "passing": N_("You are passing. Rest, watch, or step out: all of it is fine."),
}

_TURNING_TO_SOMEBODY: Final = {
    "pause": N_("I need a pause"),
    "pause-ask": N_("Shall %(name)s come to you?"),
    "pause-who": N_("%(name)s is there for anybody who needs a pause: %(where)s."),
    "pause-who-only": N_("%(name)s is there for anybody who needs a pause."),
    "pause-walk": N_("A message would not be seen just now. Please go there, or wave."),
    "pause-private": N_("Only %(name)s and the facilitator see this. Nobody sees who you are."),
    "pause-yes": N_("Yes, please come to me"),
    "pause-no": N_("No, I only want %(name)s to know"),
    "pause-where": N_("Where do you sit? (if you like)"),
    "pause-where-how": N_("For example: third row, by the window."),
    "pause-send": N_("Send"),
    "pause-sending": N_(
        "It has not arrived yet. If you need somebody now, go to %(name)s, or step out."
    ),
    "pause-leaving": N_("It is being taken back."),
    "pause-sent": N_("%(name)s has been told."),
    "pause-coming": N_("%(name)s is coming to you."),
    "pause-known": N_("%(name)s knows. You do not have to do anything."),
    "pause-knows": N_("%(name)s knows where: %(where)s"),
    "pause-back": N_("Take it back"),
    "pause-again": N_("Ask again"),
    "pause-free": N_("You can leave the room at any time. Nobody asks why."),
    "break": N_("Need a break?"),
    "break-turn": N_(
        "You can leave the room at any time. If you would like company, turn to the facilitator."
    ),
    "break-help": N_("You can leave the room at any time. Support is one tap away."),
    "help": N_("Get help"),
    "help-kept": N_("This stays on your phone, also when the room is closed."),
    "help-none": N_("This plan names no services. The facilitator can tell you where to turn."),
    "reach-phone": N_("Call %(value)s"),
    "reach-text": N_("Text %(value)s"),
    "reach-email": N_("Write to %(value)s"),
    "ask": N_("Ask the facilitator"),
    "ask-how": N_(
        "Only the facilitator sees it, without a name, and decides whether to read it out."
    ),
    "ask-text": N_("Your question"),
    "ask-send": N_("Send"),
    "ask-sending": N_("Your question is on its way."),
    "ask-there": N_("The facilitator has your question."),
    "ask-refused": N_("It could not be sent. Please ask it aloud, or later."),
}

_OWN: Final = {
    "language": N_("Language"),
    "own": N_("A code of my own"),
    "own-why": N_(
        "What you answer before and after is laid side by side only with it; nobody can tell whose "
        "it is. Make it once, at any time. You can leave it out."
    ),
    "own-how": N_(
        "Make one that only you could guess, and that you can make again on another phone: for "
        "example the last three letters of a street where you lived, and a day that matters to you."
    ),
    "own-code": N_("My code"),
    "own-keep": N_("Use this code"),
    "own-sending": N_("Your code is on its way."),
    "own-there": N_("Your code is set. The room keeps only its scrambled form."),
    "more": N_("More"),
    "forget": N_("Forget this room"),
    "forget-what": N_(
        "This phone forgets the room, the contacts and what it has not sent yet. What you "
        "answered stays counted, without a name."
    ),
    "forget-yes": N_("Forget it"),
    "forgotten": N_("This phone has forgotten the room."),
}

_CARING: Final = {
    "care": N_("Pauses"),
    "care-none": N_("Nobody has asked for you. This page shows it as soon as somebody does."),
    "care-comes": N_("Please come to me"),
    "care-knows": N_("I only want you to know"),
    "care-where": N_("Where: %(where)s"),
    "care-nowhere": N_("Where they sit was not written. The facilitator may know."),
    "care-ago": N_("For %(minutes)s min"),
    "care-now": N_("Just now"),
    "care-going": N_("I am going"),
    "care-been": N_("I was there"),
    "care-seen": N_("I have seen it"),
    "care-done": N_("Taken care of: %(count)s"),
    "care-sound": N_("Sound when somebody asks"),
    "care-private": N_("Nobody is named here. Please keep this page to yourself."),
    "care-new": N_("Somebody asks for you."),
}

_PHONE: Final = (
    _BOTH, _JOINING, _FOLLOWING, _VOTING, _GROUPS, _TURNING_TO_SOMEBODY, _OWN,
)  # fmt: skip


def _told(parts: tuple[Mapping[str, str], ...], spoken: str) -> dict[str, str]:
    with language.speaking(spoken):
        return {key: _(text) for part in parts for key, text in part.items()}


def phone(spoken: str = "") -> Mapping[str, str]:
    """Give the words of the phones' page; those that are not translated are in English."""
    told = _told(_PHONE, spoken)
    with language.speaking(spoken):
        told["scale-least"] = five_steps.value_words(five_steps.LEAST)
        told["scale-most"] = five_steps.value_words(five_steps.MOST)
    return MappingProxyType(told)


def care(spoken: str = "") -> Mapping[str, str]:
    """Give the words of the care person's page."""
    return MappingProxyType(_told((_BOTH, _CARING), spoken))


def nearest(spoken: str) -> str:
    """Give the language in which the words of one are: English where nobody has translated."""
    known = (*language.available(), language.PSEUDO)
    return spoken if spoken in known else language.SOURCE


def direction(spoken: str) -> str:
    """Say in which direction a language is written, as HTML has it."""
    return "rtl" if spoken.lower().replace("_", "-").split("-")[0] in FROM_RIGHT else "ltr"
