"""A new entry: what must be written, with blanks and a word on each, made from the models."""
