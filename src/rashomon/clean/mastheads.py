"""Outlets' names as they stand in the head of a report: on a line of their own, or beside the publishing time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.core.predicates import class_of_stem
from rashomon.core.words import stem
from rashomon.outlets import by_name

MOST_WORDS = 6
TITLES = frozenset(
    "times echo herald gazette courier chronicle tribune observer journal ledger lantern examiner inquirer guardian "
    "telegraph dispatch bulletin argus advertiser enquirer broadcasting newspaper newswire bugle intelligencer "
    "broadcaster clarion spectator".split()
)
"""What newspapers call themselves and hardly anything else, as the last word of a name."""
LOOSE_TITLES = frozenset(
    "post eye news star mail today wire press agency daily sun mirror standard record express sentinel monitor "
    "reporter review globe world weekly online tv radio network independent citizen mercury voice television "
    "messenger register".split()
)
"""What newspapers call themselves, and other things are called too."""
AGENCY_OPENINGS = frozenset({"agence", "agencia", "agenzia"})
OPENINGS = AGENCY_OPENINGS | {"daily", "radio", "times of", "voice of", "journal of"}
"""How outlets' names begin where they do not end so."""
AGENCY_WORDS = frozenset({"agency", "newswire", "wire"})
SURNAMES = frozenset("post star sun mercury press wire eye world".split())
"""Titles that people are called by too (`Ada Post`), so that a line of them needs more to be an outlet's."""
EDITIONS = frozenset(
    "morning evening sunday saturday weekly daily state free northern southern eastern western".split()
)
"""Words before a title that no person is called by."""
NO_NAME = frozenset(
    "breaking latest top good bad fake rising falling live more local world national regional business sports weather "
    "happy pop football film rock big first our my last new free cop hit school by your his her their readers "
    "readers' reader's one".split()
)
"""Words before `News`, `Star`, `World` ... that make a label or a plain phrase of them."""
NO_TITLES = frozenset(
    "book theatre theater music art album restaurant concert opera dance exhibition peer judicial spending annual "
    "independent case policy defence security strategic track criminal safety medical public olympic european season "
    "personal winning losing electoral land cash sex offenders daily voter".split()
)
"""Words with which `Review`, `Record` or `Register` is one, and not what an outlet is called."""
NO_TITLE_ENDS = frozenset({"review", "record", "register"})
_LINKING = frozenset("on in for with to at from by as is are was not into over under after before off out up".split())
"""Words of a phrase, which stand in no outlet's name."""
_SMALL = frozenset({"of", "the", "and", "&"})
_ARTICLE = re.compile(r"(?:An?|The|One|Two|It|He|She|They) [a-z]")
_GIVEN_AS_SOURCE = r"(?i:©|\(c\)|\bcopyright|\bsource:|\bpublished (?:in|by|on))\W*(?:\d{4}\W*)?(?i:the )?"


def names_outlet(name: str) -> bool:
    """Whether a name is an outlet's: the table has it, or it is a title that outlets have (`Norvale Gazette`)."""
    return by_name(name) is not None or _titled(name, TITLES | LOOSE_TITLES)


def is_outlet_line(line: str, report: str, *, beside: bool) -> bool:
    """Whether a line of its own below the headline is the outlet's name.

    Args:
        line: at most six capitalised words.
        report: the words of the report; they tell a place from a person (`Norvale Post`, `Ada Post`).
        beside: whether the publishing time or a byline stands right above or below it. Where neither does, only a
            title that newspapers alone have counts, or one with an article.
    """
    if by_name(line) is not None:
        return beside
    words = line.lower().removeprefix("the ").split()
    if _LINKING.intersection(words) or (words[-1] in NO_TITLE_ENDS and NO_TITLES.intersection(words[:-1])):
        return False
    article = line.startswith("The ")
    if words[0] == "daily" and not _ends_in(words[-1], TITLES | LOOSE_TITLES):
        return beside and _is_no_person(line, report)
    if _titled(line, TITLES):
        return True
    if not _titled(line, TITLES | LOOSE_TITLES):
        return beside and article and len(words) <= 2 and re.search(rf"\btold {re.escape(line)}\b", report) is not None
    if article:
        return True
    return beside and (words[-1] not in SURNAMES or _is_no_person(line, report))


def _is_no_person(line: str, report: str) -> bool:
    """Whether a name that could be a person's is told not to be by its own words, or by the report's.

    A word of it is one that only outlets have, or stands in the report without a name behind it, as places do; or
    somebody told it something.
    """
    words = line.split()
    before = words[1:] if words[0].lower() == "daily" else words[:-1]
    if not (EDITIONS | TITLES | LOOSE_TITLES).isdisjoint(word.lower() for word in before):
        return True
    if re.search(rf"\b(?:told|tells?|telling) (?:the )?{re.escape(line)}\b", report):
        return True
    return any(re.search(rf"\b{re.escape(word)}\b(?!['’]s [A-Z]| [A-Z]|-)", report) for word in before)


def is_titled(name: str) -> bool:
    """Whether a name ends in a title that only newspapers have (`Norvale Courier`), so that it is no writer's."""
    return _titled(name, TITLES)


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency, whose reports others print under its name."""
    known = by_name(name)
    if known is not None:
        return known.supplies
    words = name.lower().split()
    return not AGENCY_WORDS.isdisjoint(words[-1:]) or not AGENCY_OPENINGS.isdisjoint(words[:1])


def is_masthead(line: str, below: str, others: Sequence[str]) -> bool:
    """Whether a first line is the outlet's name above its headline.

    Args:
        line: the first line.
        below: the next line that is neither a time nor a byline; it must be longer and read like a headline.
        others: all other lines. A name that neither the table has nor outlets are called by counts only where one
            of these gives it as the page's source or owner.
    """
    if not _is_name(line) or len(below) <= len(line) or not 4 <= len(below.split()) <= 30:
        return False
    if below.endswith((".", ":", ",", ";")) or len(below) > 250:
        return False
    if by_name(line) is not None or _titled(line, TITLES) or _given_as_source(line, others):
        return True
    return _titled(line, LOOSE_TITLES) and _ARTICLE.match(below) is None


def _is_name(line: str) -> bool:
    """Capitalised words without an end mark, a figure or a verb."""
    words = line.split()
    if not 1 <= len(words) <= MOST_WORDS or re.search(r"[.!?…:;,\"“”|]$|[:;,?!\"“”|]", line):
        return by_name(line) is not None and len(words) <= MOST_WORDS
    return all(w[0].isupper() or w in _SMALL or w[0].isdigit() for w in words)


def _titled(name: str, titles: frozenset[str]) -> bool:
    words = name.lower().removeprefix("the ").split()
    if not 2 <= len(words) <= MOST_WORDS or not _is_name(name) or words[0] in NO_NAME:
        return False
    if any(_is_verb(w) for w in words[:-1]):
        return False
    return _ends_in(words[-1], titles) or words[0] in OPENINGS or " ".join(words[:2]) in OPENINGS


def _ends_in(word: str, titles: frozenset[str]) -> bool:
    """Whether a last word is such a title, or two of them are joined to one (`Herald-Tribune`, `Standard-Bearer`)."""
    return not titles.isdisjoint((word, *word.split("-")))


def _is_verb(word: str) -> bool:
    return word.endswith(("s", "ed")) and word != "times" and stem(word) in class_of_stem()


def _given_as_source(name: str, others: Sequence[str]) -> bool:
    said = re.compile(rf"{_GIVEN_AS_SOURCE}{re.escape(name.removeprefix('The '))}(?!\w)")
    return any(said.search(line) for line in others)
