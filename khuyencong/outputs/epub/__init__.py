"""E-books: EPUB 3.3 files of bulletin issues."""
