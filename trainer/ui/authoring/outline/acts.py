"""What can be done to whole scenes by a key or from a menu, wherever the scenes are shown.

Each act is one step, says what it did, and that it can be taken back.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from trainer.authoring import as_typed, called
from trainer.authoring.document import CannotChangeError
from trainer.authoring.scenes import cutting, making, renaming, usage
from trainer.authoring.scenes.naming import numbered, scene_names
from trainer.language import N_, _, ngettext
from trainer.ui.authoring.outline.sheets import ChoiceSheet, DeleteSheet, NameSheet, SplitSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.outline.sheets import Asking
    from trainer.ui.authoring.workbench import Workbench

_WHY_NOT: Final = {
    "no-way": N_("Nothing follows this scene yet, so there is nothing to join it with."),
    "several-ways": N_("More than one thing can follow this scene. Only one that goes on by "
                       "itself can be joined with what follows."),
    "not-there": N_("What follows is not there yet."),
    "itself": N_("This scene leads to itself."),
    "others-lead-there": N_("Other scenes lead to what follows, too. They would then show this "
                            "scene as well."),
    "soft": N_("What follows has softened words. Behind dialogue they would have no place."),
}  # fmt: skip


class SceneActs(QObject):
    """The acts; all of them are about what is selected on the bench.

    ``holder`` is a widget of the window over which something is asked.

    Signals:
        did(str): what was done, in words; a screen reader has said it.
    """

    did = Signal(str)

    def __init__(self, bench: Workbench, holder: QWidget) -> None:
        super().__init__(holder)
        self.bench = bench
        self._holder = holder
        self._sheet: Asking | None = None

    # What it is about

    @property
    def document(self) -> Document | None:
        """The document, if it can be changed now; if not, that is told."""
        document = self.bench.document
        if document is not None and document.waits:
            self._say(_("The file is still being read. Try again in a moment."))
            return None
        if document is not None and not document.settle():
            self._say(_("The text cannot be read at the moment. Mend it in the text first."))
            return None
        return document

    def here(self) -> tuple[Document, str] | None:
        """Give the document and the scene in which the selection is; None if there is none."""
        document, scene = self.document, self.bench.scene
        if document is None:
            return None
        if scene is None or scene not in scene_names(document):
            self._say(_("Choose a scene first."))
            return None
        return document, scene

    def _say(self, words: str) -> None:
        self.bench.say(words, passing=True)

    def _did(self, words: str, path: Path) -> None:
        """Stand where something was done, and say so."""
        self.bench.select(path)
        said = _("%(done)s Ctrl Z takes it back.") % {"done": words}
        self.bench.context.announce(said)
        self.did.emit(said)

    def _ask(self, sheet: Asking, answered: Callable[[], object]) -> None:
        self._sheet = sheet
        sheet.answered.connect(answered)
        sheet.open()

    @contextmanager
    def _act(self, words: str, at: Path) -> Iterator[tuple[Step, list[bool]]]:
        """Do a step; the list has an entry afterwards if it went well."""
        done: list[bool] = []
        with self.bench.step(words, at) as step:
            yield step, done
            done.append(True)

    # Scenes that come and go

    def new_scene(self) -> None:
        """Ask for the name of a new scene, and put it behind this one."""
        document = self.document
        if document is None:
            return
        wanted = self.missing()
        if wanted:
            self.add_scene(wanted)
            return
        sheet = NameSheet(
            self.bench.context,
            self._holder.window(),
            _("A new scene"),
            _("What happens there, in a few words"),
            _("Add the scene"),
            scene_names(document),
            said=self.bench.names.scene,
        )
        self._ask(sheet, self._new_scene_named)

    def _new_scene_named(self) -> None:
        if isinstance(self._sheet, NameSheet):
            self.add_scene(self._sheet.name, self._sheet.typed)

    def missing(self) -> str:
        """Give the name to which the selected way leads, if there is no such scene."""
        document, path = self.bench.document, self.bench.path
        if document is None or len(path) < 3:
            return ""
        at = (*path[:4], "next") if path[2] == "choices" else path
        to = document.data(at)
        return to if isinstance(to, str) and to and to not in scene_names(document) else ""

    def add_scene(self, name: str, typed: str = "") -> None:
        """Put a planned scene behind this one; ``typed`` are the words of its name."""
        document, after = self.document, self.bench.scene
        if document is None:
            return
        known = {"scene": as_typed.shown(name, typed) if typed else called.scene(document, name)}
        words = _("Add the scene “%(scene)s”") % known
        with self._act(words, self.bench.path) as (step, done):
            making.create(step, document, name, after, typed)
        if done:
            self._did(_("“%(scene)s” was added.") % known, ("scenes", name))
            # Whoever has named it goes on to write in it.
            self.bench.write_at(("scenes", name))

    def duplicate(self) -> None:
        """Write this scene once more."""
        if (found := self.here()) is None:
            return
        document, scene = found
        new = numbered(scene, scene_names(document))
        words = _("Duplicate the scene “%(scene)s”") % {"scene": called.scene(document, scene)}
        with self._act(words, ("scenes", scene)) as (step, done):
            making.duplicate(step, document, scene, new)
        if done:
            known = {"scene": called.scene(document, scene), "new": called.scene(document, new)}
            self._did(_("“%(new)s” is a copy of “%(scene)s”.") % known, ("scenes", new))

    def delete(self) -> None:
        """Delete what is selected: a choice, or a scene; what leads to that is shown first."""
        path = self.bench.path
        if (found := self.here()) is None:
            return
        document, scene = found
        if len(path) > 3 and path[2] == "choices":
            self._delete_choice(document, path[:4])
            return
        if any(one.path[1:2] != (scene,) for one in usage.of_scene(document, scene)):
            others = [name for name in scene_names(document) if name != scene]
            window = self._holder.window()
            sheet = DeleteSheet(self.bench.context, window, document, scene, others)
            self._ask(sheet, self._delete_agreed)
        else:
            self.delete_scene(scene)

    def _delete_agreed(self) -> None:
        sheet = self._sheet
        if isinstance(sheet, DeleteSheet) and self.bench.scene is not None:
            self.delete_scene(self.bench.scene, str(sheet.to.value() or "") or None)

    def delete_scene(self, scene: str, to: str | None = None) -> None:
        """Delete a scene; what led there leads to another, or nowhere."""
        document = self.document
        if document is None:
            return
        names = self.bench.outline().order
        at = names.index(scene)
        words = _("Delete the scene “%(scene)s”") % {"scene": called.scene(document, scene)}
        with self._act(words, ("scenes", scene)) as (step, done):
            making.delete(step, document, scene, to)
        if done:
            rest = [one for one in names if one != scene]
            near = rest[min(at, len(rest) - 1)] if rest else ""
            path: Path = ("scenes", near) if near else ()
            self._did(_("“%(scene)s” is gone.") % {"scene": called.scene(document, scene)}, path)

    def _delete_choice(self, document: Document, path: Path) -> None:
        words = usage.choice_words(document, path)
        said = _("Delete the choice “%(choice)s”") % {"choice": words}
        with self._act(said, path) as (step, done):
            choices = document.data(path[:3])
            only = isinstance(choices, list) and len(choices) == 1
            step.put(document, path[:3] if only else path, None)
        if done:
            self._did(_("“%(choice)s” is gone.") % {"choice": words}, path[:2])

    def new_choice(self) -> None:
        """Ask for a new choice of this scene."""
        if (found := self.here()) is None:
            return
        document, scene = found
        names = scene_names(document)
        window, said = self._holder.window(), self.bench.names.scene
        sheet = ChoiceSheet(self.bench.context, window, scene, names, said)
        self._ask(sheet, self._choice_answered)

    def _choice_answered(self) -> None:
        sheet, found = self._sheet, self.here()
        if not isinstance(sheet, ChoiceSheet) or found is None:
            return
        document, scene = found
        words, to = sheet.words.text().strip(), str(sheet.to.value() or "")
        path: Path = ("scenes", scene)
        said = _("Add the choice “%(choice)s”") % {"choice": words}
        with self._act(said, path) as (step, done):
            if to == sheet.NEW:
                to = making.create_from_words(step, document, words, scene)
            kind, d = str(sheet.kind.value()), str(sheet.d.value() or "")
            path = making.add_choice(step, document, scene, words, kind=kind, d=d, to=to)
        if done:
            self._did(_("“%(choice)s” was added.") % {"choice": words}, path)

    # Names

    def rename(self) -> None:
        """Ask for another name of this scene."""
        if (found := self.here()) is None:
            return
        document, scene = found
        count = len(usage.of_scene(document, scene))
        follow = ngettext(
            "%(n)d place leads there; it will lead to the new name.",
            "%(n)d places lead there; they will lead to the new name.",
            count,
        )
        sheet = NameSheet(
            self.bench.context,
            self._holder.window(),
            _("Rename “%(scene)s”") % {"scene": called.scene(document, scene)},
            _("What the scene is called from now on"),
            _("Rename"),
            scene_names(document),
            name=scene,
            said=self.bench.names.scene,
            sentences=[follow % {"n": count}] if count else [],
        )
        self._ask(sheet, self._renamed)

    def _renamed(self) -> None:
        if isinstance(self._sheet, NameSheet) and self.bench.scene is not None:
            self.rename_scene(self.bench.scene, self._sheet.name, self._sheet.typed)

    def rename_scene(self, scene: str, new: str, typed: str = "") -> None:
        """Rename a scene, with all that leads there; ``typed`` are the words of its new name."""
        document = self.document
        if document is None:
            return
        count = len(usage.of_scene(document, scene))
        known = {
            "scene": called.scene(document, scene),
            "new": as_typed.shown(new, typed) if typed else called.scene(document, new),
            "n": count,
        }
        said = _("Rename “%(scene)s” to “%(new)s”") % known
        with self._act(said, ("scenes", scene)) as (step, done):
            renaming.rename_scene(step, document, scene, new, typed)
        if done:
            words = ngettext(
                "“%(scene)s” is called “%(new)s” now; %(n)d place followed.",
                "“%(scene)s” is called “%(new)s” now; %(n)d places followed.",
                count,
            )
            self._did(words % known, ("scenes", new))

    # Cutting, joining, moving

    def split(self) -> None:
        """Ask where this scene shall be cut in two."""
        if (found := self.here()) is None:
            return
        document, scene = found
        if not cutting.places_to_split(document, scene):
            said = _(
                "A scene is cut between two paragraphs, with an empty line between them, or between"
                " two lines that somebody says. Here are no two of either."
            )
            self._say(said)
            return
        names = scene_names(document)
        sheet = SplitSheet(self.bench.context, self._holder.window(), document, scene, names)
        self._ask(sheet, self._split_answered)

    def _split_answered(self) -> None:
        sheet, found = self._sheet, self.here()
        if not isinstance(sheet, SplitSheet) or found is None:
            return
        document, scene = found
        place, new = sheet.place, sheet.name
        words = _("Cut “%(scene)s” in two") % {"scene": called.scene(document, scene)}
        with self._act(words, ("scenes", scene)) as (step, done):
            cutting.split(step, document, scene, place, new, sheet.typed)
        if done:
            self._did(
                _("The rest is “%(new)s” now.") % {"new": called.scene(document, new)},
                ("scenes", new),
            )

    def merge(self) -> None:
        """Make one of this scene and the one that follows by itself."""
        if (found := self.here()) is None:
            return
        document, scene = found
        other, why_not = cutting.follower(document, scene)
        if why_not is not None:
            self._say(_(_WHY_NOT[why_not]))
            return
        known = {"scene": called.scene(document, scene), "other": called.scene(document, other)}
        words = _("Join “%(scene)s” and “%(other)s”") % known
        with self._act(words, ("scenes", scene)) as (step, done):
            cutting.merge(step, document, scene)
        if done:
            said = _("“%(other)s” is part of “%(scene)s” now.") % known
            self._did(said, ("scenes", scene))

    def move_up(self) -> None:
        """Let this scene, or choice, stand before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Let this scene, or choice, stand behind the one below it."""
        self._move(1)

    def _move(self, by: int) -> None:
        path = self.bench.path
        if (found := self.here()) is None:
            return
        document, scene = found
        try:
            if len(path) > 3 and path[2] == "choices":
                self._move_choice(document, path[:4], by)
            else:
                self._move_scene(document, scene, by)
        except CannotChangeError:
            self._say(_("It is at the end already."))

    def _move_scene(self, document: Document, scene: str, by: int) -> None:
        """Move a scene that nothing leads to: the others stand where the story comes to them."""
        strays, files = self.bench.outline().strays, scene_names(document)
        if scene not in strays:
            self._say(
                _(
                    "This scene stands where the story comes to it. Move the choice that leads "
                    "there, and put the scenes in order: then it moves with it."
                )
            )
            return
        to = strays.index(scene) + by
        if not 0 <= to < len(strays):
            raise CannotChangeError(())
        words = _("Move “%(scene)s”") % {"scene": called.scene(document, scene)}
        with self._act(words, ("scenes", scene)) as (step, done):
            making.move(step, document, scene, files.index(strays[to]) - files.index(scene))
        if done:
            self.bench.put_in_order()
            known = {"scene": called.scene(document, scene), "n": to + 1, "all": len(strays)}
            said = _("“%(scene)s” is number %(n)d of the %(all)d that nothing leads to now.")
            self._did(said % known, ("scenes", scene))

    def _move_choice(self, document: Document, path: Path, by: int) -> None:
        if not 0 <= int(path[3]) + by < len(document.data(path[:3])):
            raise CannotChangeError(path)
        with self._act(_("Move a choice"), path) as (step, done):
            to = making.move_choice(step, document, path, by)
        if done:
            known = {"n": int(to[-1]) + 1, "all": len(document.data(to[:-1]))}
            self._did(_("The choice is number %(n)d of %(all)d now.") % known, to)
