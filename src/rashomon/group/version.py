"""The name under which decisions of this stage are recorded."""

VERSION = "group.v4"
"""It changes when decisions may change."""
