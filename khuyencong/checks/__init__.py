"""Garden: looks at the finished output, whatever made it, and knows nothing of the house but what a problem is."""
