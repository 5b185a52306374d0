"""Checking a few entries and what concerns them, without reading the whole knowledge base."""
