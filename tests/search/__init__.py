"""The search: its text, its index, and how well it finds."""
