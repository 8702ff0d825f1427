"""The name under which what this stage makes is recorded; the model that read is named beside it."""

VERSION = "read.v7"
"""It changes when any reading may come out otherwise."""
