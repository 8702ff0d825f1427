"""Transcripts of broadcasts and interviews: paragraphs that begin with the name of whoever speaks.

A turn is its speaker's own words, and what it reports of others is reported speech in turn: a presenter's turns tell
what others said, so clauses are looked for in them as in any paragraph. Labels stand in capitals (`KERR:`), as names
(`Anna Kerr:`), or as the letters and words for question and answer.
"""

from __future__ import annotations

import re
from collections import Counter

from rashomon.core import Form, Kind, Quotation, Referent, Span
from rashomon.core.places import country_word
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_rubrics import behind_rubric
from rashomon.read.quotations_speaker import LABEL
from rashomon.read.quotations_stretches import FIRST_PERSON, Block

FEWEST_TURNS = 3
"""A transcript with labels in capitals has at least so many paragraphs that begin with one."""
FEWEST_NAMED_TURNS = 2
NAMED = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:(?:al|bin|da|de|del|den|der|di|du|el|la|le|ten|van|von) )?[A-Z][\w.’'-]*){0,3})"
    r"(?: \([^)]{2,40}\))?:\s+(?P<words>\S)"
)
"""`Anna Kerr: I never left.`, `The Courier: Why not?`, `Q: Why not?`."""
ASKS = frozenset({"Q", "Question", "Interviewer", "QUESTION", "INTERVIEWER"})
ANSWERS = frozenset({"A", "Answer", "ANSWER"})
OPENING = frozenset("“\"„«‘'")
"""Words between marks behind a label are quotations by their marks."""


def turns(parsed: Parsed, blocks: list[Block], names: Names) -> dict[int, Quotation]:
    """The turns of a transcript, by passage: `KERR: We will go now to Lys.`, where labels come back or name somebody.

    A label that comes once and names nobody is a place (`LYS: Two men were held`) or a heading.
    """
    labelled = {b.number: m for b in blocks if not b.headline and (m := LABEL.match(b.text)) is not None}
    if len(labelled) < FEWEST_TURNS:
        return _interview(parsed, blocks, names)
    often = Counter(m["name"] for m in labelled.values())
    found: dict[int, Quotation] = {}
    for number, match in labelled.items():
        label, block = match["name"], blocks[number]
        known = names.person_called(label.split()[-1]) is not None
        if not _may_speak(label) or not (known or often[label] > 1):
            continue
        part = block.passage.span.part
        words = Span(block.offset + match.end() - 1, block.passage.span.end, part)
        speaker = names.called(Span(block.offset, block.offset + match.end("name"), part), label)
        found[number] = quotation(parsed, words, Form.BLOCK, speaker=speaker)
    return found


def _interview(parsed: Parsed, blocks: list[Block], names: Names) -> dict[int, Quotation]:
    """The turns of an interview, by passage, where labels name somebody told of in it or stand for Q and A.

    Lists also set names before colons (candidates, winners), so a label must come back, or a question or the first
    person must show that somebody speaks.
    """
    labelled = {b.number: m for b in blocks if not b.headline and (m := NAMED.match(b.text)) is not None}
    letters = {m["name"] for m in labelled.values()}
    lettered = not ASKS.isdisjoint(letters) and not ANSWERS.isdisjoint(letters)
    labelled = {n: m for n, m in labelled.items() if m["words"] not in OPENING}
    often = Counter(m["name"] for m in labelled.values())
    people = {label: name for label in often if (name := _person(label, names)) is not None}
    if len(labelled) < FEWEST_NAMED_TURNS or not (lettered or people):
        return {}
    if not lettered and not any(often[label] > 1 for label in people):
        spoken = (blocks[n].text[m.end("name") :] for n, m in labelled.items())
        if not any("?" in words or FIRST_PERSON.search(words) for words in spoken):
            return {}
    first = min(labelled)
    answering = _only_person(names, blocks[first].offset) if lettered else None
    turned = {n for n, m in labelled.items() if _is_turn(m["name"], people, often, lettered=lettered)}
    turned |= {n for n in labelled if turned & {n - 1, n + 1} and blocks[n].text.rstrip().endswith("?")}
    speaking = (n for n in sorted(turned) if _may_speak(labelled[n]["name"]))
    return {n: _turn(parsed, blocks[n], labelled[n], people, answering) for n in speaking}


def _is_turn(label: str, people: dict[str, str], often: Counter[str], *, lettered: bool) -> bool:
    """Whether a label is a speaker's: of somebody told of, one that comes back, or the letter for a question."""
    return label in people or often[label] > 1 or (lettered and label in ASKS | ANSWERS)


def _may_speak(label: str) -> bool:
    """Whether a label is no country and no rubric (`Update:`), but for those that mean a person: `Reporter:`."""
    rubric = behind_rubric(f"{label}: -") and nouns().kinds.get(label.lower()) is not Kind.PERSON
    return country_word(label) is None and not rubric


def _turn(
    parsed: Parsed, block: Block, match: re.Match[str], people: dict[str, str], answering: str | None
) -> Quotation:
    label, part = match["name"], block.passage.span.part
    place = Span(block.offset, block.offset + match.end("name"), part)
    words = Span(block.offset + match.start("words"), block.passage.span.end, part)
    name = None if label in ASKS else answering if label in ANSWERS else people.get(label, label)
    if name is None:
        return quotation(parsed, words, Form.BLOCK)
    kind = Kind.PERSON if label in people or label in ANSWERS else Kind.BODY
    speaker = Referent(span=place, name=name, kind=kind, head=name.split()[-1].lower())
    return quotation(parsed, words, Form.BLOCK, speaker=speaker)


def _person(label: str, names: Names) -> str | None:
    """The person of the document whom a label names: in full, by surname, or by the initials of one alone."""
    people = _people(names)
    if label in people or _is_named(label, names):
        return label
    by_surname = names.person_called(label.rsplit(maxsplit=1)[-1])
    if by_surname is not None and set(label.split()) <= set(by_surname.split()):
        return by_surname
    if len(label) > 1 and label.isupper():
        fits = [p for p in people if "".join(w[0] for w in p.split()) == label.replace(".", "")]
        return fits[0] if len(fits) == 1 else None
    return None


def _is_named(label: str, names: Names) -> bool:
    """Whether a label of several words is a name in the report, as an unusual one may be taken for a body's."""
    return " " in label and any(
        m.form == "name" and m.name == label and m.kind in {Kind.PERSON, Kind.BODY} for m in names.mentions
    )


def _people(names: Names) -> dict[str, int]:
    """The people whom a document names in full, each with where it does so first."""
    found: dict[str, int] = {}
    for mention in names.mentions:
        if mention.kind is Kind.PERSON and mention.form == "name" and " " in mention.name:
            found.setdefault(mention.name, mention.span.start)
    return found


def _only_person(names: Names, before: int) -> str | None:
    """The one person whom the piece names before its first turn: whoever is interviewed."""
    ahead = [name for name, at in _people(names).items() if at < before]
    return ahead[0] if len(ahead) == 1 else None
