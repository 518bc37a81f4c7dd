"""The delivery room: turns what others hand over (tables, later Word and the old site) into content files."""
