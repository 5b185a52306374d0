"""Benchmarks: `make bench`. Nothing here asserts; figures are printed for people to compare."""
