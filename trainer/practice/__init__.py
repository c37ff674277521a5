"""One run of a scenario: session, snapshot, transcript, debrief. No window in it.

``course.py`` is how a run stands, ``session.py`` what is done in it, by the pure ``moves.py``; what
a front shows is worked out in ``view.py``, ``way.py``, ``transcript.py`` and ``debrief.py``.
"""
