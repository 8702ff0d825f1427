"""An HTML page's column with the roles its elements give: found by names, else by trafilatura (Barbaresi 2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from rashomon.clean.columns import Block, column
from rashomon.clean.metadata import PageTells, page_tells
from rashomon.clean.times import stamp_in
from rashomon.clean.trees import cut_short, tree_of
from rashomon.core import Role

_ROLES = {"head": Role.SUBHEADING, "quote": Role.BLOCK_QUOTE, "item": Role.LIST_ITEM}
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "div", "main", "body", "code"})

_STANDFIRST = re.compile(
    r"(?i)(?<![a-z])(?:stand-?first|dek|sub-?(?:title|head(?:line|ing)?|deck)|(?:article|story|post|content)[-_]*(?:excerpt|summary|intro|lead|lede|"
    r"description|abstract|sub)|strap-?line|lede|teaser-?text)(?![a-z])|Standfirst|SubHeadline|Subtitle"
)
LOOKED_AT = 25
"""How many elements below the headline may be the standfirst."""
LEAST_STANDFIRST_WORDS, MOST_STANDFIRST_WORDS = 6, 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The column's text, paragraphs joined by blank lines, with the roles known from elements by their start.

    `cut_short` says that the page was not read to its end.
    """

    text: str
    roles: dict[int, Role]
    tells: PageTells
    cut_short: bool = False


def column_of(page: str, address: str | None) -> Column | None:
    """Read a page, parsing it once; None where it is no HTML at all. The text is empty where no column was found."""
    tree = tree_of(page)
    if tree is None:
        return None
    cut = cut_short(tree)
    tells = page_tells(tree)
    standfirst = standfirst_of(tree)
    blocks = _by_names(tree) or _by_library(tree, address)
    if len(blocks) == 1:
        blocks = _parted(blocks[0], tree)
    if standfirst and blocks and not _holds(blocks, standfirst):
        below_headline = int(_bare(blocks[0][0]) == _bare(tells.headline or ""))
        blocks.insert(below_headline, (standfirst, Role.STANDFIRST))
    parts: list[str] = []
    roles: dict[int, Role] = {}
    at = 0
    for words, role in blocks:
        if role is not None:
            roles[at] = role
        parts.append(words)
        at += len(words) + 2
    return Column(text="\n\n".join(parts), roles=roles, tells=tells, cut_short=cut)


def _by_names(tree: Any) -> list[Block] | None:  # noqa: ANN401 - lxml is untyped
    """The paragraphs of the element that its name says is the column.

    None also where the caller has left too little of the stack for the deepest page that the parser lets through.
    """
    try:
        return column(tree)
    except RecursionError:
        return None


def _by_library(tree: Any, address: str | None) -> list[Block]:  # noqa: ANN401 - lxml is untyped
    """The paragraphs of a page that names no element as its column, by trafilatura."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        url=address,
        fast=True,
        favor_recall=True,
        include_comments=False,
        config=_config(),
    )
    body = getattr(found, "body", None)
    return _blocks(body) if body is not None else []


def standfirst_of(tree: Any) -> str | None:  # noqa: ANN401 - lxml is untyped
    """The standfirst between headline and column, known by its element's name or by the page's own description.

    Such names (`standfirst`, `dek`, `article-subtitle`) are a habit of the trade, not of one outlet; only the first
    element after the one h1 is taken, of a length that standfirsts have, and outside lists of other reports.
    """
    heads = [h for h in tree.iter("h1") if "".join(h.itertext()).strip()]
    if len(heads) != 1:
        return None
    described = {
        " ".join(d.split())
        for meta in tree.iter("meta")
        if meta.get("name") == "description" or meta.get("property") == "og:description"
        for d in [meta.get("content") or ""]
    } - {""}
    for element in islice(_below(heads[0], "p", "h2", "div", "span"), LOOKED_AT):
        named = " ".join((*element.values(), *element.getparent().values()))
        by_name = _STANDFIRST.search(named) is not None
        if not by_name and not described:
            continue
        words = _few_words(element)
        if words is None or (not by_name and words not in described) or _holds_more(element):
            continue
        if stamp_in(words) is None:
            return words
    return None


def _below(element: Any, *tags: str) -> Iterator[Any]:  # noqa: ANN401
    """The elements with such tags after an element, in the order of the page, without those around and within it."""
    while element is not None:
        for sibling in element.itersiblings():
            yield from sibling.iter(*tags)
        element = element.getparent()


def _few_words(element: Any) -> str | None:  # noqa: ANN401
    """The words of an element where they are as many as standfirsts have."""
    found: list[str] = []
    for piece in element.itertext():
        found.extend(piece.split())
        if len(found) > MOST_STANDFIRST_WORDS:
            return None
    return " ".join(found) if len(found) >= LEAST_STANDFIRST_WORDS else None


def _holds_more(element: Any) -> bool:  # noqa: ANN401
    """Whether an element holds lists, pictures or headings, or stands in a list or at the side."""
    return (
        next(element.iterdescendants("ul", "h3", "script", "figure"), None) is not None
        or next(element.iterancestors("aside", "nav", "li"), None) is not None
    )


def _holds(blocks: list[Block], words: str) -> bool:
    """Whether the column has these words already."""
    return _bare(words) in _bare(" ".join(b for b, _ in blocks))


PARTED = "descendant::*[self::h1 or self::h2 or self::h3 or self::p or self::li or self::blockquote]"
"""The elements that are paragraphs of their own, whatever a page is made of."""
MOST_PARTED_CHARS, MOST_PARTED = 5_000, 500
"""A longer run of words, or one of which more of these elements have some, is no very short page: it stays as it is."""


def _parted(block: Block, tree: Any) -> list[Block]:  # noqa: ANN401 - lxml is untyped
    """One run of words as the paragraphs of the page that it was made of; as it is where they do not make it up.

    Of a very short page the extractor gives all words of the article on one line.
    """
    words, role = block
    if len(words) > MOST_PARTED_CHARS:
        return [block]
    own = [" ".join(" ".join(e.itertext()).split()) for e in (tree.xpath(PARTED) if tree is not None else ())]
    pieces = list(islice((piece for piece in own if piece and piece in words), MOST_PARTED + 1))
    if len(pieces) > MOST_PARTED:
        return [block]
    for first in range(len(pieces)):
        found, at = [], 0
        for piece in pieces[first:]:
            if not words.startswith(piece, at):
                break
            found.append((piece, role))
            at += len(piece) + 1
            if at > len(words):
                return found
    return [block]


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


@cache
def _config() -> Any:  # noqa: ANN401 - trafilatura's parser of settings
    """Trafilatura's settings, with short reports let through: a line of news is news."""
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return config


def _blocks(element: Any, role: Role | None = None) -> list[Block]:  # noqa: ANN401 - lxml is untyped
    """The paragraphs below an element in order; what stands between two block elements is a paragraph too."""
    found: list[Block] = []
    running = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            found.extend(_paragraphs(running, role))
            found.extend(_blocks(child, _ROLES.get(child.tag, role)))
            running = child.tail or ""
        else:
            running += _words(child) + (child.tail or "")
    found.extend(_paragraphs(running, role))
    return found


def _words(element: Any) -> str:  # noqa: ANN401
    """The words of an inline element; a line break parts paragraphs."""
    words = "\n" if element.tag == "lb" else ""
    words += element.text or ""
    for child in element:
        words += _words(child) + (child.tail or "")
    return words


def _paragraphs(words: str, role: Role | None) -> list[Block]:
    return [(flat, role) for part in words.split("\n") if (flat := " ".join(part.split()))]
