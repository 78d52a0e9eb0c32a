"""Readings for people and for programs."""
