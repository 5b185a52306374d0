"""Checks: one module per subject, each a function from the knowledge base to its faults."""
