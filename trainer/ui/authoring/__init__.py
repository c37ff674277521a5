"""Writing in the window: map, outline, form and text of one document.

``page.py`` puts the panels together; each looks at ``workbench.py``, and at no other panel.
"""
