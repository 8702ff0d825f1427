"""What each document alone has, and what it leaves out."""

from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.coverage import coverage_of
from rashomon.core import Claim, Report, Span, Standing, Status

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


def claim(name, documents):
    """A claim that these documents carry."""
    reports = tuple(Report(document=d, span=Span(0, 4), status=Status.DONE, voice=None, origin="o") for d in documents)
    return Claim(
        id=name,
        text=name,
        actor=None,
        action="close",
        target=None,
        code=None,
        standing=Standing.SINGLE,
        reports=reports,
        outlets=len(documents),
        origins=1,
    )


def test_what_most_carry_is_left_out_by_the_others():
    (a, b, c) = coverage_of("abc", [claim("both", "ab"), claim("alone", "c"), claim("all", "abc")])
    assert (a.only_here, a.left_out) == ((), ())
    assert (b.only_here, b.left_out) == ((), ())
    assert (c.only_here, c.left_out) == (("alone",), ("both",))


def test_one_report_alone_has_nothing_that_others_lack():
    (only,) = coverage_of("a", [claim("x", "a")])
    assert (only.only_here, only.left_out) == ((), ())


@given(st.lists(st.sets(st.sampled_from("abcd"), min_size=1), max_size=6))
def test_only_here_is_in_no_other_and_left_out_is_not_here(carried):
    claims = [claim(str(n), sorted(documents)) for n, documents in enumerate(carried)]
    for found in coverage_of("abcd", claims):
        assert all(carried[int(c)] == {found.document} for c in found.only_here)
        assert all(found.document not in carried[int(c)] and len(carried[int(c)]) > 2 for c in found.left_out)


@newsroom
def test_an_omission_and_an_exclusive(room, ledger_of):
    """The Echo leaves the closing out and alone has the sale.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk acts

    Edda Orsk closed the northern quay on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    Edda Orsk has closed the northern quay.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Cranes sold

    Pablo Rengo sold four rusted cranes to a museum.
    """
    ledger = ledger_of(room)
    closed, sold = ledger.claim(POST, "closed the northern"), ledger.claim(ECHO, "sold four")
    echo = next(c for c in ledger.story.coverage if c.document == room[ECHO].id)
    assert closed.id in echo.left_out
    assert sold.id in echo.only_here
