"""Pictures drawn at build time from the entries, as SVG that can also be read."""
