"""An evening at home: what happened at a clinic becomes a scenario of eight scenes.

Ana is a volunteer at a clinic. Something happened in the waiting room, and her group shall talk
about it. She has never written a line of code. She uses the keyboard alone, and the outline alone:
never the map, never the text of the file. What she writes is in ``clinic_words.py``.

``python -m tests.stories.clinic`` writes until it is killed, in the home that it is given.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tests.stories import clinic_words as words
from tests.stories.clinic_words import SCENES
from tests.stories.evening import Evening
from tests.stories.typist import CTRL, SHIFT, Key, Typist
from trainer.authoring.called import in_words, meant
from trainer.settings import Settings
from trainer.ui.authoring.form.scene_edit import SceneEdit
from trainer.ui.authoring.home.page import AuthorHomePage
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.stories.clinic_words import Choice, Line, Scene
    from tests.ui.practice.hands import Hands
    from trainer.authoring.document import Document

SETTINGS = Settings(keep=True, motion="reduced", palette="light", text_size=100)
LAST = "By herself"
FIRST = "at-first"
"""What the template calls its first scene."""


def named(scene: str) -> str:
    """Give the name that a scene has in the file."""
    return FIRST if scene == words.FIRST else meant(scene, ())


_FITS = {
    "strong": "It helps (",
    "fair": "It helps a little (",
    "poor": "It does not help (",
}


class Ana(Typist):
    """Who writes. ``likes_map``: she finds her way on the map, and not in the outline."""

    likes_map = False

    # What she sees

    @property
    def page(self) -> AuthorPage:
        page = self.hands.shell.page()
        assert isinstance(page, AuthorPage)
        return page

    @property
    def document(self) -> Document:
        assert self.page.bench.document is not None
        return self.page.bench.document

    # What it is about

    def begin(self) -> None:
        """From Ctrl K to the first scene."""
        with self.doing("beginning"):
            self.key(Key.Key_K, CTRL)
            self.hands.write("write a scenario")
            self.key(Key.Key_Return)
            assert isinstance(self.hands.shell.page(), AuthorHomePage)
            self.shot("first-page")
            self.tab_to("Empty")
            self.key(Key.Key_Return)
            self.write(words.TITLE)
            self.tab_to("Where does it happen?")
            self.pick("Health care")
            for name, said in (
                ("Who is targeted?", words.TARGETED),
                ("Who harms?", words.HARMING),
                ("Who writes it?", words.AUTHOR),
            ):
                self.tab_to(name)
                self.write(said)
            self.shot("about-it")
            self.key(Key.Key_Return)
            assert self.is_on("What happens")
            self.shot("begun")

    def tell_about(self) -> None:
        """Write about the whole: in two sentences, and who is in it, each with a picture."""
        with self.doing("about it"):
            self.key(Key.Key_2, CTRL)
            self.key(Key.Key_I, CTRL)
            self.tab_to("What it is about")
            self.write(words.SUMMARY)
            self.tab_to("Picture behind all scenes: look")
            self.take_picture("waiting")
            self.tab_to("What may be hard to read")
            self.write(words.NOTES)
            self.shot("about")
        with self.doing("a face"):
            self.tab_to(words.TARGETED)
            self.key(Key.Key_Return)
            self.give_face("older woman")
        for name, (role, looks) in words.PEOPLE.items():
            with self.doing("a person more"):
                self.tab_to("Person")
                self.key(Key.Key_Return)
                self.write(name)
                self.key(Key.Key_Return)
                self.tab_to("Their part in what happens")
                self.pick(role)
                self.give_face(looks)
                self.shot(f"person-{name}")

    def give_face(self, looks: str) -> None:
        """Give the person who is open a picture."""
        self.tab_to("Picture: look")
        self.take_picture(looks)

    def take_picture(self, looks: str) -> None:
        """Look at the pictures, find one by a word, and take it."""
        self.key(Key.Key_Return)
        self.tab_to("Find a picture", SHIFT)
        self.hands.write(looks)
        self.shot(f"picture-{looks}")
        self.tab_to("Pictures")
        self.key(Key.Key_Return)

    # Scenes

    def go_to(self, scene: str) -> None:
        """Find a scene, and go to write in it."""
        with self.doing("going to a scene"):
            self.find(scene)
            assert self.page.bench.scene == named(scene), (self.page.bench.scene, scene)
            self.key(Key.Key_Return)
            assert self.is_on("What happens")

    def find(self, scene: str) -> None:
        """Find it in the outline, or on the map if she likes that."""
        self.key(Key.Key_1 if self.likes_map else Key.Key_2, CTRL)
        self.key(Key.Key_F, CTRL)
        self.write(in_words(named(scene)))
        self.key(Key.Key_Return)
        if self.likes_map:
            self.shot(f"map-{named(scene)}")
            self.escape()

    def fill(self, name: str, scene: Scene) -> None:
        """Write a scene: what is seen and said, what can be seen by whoever looks, and choices."""
        self.write(scene.text)
        for at, line in enumerate(scene.lines, start=1):
            self.add_line(at, line)
        if scene.check:
            self.unfold("More about this scene")
            self.tab_to("What one sees around")
            self.write(scene.check)
        self.shot(f"wrote-{named(name)}")
        for at, choice in enumerate(scene.choices, start=1):
            self.add_choice(at, choice)
            self.shot(f"choice-{named(name)}-{at}")

    def unfold(self, words: str) -> None:
        """Open what is folded away, unless it stands open."""
        link = self.tab_to(words)
        if link.accessibleDescription() == "Folded":
            self.key(Key.Key_Return)

    def add_line(self, at: int, line: Line) -> None:
        """Write a line; the template has two already."""
        there = self.document.data(("scenes", str(self.page.bench.scene), "lines"))
        if at <= len(there or ()):
            self.tab_to(f"Line {at}: what is said")
            self.write(line.said)
            return
        with self.doing("a line more"):
            if at == 1:
                self.tab_to("Add a line")
            self.key(Key.Key_Return)
            if not self.is_on(f"Line {at}: who speaks"):
                self.tab_to(f"Line {at}: who speaks", SHIFT)
            self.pick(line.who)
            self.tab_to(f"Line {at}: what is said")
        self.write(line.said)

    def add_choice(self, at: int, choice: Choice) -> None:
        """Fill in a choice; the template has one already."""
        there = self.document.data(("scenes", str(self.page.bench.scene), "choices"))
        with self.doing("a choice"):
            if at <= len(there or ()):
                self.tab_to(f"Choice {at}", SHIFT)
                self.key(Key.Key_Return)
            else:
                self.key(Key.Key_Return, CTRL | SHIFT)
            self.say_or_do(choice)
            self.tab_to("Which of the five")
            self.pick(choice.d)
            if choice.whom and choice.forgets != "whom":
                self.tab_to("To whom")
                self.pick(choice.whom)
            self.tab_to("How well it fits")
            self.pick(_FITS[choice.fit])
            self.tab_to("Leads to")
        self.lead_to(choice.to)
        with self.doing("a choice"):
            for name, said in (
                ("What it did", choice.headline),
                (f"For {words.TARGETED}", choice.hers),
                ("Why it fits", choice.why),
            ):
                if said is choice.headline and choice.forgets == "headline":
                    continue
                self.tab_to(name)
                self.write(said)
        if choice.remembers:
            self.remember()

    def lead_to(self, scene: str) -> None:
        """Name a scene where something leads; one that is not there yet is made."""
        edit = self.hands.focus()
        assert isinstance(edit, SceneEdit)
        with self.doing("leading on"):
            self.write(scene)
            new = named(scene) not in self.document.scenes()
            offered = edit.popup.list if new and edit.popup is not None else None
            while offered is not None and offered.currentRow() < offered.count() - 1:
                self.key(Key.Key_Down)  # Below those that have these letters: the one to make.
            self.key(Key.Key_Return)
            assert named(scene) in self.document.scenes(), scene

    def say_or_do(self, choice: Choice) -> None:
        """Tell which it is, and write the words."""
        wanted = "What is done" if choice.done else "What is said"
        if not self.is_on(wanted):
            self.key(Key.Key_Backtab, SHIFT)
            self.pick("Something is done" if choice.done else "Something is said")
            self.tab_to(wanted)
        self.write(choice.words)

    def remember(self) -> None:
        """Have the story remember that you are with her."""
        with self.doing("remembering"):
            self.unfold("More about this choice")
            self.tab_to("What it changes: ")
            if self.is_on("What it changes: what the story shall remember"):
                self.write(words.TOGETHER)
            self.key(Key.Key_Return)
            self.shot("remembers")

    def go_by_what_happened(self) -> None:
        """Where it goes on depends on whether you are with her."""
        with self.doing("a condition"):
            self.tab_to("How it goes on")
            self.pick("straight on")
            self.tab_to("It depends on what happened")
            self.key(Key.Key_Return)
            self.tab_to("add a condition")
            self.key(Key.Key_Return)
            self.tab_to("it goes on to")
            self.lead_to(words.FINALLY)
            self.key(Key.Key_Tab)
            self.tab_to("it goes on to")
            self.lead_to("By herself")
            self.shot("depends")

    def lead_straight_on(self, to: str) -> None:
        """Have the scene go on to another one by itself."""
        self.tab_to("How it goes on")
        self.pick("straight on")
        self.tab_to("Goes on to")
        self.lead_to(to)

    def end_there(self, name: str) -> None:
        """Say how it ends, and for whom how."""
        with self.doing("an ending"):
            self.tab_to("How it goes on")
            if not self.document.data(("scenes", named(name), "ending")):
                self.pick("the story ends here")
            self.tab_to(f"How {words.TARGETED} sees it")
            self.write(words.VIEWS[name])
            self.tab_to(f"What is left for {words.TARGETED}")
            self.pick(words.OUTCOMES[name])
            self.shot(f"end-{named(name)}")

    def rename(self, old: str, new: str) -> None:
        """Call a scene something else."""
        with self.doing("renaming"):
            self.find(old)
            self.key(Key.Key_F2)
            self.write(new)
            self.shot("renaming")
            self.key(Key.Key_Return)
            assert self.page.bench.scene == named(new)

    def write_scenes(self, names: Iterable[str]) -> None:
        """Write these scenes, each to its last field."""
        for name in names:
            if name != words.FIRST:
                self.go_to(name)
            self.fill(name, SCENES[name])
            if name == "Forty-one":
                self.go_by_what_happened()
            if name in words.VIEWS:
                self.end_there(name)

    def save(self) -> None:
        """Ctrl S, and the chip says so."""
        self.key(Key.Key_S, CTRL)
        self.until(lambda: self.page.keeping.chip.text() == "saved")


def write_it(hands: Hands, scenes: Iterable[str] = SCENES) -> Ana:
    """Write these scenes, from Ctrl K on."""
    ana = Ana(hands, types=False)
    ana.begin()
    ana.tell_about()
    ana.rename("Afterwards", "At the door")
    ana.go_to(words.FIRST)
    ana.write_scenes(scenes)
    return ana


def until_killed() -> None:
    """Write all but the last scene, and that on and on, a word at a time, until the power goes."""
    with Evening(SETTINGS) as hands:
        ana = write_it(hands, [one for one in SCENES if one != LAST])
        ana.go_to(LAST)
        for word in range(100_000):
            hands.write(f" word{word}")
            sys.stdout.write(f"{word} {time.time()}\n")
            sys.stdout.flush()
            hands.stage.settle(0.05)


if __name__ == "__main__":
    until_killed()
