"""Linking: which texts come from one another, and which speak of the same incident. Pure."""
