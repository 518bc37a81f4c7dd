"""What finished pages weigh and how fast they show: `make bench-pages`."""
