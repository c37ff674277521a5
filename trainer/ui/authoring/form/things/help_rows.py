"""Fields of a list of help: where somebody helps, what a place lies in, in which languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.called import in_words
from trainer.help import looking, words
from trainer.language import N_
from trainer.letters import alike
from trainer.ui.authoring.form.rows import texts
from trainer.ui.authoring.form.things.offered import OfferedRow
from trainer.ui.authoring.tables.resources import ResourcesRow

if TYPE_CHECKING:
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.picks import Offers
    from trainer.ui.authoring.form.writer import Writer


class PlacesRow(ResourcesRow):
    """Places in which something helps: those of the file itself, and all that are known."""

    adding = N_("Add a place")
    order = ""

    def names(self) -> dict[str, str]:
        """Give the places by key, those of the file first."""
        if self._names is None:
            self._names = _known_places(self.writer)
        mine = {key: name for key, (name, _outer) in _own_places(self.writer).items()}
        others = {key: name for key, name in self._names.items() if key not in mine}
        return {**mine, **others}

    def show_in(self, holder: Data) -> None:
        """Show them, under the names that they have now."""
        if self._names is not None:
            self.pick.clear()
        super().show_in(holder)


class WithinRow(OfferedRow):
    """The place that a place lies in: any that does not lie in it."""

    def offers(self) -> Offers:
        """Those of the file first, without the place itself and what lies in that."""
        own = _own_places(self.writer)
        mine = [(key, name) for key, (name, _outer) in own.items() if not self._holds(key, own)]
        known = _known_places(self.writer).items()
        return [*mine, *((key, name) for key, name in known if key not in own)]

    def _holds(self, key: str, own: dict[str, tuple[str, str]]) -> bool:
        """Whether a place is this one, or lies in it by way of others of the file."""
        passed: set[str] = set()
        while key in own and key not in passed:
            if key == self.base[-1]:
                return True
            passed.add(key)
            key = own[key][1]
        return False


class SpokenRow(ResourcesRow):
    """Languages by their names: those that Get help has a word for, and what is written there."""

    adding = N_("Add a language")
    order = ""

    def names(self) -> dict[str, str]:
        """Give languages by code."""
        codes = {*words.LANGUAGES, *texts(self.writer.data(self.path))}
        named = {code: words.language(code) for code in codes}
        return dict(sorted(named.items(), key=lambda one: (alike(one[1]), one[0])))


def _known_places(writer: Writer) -> dict[str, str]:
    places = looking.in_reading_order(writer.bench.context.help)
    return {place.key: place.name for place, _level in places}


def _own_places(writer: Writer) -> dict[str, tuple[str, str]]:
    """Give the places of the file by key: what each is called, and the key of what it lies in."""
    given = writer.data(("places",))
    own = given.items() if isinstance(given, dict) else ()
    return {key: (_text(told, "name") or in_words(key), _text(told, "within")) for key, told in own}


def _text(told: Data, key: str) -> str:
    said = told.get(key) if isinstance(told, dict) else None
    return said.strip() if isinstance(said, str) else ""
