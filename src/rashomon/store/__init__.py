"""The case file: what was read, found and decided, and the log of it."""
