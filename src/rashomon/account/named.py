"""How a party is called within a sentence."""

from __future__ import annotations

import re

DESCRIBED = re.compile(r"(?:The|An?) [a-z]")
"""A description with its article, and no name: "The company", "The cave's operator"."""


def within_sentence(name: str) -> str:
    """A name as it stands within a sentence: the article of a description small, that of a name as it is."""
    return name[:1].lower() + name[1:] if DESCRIBED.match(name) else name
