"""A scenario, and what reads a file of any format.

* Bytes to nodes: ``source``, ``nodes``, ``positions``; where YAML gives up, ``not_yaml``.
* Nodes to content: ``tables`` say which keys there are; ``shapes``, ``fields`` and ``scalars``
  read by them, ``context`` collects what is wrong; ``files`` and ``gathering`` use all of it.
* What is wrong: codes in ``problems``; sentences in ``wording`` and ``wording_method``.
* A scenario: ``keys``, ``build``, ``build_talk``, ``reading``, ``model``; ``conditions``.
* Looking at all of it: ``space``, ``ways``, ``exploring_checks``, ``rules``, ``checking``.
* Texts: ``markup``, ``inline``, ``escaping``, ``words``, ``ease``; ``translation``.
* Many of them: ``library``, its index and its reader; ``searching``, ``beginning``.
"""
