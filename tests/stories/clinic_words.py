"""What Ana writes: the words of her scenario, "Number Forty-One", scene by scene."""

from __future__ import annotations

from typing import NamedTuple

TITLE = "Number Forty-One"
SUMMARY = (
    "In the waiting room of a clinic a man tells Mrs. Duong that her people always know how to get"
    " to the front. She has number forty-one, and a wrist in a bandage."
)
NOTES = "racist language"
TARGETED = "Mrs. Duong"
HARMING = "The man with the folded paper"
AUTHOR = "Ana"
NURSE, BOY = "Lena", "Theo"
PEOPLE = {NURSE: ("works there", "nurse"), BOY: ("bystander", "teen")}
"""Whom she adds: what they are in what happens, and a word for what they look like."""

TOGETHER = "you are with her"
"""What the story remembers."""


class Line(NamedTuple):
    """A line: who says it (nobody: what is seen), and what."""

    who: str
    said: str


class Choice(NamedTuple):
    """A choice, as she fills it in. ``done``: it is done rather than said."""

    words: str
    d: str
    fit: str
    to: str
    headline: str
    hers: str
    why: str
    done: bool = False
    whom: str = ""
    remembers: bool = False
    forgets: str = ""
    """What she forgets at first."""


class Scene(NamedTuple):
    """A scene: what is seen, what is said, and what can be done."""

    text: str
    lines: tuple[Line, ...] = ()
    check: str = ""
    choices: tuple[Choice, ...] = ()


STRONG, FAIR, POOR = "strong", "fair", "poor"
FIRST = "The board"
"""What she would call the first scene; the template has named it already."""

SCENES: dict[str, Scene] = {
    FIRST: Scene(
        "The waiting room of a clinic, a Tuesday, a quarter to six. On the bench by the fish tank"
        " sits Mrs. Duong. Her right wrist is in a bandage, and a tuning fork looks out of her bag."
        " She has number forty-one. The board says thirty-nine. Behind the window Lena, the nurse,"
        " is on the phone. A man with a folded paper gets up and stands in front of Mrs. Duong.",
        (
            Line(HARMING, "You people always know how to get to the front."),
            Line(TARGETED, "I have forty-one. What do you have?"),
        ),
        "The chair next to Mrs. Duong is free. Theo, by the fish tank, has taken one earphone out."
        " Lena has not looked up yet. The door is behind you.",
        (
            Choice(
                "Is that a tuning fork? I’ve only ever seen one in a film.",
                "Distract",
                STRONG,
                "Beside her",
                "You asked about the fork, and took the free chair",
                "She had somebody to look at who wasn’t him.",
                "You spoke with her about her work. There was nothing in it for him to answer.",
                remembers=True,
            ),
            Choice(
                "Tell Lena at the window what he said, word for word.",
                "Delegate",
                FAIR,
                "Lena comes",
                "Lena put the phone down",
                "She hadn’t asked for a nurse. She was glad that somebody had heard it.",
                "You told one person one thing that had happened. What she wants done about it,"
                " nobody has asked Mrs. Duong yet.",
                done=True,
                whom=NURSE,
            ),
            Choice(
                "She’s hurt. Can’t you see the bandage?",
                "Direct",
                POOR,
                "He turns to you",
                "Now he was looking at her wrist",
                "From now on her wrist had to be bad enough for him.",
                "She has a number, like everybody here. She does not have to earn it.",
            ),
        ),
    ),
    "Beside her": Scene(
        "You sit on the free chair. Mrs. Duong takes the fork out with her left hand, and strikes"
        " it on her knee. It hums.",
        (
            Line(TARGETED, "An A. It stays an A, whoever is talking."),
            Line(HARMING, "Now there are two of them."),
        ),
        choices=(
            Choice(
                "Would you like company until your number comes up?",
                "Delay",
                STRONG,
                "Forty-one",
                "She moved her bag over to make room",
                "“Until forty-one,” she said. “From there I know the way.”",
                "You asked about company, and not how she felt. That is easy to answer, also with"
                " no.",
            ),
            Choice(
                "She has forty-one, you have forty-four. Please sit down.",
                "Direct",
                FAIR,
                "Forty-one",
                "He looked at his own number",
                "She had said it before. Now two people had.",
                "It was short, it was true, and it ended there. He could have taken it badly, at"
                " arm’s length from her.",
            ),
            Choice(
                "Ask her whether you should fetch the nurse.",
                "Delegate",
                FAIR,
                "Lena comes",
                "She sent you to the window",
                "“Tell Lena who is shouting,” she said. “The rest I tell her myself.”",
                "You asked before you went. Lena hears what Mrs. Duong wants her to hear.",
                done=True,
                whom=NURSE,
            ),
        ),
    ),
    "He turns to you": Scene(
        "He turns around. The folded paper is a letter from this clinic; his thumb on it is white.",
        (
            Line(HARMING, "I wasn’t talking to you."),
            Line(TARGETED, "No, to me. And I am still here."),
        ),
        choices=(
            Choice(
                "Sit down next to Mrs. Duong, and ask her what the fork is for.",
                "Distract",
                STRONG,
                "Beside her",
                "You left him standing there",
                "She laughed, for the first time since she had come in.",
                "An argument needs two. You had something better to ask about.",
                done=True,
                remembers=True,
            ),
            Choice(
                "Ask Theo, by the fish tank, to get Lena: a man is shouting at Mrs. Duong.",
                "Delegate",
                FAIR,
                "Lena comes",
                "Theo was at the window in four steps",
                "A boy whom she didn’t know had got up for her.",
                "You named one person, said what was going on, and asked for one thing.",
                done=True,
                whom=BOY,
            ),
            Choice(
                "Well, I am talking to you now.",
                "Direct",
                POOR,
                "Forty-one",
                "He came a step closer",
                "She pulled her bag onto her lap, and looked at the door.",
                "Now it was about the two of you. Mrs. Duong sat between two loud people.",
                forgets="headline",
            ),
        ),
    ),
    "Lena comes": Scene(
        "Lena comes out from behind the window, the phone still in her hand. She looks at the man,"
        " and then at Mrs. Duong.",
        (Line(NURSE, "What is going on here?"), Line(HARMING, "I was here first, that’s what.")),
        choices=(
            Choice(
                "Say nothing yet, sit down next to Mrs. Duong, and look at her.",
                "Delay",
                STRONG,
                "Forty-one",
                "Lena asked her first",
                "She told it in three sentences, in the order in which it had happened.",
                "You know what you heard. What it was like, only she can say.",
                done=True,
                remembers=True,
            ),
            Choice(
                "I heard what he said to her. I can repeat it, if she wants me to.",
                "Delegate",
                FAIR,
                "Forty-one",
                "Mrs. Duong shook her head, and then nodded",
                "She did not have to be the only one who had heard it.",
                "You offered what you know. Whether it was needed, you left to her.",
                whom=NURSE,
                forgets="whom",
            ),
            Choice(
                "Can’t you take her first? This must be terrible for her.",
                "Direct",
                POOR,
                "Forty-one",
                "Now he had been right about the front",
                "She did not want to be first. She wanted to be forty-one.",
                "You said how it was for her, and what she needed. She sat next to it.",
            ),
        ),
    ),
    "Forty-one": Scene(
        "“Forty-one,” says the board. Mrs. Duong gets up. The man has forty-four; he sits down, and"
        " unfolds his letter. Ten minutes later she comes out again, with a new bandage.",
    ),
    "The sheet": Scene(
        "She stops in front of you, with a sheet of paper in her left hand. It says: How was your"
        " visit today?",
        (Line(TARGETED, "They gave me this. I write with the other hand."),),
        choices=(
            Choice(
                "Shall I write down what I heard, and when? The sheet stays yours.",
                "Document",
                STRONG,
                "At the door",
                "You wrote four lines, and gave her the sheet",
                "She read it twice, changed one word, and put it into her bag.",
                "You wrote what you had heard, and no more. Who gets to read it, she decides.",
            ),
            Choice(
                "Would you like to walk to the bus together?",
                "Delay",
                FAIR,
                "At the door",
                "You took your coat and hers",
                "It was one stop. She was glad of the second pair of hands.",
                "You offered something small that you could really do.",
            ),
            Choice(
                "You have to hand that in. He mustn’t get away with it.",
                "Direct",
                POOR,
                "By herself",
                "She folded the sheet",
                "One more person had told her today what she had to do.",
                "It may be right to report it. It is hers to decide, and she was tired.",
            ),
        ),
    ),
    "At the door": Scene(
        "It rains. You hold the door with both hands, and she holds up hers, the bandaged one, as"
        " if she were conducting.",
        (Line(TARGETED, "Three weeks. Until then my granddaughter tunes, and I listen."),),
    ),
    "By herself": Scene(
        "She nods to the room, and to nobody in it. The fork is back in her bag. You see her"
        " through the window at the bus stop, with her good hand in front of the bandage.",
    ),
}
VIEWS = {
    "At the door": "I told my sister about the chair. I forgot to tell her about the man.",
    "By herself": "Everybody knew what I needed. I would have liked to be asked.",
}
OUTCOMES = {"At the door": "Supported", "By herself": "Partly supported"}
FINALLY = "The sheet"
"""Where it goes on to if you are with her; else she goes by herself."""
