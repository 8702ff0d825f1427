"""The digest says only what its citations carry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.balance import check_story
from rashomon.account.digest import not_in_citations
from rashomon.core import Citation, DigestSentence, Document, Span

POST, MAIL = "The Harbour Post", "Norholm Mail"
TEXT = "Edda Orsk closed the northern quay of Norholm on Friday after 14 dockers were injured."
DOCUMENTS = {"d": Document(id="d", text=TEXT, outlet="The Harbour Post")}
WHOLE = (Citation(document="d", span=Span(0, len(TEXT))),)


def sentence(text, citations=WHOLE):
    """A sentence of a digest."""
    return DigestSentence(text=text, citations=citations, claims=("c",))


def test_a_sentence_in_the_words_of_its_citation_stands():
    assert not_in_citations(sentence(TEXT), DOCUMENTS) == set()


def test_the_outlets_own_name_needs_no_place():
    assert not_in_citations(sentence("The Harbour Post has it as done: Edda Orsk closed it."), DOCUMENTS) == set()


@pytest.mark.parametrize(
    ("lie", "missing"),
    [
        (TEXT.replace("14", "17"), {"17"}),
        (TEXT.replace("Edda", "Vera"), {"vera"}),
        (TEXT.replace("Friday", "Monday"), {"monday"}),
        (TEXT.replace("Norholm", "Belmar"), {"belmar"}),
        (TEXT + " 3,000 fled.", {"3000"}),
    ],
)
def test_a_planted_lie_is_caught(lie, missing):
    assert not_in_citations(sentence(lie), DOCUMENTS) == missing


def test_a_citation_that_stops_short_does_not_carry_what_follows():
    short = (Citation(document="d", span=Span(0, TEXT.index(" after"))),)
    assert not_in_citations(sentence(TEXT, short), DOCUMENTS) == {"14"}


@given(st.integers(15, 10_000))
def test_any_other_figure_is_caught(figure):
    assert not_in_citations(sentence(TEXT.replace("14", str(figure))), DOCUMENTS) == {str(figure)}


@newsroom
def test_each_sentence_stands_on_its_citations(room, ledger_of):
    """Agreed, disputed and told by one.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay of Norholm on Friday. The collision had injured 14 dockers there.

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    The northern quay of Norholm was closed by Edda Orsk on Friday. Pablo Rengo has dismissed 20 Norwegian pilots.
    """
    ledger = ledger_of(room)
    documents = {d.id: d for d in room.documents}
    readings = {r.document: r for r in ledger.readings}
    claims = {c.id: c for c in ledger.story.claims}
    told = {c for s in ledger.story.digest for c in s.claims}
    assert {ledger.claim(POST, "closed the northern").id, ledger.claim(MAIL, "has dismissed 20").id} <= told
    for s in ledger.story.digest:
        assert s.citations
        assert not_in_citations(s, documents) == set()
        reported = {r.document for c in s.claims for r in claims[c].reports}
        assert {c.document for c in s.citations} <= reported
    lie = replace(ledger.story.digest[0], text=ledger.story.digest[0].text + " Vera Holm left.")
    broken = replace(ledger.story, digest=(lie,))
    assert [p.code for p in check_story(broken, documents, readings)] == ["digest-unsupported"]


@newsroom
def test_a_dispute_is_told_for_each_side_with_its_outlet(room, ledger_of):
    """A deed here, a proposal there.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots dismissed

    Pablo Rengo has dismissed 20 Norwegian pilots.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(MAIL, "has dismissed 20")
    told = next(s for s in ledger.story.digest if claim.id in s.claims)
    assert POST in told.text
    assert MAIL in told.text
    assert "proposed" in told.text
    assert "done" in told.text
