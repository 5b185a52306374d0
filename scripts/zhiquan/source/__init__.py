"""Text to tree: strict YAML with positions, and the faults in it. Knows nothing of entries."""
