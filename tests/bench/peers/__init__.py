"""`make bench-peers`: the same knowledge base built by this project and by others."""
