"""Figures of what a case says, as SVG."""
