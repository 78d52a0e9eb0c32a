"""Places: which words name one, and where it lies."""
