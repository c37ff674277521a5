"""Which fixes a problem has: by its hint, its code and its case.

Each is certain: afterwards the problem is gone, and nothing else is wrong in its place. A hint can
be left as it is. What can
only be written by somebody who knows what happened has none; one goes there and writes it.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.authoring import hints
from trainer.authoring.checking.places import place_of
from trainer.authoring.fixes import entries, words
from trainer.authoring.fixes.fix import Fix, Place
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.scenario.problems import Problem


_BY_HINT: Final = MappingProxyType(
    {
        "near": (words.near,),
        "write-value": (words.plain_value,),
        "no-quotes": (words.plain_value,),
        "list-entry": (words.as_list,),
        "write-not": (words.negated,),
        "quote-hash": (words.quoted_comment,),
        "write-block": (words.quoted_sentence,),
        "exactly-one": (entries.one_of_two,),
        "no-when": (entries.last_condition,),
    }
)

_BY_CODE: Final = MappingProxyType(
    {
        "unknown-scene": (words.new_scene,),
        "not-yaml": (words.readable,),
        "unseen-target": (entries.in_the_picture,),
        "missing-key": (entries.missing,),
        "unknown-key": (entries.unknown_key,),
        "duplicate-key": (entries.second_key,),
        "review-missing": (entries.draft,),
        "review-expired": (entries.draft,),
        "reviewed-unmended": (entries.draft,),
        "reviewed-other": (entries.draft,),
    }
)

_BY_CASE: Final = MappingProxyType(
    {
        ("bad-value", "only-true"): (entries.unknown_key,),
        ("bad-value", "timer"): (entries.unknown_key,),
        ("bad-value", "of-kind"): (entries.unknown_key,),
        ("bad-value", "name"): (words.proper_name,),
        ("bad-value", "state-name"): (words.proper_name,),
        ("bad-value", "reserved"): (words.proper_name,),
        ("duplicate-id", "choice"): (entries.another_id,),
    }
)


def fixes_for(document: Document, problem: Problem) -> tuple[Fix, ...]:
    """Give what can be done about a problem, the most certain first; usually one thing or none.

    Each counts in the text as it is now.
    """
    if document.stale or (document.broken is not None and problem != document.broken):
        return ()
    offset, path = place_of(document, problem)
    place = Place(document, problem, offset, path)
    hint = problem.hint.case if problem.hint is not None else ""
    makers = (
        *_BY_HINT.get(hint, ()),
        *_BY_CODE.get(problem.code, ()),
        *_BY_CASE.get((problem.code, problem.case), ()),
    )
    found = [fix for make in makers for fix in make(place)]
    if problem.code in hints.CAN_STAY:
        found.append(Fix(_("Leave it as it is"), partial(hints.leave, problem=problem)))
    return tuple(found)
