"""An HTML page's main column, with the roles its elements give, by trafilatura (Barbaresi 2021)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.clean.metadata import PageTells, page_tells
from rashomon.clean.times import stamp_in
from rashomon.core import Role

_ROLES = {"head": Role.SUBHEADING, "quote": Role.BLOCK_QUOTE, "item": Role.LIST_ITEM}
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "div", "main", "body", "code"})

_STANDFIRST = re.compile(
    r"(?i)(?<![a-z])(?:stand-?first|dek|sub-?(?:title|head(?:line|ing)?|deck)|(?:article|story|post|content)[-_]*(?:excerpt|summary|intro|lead|lede|"
    r"description|abstract|sub)|strap-?line|lede|teaser-?text)(?![a-z])|Standfirst|SubHeadline|Subtitle"
)
LEAST_STANDFIRST_WORDS, MOST_STANDFIRST_WORDS = 6, 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The column's text, paragraphs joined by blank lines, with the roles known from elements by their start."""

    text: str
    roles: dict[int, Role]
    tells: PageTells


def column_of(page: str, address: str | None) -> Column | None:
    """Read a page, parsing it once; None where it is no HTML at all. The text is empty where no column was found."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(page)
    if tree is None:
        return None
    tells = page_tells(tree)
    standfirst = standfirst_of(tree)
    found = bare_extraction(
        tree,
        url=address,
        fast=True,
        favor_recall=True,
        include_comments=False,
        config=_config(),
    )
    body = getattr(found, "body", None)
    blocks = _blocks(body) if body is not None else []
    if len(blocks) == 1:
        blocks = _parted(blocks[0], load_html(page))
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
    return Column(text="\n\n".join(parts), roles=roles, tells=tells)


def standfirst_of(tree: Any) -> str | None:  # noqa: ANN401 - lxml is untyped
    """The standfirst between headline and column, known by its element's name or by the page's own description.

    Such names (`standfirst`, `dek`, `article-subtitle`) are a habit of the trade, not of one outlet; only the first
    element after the one h1 is taken, of a length that standfirsts have, and outside lists of other reports.
    """
    heads = tree.xpath("//h1[normalize-space()]")
    if len(heads) != 1:
        return None
    described = {
        " ".join(d.split()) for d in tree.xpath("//meta[@name='description' or @property='og:description']/@content")
    } - {""}
    for element in heads[0].xpath("following::*[self::p or self::h2 or self::div or self::span][position() <= 25]"):
        named = " ".join((*element.values(), *element.getparent().values()))
        words = " ".join(" ".join(element.itertext()).split())
        if _STANDFIRST.search(named) is None and words not in described:
            continue
        if element.xpath(
            "boolean(.//ul | .//h3 | .//script | .//figure | ancestor::aside | ancestor::nav | ancestor::li)"
        ):
            continue
        if LEAST_STANDFIRST_WORDS <= len(words.split()) <= MOST_STANDFIRST_WORDS and stamp_in(words) is None:
            return words
    return None


def _holds(blocks: list[tuple[str, Role | None]], words: str) -> bool:
    """Whether the column has these words already."""
    return _bare(words) in _bare(" ".join(b for b, _ in blocks))


PARTED = "descendant::*[self::h1 or self::h2 or self::h3 or self::p or self::li or self::blockquote]"
"""The elements that are paragraphs of their own, whatever a page is made of."""


def _parted(block: tuple[str, Role | None], tree: Any) -> list[tuple[str, Role | None]]:  # noqa: ANN401 - lxml is untyped
    """One run of words as the paragraphs of the page that it was made of; as it is where they do not make it up.

    Of a very short page the extractor gives all words of the article on one line.
    """
    words, role = block
    own = [" ".join(" ".join(e.itertext()).split()) for e in (tree.xpath(PARTED) if tree is not None else ())]
    pieces = [piece for piece in own if piece and piece in words]
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


def _blocks(element: Any, role: Role | None = None) -> list[tuple[str, Role | None]]:  # noqa: ANN401 - lxml is untyped
    """The paragraphs below an element in order; what stands between two block elements is a paragraph too."""
    found: list[tuple[str, Role | None]] = []
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


def _paragraphs(words: str, role: Role | None) -> list[tuple[str, Role | None]]:
    return [(flat, role) for part in words.split("\n") if (flat := " ".join(part.split()))]
