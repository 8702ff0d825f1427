"""The paragraphs of a page's column, read in one walk: what holds it is found by name, and lists of links left out.

The rules are those of trafilatura (Barbaresi 2021) as it is called with comments off and recall before precision; it
copies the page four times and walks it some sixty times, this once. Where the walk finds too little, `column` says so,
and the library is asked.
"""

from __future__ import annotations

import re
from typing import Any

from rashomon.clean.column_names import COMMENTED, FRAMES, RANKS, holds_comments, rank, set_apart
from rashomon.clean.elements import (
    BLOCKS,
    BREAKS,
    HEADINGS,
    LEFT_OUT,
    LISTS,
    NEVER_AROUND,
    ROLES,
    SPREAD,
    TAILED,
    TELLING,
)
from rashomon.clean.link_lists import LinkLists
from rashomon.core import Role

Block = tuple[str, Role | None]

LEAST_CHARS = 250
"""Less is no column: the page is read in other ways."""
FEW_CHARS = 750
"""With less in its paragraphs a page has its words in elements that are no paragraphs."""
MOST_APART = 6 / 7
"""Where names would take out more than this share of the words, they say nothing."""

_BUTTONS = frozenset(
    "drucken e-mail email facebook flipboard google instagram linkedin mail pdf pinterest pocket print qq reddit "
    "twitter wechat weibo whatsapp xing".split()
) | {"mehr zum thema", "mehr zum thema:"}
"""What stands on buttons that send a report on."""
_LEAD_ON, _MORE_CHARS = "more on this", 8
"""What opens a line that leads to other reports, and how much may follow in it."""
_NO_WORDS = re.compile(r"^\W+")
LEAST_REPEATED_CHARS = 50


def column(tree: Any) -> list[Block] | None:  # noqa: ANN401 - lxml is untyped
    """The paragraphs of a parsed page's column with their roles.

    None where no element is named as one, or those that are have too little in them.
    """
    firsts: dict[int, Any] = {}
    barred: dict[Any, bool] = {}
    for element in tree.iter(*FRAMES):
        place = rank(element)
        if place is None or place in firsts or len(element) == 0 or _barred(element, barred):
            continue
        firsts[place] = element
        if place == 0:
            found = _read(element)
            if found is not None:
                return found
    for place in range(1, RANKS):
        if place in firsts and (found := _read(firsts[place])) is not None:
            return found
    return None


def _barred(element: Any, known: dict[Any, bool]) -> bool:  # noqa: ANN401
    """Whether no column stands in an element, by what is known of it and those around it; what is found is added."""
    climbed = []
    while element is not None and element not in known:
        climbed.append(element)
        element = element.getparent()
    barred = element is not None and known[element]
    for one in reversed(climbed):
        known[one] = barred = barred or one.tag in NEVER_AROUND or holds_comments(one)
    return barred


def _read(frame: Any) -> list[Block] | None:  # noqa: ANN401
    """The paragraphs of one element, if they make up a column."""
    walk = _Walk(loose=False, by_name=True)
    walk.whole(frame)
    by_name = walk.apart <= MOST_APART * (walk.apart + walk.chars)
    loose = walk.told < FEW_CHARS and not _has_paragraphs(frame.getroottree().getroot())
    if loose or not by_name:
        walk = _Walk(loose=loose, by_name=by_name)
        walk.whole(frame)
    blocks = walk.blocks
    while blocks and blocks[-1][1] is Role.SUBHEADING:
        blocks.pop()
    if len(blocks) < 2 or sum(len(words) for words, _ in blocks) < LEAST_CHARS:
        return None
    return [
        block
        for number, block in enumerate(blocks)
        if number == 0 or block[0] != blocks[number - 1][0] or len(block[0]) <= LEAST_REPEATED_CHARS
    ]


def _has_paragraphs(root: Any) -> bool:  # noqa: ANN401
    """Whether a page has words enough in paragraphs, wherever they stand."""
    chars = 0
    for element in root.iter("p"):
        if next(element.iterancestors(*LEFT_OUT), None) is None:
            chars += len("".join(element.itertext()))
            if chars >= FEW_CHARS:
                return True
    return False


def _is_button(words: str) -> bool:
    """Whether a paragraph is what stands on a button, or leads to other reports."""
    bare = _NO_WORDS.sub("", words).lower()
    return bare in _BUTTONS or (bare.startswith(_LEAD_ON) and len(bare) <= len(_LEAD_ON) + _MORE_CHARS)


def _leads(element: Any) -> bool:  # noqa: ANN401
    """Whether an element opens with words of its own."""
    if element.text and not element.text.isspace():
        return True
    for child in element:
        if child.tag not in SPREAD:
            return False
        if "".join(child.itertext()).strip() or (child.tail and not child.tail.isspace()):
            return True
    return False


class _Walk:
    """One walk through an element.

    `chars` counts the characters passed, `links` those of each link, `lone` the links that are alone in their
    paragraphs; an element's own are told by what was added while it was walked through. Elements are walked through
    by recursion, two calls for each that stands in another: no tree is deeper than `trees.MOST_NESTED`.
    """

    __slots__ = ("apart", "blocks", "by_name", "chars", "links", "lists", "lone", "loose", "run", "told")

    def __init__(self, *, loose: bool, by_name: bool) -> None:
        self.loose = loose
        self.by_name = by_name
        self.blocks: list[Block] = []
        self.run: list[str] = []
        self.links: list[int] = []
        self.lists = LinkLists()
        self.lone = self.chars = self.told = self.apart = 0

    def whole(self, frame: Any) -> None:  # noqa: ANN401
        """Walk through the frame."""
        self._inner(frame, None, tells=False, leads=True)
        self._end(None)

    def _say(self, words: str | None, *, tells: bool) -> None:
        if not words:
            return
        if words.isspace():
            if self.run:
                self.run.append(" ")
            return
        self.chars += len(" ".join(words.split())) + 1
        if tells:
            self.run.append(words)

    def _end(self, role: Role | None) -> None:
        """End the paragraph that was running."""
        if self.run:
            flat = " ".join("".join(self.run).split())
            if flat:
                self.blocks.append((flat, role))
            self.run = []

    def _inner(self, element: Any, role: Role | None, *, tells: bool, leads: bool = False) -> None:  # noqa: ANN401
        """Read what stands in an element; `tells` says whether its own words are the report's, `leads` the first."""
        say = self._say
        told = tells or leads
        say(element.text, tells=told)
        for child in element:
            tag = child.tag
            if tag in BREAKS:
                self._end(role)
                told = True
            elif tag in LEFT_OUT:
                if tag == "figure" and next(child.iter("table", "blockquote"), None) is not None:
                    self._end(role)
                    self._inner(child, role, tells=tells)
                    self._end(role)
            elif tag in COMMENTED and holds_comments(child):
                pass
            elif self.by_name and tag not in HEADINGS and (given := child.items()) and set_apart(tag, given):
                self._pass_over(child)
            elif tag in BLOCKS:
                self._end(role)
                self._block(child, tag, role, tells=tells)
                told = tells or tag in TAILED
            elif tag == "a":
                at = self.chars
                self._inner(child, role, tells=told)
                self.links.append(max(0, self.chars - at - 1))
            else:
                self._inner(child, role, tells=told)
            say(child.tail, tells=told)

    def _pass_over(self, element: Any) -> None:  # noqa: ANN401
        """Count the words of an element that its name sets apart; nothing of it stays."""
        run, blocks, links, lone, chars, told = (
            self.run,
            len(self.blocks),
            len(self.links),
            self.lone,
            self.chars,
            self.told,
        )
        self.run = []
        self._inner(element, None, tells=False)
        self.apart += self.chars - chars
        del self.blocks[blocks:], self.links[links:]
        self.run, self.lone, self.chars, self.told = run, lone, chars, told

    def _block(self, element: Any, tag: str, role: Role | None, *, tells: bool) -> None:  # noqa: ANN401
        """Read an element that is a paragraph or holds some; one that is mostly links is left out."""
        blocks, links, lone, chars = len(self.blocks), len(self.links), self.lone, self.chars
        own = ROLES.get(tag, role)
        self._inner(
            element,
            own,
            tells=tells or tag in TELLING or tag in LISTS or (self.loose and tag == "div" and _leads(element)),
        )
        if tag in LISTS and not tells and self.run:
            own = Role.LIST_ITEM
        self._end(own)
        if tag == "p":
            self.told += self.chars - chars
            if len(self.links) - links == 1:
                self.lone += 1
            if len(element) == 0 and len(self.blocks) > blocks and _is_button(self.blocks[-1][0]):
                del self.blocks[blocks:]
        if len(self.links) > links and len(self.blocks) > blocks:
            listing = self.lone - lone == len(self.links) - links
            if self.lists.is_one(element, self.links[links:], self.chars - chars - 1, listing=listing):
                del self.blocks[blocks:]
