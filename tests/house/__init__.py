"""The house around the code: the forge, its scripts, and the Makefile."""
