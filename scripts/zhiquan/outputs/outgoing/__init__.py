"""Asking the addresses of other people's sites whether they still answer."""
