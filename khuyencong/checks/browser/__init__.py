"""What only a browser can tell of a finished page: colours, sizes, what is visible at which width."""
