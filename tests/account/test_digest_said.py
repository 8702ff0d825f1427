"""How a digest says who says something: speakers first, plural verbs, names with their article, no loose pronouns."""

from __future__ import annotations

import pytest

from rashomon.account.digest_plurals import are_several
from rashomon.account.digest_readable import readable
from rashomon.account.verify_frames import SAID, SAY, SAYS
from rashomon.core import Status

OTHER = "The quay of Belmar was swept on Sunday."


@pytest.mark.parametrize(
    "text",
    [
        "Divers raised a barge from the lock in Belmar on Monday, harbour master Edda Orsk said.",
        "Stray sparks burned two barns in Norholm on Monday, the fire chief of Belmar said.",
        "Miners dug a new shaft near Norholm on Tuesday, engineer Bo Tarn said on Wednesday.",
    ],
)
def test_no_outlet_reports_that_somebody_said(digest_of, text):
    told = [t for t in digest_of(text, OTHER) if "The Harbour Post" in t]
    assert told
    assert not any("reports that" in t for t in told)
    assert all(" said Stray" not in t and " said Divers" not in t for t in told)


def test_a_speaker_stands_first_where_nothing_is_lost(digest_of):
    told = digest_of("Divers raised a barge from the lock in Belmar on Monday, harbour master Edda Orsk said.", OTHER)
    assert any("Edda Orsk said divers raised a barge" in t for t in told)


@pytest.mark.parametrize(
    "name",
    [
        "Rebels",
        "the smugglers",
        "state officials",
        "police",
        "Belmar Dock Workers",
        "Firefighters",
        "Friends of the Lake",
        "Norholm Teachers",
    ],
)
def test_several_have_a_plural_verb(name):
    assert are_several(name)


@pytest.mark.parametrize(
    "name",
    [
        "United Nations",
        "Merrow Times",
        "Barclays",
        "the press",
        "the company",
        "the union of bakers",
        "Northern Waters",
    ],
)
def test_one_has_a_singular_verb(name):
    assert not are_several(name)


def test_a_person_is_one_whatever_the_name():
    assert not are_several("Ana Potters", person=True)


def test_what_somebody_says_of_it_is_read_back():
    assert all(SAID[words] is status for table in (SAYS, SAY) for status, words in table.items())
    assert SAY[Status.REFUSED] == "say it will not happen"
    assert SAY[Status.THREATENED] == "threaten it"
    assert SAY[Status.ALLEGED] == "allege it"


def test_a_party_known_by_what_it_is_has_its_article(digest_of):
    told = digest_of("Nobody drowned in the lock at Belmar on Monday, the navy said.", OTHER)
    assert any(t.startswith("The navy said nobody drowned") for t in told), told


def test_a_denial_stands_beside_what_is_laid_on_several(digest_of):
    text = "Smugglers burned a shed in Belmar on Monday, the navy said. The smugglers denied burning the shed."
    told = digest_of(text, OTHER)
    assert not any("denies" in t for t in told)


@pytest.mark.parametrize(
    "text",
    [
        "Last Thursday they cancelled a meeting",
        "On Friday morning it was towed to the yard",
        "Two days later they burned the boats",
        "Early on Sunday their leader left the town",
    ],
)
def test_a_pronoun_behind_a_date_alone_is_loose(text):
    assert not readable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Last Thursday the envoys said they would cancel a meeting",
        "On Friday the barge sank as it left the lock",
        "Miners left the pit when they heard the bell",
        "The town lost its bridge in the flood",
    ],
)
def test_a_pronoun_behind_a_name_or_thing_is_none(text):
    assert readable(text)
