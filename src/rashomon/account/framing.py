"""The different words that outlets use for one party or thing; spans, no scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.account.framing_headlines import headline_verbs, verbs_of_parties
from rashomon.account.framing_hedges import hedged_and_bare
from rashomon.account.framing_names import names_by_choice, names_by_claim
from rashomon.core import Claim, Document, Framing, Reading
from rashomon.core.alignment import Telling


def framing_of(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> tuple[Framing, ...]:
    """What a party or thing is called, what is told as alleged or as fact, and the verbs of headlines.

    Args:
        claims: the story's claims, most carried first.
        tellings: what each claim is told by.
        documents: the story's documents.
        readings: their readings.
    """
    return (
        *names_by_claim(claims, tellings, documents, readings),
        *names_by_choice(documents, readings),
        *hedged_and_bare(claims, tellings, documents, readings),
        *headline_verbs(claims, tellings, documents),
        *verbs_of_parties(documents, readings),
    )
