"""Answers to who did it, by what means and to what."""
