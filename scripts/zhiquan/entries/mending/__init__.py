"""Mending what a machine can mend, by edits at places: what is not touched stays byte for byte."""
