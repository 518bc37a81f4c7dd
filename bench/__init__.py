"""The benchmark: one seeded corpus, built by this site's own command and by three other generators."""
