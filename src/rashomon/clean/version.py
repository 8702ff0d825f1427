"""The name under which what this stage makes is recorded."""

VERSION = "clean.v6"
"""It changes when any document may come out otherwise."""
