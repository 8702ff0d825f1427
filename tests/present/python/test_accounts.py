"""An account as Python programs get it: it shows itself, and is the account of the core otherwise."""

import pickle
from dataclasses import fields, replace

import pytest
from tests.present import ferry

from rashomon import core
from rashomon.present.exports.account_rows import account_row
from rashomon.present.python import Account

HOSTILE = '<img src=x onerror="alert(1)"> <script>alert(2)</script> \u202egnihton\x1b[31m' + "x" * 10_000


@pytest.fixture
def seen():
    return Account.of(ferry.account())


@pytest.fixture
def claim(seen):
    return seen.story("s1").claim("c1")


def test_it_has_the_same_facts_as_the_account_of_the_core(seen):
    assert isinstance(seen, core.Account)
    assert account_row(seen) == account_row(ferry.account())
    for kind, mine in (
        (core.Account, seen),
        (core.StoryAccount, seen.stories[0]),
        (core.Claim, seen.story("s1").claims[0]),
    ):
        assert isinstance(mine, kind)
        assert {one.name for one in fields(mine)} - {one.name for one in fields(kind)} <= {"press"}


def test_made_again_it_is_itself_and_survives_pickling(seen):
    assert Account.of(seen) is seen
    assert pickle.loads(pickle.dumps(seen)) == seen
    assert Account.of(ferry.account()) == seen
    assert Account.of(replace(ferry.account(), stories=())) != seen
    assert len({*seen.stories, *Account.of(ferry.account()).stories}) == 1


def test_a_repr_is_one_short_line(seen, claim):
    assert repr(seen) == "<Account: 5 documents, 1 story, 5 claims (1 disputed, 1 denied), 1 problem>"
    assert repr(seen.stories[0]) == (
        "<StoryAccount s1 “Harrow Sound bridge closed”: 5 reports, 5 claims (1 disputed, 1 denied)>"
    )
    stands = "disputed on status: done, underway, proposed"
    assert repr(claim) == f"<Claim c1 ({stands}): “The Harrow Sound bridge is closed”, 6 reports, 3 origins>"


@pytest.mark.parametrize("status", [core.Status.DENIED, core.Status.PROPOSED])
def test_what_all_tell_as_no_fact_never_reads_as_one(claim, status):
    reports = tuple(replace(one, status=status, revised=()) for one in claim.reports)
    alike = replace(claim, reports=reports, standing=core.Standing.AGREED, differs=())
    assert f"(agreed: told as {status})" in repr(alike)
    assert f"agreed: told as {status}" in alike._repr_html_()


def test_a_claim_tells_its_reports_with_outlets_voices_and_words(claim):
    told = claim.told()
    assert [(one.telling.outlet, one.report.status.value, one.voice) for one in told[-2:]] == [
        ("The Sentinel", "proposed", "engineers"),
        ("Northern Gazette", "underway", "the ministry"),
    ]
    assert told[-1].telling.words == "The bridge over Harrow Sound is closing"


def test_a_claim_whose_report_is_gone_tells_it_without_words(claim):
    bare = replace(claim, press=replace(claim.press, documents={}))
    assert {one.telling.words for one in bare.told()} == {""}
    assert "courier" in bare._repr_html_()


def test_parts_are_named_by_their_ids_or_the_beginning_of_one(seen):
    assert seen.document("sent").outlet == "The Sentinel"
    assert seen.story("s").id == "s1"
    with pytest.raises(core.RashomonError, match="5 of them begin with 'c'"):
        seen.story("s1").claim("c")
    with pytest.raises(core.RashomonError, match="there is no 'tribune'; there are courier"):
        seen.document("tribune")
    with pytest.raises(core.RashomonError):
        seen.story("")


def test_a_notebook_shows_who_tells_what_and_how(seen, claim):
    shown = seen._repr_html_()
    assert "<strong>Account</strong> of 5 documents, 1 story" in shown
    assert "5 reports, 5 claims: 1 disputed, 1 denied, 1 agreed, 2 single" in shown
    assert "● done: Harrow Courier, Coast Echo<br>◇ proposed: The Sentinel (says engineers)<br>◐ underway" in shown
    assert "reports/blank.txt: the file holds no words" in shown
    assert "Tobin Ashgrove denies that his office was warned. <small>(Harrow Courier)</small>" in shown
    assert shown.count("<table>") == 1
    one = claim._repr_html_()
    assert "◐ disputed on status: done, underway, proposed; proposed in one report, done in two; 4 outlets, " in one
    assert '<td style="text-align:left">Engineers have proposed that the Harrow Sound bridge be closed</td>' in one


def test_a_notebook_shows_the_first_of_many_and_counts_the_rest(seen):
    story = seen.stories[0]
    many = replace(story, claims=story.claims * 4)
    assert "and 12 claims more" in many._repr_html_()
    stories = replace(seen, stories=(story,) * 7)._repr_html_()
    assert "and 2 stories more" in stories
    assert "<table>" not in stories


def test_nothing_that_a_report_holds_reaches_a_notebook_as_markup_or_at_full_length(seen, claim):
    document = replace(seen.document("sentinel"), outlet=HOSTILE, headline=HOSTILE)
    bad = replace(
        claim,
        text=HOSTILE,
        standing_reason=HOSTILE,
        press=replace(
            claim.press,
            documents={**claim.press.documents, "sentinel": document},
            parties=dict.fromkeys(claim.press.parties, HOSTILE),
        ),
    )
    story = replace(seen.stories[0], title=HOSTILE, claims=(bad,), press=bad.press)
    problem = replace(seen.problems[0], message=HOSTILE, address=HOSTILE)
    whole = replace(seen, stories=(story,), problems=(problem,))
    for part in (bad, story, whole):
        shown = part._repr_html_()
        assert "<img" not in shown
        assert "<script" not in shown
        assert "\u202e" not in shown
        assert "\x1b" not in shown
        assert len(shown) < 20_000
        assert len(repr(part)) < 250
        assert "\u202e" not in repr(part)
