"""What a claim is told as stands beside how it stands, on the page, in the brief and in the badge."""

import pytest
from tests.present.exports.test_truth import report, told

from rashomon.core import Standing, Status
from rashomon.present.report.markdown import brief
from rashomon.present.report.page import page
from rashomon.present.report.statuses import not_as_fact, short_standing, told_by, told_standing

DENIED = (report("post", Status.DENIED), report("star", Status.DENIED))


def claim_of(*reports, **more):
    return told(*reports, **more).stories[0].claims[0]


def test_agreed_is_never_said_alone_of_what_is_not_told_as_a_fact():
    claim = claim_of(*DENIED)
    assert (told_standing(claim), short_standing(claim)) == ("agreed: told as denied", "agreed: told as denied")
    assert told_by(claim) == "told as denied by all 2 reports"
    assert not_as_fact(claim) == " (told as denied)"
    done = claim_of(report("post", Status.DONE), report("star", Status.DONE))
    assert (told_standing(done), short_standing(done), not_as_fact(done)) == ("agreed: done", "agreed", "")


def test_a_claim_that_is_a_denial_says_that_the_denial_was_made():
    claim = claim_of(*DENIED, action="deny", text="The Orle Transport Company denied a cut in pay")
    assert (told_standing(claim), short_standing(claim)) == ("agreed: the denial was made",) * 2
    assert told_by(claim) == "the denial told by all 2 reports"
    assert not_as_fact(claim) == " (the denial was made)"
    account = told(*DENIED, action="deny", text="The Orle Transport Company denied a cut in pay")
    made = page(account) + brief(account)
    assert "agreed: the denial was made" in made
    assert "agreed: denied" not in made
    assert "agreed: told as denied" not in made


def test_a_denial_that_is_denied_is_told_as_denied():
    under = tuple(report(name, Status.DENIED, why=("deny (deny): denied",)) for name in ("post", "star"))
    assert told_standing(claim_of(*under, action="reject")) == "agreed: told as denied"


def test_withdrawn_reports_tell_nothing():
    gone = claim_of(report("post", Status.DONE, revised=("retraction",)))
    assert told_by(gone) == "told by withdrawn reports alone"
    assert short_standing(gone) == "agreed: told by withdrawn reports alone"


@pytest.mark.parametrize("status", [Status.DENIED, Status.PROPOSED, Status.PLANNED])
def test_the_page_and_the_brief_say_so_in_the_head_of_a_claim(status):
    account = told(report("post", status), report("star", status))
    made = page(account)
    assert f'<span class="badge agreed">agreed: told as {status}</span>' in made
    assert '<span class="badge agreed">agreed</span>' not in made
    assert f"- **it had cut pay** (agreed: told as {status}; outlets: 2, origins: 1)" in brief(account)


def test_a_badge_of_a_dispute_stays_short_since_its_sides_stand_beside_it():
    claim = claim_of(report("post", Status.DONE), report("star", Status.DENIED), standing=Standing.DENIED)
    assert (short_standing(claim), told_standing(claim)) == ("denied", "denied: done, denied")
