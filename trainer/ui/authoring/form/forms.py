"""The forms that were made: one of a scene, one of a choice, one of each sort of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.ui.authoring.form.choice_form import ChoiceForm
from trainer.ui.authoring.form.scene_form import SceneForm
from trainer.ui.authoring.form.things.thing_form import ThingForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from trainer.authoring.forms.things import Sort
    from trainer.ui.authoring.form.form import Form
    from trainer.ui.authoring.form.writer import Writer

_STORY: Final[dict[str, type[SceneForm | ChoiceForm]]] = {"scene": SceneForm, "choice": ChoiceForm}


class Forms(QObject):
    """Makes forms and keeps them, hidden, in a column.

    Signals:
        made(): there is one more form, which Tab goes through.
    """

    made = Signal()

    def __init__(self, writer: Writer, holder: QWidget, column: QBoxLayout) -> None:
        super().__init__(holder)
        self._writer, self._holder, self._column = writer, holder, column
        self._forms: dict[str, Form] = {}
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self.made)

    def every(self) -> list[Form]:
        """Give all that were made."""
        return [*self._forms.values()]

    def there(self, name: str) -> Form | None:
        """Give a form if it was made."""
        return self._forms.get(name)

    def kept(self, name: str, sort: Sort | None = None) -> Form:
        """Give a form that was made before, or make it, or what is left of it."""
        form = self._forms.get(name)
        if form is None and sort is not None:
            form = self._take_in(name, ThingForm(sort, self._writer, self._holder))
        elif form is None:
            form = self._take_in(name, _STORY[name](self._writer, self._holder))
        elif isinstance(form, SceneForm | ChoiceForm) and not form.building.is_done:
            if form.building.finish():
                self._anew.start()
            else:  # A step of it had failed.
                form.deleteLater()
                form = self._take_in(name, _STORY[name](self._writer, self._holder))
        return form

    def ahead(self) -> Iterator[None]:
        """Make the forms of a story before they are asked for, step by step."""
        for name, kind in _STORY.items():
            if name not in self._forms:
                form = kind(self._writer, self._holder, ahead=True)
                self._take_in(name, form)
                yield from form.building.steps
                yield from form.ahead()
                self._anew.start()

    def _take_in(self, name: str, form: Form) -> Form:
        self._forms[name] = form
        form.hide()
        self._anew.start()
        self._column.insertWidget(self._column.count() - 1, form, 1)
        return form
