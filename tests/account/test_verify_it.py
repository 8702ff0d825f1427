"""What "it" may mean after a sentence, and whose word a sentence may not leave out."""

from __future__ import annotations

import pytest
from tests.account.verifying import standing_in, verifier_of
from tests.newsrooms import parse_newsroom

from rashomon.account.verify_tellers import told_first
from rashomon.account.verify_words import sources_of
from rashomon.core import Citation

ROOM = parse_newsroom("""
    == Harbour Post, 2031-05-02 08:00 +00:00 ==
    Miners freed

    Five of the miners trapped in the Orle shaft were freed on Friday. The court in Belmar ruled by six votes to one
    that the levy broke the law.

    == Norholm Mail, 2031-05-02 12:00 +00:00 ==
    Were they trapped?

    Miners may have been trapped in the Orle shaft. The court in Belmar ruled by six votes to one that the levy broke
    the law.
    """)
FREED = "Five of the miners trapped in the Orle shaft were freed on Friday, according to Harbour Post"


@pytest.fixture(scope="module")
def verifier(ledger_of, reader):
    return verifier_of(ROOM, ledger_of(ROOM), reader)


@pytest.fixture(scope="module")
def stands(verifier):
    return standing_in(ROOM, verifier)


def test_what_only_describes_somebody_is_not_told_first(verifier):
    document = ROOM.documents[0].id
    sentence = next(s for s in verifier.readings[document].sentences if "freed on" in ROOM.documents[0].words_at(s))
    (source,) = sources_of(
        [Citation(document=document, span=sentence)], verifier.documents, verifier.readings, verifier.names
    )
    borne = verifier.borne_by(ROOM.documents[0].words_at(sentence), source)
    assert {e.predicate.lemma for e in borne.events} >= {"trap", "free"}
    assert told_first(borne).predicate.lemma == "free"


def test_it_means_what_is_told_first(stands):
    assert stands(f"{FREED}.")
    assert not stands(f"{FREED}; Norholm Mail alone tells it as possible.")


def test_what_a_court_rules_is_not_told_without_the_court(stands):
    ruled = "The court in Belmar ruled by six votes to one that the levy broke the law"
    assert stands(f"{ruled}, according to Harbour Post.")
    assert not stands("The levy broke the law, according to Harbour Post.")
