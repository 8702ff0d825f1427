"""Plans told after the deed, counts of two tellers, and what is denied behind a phrase."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Standing

FIRST, SECOND = "The Harbour Post", "Norholm Mail"


def told(ledger_of, first, second, later="2031-05-02 12:00 +02:00"):
    """The ledger of two reports, the second published later."""
    return ledger_of(
        parse_newsroom(
            f"== {FIRST}, 2031-05-02 10:00 +02:00 ==\nFirst report\n\n{first}\n\n"
            f"== {SECOND}, {later} ==\nSecond report\n\n{second}\n"
        )
    )


@pytest.mark.parametrize(
    ("first", "second", "later", "standing"),
    [
        (
            "The harbour office has closed the Sarn lock, minister Ada Brenn said.",
            "The Sarn lock would be closed only next week, lock keeper Olaf Thom said.",
            "2031-05-02 12:00 +02:00",
            Standing.DISPUTED,
        ),
        (
            "The ministry has raised the fish levy, a spokesman said.",
            "The fish levy would be raised next month, treasurer Ida Brandt said.",
            "2031-05-02 12:00 +02:00",
            Standing.DISPUTED,
        ),
        (
            "The town has reopened the market hall, the mayor said.",
            "The market hall would be reopened on 14 May, the builder said.",
            "2031-05-02 12:00 +02:00",
            Standing.DISPUTED,
        ),
        (
            "The harbour office has closed the Sarn lock, minister Ada Brenn said.",
            "The Sarn lock would be closed, lock keeper Olaf Thom had said.",
            "2031-05-02 12:00 +02:00",
            Standing.AGREED,
        ),
        (
            "The harbour office will close the Sarn lock next week, minister Ada Brenn said.",
            "The harbour office has closed the Sarn lock, keeper Olaf Thom said.",
            "2031-05-12 12:00 +02:00",
            Standing.AGREED,
        ),
        (
            "The ministry has raised the fish levy, a spokesman said.",
            "The fish levy would be raised on 28 April, treasurer Ida Brandt had said.",
            "2031-05-02 12:00 +02:00",
            Standing.AGREED,
        ),
    ],
)
def test_a_plan_told_after_the_deed_for_a_day_to_come(first, second, later, standing, ledger_of):
    ledger = told(ledger_of, first, second, later)
    word = next(w for w in ("closed", "close", "raised", "reopened") if w in first)
    assert ledger.claim(FIRST, word).standing is standing


@pytest.mark.parametrize(
    ("first", "second", "later", "standing"),
    [
        ("the coastguard said", "the director of Orm hospital said", "2031-05-02 12:00 +02:00", Standing.DISPUTED),
        ("the county sheriff said", "the director of the clinic said", "2031-05-02 11:30 +02:00", Standing.DISPUTED),
        ("the mine's owner said", "police said", "2031-05-02 12:30 +02:00", Standing.DISPUTED),
        ("police said", "police spokesman Ada Brink said", "2031-05-02 12:00 +02:00", Standing.AGREED),
        ("the coastguard said", "the director of Orm hospital said", "2031-05-02 19:00 +02:00", Standing.AGREED),
        ("police said", "Inspector Ada Brink said", "2031-05-02 12:00 +02:00", Standing.AGREED),
        ("firefighters said", "the fire chief said", "2031-05-02 12:00 +02:00", Standing.AGREED),
        ("the fire brigade said", "Captain Olaf Thom said", "2031-05-02 12:00 +02:00", Standing.AGREED),
        ("police said", "the hospital director said", "2031-05-02 12:00 +02:00", Standing.DISPUTED),
        ("police said", "the fire chief said", "2031-05-02 12:00 +02:00", Standing.DISPUTED),
        ("Inspector Ada Brink said", "the mine's owner said", "2031-05-02 12:00 +02:00", Standing.DISPUTED),
        ("the coastguard said", "as our reporter saw", "2031-05-02 12:00 +02:00", Standing.AGREED),
    ],
)
def test_a_toll_that_another_gives_soon_after_is_no_newer_state(first, second, later, standing, ledger_of):
    ledger = told(
        ledger_of,
        f"The collision killed five sailors on Friday, {first}.",
        f"The collision killed seven sailors on Friday, {second}.",
        later,
    )
    assert ledger.claim(FIRST, "killed five").standing is standing


@pytest.mark.parametrize(
    ("first", "second", "standing"),
    [
        (
            "Skipper Olaf Thom drowned on Friday, a sailor told the Post.",
            "His agent Ida Brandt denied a report in the Post that Skipper Olaf Thom had drowned.",
            Standing.DENIED,
        ),
        (
            "Mayor Ada Brenn resigned on Friday, a councillor said.",
            "The town hall denied reports in two papers that Mayor Ada Brenn had resigned.",
            Standing.DENIED,
        ),
        (
            "Captain Ruben Asker fled on Friday, a colleague said.",
            "The harbour office denied claims in the Mail that Captain Ruben Asker had fled.",
            Standing.DENIED,
        ),
        (
            "Mayor Ada Brenn resigned on Friday, a councillor said.",
            "The town hall confirmed reports in two papers that Mayor Ada Brenn had resigned.",
            Standing.AGREED,
        ),
    ],
)
def test_what_is_denied_behind_a_phrase(first, second, standing, ledger_of):
    word = next(w for w in ("drowned", "resigned", "fled") if w in first)
    assert told(ledger_of, first, second).claim(FIRST, word).standing is standing
