"""Answers to whether it happened, why, when, where, and whether it was lawful."""
