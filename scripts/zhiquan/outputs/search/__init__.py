"""The search: a static index in small script files, made from entries and questions."""
