"""`make audit`: what we claim of the system, each claim measured and held against its reach."""
