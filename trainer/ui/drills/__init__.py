"""Reply drills and cards to think about: to look at, to compare with, to print."""
