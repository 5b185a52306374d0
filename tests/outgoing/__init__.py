"""Asking the addresses of other people."""
