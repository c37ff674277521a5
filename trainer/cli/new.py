"""``upstander new``: a new scenario, or another file, to write in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.errors import UpstanderError, UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    import argparse

    from trainer.authoring.templates.catalogue import Template


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``new``."""
    parser = subparsers.add_parser(
        "new",
        allow_abbrev=False,
        help=_("begin a new scenario, or drills, help or a plan"),
        description=_(
            "Write a new file, with a question beside each text that you are to write. Until all "
            "of them are written it is played to nobody. A file that is there already is never "
            "replaced."
        ),
    )
    parser.add_argument(
        "path", type=Path, metavar=_("PATH"), help=_("the new file, or a folder for it")
    )
    parser.add_argument(
        "--template",
        default="empty",
        choices=("empty", "two-step", "workshop", "drills", "help", "plan"),
        help=_("what it begins as"),
    )
    parser.add_argument("--title", default="", metavar=_("TITLE"), help=_("what it is called"))
    parser.add_argument("--author", default="", metavar=_("NAME"), help=_("who writes it"))


def run(args: argparse.Namespace) -> int:
    """Write the file that ``args`` asks for, say where it is, and give the exit status.

    Raises:
        UpstanderError: it is there already, or cannot be written.

    """
    # Imported late: the other commands do without.
    from trainer.authoring.templates.catalogue import BY_NAME

    template = BY_NAME[args.template]
    path, empty = _write(template, args.path, args.title, args.author)
    print(_("%(path)s is there now.") % {"path": path})
    if empty:
        said = ngettext(
            "%(n)d text in it is for you to write.",
            "%(n)d texts in it are for you to write.",
            empty,
        )
        print(said % {"n": empty})
    if template.brings:
        print(_(template.brings))
    return 0


def _write(template: Template, given: Path, title: str, author: str) -> tuple[Path, int]:
    """Write the file, and give its path and how many texts in it are still to be written."""
    from trainer import saving
    from trainer.authoring.templates.making import Asked, id_of, text_of, with_questions

    into = given.is_dir()
    title = title or (template.name if into else given.stem.replace("-", " ").capitalize())
    id_ = id_of(title, ())
    path = given / f"{id_}.yaml" if into else given
    if path.suffix != ".yaml":
        raise UsageError(
            _("There is no folder “%(path)s”, and the name of a file has to end in .yaml.")
            % {"path": path}
        )
    if not path.parent.is_dir():
        raise UpstanderError(
            _("There is no folder “%(path)s”.") % {"path": path.parent},
            _("Nothing was written."),
            _("Make it first, or choose another."),
        )
    if path.exists() or path.is_symlink():
        raise UpstanderError(
            _("%(path)s is there already.") % {"path": path},
            _("It is as it was."),
            _("Choose another name."),
        )
    asked = Asked(title, author=author or _("Anonymous"))
    text, _asked = with_questions(text_of(template, asked, id_))
    saving.save(path, text.encode())
    return path, _unwritten(path, text)


def _unwritten(path: Path, text: str) -> int:
    """Count what is still to be written, as ``upstander check`` does."""
    from trainer.authoring.plainly.told import Kind, kind_of
    from trainer.checking.files import check_text

    told = check_text(text.encode(), path, date.today())
    return sum(kind_of(found) is Kind.UNWRITTEN for one in told for found in one.problems)
