"""A story as somebody reads it on paper, before it is shown: all of it, in words, as it stands.

* ``story`` tells what stands on the sheet, scene by scene, however unfinished;
* ``mark`` says of which text a sheet is, so that a review of it is of no other.
"""
