"""The people who practise on this computer: who it is, their names, their passphrases."""
