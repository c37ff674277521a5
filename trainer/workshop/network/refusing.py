"""Why nothing can be opened on an address, as a person is told it."""

from __future__ import annotations

import errno

from trainer.errors import ListeningError
from trainer.language import _

_TAKEN = frozenset({errno.EADDRINUSE, 10048})
_GONE = frozenset({errno.EADDRNOTAVAIL, 10049})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, 10013})


def cannot_listen(address: str, error: OSError) -> ListeningError:
    """Say why an address cannot be opened; Windows has numbers of its own."""
    safe = _("Nothing is open, and nothing was lost. Hands and cards work all the same.")
    what = _("Phones cannot be let in at %(address)s.") % {"address": address}
    then = _("Look for the network again, and try once more.")
    if error.errno in _TAKEN:
        what = _("Another program has this place at %(address)s already.") % {"address": address}
        then = _("Is Upstander open twice? Close the other one, and try once more.")
    elif error.errno in _GONE:
        what = _("This computer does not have the address %(address)s any more.") % {
            "address": address
        }
    elif error.errno in _NOT_ALLOWED:
        then = _(
            "This computer, or protection software on it, does not allow it. Try another address."
        )
    return ListeningError(what, safe, then, details=f"{type(error).__name__}: {error}")
