"""The window: Qt, and only here.

``window/shell.py`` opens pages; ``page.py`` says what a page is, ``pages.py`` which there are, and
``context.py`` what each is given. How everything looks is in ``theme.py``; ``widgets/`` are what
several pages use, ``dialogs.py`` what lies over them.
"""

from trainer.ui import steady

steady.hold()
