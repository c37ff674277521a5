"""The form of what is selected: a scene, or one of its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.forms import places
from trainer.authoring.forms.known import known
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.forms import Forms
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.form.which import which
from trainer.ui.authoring.form.writer import Writer
from trainer.ui.authoring.form.wrong import Wrong
from trainer.ui.authoring.frame.ordering import Ordering
from trainer.ui.authoring.spelling.asking import Asking
from trainer.ui.slices import Soon
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.focus_order import focusable
from trainer.ui.widgets.steady_scroller import SteadyScroller
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.desk import Change
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.form import Form
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp


class FormPanel(SteadyScroller):
    """The form at the right. What is selected is bound to a form that is there already.

    Signals:
        made(): there is one more form, which Tab goes through.
    """

    made = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.setAccessibleName(_("Form"))
        self.writer = Writer(bench, self)
        self.viewport().installEventFilter(self)
        column = theme.lay(QVBoxLayout(self.content), margins=(20, 18, 20, 24), spacing=12)
        self.broken = SoftLabel("", self.content, role=Role.NOTE)
        self.empty = SoftLabel("", self.content)
        self.wrong = Wrong(self.content)
        for one in (self.broken, self.empty, self.wrong):
            column.addWidget(one)
        self._column = column
        self.forms = Forms(self.writer, self.content, column)
        self.forms.made.connect(self.made)
        self._placed = places.Placed()
        self._whole: QWidget | None = None
        self.form: Form | None = None
        column.addStretch(0)
        bench.opened.connect(self._opened)
        bench.selected.connect(self._select)
        bench.changed.connect(self._changed)
        bench.problems_changed.connect(self.show_problems)
        bench.wanted.connect(self._write_in)
        self.writer.failed.connect(self.refresh)
        self.spelling = Asking(bench, self)
        self.ordering = Ordering(self.in_reading_order, self)
        self.writer.grown.connect(self.ordering.start)
        self._telling = Soon(self)
        self._telling.due.connect(self.show_problems)
        self._show_form(None)

    def use_for_file(self, widget: QWidget) -> None:
        """Show this while the file as a whole is selected."""
        self._whole = widget
        self._column.insertWidget(self._column.count() - 1, widget, 1)
        self._select(self.bench.path)

    # What shows

    def _opened(self) -> None:
        for form in self.forms.every():
            form.forget()
        self._show_form(None)

    def _select(self, path: Path) -> None:
        found = self._form_for(path)
        form, is_new = None, False
        if found is not None:
            form, base = found
            is_new = base != form.base or not form.is_bound
            if is_new:
                form.bind(base)
                self.let_go()
                self.bar.setValue(0)
        self._show_form(form)
        if form is None or is_new or not self._is_shown(form):
            self.refresh()
        if form is not None:
            if is_new:
                form.open_unwritten()
                if not self.bench.has_told():
                    self.wrong.show_problems(form.show_problems([]))
                self.show_problems()
            else:
                self._telling.start()
            if len(path) > len(form.base):
                self._reveal(path)

    def _is_shown(self, form: Form) -> bool:
        """Whether a form shows what stands there now; others ask what the library has, too."""
        document = self.bench.document
        return document is not None and document.is_scenario and form.writer.shows_all()

    def _form_for(self, path: Path) -> tuple[Form, Path] | None:
        """Give the form for what stands at a path, and where the thing that it is of stands."""
        found = which(self.bench.document, path)
        return None if found is None else (self.forms.kept(found.name, found.sort), found.base)

    def _show_form(self, form: Form | None) -> None:
        before, self.form = self.form, form
        if form is not before:
            for one in self.forms.every():
                one.setVisible(one is form)
            self.ordering.start()
        whole = form is None and self._whole is not None and self.bench.scene is None
        if self._whole is not None:
            self._whole.setVisible(whole)
        self.empty.setVisible(form is None and not whole)
        self.empty.setText(self._what_to_do())
        if form is None:
            self.wrong.show_problems([])

    def _what_to_do(self) -> str:
        if self.bench.scene is not None:
            return _("There is no scene “%(name)s”.") % {
                "name": self.bench.names.scene(self.bench.scene)
            }
        return _("Choose a scene, and it can be written here.")

    def refresh(self) -> None:
        """Show what stands there now."""
        document, form = self.bench.document, self.form
        if document is None or document.waits:
            return  # A long text is read elsewhere: until then this is what there is.
        readable = document.settle()
        self.broken.setVisible(not readable)
        if not readable:
            self.broken.setText(_(
                "The text cannot be read just now. What shows here is as it was; it can be "
                "changed again once the text is mended."
            ))  # fmt: skip
        if form is not None:
            form.setEnabled(readable)
            form.refresh(known(document))
            if document.is_scenario:
                form.ask()
            form.writer.saw()
            self._spell(form)

    def _spell(self, form: Form) -> None:
        """Have the words marked in what is written in, also in fields that have just come."""
        for box in form.boxes():
            box.look_at_spelling(self.spelling)

    def offer_spelling(self) -> bool:
        """Show what may be meant by the word that one is in; tell if it is perhaps misspelt."""
        here = [one for one in self.findChildren(FormBox) if one.edit.hasFocus()]
        return any(one.spelling is not None and one.spelling.offer() for one in here)

    def in_reading_order(self) -> list[QWidget]:
        """Tab goes as the layouts do."""
        return [self]

    # Changes

    def _changed(self, _changes: Sequence[Change]) -> None:
        found, form = self._form_for(self.bench.path), self.form
        shown = None if form is None else (form, form.base)
        if found != shown:
            self._select(self.bench.path)
        else:
            self.refresh()

    def show_problems(self) -> None:
        """Show what is wrong beside the fields that it is about."""
        self._telling.stop()
        document, form = self.bench.document, self.form
        if document is None or form is None or document.waits or not self.bench.has_told():
            return  # Of what has changed since, it is shown as soon as it is told.
        found = self._placed.inside(document, self.bench.problems, form.base)
        here = which(document, form.base)
        mine = [one for one in found if which(document, one.path) == here]
        self.wrong.show_problems(form.show_problems(mine))

    # Where one writes

    def stand_on(self, path: Path) -> None:
        """Stand on what is there again: a choice on its card, if the scene is what shows."""
        if isinstance(self.form, SceneForm) and path[2:3] == ("choices",) and len(path) == 4:
            self.form.choices.stand_on(int(path[3]))
        else:
            self.bench.wanted.emit(path)

    def enter(self) -> None:
        """Stand where writing begins, and not on what renames the scene."""
        shown = self.form if self.form is not None and self.form.isEnabled() else None
        there = (one for one in focusable(self.content) if one.isVisible() and one.isEnabled())
        stop = shown.first() if shown is not None else next(there, None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_here(self) -> bool:
        """Stand where what is selected is written; tell whether there is something."""
        if self.form is None or not self.form.isEnabled():
            return False
        self.form.write_in(self.bench.path)
        return True

    def _write_in(self, path: Path) -> None:
        form = self.form
        if form is None:
            return
        if isinstance(form, SceneForm) and form.stand_on(path):
            return
        if isinstance(form, SceneForm) and path[2:3] == ("choices",):
            form.choices.stand_on(int(path[3]) if len(path) > 3 else self._last_choice(path))
        else:
            form.write_in(path)
            if path == form.base:
                self._show_heading(form.first())

    def place_of(self, widget: QWidget) -> QRect:
        """Where a field stands, with the words above it, if there is room for both."""
        place = super().place_of(widget)
        row: QWidget | None = widget
        while row is not None and not isinstance(row, Row):
            row = row.parentWidget()
        if row is None:
            return place
        whole = place.united(QRect(super().place_of(row).topLeft(), QSize(1, 1)))
        return whole if whole.height() + 2 * theme.px(16) <= self.viewport().height() else place

    def _show_heading(self, field: QWidget) -> None:
        """Have what the form is of in view, and two lines of its first field or more."""
        if super().place_of(field).top() + theme.px(60) <= self.viewport().height():
            self.bar.setValue(0)

    def _last_choice(self, path: Path) -> int:
        """Give the choice of this scene that was open last."""
        choice = self.forms.there("choice")
        same = isinstance(choice, ChoiceForm) and choice.base[:2] == path[:2]
        return choice.place if same and isinstance(choice, ChoiceForm) else 0

    def _reveal(self, path: Path) -> None:
        row = self.form.row_at(path) if self.form is not None else None
        if row is not None:
            self.show_widget(row)

    def event(self, event: QEvent) -> bool:
        """Keep F2 from the window while a scene is written."""
        taken = event.type() == QEvent.Type.ShortcutOverride and self._renames(event)
        if taken:
            event.accept()
        return taken or super().event(event)

    def _renames(self, event: QEvent) -> bool:
        key = isinstance(event, QKeyEvent) and not event.modifiers() and event.key()
        return key == Qt.Key.Key_F2 and self._scene() is not None

    def _scene(self) -> SceneForm | None:
        """Give the form of the scene that one writes in, also from one of its choices."""
        form = self.forms.kept("scene") if isinstance(self.form, SceneForm | ChoiceForm) else None
        return form if isinstance(form, SceneForm) and form.isEnabled() else None

    def rename(self) -> bool:
        """Ask for another name of the scene."""
        scene = self._scene()
        if scene is not None:
            if scene is not self.form:
                self.bench.write_at(self.bench.path[:2])
            scene.name.begin()
        return scene is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie on a card."""
        if event.type() == QEvent.Type.Paint and watched is self.viewport():
            painter = QPainter(self.viewport())
            fill(painter, self.viewport().rect(), theme.colours().card)
        return super().eventFilter(watched, event)

    # Keys

    def key_help(self) -> KeyHelp:
        """Keys of the form; of other things than a story it is written field by field."""
        if not self.bench.has_scenes():
            return [(_("Alt and an arrow key"), _("Move what one is in, in the form"))]
        return [
            (_("F2"), _("Rename the scene …")),
            (_("Ctrl Shift Enter"), _("Add one more choice, in the form")),
            (_("Alt and an arrow key"), _("Move the line or the choice, in the form")),
            (_("Alt Page Down"), _("Go to the next scene or choice, in the form")),
            (_("Alt Page Up"), _("Go to the one before, in the form")),
            (_("Alt Home"), _("Go from the choice to its scene, from there to the whole story")),
            (_("Delete"), _("Delete the choice, on its card")),
            (_("Ctrl D"), _("Duplicate the choice, on its card")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between choices, or add one; Page Up and Page Down scroll."""
        if not self._by_key(event):
            super().keyPressEvent(event)

    def _turn(self, by: int) -> bool:
        """Go to the next scene, or the one before; from the file as a whole, to the first."""
        if not self.bench.has_scenes():
            return False
        names, here = self.bench.outline().order, self.bench.scene
        at = names.index(here) + by if here in names else 0
        if 0 <= at < len(names):
            self.bench.write_at(("scenes", names[at]))
            self.bench.context.announce(self.bench.names.scene(names[at]))
        elif names:
            last, first = _("This is the last scene."), _("This is the first scene.")
            self.bench.say(last if by > 0 else first, passing=True)
        return True

    def _by_key(self, event: QKeyEvent) -> bool:
        if self._renames(event):
            return self.rename()
        key, with_ = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        modifier, form = Qt.KeyboardModifier, self.form
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if with_ != modifier.ControlModifier | modifier.ShiftModifier:
                return False
            if isinstance(form, ChoiceForm):
                form.add_next()
            elif isinstance(form, SceneForm):
                form.add_choice()
            return True
        if with_ != modifier.AltModifier:
            return False
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not isinstance(form, ChoiceForm):
            return self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        if not isinstance(form, ChoiceForm):
            if key == Qt.Key.Key_Home and isinstance(form, SceneForm):
                self.bench.write_at(())
                return True
            return False
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            by = 1 if key == Qt.Key.Key_PageDown else -1
            if not form.turn(by):
                # Behind the last choice comes the next scene, before the first one its own.
                return self._turn(1) if by > 0 else self._back(form)
            return True
        return key == Qt.Key.Key_Home and self._back(form)

    @staticmethod
    def _back(form: ChoiceForm) -> bool:
        form.go_back()
        return True
