"""What an assistant gives: reports as texts, which become documents, or say what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from rashomon.core import Document, Problem, RashomonError
from rashomon.present.mcp.quoted import ID_CHARS
from rashomon.present.mcp.shapes import GivenDocument
from rashomon.present.python.inputs import documents_of

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline

MOST_DOCUMENTS, MOST_TEXT_CHARS, MOST_CHARS_IN_ALL = 60, 200_000, 1_000_000


class NotGivenError(RashomonError):
    """What a tool needs was not given, or is too much; the message says what to give."""


def documents_given(
    pipeline: Pipeline, given: Sequence[GivenDocument], *, least: int = 1
) -> tuple[list[Document], list[Problem]]:
    """The documents of the texts given, cleaned, and a problem for each that gave none.

    Raises:
        NotGivenError: there are too few or too many of them, they are too long, or none of them can be read.
    """
    if not least <= len(given) <= MOST_DOCUMENTS:
        raise NotGivenError(f"give {least} to {MOST_DOCUMENTS} documents; {len(given)} were given")
    lengths = [len(one["text"]) for one in given]
    longest = max(lengths)
    if longest > MOST_TEXT_CHARS:
        raise NotGivenError(
            f"a document has up to {MOST_TEXT_CHARS:,} characters; one has {longest:,}: give a part of it"
        )
    if sum(lengths) > MOST_CHARS_IN_ALL:
        raise NotGivenError(
            f"give up to {MOST_CHARS_IN_ALL:,} characters in all, not {sum(lengths):,}: give fewer documents"
        )
    if any(len(one.get("id") or "") > ID_CHARS for one in given):
        raise NotGivenError(f"the id of a document has up to {ID_CHARS} characters; leave it out to have one made")
    documents, problems = documents_of(pipeline, [cast("Mapping[str, object]", one) for one in given])
    if len(documents) < least:
        why = "; ".join(problem.message for problem in problems) or "there is nothing in them"
        raise NotGivenError(f"of the documents given {len(documents)} can be read, {least} are needed: {why}")
    return documents, problems
