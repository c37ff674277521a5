"""``upstander progress``: list, export, import, delete and restore what was kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from trainer import paths
from trainer.cli import keeping, taking_along
from trainer.errors import DamagedData, NewerData, UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    import argparse

    from trainer.progress.records import RunSummary
    from trainer.progress.store import Store

_PAGE = 500
"""Runs that are read at once."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``progress`` with its own commands."""
    parser = subparsers.add_parser(
        "progress",
        allow_abbrev=False,
        help=_("list, export, import, delete or restore what was kept"),
        description=_("List, export, import, delete or restore what was kept on this computer."),
    )
    parts = parser.add_subparsers(dest="part", metavar=_("WHAT"), required=True)
    _add_list(parts)
    taking_along.add_export(parts)
    taking_along.add_import(parts)
    _add_delete(parts)
    backups = parts.add_parser("backups", allow_abbrev=False, help=_("list the backups"))
    backups.add_argument("--json", action="store_true", help=_("print one JSON object"))
    _add_restore(parts)
    for part in parts.choices.values():
        keeping.add_option(part)


def _add_list(parts: argparse._SubParsersAction[Any]) -> None:
    parser = parts.add_parser("list", allow_abbrev=False, help=_("list the runs, latest first"))
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))
    parser.add_argument(
        "--limit", type=int, metavar=_("NUMBER"), help=_("list no more than this many")
    )


def _add_delete(parts: argparse._SubParsersAction[Any]) -> None:
    parser = parts.add_parser("delete", allow_abbrev=False, help=_("delete for good"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--run", metavar=_("ID"), help=_("one run"))
    what.add_argument("--all", action="store_true", help=_("all that was kept, and its backups"))
    what.add_argument(
        "--everything",
        action="store_true",
        help=_("all profiles, settings and logs; your own scenarios stay"),
    )
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def _add_restore(parts: argparse._SubParsersAction[Any]) -> None:
    parser = parts.add_parser(
        "restore", allow_abbrev=False, help=_("let a backup take the place of what is kept")
    )
    parser.add_argument("backup", metavar=_("BACKUP"), help=_("a name that “backups” lists"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def run(args: argparse.Namespace) -> int:
    """Do what was asked, and give the exit status: 1 if the person said no.

    Raises:
        UsageError: no such run or backup, or a file that exists.
        KeepingError: what was kept cannot be read or changed.

    """
    match args.part:
        case "list":
            return _list(args)
        case "export":
            return taking_along.export(args)
        case "import":
            return taking_along.bring(args)
        case "delete":
            return _delete(args)
        case "backups":
            return _backups(args)
        case _:
            return _restore(args)


def _nothing() -> int:
    print(_("Nothing is kept on this computer yet."))
    return 0


def _list(args: argparse.Namespace) -> int:
    if args.limit is not None and args.limit < 1:
        raise UsageError(_("--limit takes a number from 1."))
    store = keeping.Whose(args).opened()
    if store is None and not args.json:
        return _nothing()
    runs: list[RunSummary] = []
    if store is not None:
        with store:
            runs = _all_runs(store) if args.limit is None else store.runs(limit=args.limit)
    if args.json:
        print(json.dumps({"runs": [_as_data(one) for one in runs]}, ensure_ascii=False, indent=1))
        return 0
    if not runs:
        return _nothing()
    for one in runs:
        print(_as_line(one))
    return 0


def _all_runs(store: Store) -> list[RunSummary]:
    found: list[RunSummary] = []
    while page := store.runs(limit=_PAGE, offset=len(found)):
        found += page
    return found


def _as_data(one: RunSummary) -> dict[str, Any]:
    from trainer.progress.records import written

    return {
        "run": one.run,
        "scenario": one.scenario,
        "title": one.title,
        "began": written(one.began),
        "touched": written(one.touched),
        "ended": written(one.ended) if one.ended else None,
        "outcome": one.outcome,
        "decisions": one.decisions,
        "is_replay": one.is_replay,
        "replay_of": one.replay_of,
    }


def _as_line(one: RunSummary) -> str:
    decisions = ngettext("%(n)d decision", "%(n)d decisions", one.decisions) % {"n": one.decisions}
    ended = _("ended") if one.ended else _("not finished")
    when = one.began.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{one.run}  {when}  {one.title or one.scenario}  ({ended}, {decisions})"


def _delete(args: argparse.Namespace) -> int:
    from trainer.progress.deletion import erasing, goes

    if args.everything:
        return _delete_everything(args)
    whose = keeping.Whose(args)
    try:
        store = whose.opened()
    except (DamagedData, NewerData) as error:
        if not args.all:
            raise
        if not keeping.sure(args, (error.what, *goes.whole_profile())):
            return keeping.unchanged()
        erasing.erase_profile(whose.profile.database)
        folder = whose.profile.folder
        return _deleted(erasing.looked_again(folder, erasing.left_of_history(folder)))
    if store is None:
        if args.run:
            raise _no_run(args.run)
        return _nothing()
    with store:
        try:
            told = goes.in_words(store.what_goes(args.run))
        except LookupError:
            raise _no_run(args.run) from None
        if not keeping.sure(args, told):
            return keeping.unchanged()
        if args.run:
            store.delete_run(args.run)
        else:
            store.delete_all()
        return _deleted(erasing.look_again(store.database, args.run or ""))


def _delete_everything(args: argparse.Namespace) -> int:
    from trainer.progress.deletion import erasing, goes

    if not keeping.sure(args, goes.everything_in_words()):
        return keeping.unchanged()
    erasing.erase_everything()
    return _deleted(erasing.looked_again(paths.home(), erasing.left_of_everything()))


def _no_run(run_id: str) -> UsageError:
    return UsageError(
        _("No run “%(run)s” is kept.") % {"run": run_id},
        next_step=_("“upstander progress list” shows the runs."),
    )


def _deleted(looked_again: str) -> int:
    print(_("Deleted."))
    print(looked_again)
    return 0


def _backups(args: argparse.Namespace) -> int:
    from trainer.progress.backups import listed

    whose = keeping.Whose(args)
    found = listed(whose.database, whose.key)
    if args.json:
        data = [
            {"name": one.path.name, "made": one.made.isoformat(), "size": one.size,
             "runs": one.runs}
            for one in found
        ]  # fmt: skip
        print(json.dumps({"backups": data}, indent=1))
        return 0
    if not found:
        print(_("There are no backups yet."))
    for one in found:
        runs = (
            _("cannot be read")
            if one.runs is None
            else ngettext("%(n)d run", "%(n)d runs", one.runs) % {"n": one.runs}
        )
        when = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
        print(f"{one.path.name}  {when}  ({runs}, {-(-one.size // 1000)} kB)")
    return 0


def _restore(args: argparse.Namespace) -> int:
    from trainer.progress.backups import listed, restore

    whose = keeping.Whose(args)
    found = listed(whose.database, whose.key)
    chosen = next((one for one in found if one.path.name == args.backup), None)
    if chosen is None:
        raise UsageError(
            _("There is no backup “%(name)s”.") % {"name": args.backup},
            next_step=_("“upstander progress backups” lists them."),
        )
    told = _("The backup takes the place of what is kept now, which becomes a backup itself.")
    if not keeping.sure(args, (told,)):
        return keeping.unchanged()
    restore(whose.database, chosen.path, key=whose.key)
    print(_("Restored."))
    return 0
