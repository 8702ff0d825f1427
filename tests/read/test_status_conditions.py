"""What hangs on a condition, what is a threat because the one who warns would do it, and how conditions are told."""

from __future__ import annotations

import pytest

THREATENED = [
    "Tavria warned that it would recall its ambassador if the bridge were closed.",
    "Tavria warned it would recall its ambassador unless the bridge was reopened.",
    "Tavria warned that it would recall its ambassador should the bridge be closed.",
    "Tavria warned that, should the bridge be closed, it would recall its ambassador.",
    "Tavria warned that it would recall its ambassador in the event of a siege.",
    "Tavria warned that it would recall its ambassador provided that the siege went on.",
    "Tavria will recall its ambassador if the bridge is closed, it warned.",
    "“We will recall our ambassador if the bridge is closed,” Tavria warned.",
    "The mayor hoped for peace but warned he would recall the envoys if the siege went on.",
    "The guild warned that its members would recall the boats if wages were cut.",
    "The firm issued a warning that it would recall its ships if the port was shut.",
    "The mayor cautioned that she would recall the envoys if the siege went on.",
]

POSSIBLE = [
    "Tavria said it would recall its ambassador if the bridge were closed.",
    "Tavria said it would recall its ambassador should the bridge be closed.",
    "Tavria said it would recall its ambassador on condition that Bree did the same.",
    "Tavria said it would recall its ambassador as long as Bree did the same.",
    "The minister warned that Tavria would recall its ambassador if the bridge were closed.",
    "The minister warned Tavria that it would recall its ambassador if it closed the bridge.",
    "The mayor will recall the envoys if asked.",
    "Bree asked whether Tavria would recall its ambassador.",
]

PLANNED = [
    "Tavria said it would recall its ambassador even if the bridge stayed open.",
    "Tavria will recall its ambassador even if the bridge stays open.",
    "Tavria promised that it would recall its ambassador if the bridge were closed.",
    "Tavria said it would recall its ambassador.",
    "Tavria said it would recall its ambassador if necessary.",
]

REFUSED = [
    "Tavria said it would not recall its ambassador unless the bridge were closed.",
    "Tavria will not recall its ambassador unless the bridge is closed.",
    "Tavria will not recall its ambassador even if the bridge is closed.",
]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (text, status)
        for status, texts in (
            ("threatened", THREATENED),
            ("possible", POSSIBLE),
            ("planned", PLANNED),
            ("refused", REFUSED),
        )
        for text in texts
    ],
)
def test_what_is_announced_with_a_condition(status_of, text, status):
    assert status_of(text, "recall") == status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tavria warned that it would recall its ambassador if the bridge were closed.", "closed"),
        ("Tavria warned that it would recall its ambassador should the bridge be closed.", "closed"),
        ("Tavria warned that, should the bridge be closed, it would recall its ambassador.", "closed"),
        ("Brandt said she would resign should the council vote against her.", "vote"),
        ("Bree would send troops should Tavria attack, its minister said.", "attack"),
        ("The firm will close the mine should wages rise.", "rise"),
    ],
)
def test_the_condition_is_told_as_possible(status_of, text, words):
    assert status_of(text, words) == "possible"


def test_what_befalls_who_warns_is_no_threat(status_of):
    assert status_of("The firm warned that it would lose the mine if wages rose.", "lose") == "possible"
    assert status_of("The firm warned that it would be sold if wages rose.", "sold") == "possible"


def test_what_only_opens_a_condition_is_no_event(events_in):
    assert "event" not in events_in("Bree will close the port in the event of a strike.")
    assert "provide" not in events_in("Bree said it would close the port provided that the council agreed.")
    assert "provide" in events_in("Bree said that food would be provided that was fresh.")


def test_an_inverted_negation_is_no_condition(status_of):
    assert status_of("Nor should the town close the school, she said.", "close") == "refused"
    assert status_of("The mayor said what should the town build.", "build") == "proposed"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The king warned that he would not hesitate to dissolve the council.", "dissolve", "planned"),
        ("The firm will not fail to pay the miners.", "pay", "planned"),
        ("The king did not hesitate to dissolve the council.", "dissolve", "done"),
        ("The firm did not fail to pay the miners.", "pay", "done"),
        ("The firm will not stop dumping waste.", "dumping", "done"),
    ],
)
def test_who_will_not_hesitate_has_yet_to_act(status_of, text, words, status):
    assert status_of(text, words) == status


def test_the_aim_that_is_denied_is_nobody(events_in):
    sold = events_in("The minister denied planning to sell the airport.")["sell"]
    assert str(sold.status) == "refused"
    assert sold.actor.name == "The minister"
