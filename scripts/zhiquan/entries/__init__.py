"""Entries as an editor writes them: one frozen model per kind, and nothing about other entries."""
