"""Print: documents for paper as PDF, set by typst from plain data."""
