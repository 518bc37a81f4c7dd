"""What pages say to machines in the words of schema.org: one module for each kind of page."""
