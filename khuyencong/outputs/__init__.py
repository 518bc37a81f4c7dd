"""Workshop: makes the files of the site that are not HTML pages."""
