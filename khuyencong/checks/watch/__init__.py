"""The tamper watch: holds a live site against its signed manifest, as a reader and as a search robot see it."""
