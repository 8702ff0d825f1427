"""Lists of links that stand in a page's column: told from paragraphs with links by their shares and lengths."""

from __future__ import annotations

from typing import Any, NamedTuple

from rashomon.clean.column_names import set_apart
from rashomon.clean.elements import CELLS, ITEMS, LEFT_OUT, LISTS


class Lengths(NamedTuple):
    """An element of fewer characters is short; the last with words among its siblings is so sooner."""

    short: int
    short_as_last: int


PARAGRAPH, DIVISION = Lengths(30, 60), Lengths(100, 300)
MOSTLY, NEARLY_ALL = 0.8, 0.9
"""Shares of an element's characters that stand in links."""
SIGN_CHARS, LONG_CHARS = 10, 100
"""A shorter link is a number or a sign; a longer one is a sentence."""
MANY = 5
"""So many links in an element that is not short are a list, where they are nearly all of it."""
LEAST_TABLE_CHARS, LONG_TABLE_CHARS, LEAST_OF_LONG_TABLE = 200, 1000, 0.5
"""Smaller tables are never taken for lists of links; of long ones a smaller share in links is enough."""


class LinkLists:
    """Tells whether elements of one page are lists of links."""

    __slots__ = ("_ends",)

    def __init__(self) -> None:
        self._ends: dict[Any, frozenset[Any]] = {}
        """An element -> its children behind which no other has words; asked for once, however many ask."""

    def is_one(self, element: Any, links: list[int], chars: int, *, listing: bool) -> bool:  # noqa: ANN401 - lxml is untyped
        """Whether an element is a list of links: by their share of its characters, and how short they are.

        Args:
            element: one that is a paragraph or holds some.
            links: the characters of each of its links.
            chars: its characters.
            listing: whether every link is alone in its paragraph: a list of documents rather than of reports.
        """
        tag = element.tag
        if tag == "table":
            least = MOSTLY if chars < LONG_TABLE_CHARS else LEAST_OF_LONG_TABLE
            return chars >= LEAST_TABLE_CHARS and sum(links) > least * chars
        lengths = PARAGRAPH if tag == "p" else DIVISION if tag == "div" or tag in LISTS else None
        if lengths is None or (tag == "p" and element.getparent().tag in ITEMS | CELLS):
            return False
        if len(links) == 1 and links[0] > LONG_CHARS and links[0] > NEARLY_ALL * chars:
            return True
        full = [link for link in links if link]
        if chars < lengths.short or (chars < lengths.short_as_last and self._is_last(element)):
            if not full or sum(full) > MOSTLY * chars:
                return True
            if len(full) > 1 and sum(link < SIGN_CHARS for link in full) > MOSTLY * len(full):
                return True
            return tag == "div" and chars < LONG_CHARS and sum(child.tag not in LEFT_OUT for child in element) >= 3
        return (
            len(links) >= MANY and sum(full) > NEARLY_ALL * chars and sum(full) < LONG_CHARS * len(full) and not listing
        )

    def _is_last(self, element: Any) -> bool:  # noqa: ANN401
        """Whether no element with words follows among its siblings; these are looked through once for all of them."""
        parent = element.getparent()
        if parent not in self._ends:
            self._ends[parent] = _end(parent)
        return element in self._ends[parent]


def _end(parent: Any) -> frozenset[Any]:  # noqa: ANN401
    """The children of an element behind which no other child has words: the last that has some, and those after it."""
    found = []
    for child in reversed(parent):
        found.append(child)
        wordless = child.tag in LEFT_OUT or (child.text is None and len(child) == 0)
        if not wordless and not set_apart(child.tag, child.items()):
            break
    return frozenset(found)
