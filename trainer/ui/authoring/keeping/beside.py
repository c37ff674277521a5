"""What was not saved of the translations beside a scenario, which a rename changes along with it.

They are opened by nobody: so what a kill has left of them comes back, or is put by, with the
scenario, and a rename that was half saved is finished by the next save.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.authoring.keeping import aside, files, in_order
from trainer.authoring.plain_file import PlainFile
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario import translation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.authoring.keeping.aside import Unsaved
    from trainer.authoring.keeping.kept import Kept
    from trainer.ui.authoring.keeping.keeper import Keeper


def bring_back(keeper: Keeper, opened: Kept) -> None:
    """Go on with what was not saved of the translations; one that was changed since is put by."""
    for path, unsaved in _left(keeper, opened):
        try:
            stood = files.read(path)
        except UpstanderError:
            continue  # It stays where it is.
        if stood.digest != unsaved.base:
            _put_by(keeper, path, unsaved)
            continue
        document = keeper.bench.desk.add(PlainFile(path, stood.text))
        keeper.let_be(document, _("Go on with what was not saved"), unsaved.text)
        said = _("%(name)s was not saved when Upstander ended. Ctrl S saves it, too.")
        keeper.bench.say(said % {"name": path.name})


def put_by(keeper: Keeper, opened: Kept) -> None:
    """Leave the translations as they are; what was not saved of them can be found."""
    for path, unsaved in _left(keeper, opened):
        _put_by(keeper, path, unsaved)


def _put_by(keeper: Keeper, path: Path, unsaved: Unsaved) -> None:
    keeper.do(partial(in_order.put_by, path, unsaved, home=keeper.keeps))


def _left(keeper: Keeper, opened: Kept) -> Iterator[tuple[Path, Unsaved]]:
    document = opened.document
    if document.waits or document.fixed:
        return
    document.settle()
    id_ = document.data(("id",))
    found = translation.catalogues(opened.place, id_ if isinstance(id_, str) else None)
    for path in found.values():
        unsaved = aside.find(path) if keeper.at(path) is None else None
        if unsaved is not None:
            yield path, unsaved
