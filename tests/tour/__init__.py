"""The pictures of CONTRIBUTING: what a terminal shows in real runs, so that they cannot rot."""
