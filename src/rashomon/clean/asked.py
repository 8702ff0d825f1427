"""Why a sentence that somebody gives to be checked cannot be: it is empty, asks, or is in another language."""

from __future__ import annotations

import re

from rashomon.core import ClaimError
from rashomon.core.words import FUNCTION_WORDS, words

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|«[^»]*»")
ASKING = re.compile(r"\?\s*(?:$|[A-Z“\"])")
SHARED = frozenset("in an on so me he her i more must about am no s d a was re do as to have".split())
"""Words that other languages have as well."""
ENGLISH = (FUNCTION_WORDS | frozenset("not will would said says say".split())) - SHARED
"""Words that stand in nearly every English sentence and in no other."""


def refuse(claim: str) -> None:
    """Raise where a sentence tells nothing that could be checked.

    Raises:
        ClaimError: with `empty`, `question` or `language` as its reason.
    """
    if not words(claim):
        raise ClaimError(
            "no sentence was given: say who did what or who said what, as in “The council closed the bridge”",
            reason="empty",
        )
    if ASKING.search(QUOTED.sub(" ", claim)):
        raise ClaimError(
            f"“{claim}” asks and tells nothing that a report could carry: give what you want to check as a sentence "
            "that tells it, as in “The council closed the bridge”",
            reason="question",
        )
    language = _foreign(claim)
    if language is not None:
        raise ClaimError(
            f"“{claim}” looks as if it were in another language ({language}): sentences are checked in English, the "
            "language in which the reports are read",
            reason="language",
        )


def _foreign(claim: str) -> str | None:
    """The language of a sentence that is surely not in English."""
    from rashomon.clean.language import language_of

    letters = [c for c in claim if c.isalpha()]
    if letters and sum(not c.isascii() and ord(c) > LATIN_TO for c in letters) > len(letters) / 2:
        return language_of(None, claim) or "no Latin letters"
    if set(words(claim)) & ENGLISH:
        return None
    found = language_of(None, claim)
    return found if found != "en" else None


LATIN_TO = 0x24F
"""The last letter of Latin Extended-B; what lies beyond is another script."""
