"""Upstairs: the only rooms that know Pelican. They turn the catalogue into pages and write them."""
