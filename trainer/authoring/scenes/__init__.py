"""Changes of whole scenes and of names: made, renamed with all that refers to them, cut, joined.

Each function does its part of one step, and leaves nothing half done: what cannot be done raises
:class:`trainer.authoring.document.CannotChangeError`, and the step takes back what it began.
"""
