"""Makes the search index: Pagefind's files cut smaller, what results show put in, and our own tables beside them."""
