"""The editor of a plan: its parts at the left, the one that is chosen at the right.

A plan that comes with the program is never changed: saving makes one's own of it. Leaving asks
nothing: what is not saved is kept as a draft, and is there again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans.editing import looking, saving
from trainer.plans.editing.editing import WHOLE, Editing
from trainer.scenario.problems import Severity
from trainer.ui import theme
from trainer.ui.page import Page
from trainer.ui.widgets.back_button import BackButton
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.two_columns import TwoColumns
from trainer.ui.widgets.words import SoftLabel
from trainer.ui.workshop.editor.acts import Acts
from trainer.ui.workshop.editor.findings import Findings
from trainer.ui.workshop.editor.keeping import Keeping
from trainer.ui.workshop.editor.knowing import knows
from trainer.ui.workshop.editor.part_form import PartForm
from trainer.ui.workshop.editor.part_list import PartList

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from trainer.plans.model import Kind
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp

_SOON = 1500
"""Milliseconds after the last change until the draft is kept."""

_UNDO, _REDO, _SAVE = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Save,
)


class PlanEditorPage(Page):
    """One plan to change."""

    name: ClassVar[str] = "plan-editor"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._back = BackButton(context)
        self.editing: Editing | None = None
        self.found: tuple[looking.Found, ...] = ()
        self.keeping = Keeping(context)
        self.acts = Acts()
        self.parts = PartList()
        self.findings = Findings()
        self.form = PartForm(context)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._keep_draft)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._in_view)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        column = theme.lay(QVBoxLayout(left), spacing=12)
        column.addWidget(self.parts)
        row = QWidget(left)
        flow = FlowLayout(row)
        self.double = QuietButton(_("Duplicate"), row, icon="copy")
        self.delete = QuietButton(_("Delete"), row, icon="trash-2")
        for button in (self.double, self.delete):
            flow.addWidget(button)
        column.addWidget(row)
        said = _("Drag a part, or press Alt and an arrow key, to move it.")
        column.addWidget(SoftLabel(said, left))
        column.addWidget(self.findings)
        self.columns = TwoColumns(
            left, self.form, head=self.acts, shares=(460, 700), edge=0, parent=self
        )
        whole = theme.lay(QVBoxLayout(self))
        whole.addWidget(self.columns)

    def _connect(self) -> None:
        self.acts.undo.clicked.connect(self.undo)
        self.acts.redo.clicked.connect(self.redo)
        self.acts.save.clicked.connect(self.save)
        self.acts.print.clicked.connect(self.print)
        self.acts.drop.clicked.connect(self.drop_draft)
        self.acts.look.clicked.connect(self._look)
        self.parts.chosen.connect(self._choose)
        self.parts.moved.connect(self._move)
        self.parts.removed.connect(self._remove)
        self.parts.doubled.connect(self._double)
        self.parts.entered.connect(self._enter)
        self.acts.add.clicked.connect(self._ask_kind)
        self.double.clicked.connect(self._double_chosen)
        self.delete.clicked.connect(self._remove_chosen)
        self.findings.part_wanted.connect(self._go_to)
        self.form.changed.connect(self._changed)
        self.form.arranged.connect(self._rearranged)

    # Page

    def title(self) -> str:
        """Title of the page."""
        return _("Change a plan")

    def way_back(self) -> QWidget:
        """Back to the plans."""
        return self._back

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Arrow keys"), _("Choose a part, in the list")),
            (_("Enter"), _("Change the part, in the list")),
            (_("Alt and an arrow key"), _("Move the part, in the list")),
            (_("Delete"), _("Take the part out, in the list")),
            (_("Ctrl D"), _("Put the part there twice, in the list")),
            (_("Ctrl Z"), _("Undo, whatever it was")),
            (_("Ctrl Shift Z"), _("Do it again")),
            (_("Ctrl S"), _("Save")),
        ]

    def open(self, **what: Any) -> None:
        """Open a plan by its id; without one, whatever is open stays."""
        self._back.show_way()
        wanted = str(what.get("plan", self.keeping.of))
        placed = self.context.plans.plan(wanted)
        if self.editing is not None and wanted == self.keeping.of:
            unsaved = not self.keeping.is_saved(self.editing.plan)
            if unsaved or (placed is not None and self.keeping.is_saved(placed.content)):
                return
        self._keep_draft()
        if placed is None:
            self.context.tell(UpstanderError(_("This plan is not there any more.")))
            return
        draft = self.keeping.begin(placed)
        self.editing = Editing(draft or placed.content)
        self.found = ()
        self._show(WHOLE)
        if draft is not None:
            self.context.announce(_("What you changed the last time is here; it is not saved yet."))

    def shown(self) -> None:
        """Stand on the list, with what can be done in view above it."""
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self.columns.to_top()

    def left(self) -> None:
        """Keep what is not saved."""
        self._keep_draft()

    def order_tabs(self) -> None:
        """What can be done, the list, then the form."""
        chain(self)

    # Showing

    def _show(self, at: str, focus: str = "") -> None:
        """Show the plan anew, with a part chosen, and the form of that."""
        if self.editing is None:
            return
        at = at if at == WHOLE or self.editing.segment(at) is not None else WHOLE
        self._tell(at)
        segment = self.editing.segment(at)
        if segment is None:
            self.form.show_plan(self.editing.plan)
        else:
            self.form.show_segment(segment)
        for kind in (QLineEdit, NumberField):
            for line in self.form.findChildren(kind):
                line.installEventFilter(self)
        for box in self.form.findChildren(QPlainTextEdit):
            box.setUndoRedoEnabled(False)
        self.order_tabs()
        if focus:
            self.form.focus(focus)

    def _tell(self, at: str) -> None:
        """Say what the plan comes to now: minutes, marks, what can be done."""
        editing = self.editing
        if editing is None:
            return
        folder, known = self.keeping.folder, knows(self.context)
        self.found = looking.look(editing.plan, folder, known, self.found)
        self.parts.show_plan(editing.plan, Counter(one.part for one in self.found), at)
        if self.findings.show_found(self.found, editing.plan):
            self.order_tabs()
        whole = at == WHOLE
        self.double.setEnabled(not whole)
        self.delete.setEnabled(not whole)
        self.acts.show_state(
            editing,
            saved=self.keeping.is_saved(editing.plan),
            own=self.keeping.is_own,
            count=len(self.found),
        )

    # Changing

    def _choose(self, key: str) -> None:
        self._show(key)
        self.columns.show_part(self.parts, self.parts.chosen_part())

    def _enter(self) -> None:
        self.form.focus("title")

    def _look(self) -> None:
        self.columns.show_widget(self.findings)
        self.findings.stand_on_first()

    def _go_to(self, key: str) -> None:
        self._show(key)
        self.columns.show_widget(self.form)
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: dict[str, Any], typed: str) -> None:
        if self.editing is None:
            return
        key = self.parts.key()
        self.editing.change(key, typed, **changes)
        self._tell(key)
        self._clock.start(_SOON)

    def _rearranged(self, focus: str) -> None:
        self._show(self.parts.key(), focus)

    def _done(self, at: str, said: str = "") -> None:
        self._show(at)
        # A list that grew is given its room first: else there is nowhere to scroll to.
        self._soon.start(0)
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clock.start(_SOON)
        if said:
            self.context.announce(said)

    def _in_view(self) -> None:
        self.columns.show_part(self.parts, self.parts.chosen_part())

    def _move(self, key: str, to: int) -> None:
        if self.editing is not None:
            self.editing.move(key, to)
            place = list(self.editing.plan.segments).index(key) + 1
            known = {"place": place, "count": len(self.editing.plan.segments)}
            self._done(key, _("Now part %(place)d of %(count)d.") % known)

    def _remove(self, key: str) -> None:
        if self.editing is not None:
            self._done(self.editing.remove(key), _("Taken out. Ctrl Z brings it back."))

    def _remove_chosen(self) -> None:
        if self.parts.key() != WHOLE:
            self._remove(self.parts.key())

    def _double(self, key: str) -> None:
        if self.editing is not None:
            self._done(self.editing.duplicate(key))

    def _double_chosen(self) -> None:
        if self.parts.key() != WHOLE:
            self._double(self.parts.key())

    def _ask_kind(self) -> None:
        from trainer.ui.authoring.things.kind_sheet import KindSheet

        sheet = KindSheet(self.context, self.window())
        sheet.picked.connect(self.insert)
        sheet.open()

    def insert(self, kind: Kind) -> None:
        """Add a part behind the one that is chosen, and stand on its title."""
        if self.editing is not None:
            self._done(self.editing.add(kind, self.parts.key()))
            self.form.focus("title")

    def undo(self) -> None:
        """Take back the last step, and show where it was."""
        at = self.editing.undo() if self.editing is not None else None
        if at is not None:
            self._again(at)

    def redo(self) -> None:
        """Do again what was taken back, and show where it is."""
        at = self.editing.redo() if self.editing is not None else None
        if at is not None:
            self._again(at)

    def _again(self, at: str) -> None:
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        inside = focused is not None and self.form.isAncestorOf(focused)
        if not inside and self.parts.hasFocus():
            name = ""
        self._show(at, name if inside else "")
        if inside and self.focusWidget() is None:
            self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clock.start(_SOON)

    # Keeping

    def save(self) -> None:
        """Save in place what is one's own, else as a new plan."""
        if self.editing is None:
            return
        if not self._leads_on(_("Not saved yet: %(reason)s It is kept as a draft until then.")):
            return
        saved = self.keeping.save(self.editing.plan)
        if saved is not None:
            self.editing.renamed(saved.plan)
            if self.parts.key() == WHOLE:
                self._show(WHOLE)  # It may have another title now.
            self._tell(self.parts.key())
            self._say_saved(saved)

    def _leads_on(self, otherwise: str) -> bool:
        """Whether the plan can be led; else show the first part that keeps it from that."""
        wrong = [one for one in self.found if one.severity is Severity.ERROR]
        if wrong:
            self._go_to(wrong[0].part)
            self.context.notice(otherwise % {"reason": wrong[0].sentence})
        return not wrong

    def print(self) -> None:
        """Print the plan as it stands, once it can be led."""
        # Only whoever prints needs what draws it.
        from trainer.ui.workshop.printed.sheet import print_plan

        if self.editing is not None and self._leads_on(_("Not printed yet: %(reason)s")):
            print_plan(self.context, self.editing.plan, self.window())

    def _say_saved(self, saved: saving.Saved) -> None:
        if saved.kept:
            text = _("Saved. What stood there before is kept as %(name)s.")
            name = f"{saved.origin.path.name}{saving.BEFORE}" if saved.origin.path else ""
            self.context.notice(text % {"name": name})
        else:
            self.context.notice(
                _("Saved as your own plan “%(title)s”.") % {"title": saved.plan.title}
            )

    def drop_draft(self) -> None:
        """Go back to what was saved last, as one step that can be undone."""
        if self.editing is not None and self.keeping.saved is not None:
            self.editing.put_back(self.keeping.saved)
            self._show(WHOLE)
            self._keep_draft()

    def _keep_draft(self) -> None:
        self._clock.stop()
        if self.editing is not None:
            self.keeping.keep_draft(self.editing.plan)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take the keys of undo, redo and save before the window does."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and any(event.matches(key) for key in (_UNDO, _REDO, _SAVE))
        ):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the page in a field of one line, which would undo by itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._by_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, do again, save; else scroll."""
        if not self._by_key(event) and not self.columns.scroll_by_key(event):
            super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent) -> bool:
        for key, act in ((_UNDO, self.undo), (_REDO, self.redo), (_SAVE, self.save)):
            if event.matches(key):
                act()
                return True
        return False
