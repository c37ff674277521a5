"""A scenario, and what reads a file of any format.

* ``files/``: bytes to nodes, nodes to content, by tables that say which keys there are.
* ``texts/``: the Markdown of a text, its words, how easy it is to read.
* What is wrong: codes in ``problems``; sentences in ``wording`` and ``wording_method``.
* A scenario: ``keys``, ``build``, ``build_talk``, ``reading``, ``model`` and its ``kinds``;
  ``conditions``, ``translation``, ``reviews``.
* ``exploring/``: every state of it, and the ways through; ``rules/``: the method's; ``checking``
  asks all of them.
* ``libraries/``: many of them, an index of what was found out about each, where one begins.
"""
