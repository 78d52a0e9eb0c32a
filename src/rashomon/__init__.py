"""Rashomon: who says what in reports of one event, in whose exact words."""

__version__ = "0.1.0"
