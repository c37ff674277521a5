"""Writing files: one document behind every view, one stack of steps behind every change.

``document.py`` and ``desk.py`` first; ``source/`` changes the text. ``formats.py`` says what may
stand where, ``outline.py`` what scenes lead to, ``called.py`` how a name is read. All other rooms
are told of a document, and know nothing of each other's panels.
"""
