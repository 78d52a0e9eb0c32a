"""The command line: parse, wire, print. The only place that reads the environment."""

from rashomon.cli.app import app, main

__all__ = ["app", "main"]
