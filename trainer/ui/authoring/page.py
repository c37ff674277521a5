"""The editor: map, outline and text at the left, the form of what is selected at the right.

Every panel shows the same document by way of the workbench; none knows another.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout

from trainer import paths
from trainer.authoring.called import title_of
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.finding.showing import Finding
from trainer.ui.authoring.finding.where import HERE
from trainer.ui.authoring.form.panel import FormPanel
from trainer.ui.authoring.frame import places
from trainer.ui.authoring.frame.bar import EditorBar
from trainer.ui.authoring.frame.coming_back import ComingBack
from trainer.ui.authoring.frame.frame import Frame
from trainer.ui.authoring.frame.going_on import GoingOn
from trainer.ui.authoring.frame.good_to_know import good_to_know
from trainer.ui.authoring.frame.keys import Keys, is_rename, keep_from_window
from trainer.ui.authoring.frame.keys_help import keys_of
from trainer.ui.authoring.frame.many_tabs import ManyTabs
from trainer.ui.authoring.frame.notices import Notices
from trainer.ui.authoring.frame.offers import offer
from trainer.ui.authoring.frame.ordering import Ordering
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.frame.rounds import Rounds, leave_unselected
from trainer.ui.authoring.home.dropping import Dropping
from trainer.ui.authoring.keeping.panel import Keeping
from trainer.ui.authoring.map.panel import MapPanel
from trainer.ui.authoring.on_paper.offered import print_shown
from trainer.ui.authoring.outline.panel import OutlinePanel
from trainer.ui.authoring.playing.playing import Playing
from trainer.ui.authoring.problems.panel import ProblemsPanel
from trainer.ui.authoring.tables import review
from trainer.ui.authoring.tables.file_form import FileForm
from trainer.ui.authoring.text.panel import TextPanel
from trainer.ui.authoring.things.panel import ThingsPanel
from trainer.ui.authoring.workbench import Workbench
from trainer.ui.building import Building
from trainer.ui.page import Page
from trainer.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.source.lines import Path
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp


class AuthorPage(Page):
    """One file that is being written."""

    name: ClassVar[str] = "author"
    immersive: ClassVar[bool] = True

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, ahead: bool = False
    ) -> None:
        super().__init__(context, parent)
        self._write_first: Path | None = None
        self._brings = ""
        self._is_new = True
        self._titled = ""
        self.is_ready = False  # With the forms of a story, ahead of time.
        self.building = building = Building(self._build(), ahead=ahead)
        if ahead:
            self.hide()
            Slices(self).begin(self._ahead(building))

    @classmethod
    def ahead_of_time(cls, context: Context, holder: QWidget) -> AuthorPage:
        """Begin to make one, out of view."""
        return cls(context, holder, ahead=True)

    def _ahead(self, building: Building) -> Iterator[None]:
        """Have ready what whoever opens a story will see next."""
        yield from building.steps
        yield from self.form.forms.ahead()
        yield from self.about.ahead()
        self.is_ready = True

    def _build(self) -> Iterator[None]:
        """Build it, a piece at each step."""
        self.bench = Workbench(self.context, self)
        # Before any form stands on it: what is out of view has fields only once it has shown.
        self.bench.wanted.connect(self._write)
        self.map = MapPanel(self.bench, self)
        yield
        self.outline = OutlinePanel(self.bench, self)
        yield
        self.things = ThingsPanel(self.bench, self)
        self.text = TextPanel(self.bench, self)
        yield
        self.form = FormPanel(self.bench, self)
        self.text.look_at_spelling(self.form.spelling)
        self.about = FileForm(self.form.writer, self.form.content)
        self.form.use_for_file(self.about)
        self.problems = ProblemsPanel(self.bench, self)
        yield
        self.keeping = Keeping(self.bench, self)
        self.bar = EditorBar(self.context, self.bench, self.keeping.chip)
        self.playing = Playing(self.bench, self)
        yield
        self._lay_out()
        self.rounds = Rounds(self.frame, self.bar)
        ComingBack(self)
        self.going_on = GoingOn(self)
        Dropping(self)
        self.finding = Finding(self)
        self.ordering = Ordering(self.in_reading_order, self, self.form.ordering)
        self.keys = Keys(self, self._acts(), self._focus_moved, self.keeping.note_letter)
        self.keys.pressed.connect(self.ordering.key_comes)
        ManyTabs(self)
        self._connect()

    def _lay_out(self) -> None:
        self.frame = Frame(
            map_=self.map, outline=self.outline, things=self.things, text=self.text,
            problems=self.problems, form=self.form,
        )  # fmt: skip
        whole = theme.lay(QVBoxLayout(self))
        whole.addWidget(self.bar)
        lines = (self.playing.line, self.playing.waiting, self.playing.looking)
        notices = Notices(*lines, around=(self.bar, self.frame))
        self.frame.arranged.connect(notices.fit_soon)
        whole.addWidget(notices)
        whole.addWidget(self.frame, 1)

    def _connect(self) -> None:
        self.bar.undo.clicked.connect(self.undo)
        self.bar.redo.clicked.connect(self.redo)
        self.bar.play.clicked.connect(self.play)
        self.problems.called.connect(self.frame.call_problems)
        self.bench.opened.connect(self._fit_file)
        self.bench.changed.connect(self._retitle)
        for arranged in (self.frame.arranged, self.about.arranged, self.form.made):
            arranged.connect(self.ordering.start)
        offer(self)

    def _fit_file(self) -> None:
        """Show what there is of this kind of file: undoing, too, may lead into another one."""
        some = self.bench.has_scenes()
        self.bar.play.setVisible(some)
        if some is not self.frame.has_scenes:
            self.frame.show_scenes(some)

    # Page

    def _retitle(self) -> None:
        if self.title() != self._titled:
            self._titled = self.title()
            self.title_changed.emit()

    def title(self) -> str:
        """What the file is called."""
        return title_of(self.bench.document) if self.bench.document is not None else _("Author")

    def good_to_know(self) -> list[tuple[str, str]]:
        """Where the file is, who can read it, how it comes back."""
        document, keeps = self.bench.document, self.keeping.keeper.keeps
        if document is None:
            return good_to_know(paths.own_scenarios(), keeps=keeps)
        return good_to_know(document.path.parent, document.format, keeps=keeps)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return keys_of(self.frame.panels(), of_story=self.bench.has_scenes())

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Y": self.redo,
            "Ctrl+S": self.save,
            "Ctrl+F": self.find_words,
            "Ctrl+I": self.write_about,
            "Ctrl+P": partial(print_shown, self.bench, self),
            "Ctrl+Shift+F": self.find_everywhere,
            "Ctrl+Return": self.play,
            "Alt+Return": self.mend_here,
            "Ctrl+T": self.playing.try_all,
            "Ctrl+1": partial(self.stand_on_scenes, View.MAP),
            "Ctrl+2": partial(self.stand_on_scenes, View.OUTLINE),
            "Ctrl+3": self._show_text,
            "Ctrl+4": self._show_both,
            "F6": partial(self.rounds.go, 1),
            "Shift+F6": partial(self.rounds.go, -1),
        }

    def mend_here(self) -> None:
        """Mend the word that one is in, or else what is wrong with what is selected."""
        if not self.form.offer_spelling() and not self.text.offer_spelling():
            self.problems.fix_here()

    def open(self, **what: Any) -> None:
        """Open a file; without one, what is open stays."""
        self.bar.back.show_way()
        if "path" in what:
            self._open(File(what["path"]))
        elif self.bench.document is not None and self.keeping.keeper.shown is None:
            self._open(self.bench.document.path)  # It was let go, and may be back.
        self._write_first = what.get("at") or self._write_first
        if what.get("begin"):
            self._begin()
            self._brings = str(what.get("brings") or "")

    def _open(self, path: File) -> None:
        before = self.bench.document
        self.going_on.note()
        opened, document = self.keeping.open(path), self.bench.document
        if document is None or (not opened and self.keeping.keeper.shown is None):
            QTimer.singleShot(0, self, self._leave)  # Why was told; one's files show instead.
        elif document is not before:
            self._is_new = True
            self.frame.restore(places.read(self.context.settings.author_view))
            self.frame.show_scenes(self.bench.has_scenes())
            self.going_on.stand()

    def _leave(self) -> None:
        self.context.open_page("author-home")

    def _begin(self) -> None:
        """Have the first scene written in: the file is new."""
        start = document.data(("start",)) if (document := self.bench.document) else None
        self._write_first = ("scenes", start) if isinstance(start, str) else ()

    def shown(self) -> None:
        """Stand on the scenes."""
        self.bar.tell()
        if self._write_first is not None:
            path, self._write_first = self._write_first, None
            self.going_on.write_in_form(path)
            if self._brings:
                self.bench.say(self._brings, firm=True, passing=True)
        elif not self.going_on.stand_again(new=self._is_new):
            # On the way here the focus may have passed by the bar.
            self._stand_in_view()
        self._is_new = False
        self.going_on.stands()

    def left(self) -> None:
        """Remember how it is arranged and where one was, and keep what is not saved."""
        self.going_on.note()
        self.keeping.left()

    def order_by(self, order: Callable[[], object]) -> None:
        """Have the window put Tab in order, once the page stands."""
        self.ordering.by(order)

    def in_reading_order(self) -> list[QWidget]:
        """A splitter would tell it otherwise."""
        told = (self.playing.line, self.playing.waiting, self.playing.looking)
        return [self.bar, *told, *self.frame.in_reading_order()]

    def event(self, event: QEvent) -> bool:
        """Have Esc and F2 go to what has the focus, and not to the window."""
        return keep_from_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the page do, if they were not taken before."""
        act = self.keys.act_of(event)
        if act is not None:
            act()
        elif is_rename(event):
            self.rename()
        elif event.key() == Qt.Key.Key_Escape:
            self.context.escape_pressed()
        else:
            super().keyPressEvent(event)

    # Where the focus is

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and self.rounds.strayed(old, new):
            QTimer.singleShot(0, self, partial(self._return, new))
            return
        self.rounds.note()
        self.going_on.note_soon()
        if QApplication.focusWidget() is None and self.isVisible():
            # What had it has gone: a field that was made anew, a button that cannot be pressed.
            QTimer.singleShot(0, self, self._stay)

    def _stay(self) -> None:
        if self.isVisible() and self.isActiveWindow():
            self.rounds.stay()

    def _return(self, strayed: QWidget | None) -> None:
        """Stand where one was, unless the focus went on meanwhile."""
        part = self.rounds.at
        if part is not None and self.isVisible() and QApplication.focusWidget() is strayed:
            # What does not show any more is not brought back: somebody has chosen another view.
            self.rounds.stand(part if part.isVisible() else self.frame.regions()[0])

    def _show(self, view: View, part: QWidget) -> None:
        self.frame.show_view(view)
        self.rounds.stand(part)

    def stand_on_scenes(self, view: View) -> None:
        """Go to the scenes, as a map or as an outline."""
        self.frame.show_view(view)
        self._stand_in_view()

    def _stand_in_view(self) -> None:
        """Go into the map, the list or the text, wherever beside it one was last."""
        view: Any = self.frame.regions()[0]
        self.rounds.stand(view)
        if view.isVisible() and view is not self.text:
            view.enter()

    def _show_text(self) -> None:
        self._show(View.TEXT, self.text)
        self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_text(self) -> None:
        """Show the text; beside the scenes, if it shows there already."""
        self.rounds.stand(self.text)

    def _show_both(self) -> None:
        self._show(View.BOTH, self.text)

    def _write(self) -> None:
        self.frame.bring(self.form)

    # What can be done

    def undo(self) -> None:
        """Take back the last step."""
        nothing = _("There is nothing to undo.")
        self._step(self.bench.desk.undoes is not None, self.bench.undo, nothing)

    def redo(self) -> None:
        """Do it again."""
        nothing = _("There is nothing to do again.")
        self._step(self.bench.desk.redoes is not None, self.bench.redo, nothing)

    def _step(self, some: bool, act: Callable[[], None], nothing: str) -> None:
        part = self.rounds.at
        if some:
            act()
            self.title_changed.emit()  # It may have been in another file.
        else:
            self.bench.say(nothing, passing=True)
        self.rounds.stay_in(part)
        leave_unselected(QApplication.focusWidget())

    def write_about(self) -> None:
        """Write about the story as a whole, from wherever one is."""
        if self.bench.has_scenes():
            self.bench.write_at(())

    def rename(self) -> None:
        """Give the scene another name, from wherever one is; without one, the story its title."""
        if self.bench.scene is not None:
            self.bench.write_at(("scenes", self.bench.scene))
            self.form.rename()
        elif self.bench.has_scenes():
            self.bench.write_at(("title",))

    def save(self) -> None:
        """Save everything that was changed."""
        self.keeping.save()

    def say_reviewed(self) -> None:
        """Ask who has reviewed the file, and until when that holds."""
        review.ask(self.bench, self.window())

    def find_words(self) -> None:
        """Find a scene, from wherever one is; in the text, words."""
        for panel in (self.rounds.at, *self.frame.regions()):
            find: Any = getattr(panel, "find_words", None)
            if panel is self.text:
                break
            if panel is not None and find is not None:
                self.frame.bring(panel)
                find()
                return
        self.find_everywhere()

    def find_everywhere(self) -> None:
        """Find, and perhaps replace: in this file first, and in all of one's own if so chosen."""
        self.finding.open(HERE)

    def play(self) -> None:
        """Play from the scene that is selected."""
        self.playing.play_here()
