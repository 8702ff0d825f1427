"""Only who tells a number, a name and a speaker is named as a teller of it; no words are quoted that others alter."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest import not_in_citations, unsupported
from rashomon.core import Citation, DigestSentence, Document, Span, Story

TWO = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Story

    {post}

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Story

    {mail}
    """
MINUTE = (
    "Rovers captain Pablo Rengo was sent off in the 70th minute on Thursday.",
    "Rovers lost on Thursday after captain Pablo Rengo was sent off.",
)
PLACE = (
    "A blast injured six dockers in Belmar on Thursday, police said.",
    "A blast injured six dockers in Orlin on Thursday, police said.",
)
ALTERED = (
    "“The leak began in the pump room and spread far,” harbour master Edda Orsk told reporters on Thursday.",
    "“The leak began in the pump room and did not spread far,” harbour master Edda Orsk told reporters on Thursday.",
)
SPEAKER = (
    "Harbour minister Pablo Rengo on Thursday rejected a plan by Governor Tessa Orlow to build a lock at Belmar.",
    "The lock at Belmar will not be built, Pablo Rengo said on Thursday after meeting Tessa Orlow.",
)


@pytest.fixture(scope="module")
def account(ledger_of, reader):
    """The account of two reports."""

    def made(pair, form="composed"):
        room = parse_newsroom(TWO.format(post=pair[0], mail=pair[1]))
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form=form, read=reader.read)
        return account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)

    return made


@pytest.mark.parametrize(
    ("pair", "word"), [(MINUTE, "70th"), (PLACE, "in Belmar"), (PLACE, "in Orlin"), (SPEAKER, "Rengo said the lock")]
)
def test_an_outlet_is_not_named_for_what_it_does_not_tell(account, pair, word):
    told = [s.text for s in account(pair).digest if word in s.text]
    assert not [t for t in told if "The Harbour Post" in t and "Norholm Mail" in t]
    teller = "The Harbour Post" if word in pair[0] else "Norholm Mail"
    assert all(teller in t for t in told)


def test_what_both_tell_with_its_name_and_number_is_told_by_both(account):
    same = (MINUTE[0], "Rovers captain Pablo Rengo was sent off in the 70th minute on Thursday, to jeers.")
    told = [s.text for s in account(same).digest if "70th" in s.text]
    assert any("The Harbour Post and Norholm Mail" in t for t in told), told


def test_a_name_stands_for_another_of_the_same_party(account):
    pair = (
        "Tessa Orlow closed the Lantern bridge on Thursday. Orlow gave no reason.",
        "Residents met. Tessa Orlow was absent. Orlow closed the Lantern bridge on Thursday.",
    )
    told = [s.text for s in account(pair).digest if "closed the Lantern bridge" in s.text]
    assert any("The Harbour Post" in t and "Norholm Mail" in t for t in told), told


@pytest.mark.parametrize("form", ["composed", "extracted"])
def test_no_wording_is_quoted_that_another_report_alters(account, form):
    digest = account(ALTERED, form).digest
    assert not [s.text for s in digest if "pump room and" in s.text]
    differing = [s.text for s in digest if "spread far" in s.text]
    assert all(t.startswith("The reports differ") for t in differing)


@pytest.mark.parametrize("pair", [MINUTE, PLACE, ALTERED, SPEAKER])
@pytest.mark.parametrize("form", ["composed", "extracted"])
def test_no_sentence_of_a_digest_is_out_of_balance(account, pair, form):
    assert not [p for p in account(pair, form).problems if p.code.startswith("digest-uns")]


def test_a_digest_cites_only_those_of_whom_it_speaks(account):
    made = account(MINUTE)
    told = next(s for s in made.digest if "70th" in s.text)
    assert len({c.document for c in told.citations}) == 1


def test_an_ordinal_stands_where_its_report_has_it():
    text = "Rengo was sent off in the 70th minute at 6-3."
    place = Citation(document="d", span=Span(0, len(text)))
    documents = {"d": Document(id="d", text=text, outlet="The Harbour Post")}
    assert not_in_citations(DigestSentence(text=text, citations=(place,), claims=()), documents) == set()


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ({"70"}, "“70” does not stand in any place that it cites"),
        ({"70", "belmar"}, "“70” and “belmar” do not stand in any place that it cites"),
    ],
)
def test_what_is_not_borne_out_is_told_in_a_sentence(missing, told):
    assert unsupported(missing) == told
