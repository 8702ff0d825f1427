"""A page's tree, parsed once for all that reads it."""

from __future__ import annotations

from typing import Any

CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
HEAD_CHARS = 4096
"""Within this the declarations stand that must be mended before a page is parsed."""
LEAST_BEGINNING = 50
MOST_NESTED = 256
"""So many elements stand in one another at most: deeper the parser does not read on (libxml2, `xmlParserMaxDepth`)."""
MOST_RUN_CHARS = 10_000_000
"""The longest run of words without an element in it that the parser takes."""


def tree_of(page: str) -> Any:  # noqa: ANN401 - lxml is untyped
    """The tree of an HTML page, None where it is no HTML at all; mended and rejected as trafilatura does it.

    Elements are made without asking which class each should have, and controls are taken out of octets: both take a
    tenth of the time that they take there.
    """
    from lxml.etree import LxmlError, fromstring
    from trafilatura import load_html
    from trafilatura.utils import repair_faulty_html

    beginning = page[:LEAST_BEGINNING].lower()
    if "html" not in beginning:
        return load_html(page)
    line = page.find("\n", HEAD_CHARS)
    head, rest = (page, "") if line < 0 else (page[:line], page[line:])
    octets = (repair_faulty_html(head, beginning) + rest).encode("utf-8", "surrogatepass").translate(None, CONTROLS)
    for none in NO_CHARACTERS:
        if none in octets:
            octets = octets.replace(none, b"")
    try:
        return fromstring(octets, _parser())
    except LxmlError:
        return load_html(page)


def cut_short(tree: Any) -> bool:  # noqa: ANN401
    """Whether the parser gave the page of a tree up before its end; asked before another page is parsed."""
    from lxml.etree import ErrorTypes

    parser = tree.getroottree().parser
    return parser is not None and bool(
        parser.error_log.filter_from_fatals().filter_types(ErrorTypes.ERR_RESOURCE_LIMIT)
    )


def _parser() -> Any:  # noqa: ANN401
    """A parser of its own for each page: it keeps what was wrong with it."""
    from lxml.etree import ElementDefaultClassLookup, HTMLParser
    from lxml.html import HtmlElement

    parser = HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser
