"""Files of any format.

* Bytes to events: ``source``; events to nodes: ``nodes``, ``positions``; where YAML gives up,
  ``not_yaml``.
* ``tables`` are what a format's keys are written down in; ``shapes``, ``fields`` and ``scalars``
  read by them; ``json_schema`` tells them to other editors.
* ``context`` collects what is wrong and ``near`` what was meant; ``assets``, ``figures`` and
  ``resources`` are what a file may name.
* ``reading`` does all of it for one file, ``gathering`` for those of some folders.
"""
