"""Pictures beside content files: which may be published, what is known of them, and which copies the layout needs."""
