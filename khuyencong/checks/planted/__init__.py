"""Looks for what intruders plant in a finished site: links to strange hosts, hidden text, gambling words."""
