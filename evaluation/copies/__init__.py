"""Pairs of articles that share text: labelled ones, and ones that are made."""
