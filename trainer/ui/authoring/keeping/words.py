"""What differs between two texts of a file, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring.called import in_words
from trainer.authoring.plainly import labels
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.authoring.called import Names
    from trainer.authoring.comparing.comparing import Comparison
    from trainer.authoring.keeping.differing import Difference
    from trainer.ui.context import Context

_MOST: Final = 6
"""Names that are told one by one."""


def not_chosen(context: Context) -> str:
    """Say where that is of two texts which somebody does not choose."""
    if context.keeps and not context.guest:
        return _("What you do not choose stays under “Earlier versions”.")
    return _("Upstander keeps nothing here: what you do not choose is gone once you save.")


def sentences(found: Difference, called: Names) -> list[str]:
    """Say what differs, one sentence for each kind; scenes are called so."""
    said = []
    if found.changed:
        said.append(
            ngettext("Scene changed: %(names)s", "Scenes changed: %(names)s", len(found.changed))
            % {"names": _names([*map(called.scene, found.changed)])}
        )
    if found.added:
        said.append(
            ngettext("Scene added: %(names)s", "Scenes added: %(names)s", len(found.added))
            % {"names": _names([*map(called.scene, found.added)])}
        )
    if found.gone:
        said.append(
            ngettext("Scene gone: %(names)s", "Scenes gone: %(names)s", len(found.gone))
            % {"names": _names([*map(called.scene, found.gone)])}
        )
    for old, new in found.renamed[:_MOST]:
        known = {"old": called.scene(old), "new": called.scene(new)}
        said.append(_("Scene renamed: “%(old)s” is now “%(new)s”") % known)
    if found.keys:
        names = _names([in_words(one) for one in _plain(found.keys)])
        said.append(_("Changed, of the story as a whole: %(names)s") % {"names": names})
    return said or [_("What has changed cannot be told by scene.")]


def in_short(found: Difference) -> str:
    """Say what differs in a few words, without names; empty if nothing does."""
    said = []
    if count := len(found.changed):
        said.append(ngettext("%(n)d scene changed", "%(n)d scenes changed", count) % {"n": count})
    if count := len(found.added):
        said.append(ngettext("%(n)d scene added", "%(n)d scenes added", count) % {"n": count})
    if count := len(found.gone):
        said.append(ngettext("%(n)d scene gone", "%(n)d scenes gone", count) % {"n": count})
    if count := len(found.renamed):
        said.append(ngettext("%(n)d scene renamed", "%(n)d scenes renamed", count) % {"n": count})
    if found.keys and not said:
        names = _names([in_words(one) for one in _plain(found.keys)])
        said.append(_("changed: %(names)s") % {"names": names})
    return ", ".join(said)


def in_number(found: Comparison) -> str:
    """Say in how many places a file differs from a version that one can return to."""
    count = len(found.lines) + found.more
    if not count:
        return _("It says the same as what you see now. Only the file’s own writing differs.")
    return ngettext(
        "If you return to it, the file changes in %(n)d place:",
        "If you return to it, the file changes in %(n)d places:",
        count,
    ) % {"n": count}


def told(said: str, found: Difference, called: Names) -> str:
    """Say something in one line, and what differs after it."""
    return "\n".join([said, *(sentences(found, called) if found else ())])


def _plain(keys: Sequence[str]) -> list[str]:
    """Give keys of a file as the form calls what stands there."""
    return [labels.of_whole(key) for key in keys]


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(_("“%(name)s”") % {"name": name} for name in names[:_MOST])
    more = len(names) - _MOST
    if more <= 0:
        return shown
    return ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more) % {
        "names": shown,
        "n": more,
    }
