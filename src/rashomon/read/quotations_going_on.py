"""What a speaker goes on to say behind a reporting clause: "The mill burned, police said, and two men were hurt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import MAIN, PARTING, finite
from rashomon.read.cues import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

NARROW_TOKENS = 6
"""A reporting clause in the middle says no more behind its verb: `, police said in a statement on Friday, and ...`."""


def going_on(verb: Token, end: int) -> tuple[int, int] | None:
    """The tokens of the clause that goes on with a content ending at `end`, behind the reporting clause of `verb`.

    It must be joined by `, and`, have a subject of its own and report nothing itself: annotators of news lay nearly
    all such clauses to the same speaker, while those behind `but` and `while` may be the reporter's again.
    """
    doc = verb.doc
    if end > verb.i or any(c.lower_ == "as" and c.i < verb.i for c in verb.children):
        return None
    comma = next((t.i for t in doc[verb.i + 1 : verb.i + 2 + NARROW_TOKENS] if t.text == ","), len(doc))
    start = comma + 2
    if start >= len(doc) or doc[comma + 1].lower_ != "and" or any(t.pos_ == "VERB" for t in doc[verb.i + 1 : comma]):
        return None
    behind = doc[start:]
    if any(t.text in PARTING or t.lower_ == "according" or _is_telling(t) for t in behind):
        return None
    subject = next((t for t in behind if t.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if subject is None or subject.head.dep_ not in MAIN or subject.head.i < start:
        return None
    told = subject.head
    return (start, len(doc)) if finite(told) else None


def _is_telling(token: Token) -> bool:
    cue = cues().verb(token)
    return cue is not None and cue.takes("c")
