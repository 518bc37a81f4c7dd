"""Open data: which tables the site publishes for reuse, what their columns mean, and what is in them."""
