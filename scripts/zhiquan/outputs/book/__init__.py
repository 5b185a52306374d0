"""The publication on paper: books, handbooks and cards as PDF, set by Typst."""
