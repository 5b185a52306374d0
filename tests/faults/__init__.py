"""Faults of the machine and of people: a build is ended, starved, moved, and done twice at once."""
