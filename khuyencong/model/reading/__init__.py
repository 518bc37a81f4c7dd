"""Reads Vietnamese text aloud: numbers, dates, signs and abbreviations as a newsreader says them."""
