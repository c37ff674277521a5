"""``upstander fmt``: files in the usual order and form; the only thing that reformats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.errors import UpstanderError, UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``fmt``."""
    parser = subparsers.add_parser(
        "fmt",
        allow_abbrev=False,
        help=_("write files in the usual order and form"),
        description=_(
            "Write files anew in the usual order and form. Comments stay where they belong, and "
            "nothing is said otherwise than before; a file for which that cannot be done is not "
            "changed. Ends with 1 if there is one, or with --check if a file would change; --diff "
            "alone ends with 0, however much would."
        ),
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar=_("PATH"),
        help=_("a file, or a folder to search downwards for *.yaml"),
    )
    parser.add_argument(
        "--check", action="store_true", help=_("change nothing; say which files would change")
    )
    parser.add_argument(
        "--diff", action="store_true", help=_("change nothing; print what would change")
    )


def run(args: argparse.Namespace) -> int:
    """Format what ``args`` names, print what was done, and give the exit status.

    Raises:
        UsageError: a path is not there.

    """
    only_look = args.check or args.diff
    changed = refused = 0
    files = list(_files(args.paths))
    for path in files:
        try:
            changes = _format(path, write=not only_look, show=args.diff)
        except UpstanderError as error:
            refused += 1
            _tell(path, error)
        else:
            if changes:
                changed += 1
                _say_changed(path, only_look=only_look, shown=args.diff)
    print(_total(len(files), changed, refused, only_look=only_look))
    return 1 if refused or (args.check and changed) else 0


def _files(given: Iterable[Path]) -> Iterator[Path]:
    from trainer.scenario.libraries.searching import has_scenario, yaml_files
    from trainer.scenario.problems import shown_path

    seen: set[Path] = set()
    for path in given:
        if not path.exists():
            raise UsageError(_("There is no %(path)s.") % {"path": shown_path(str(path))})
        inside = sorted(one.path for one in yaml_files(path)) if path.is_dir() else [path]
        for one in inside:
            try:
                ours = one == path or has_scenario(one)
            except OSError:
                ours = True  # What is wrong is said when it is read.
            if ours and one.resolve() not in seen:
                seen.add(one.resolve())
                yield one


def _format(path: Path, *, write: bool, show: bool) -> bool:
    from trainer.authoring.keeping import files
    from trainer.authoring.tidying.tidying import tidied

    stood = files.read(path)
    made = tidied(stood.text)
    if made == stood.text:
        return False
    if show:
        sys.stdout.writelines(_diff(path, stood.text, made))
    if write:
        try:
            files.write(path.resolve(), made, bom=stood.bom)
        except OSError as error:
            raise UpstanderError(
                _("It cannot be written."), _("The file is as it was."), details=str(error)
            ) from error
    return True


def _diff(path: Path, before: str, after: str) -> Iterator[str]:
    import difflib

    lines = [text.replace("\r\n", "\n").splitlines(keepends=True) for text in (before, after)]
    name = _from_here(path)
    for line in difflib.unified_diff(lines[0], lines[1], f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n"


def _from_here(path: Path) -> str:
    """Name a file as git does, so that what is printed can be applied where it was printed."""
    place, here = path.absolute(), Path.cwd()
    return (place.relative_to(here if place.is_relative_to(here) else place.anchor)).as_posix()


def _say_changed(path: Path, *, only_look: bool, shown: bool) -> None:
    from trainer.scenario.problems import shown_path

    said = _("%(path)s would change") if only_look else _("%(path)s is changed")
    if not shown:
        print(said % {"path": shown_path(str(path))})


def _tell(path: Path, error: UpstanderError) -> None:
    from trainer.scenario.problems import shown_path

    name = shown_path(str(path))
    parts = [error.what, error.safe, error.next_step, error.details]
    said = shown_path(" ".join(part for part in parts if part))
    print(_("%(path)s: %(reason)s") % {"path": name, "reason": said}, file=sys.stderr)


def _total(files: int, changed: int, refused: int, *, only_look: bool) -> str:
    if only_look:
        some = ngettext("%(count)d would change", "%(count)d would change", changed)
    else:
        some = ngettext("%(count)d changed", "%(count)d changed", changed)
    parts = [
        ngettext("%(count)d file", "%(count)d files", files) % {"count": files},
        some % {"count": changed},
    ]
    if refused:
        parts.append(
            ngettext("%(count)d left as it was", "%(count)d left as they were", refused)
            % {"count": refused}
        )
    return ", ".join(parts)
