"""What can be done on the map: each act is one step, and says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from trainer.authoring.arrangement import Arrangement, Note
from trainer.authoring.forms import switching
from trainer.authoring.layout import arranging
from trainer.authoring.layout.graph import folded_away
from trainer.authoring.outline import Kind
from trainer.authoring.scenes import making
from trainer.authoring.scenes.naming import choice_names
from trainer.authoring.source.parts import SPLIT
from trainer.language import _
from trainer.ui.authoring.outline.acts import SceneActs

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from trainer.practice.map_layout import Place
    from trainer.ui.authoring.map.model import MapModel
    from trainer.ui.authoring.map.view import MapView

MOVED = 24.0
"""Units that a box is moved by one key."""


class MapActs(QObject):
    """Acts on the box, or the note, that is current.

    Signals:
        find_wanted(): a scene shall be looked for.
        link_changed(): a way was begun, or is not being made any more.
    """

    find_wanted = Signal()
    link_changed = Signal()

    def __init__(self, model: MapModel, view: MapView) -> None:
        super().__init__(view)
        self.model = model
        self.view = view
        self.bench = model.bench
        self.scenes = SceneActs(model.bench, view)
        self._edited = ""
        self._new_at: Place = (0.0, 0.0)

    @property
    def _arrangement(self) -> Arrangement:
        document = self.bench.document
        return Arrangement() if document is None else document.arrangement

    def _arrange(self, words: str, arrangement: Arrangement, typing: str = "") -> None:
        document = self.bench.document
        if document is None or arrangement == document.arrangement:
            return
        with self.bench.step(words, typing=typing) as step:
            step.arrange(document, arrangement)

    def _say(self, words: str, **named: object) -> None:
        self.bench.context.announce(words % named)

    @staticmethod
    def why_not() -> str:
        """Say why nothing can be changed while the text cannot be read."""
        return _("The text cannot be read just now. “Problems” says why, and what mends it.")

    def refuses(self) -> bool:
        """Tell whether nothing can be changed just now; that is said, too."""
        if self.bench.is_broken:
            self._say(self.why_not())
        return self.bench.is_broken

    # Scenes

    def write(self) -> None:
        """Write in the scene, or the note; a scene that does not exist is made."""
        if not self.model.note and self.model.current in self.model.graph.lines:
            self.bench.write_at((SPLIT, self.model.current))
        elif self.refuses():
            return
        elif self.model.note:
            self.edit_note()
        elif self.model.current:
            self.create()

    @property
    def can_create(self) -> bool:
        """Whether a scene is current that does not exist."""
        return not self.model.note and self.model.current in self.model.graph.ghosts

    def create(self) -> None:
        """Make the scene that does not exist, behind the first one that leads there."""
        name = self.model.current
        document = self.bench.document
        if document is None or not self.can_create:
            return
        after = self.model.graph.into[name][0]
        before = document.version
        with self.bench.step(_("Create a scene"), (SPLIT, name)) as step:
            making.create(step, document, name, after)
        if document.version != before:
            self.bench.write_at((SPLIT, name))
            self._say(
                _("The scene “%(scene)s” is there now. Ctrl Z takes it back."),
                scene=self.bench.names.scene(name),
            )

    # Ways

    def start_link(self) -> None:
        """Begin a way from the current scene, or end that without one; say why there is none."""
        if self.view.linking:
            self.end_link()
        elif self.model.current in self.model.graph.lines:
            why_not = self._why_no_way(self.model.current)
            if why_not:
                self.bench.say(why_not, passing=True)
            else:
                self.begin_link(self.model.current)
        elif self.can_create:
            self.bench.say(_("This scene does not exist yet. Enter creates it."), passing=True)
        else:
            self.bench.say(_("Choose a scene first."), passing=True)

    def begin_link(self, name: str) -> None:
        """Let a way begin at a scene."""
        self.view.linking = name
        self.view.update()
        self.link_changed.emit()

    def end_link(self) -> None:
        """Make no way."""
        was = self.view.linking
        self.view.linking, self.view.loose_end = "", None
        self.view.update()
        if was:
            self.link_changed.emit()

    def step_back(self) -> None:
        """End the way that was begun; from a note, go back to the box."""
        if self.view.linking:
            self.end_link()
        elif self.model.note:
            self.model.stand_on(self.model.current)

    def said_of_link(self) -> str:
        """Say what is to be done next for the way that was begun; empty if none was."""
        start, to = self.view.linking, self.model.current
        known = {
            "start": self.bench.names.scene(start),
            "to": self.bench.names.scene(to),
        }
        if not start:
            return ""
        if to and to != start:
            return _("Enter lets “%(start)s” lead to “%(to)s”. Esc takes it back.") % known
        line = self.model.graph.lines.get(start)
        if line is not None and line.kind is Kind.NEXT:
            return (
                _(
                    "“%(start)s” goes on by itself. Choose where it leads from now on, and press "
                    "Enter; Esc takes it back."
                )
                % known
            )
        return (
            _("A way from “%(start)s”: choose where it leads, and press Enter. Esc takes it back.")
            % known
        )

    def _why_no_way(self, start: str) -> str:
        """Say why a scene cannot have one more way from here; empty if it can."""
        document, line = self.bench.document, self.model.graph.lines.get(start)
        if document is None or line is None:
            return ""
        if line.kind is Kind.ENDING:
            return _("The story ends with this scene. Change that in its form first.")
        if isinstance(document.data((SPLIT, start, "next")), list):
            return _("This scene goes on in different ways already. Change them in its form.")
        return ""

    def finish_link(self, to: str) -> None:
        """Let the way that was begun lead to a box."""
        start = self.view.linking
        self.end_link()
        if start and to and not self.refuses():
            self.link(start, to)

    def link(self, start: str, to: str) -> None:
        """Make a way: the scene goes on there, or a choice is added that does."""
        document, line = self.bench.document, self.model.graph.lines.get(start)
        if document is None or line is None:
            return
        why_not = self._why_no_way(start)
        if why_not:
            self.bench.say(why_not, passing=True)
            return
        path: tuple[Any, ...] = (SPLIT, start, "next")
        before = document.version
        with self.bench.step(_("Make a way"), path) as step:
            if line.kind is Kind.CHOICES:
                choices = document.data((SPLIT, start, "choices"))
                path = (SPLIT, start, "choices", len(choices))
                fresh = switching.fresh_choice(choice_names(document, start))
                step.insert(document, path, {**fresh, "next": to})
            else:
                if line.kind is Kind.STUB:
                    making.write_out(step, document, start)
                step.put(document, path, to)
        if document.version != before:
            self.bench.write_at(path)
            known = {
                "start": self.bench.names.scene(start),
                "to": self.bench.names.scene(to),
            }
            self._say(_("“%(start)s” leads to “%(to)s”. Ctrl Z takes it back."), **known)

    # Places

    def dropped(self, name: str, place: Place) -> None:
        """Pin a box where it was dragged."""
        if name in self.model.graph.lines:
            pinned = arranging.with_pins(self._arrangement, {name: place})
            self._arrange(_("Move a scene on the map"), pinned)

    def move_by(self, across: float, down: float) -> None:
        """Move the current box, or note; in one go it is one step."""
        if self.model.note:
            note = self._arrangement.notes[self.model.note]
            moved = Note(note.x + across * MOVED, note.y + down * MOVED, note.text)
            self.note_dropped(self.model.note, (moved.x, moved.y), typing=True)
        elif self.model.current in self.model.graph.lines:
            name = self.model.current
            x, y = self.model.places.at(name)
            place = (x + across * MOVED, y + down * MOVED)
            pinned = arranging.with_pins(self._arrangement, {name: place})
            self._arrange(_("Move a scene on the map"), pinned, typing=f"map: {name}")
            self.model.renew()

    @property
    def is_pinned(self) -> bool:
        """Whether the current box is pinned."""
        return not self.model.note and self.model.current in self.model.pins

    def pin(self) -> None:
        """Pin the current box where it stands, or unpin it."""
        name = self.model.current
        if self.model.note or name not in self.model.graph.lines:
            return
        if self.is_pinned:
            self.model.places.laid[name] = self.model.places.at(name)
            self._arrange(_("Unpin a scene"), arranging.without_pin(self._arrangement, name))
            self._say(
                _("“%(scene)s” is not pinned any more."),
                scene=self.bench.names.scene(name),
            )
        else:
            place = self.model.places.at(name)
            pinned = arranging.with_pins(self._arrangement, {name: place})
            self._arrange(_("Pin a scene"), pinned)
            self._say(
                _("“%(scene)s” is pinned where it stands."),
                scene=self.bench.names.scene(name),
            )

    def tidy(self) -> None:
        """Lay everything out anew, what is pinned too."""
        self._arrange(_("Tidy up the map"), arranging.without_pins(self._arrangement))
        self.model.renew()
        self.view.fitted = True
        self.model.tidy()
        self._say(_("The map is laid out anew. Ctrl Z brings back what was pinned."))

    # Branches

    @property
    def is_folded(self) -> bool:
        """Whether the branch of the current scene is folded away."""
        return self.model.current in self._arrangement.folded

    def fold(self) -> None:
        """Fold the branch behind the current scene away, or open it."""
        name = self.model.current
        if self.model.note or name not in self.model.graph.lines:
            return
        folded = not self.is_folded
        behind = folded_away(self.model.graph, self._arrangement.folded | {name}).get(name, ())
        if folded and not behind:
            self._say(_("Nothing is reached through this scene alone."))
            return
        words = _("Fold a branch") if folded else _("Open a branch")
        self._arrange(words, arranging.with_fold(self._arrangement, name, folded=folded))
        self.model.renew()
        if folded:
            self._say(_("Scenes hidden: %(count)s. C shows them again."), count=len(behind))
        else:
            self._say(_("The branch is open again."))

    def follow(self) -> None:
        """Show all ways through the current scene, or stop."""
        name = self.model.current
        if self.model.follows or name not in self.model.graph.lines:
            self.model.follow("")
            self._say(_("All ways show alike again."))
        else:
            self.model.follow(name)
            said = _("Ways through “%(scene)s” stand out. Arrow keys follow them.")
            self._say(said, scene=self.bench.names.scene(name))

    # Notes

    def new_note(self, at: QPointF | None = None) -> None:
        """Write a note, at a place of the picture, or below the current box."""
        picture = self.view.picture
        box = picture.boxes.get(self.model.current)
        if at is None and box is not None:
            at = box.rect.center()
            at.setY(at.y() + 80)
        if at is None:
            at = self.view.camera.seen(self.view.room()).center()
        self._edited, self._new_at = "", picture.unit(at)
        self._open_sheet("")

    def edit_note(self) -> None:
        """Change the words of the current note."""
        note = self._arrangement.notes.get(self.model.note)
        if note is not None:
            self._edited, self._new_at = self.model.note, (note.x, note.y)
            self._open_sheet(note.text)

    def _open_sheet(self, text: str) -> None:
        from trainer.ui.authoring.map.notes import NoteSheet

        sheet = NoteSheet(self.bench.context, text, self.view.window())
        sheet.written.connect(self._note_written)
        sheet.open()

    def _note_written(self, text: str) -> None:
        key = self._edited or arranging.new_key(self._arrangement)
        words = _("Change a note") if self._edited else _("Write a note")
        noted = arranging.with_note(self._arrangement, key, Note(*self._new_at, text))
        self._arrange(words, noted)
        self.model.stand_on_note(key if key in self._arrangement.notes else "")

    def note_dropped(self, key: str, place: Place, *, typing: bool = False) -> None:
        """Move a note."""
        note = self._arrangement.notes.get(key)
        if note is not None:
            moved = arranging.with_note(self._arrangement, key, Note(*place, note.text))
            self._arrange(_("Move a note"), moved, typing=f"map: {key}" if typing else "")

    def delete_note(self) -> None:
        """Take the current note away."""
        key = self.model.note
        if key:
            self.model.stand_on_note("")
            self._arrange(_("Delete a note"), arranging.with_note(self._arrangement, key, None))
            self._say(_("The note is deleted. Ctrl Z brings it back."))
