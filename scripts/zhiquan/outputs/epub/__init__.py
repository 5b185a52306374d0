"""The whole site as an EPUB 3 per language, written with our own templates and `zipfile`."""
