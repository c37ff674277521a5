"""Files given to others, with all that belongs to them, and taken in from others.

* ``belonging`` says what goes along with a file: pictures, translations, files that it names;
* ``packing`` makes one file of it, ``zipped`` reads such a file, whoever made it;
* ``taking`` lays what came among one's own, without touching what is there.
"""
