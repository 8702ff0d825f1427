"""An act that is yet to come hangs on its condition in every form of the future, negated or not."""

from __future__ import annotations

import pytest

CONDITIONS = ["if Kesh pays", "provided that Kesh pays", "in the event of a truce", "on condition that Kesh pays"]
FUTURES = [
    "Norland will leave the camp {}.",
    "Norland is going to leave the camp {}.",
    "Norland was going to leave the camp {}.",
    "Norland is to leave the camp {}.",
    "Norland is about to leave the camp {}.",
    "Norland is set to leave the camp {}.",
    "Norland is leaving the camp next week {}.",
    "Norland leaves the camp tomorrow {}.",
    "Norland leaves the camp {}.",
    "Norland to leave camp {}",
    "Its envoy said Norland would leave the camp {}.",
    "Its envoy said Norland was going to leave the camp {}.",
]
UNTOLD = {"Norland leaves the camp {}.": "done"}


def leaving(events_in, text):
    (event,) = [e for e in events_in(text).values() if e.predicate.lemma.startswith("leave")]
    return str(event.status)


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("future", FUTURES)
def test_every_future_hangs_on_its_condition(events_in, future, condition):
    assert leaving(events_in, future.format(condition)) == "possible"


@pytest.mark.parametrize("future", FUTURES)
def test_without_one_it_is_planned(events_in, future):
    text = future.format("").replace(" .", ".").strip()
    assert leaving(events_in, text) == UNTOLD.get(future, "planned")


NEGATED = [
    "Norland will not leave the camp {}.",
    "Norland won't leave the camp {}.",
    "Norland will never leave the camp {}.",
    "Norland is not going to leave the camp {}.",
    "Its envoy said Norland would not leave the camp {}.",
    "Norland would not leave the camp {}, its envoy said.",
]


@pytest.mark.parametrize("negated", NEGATED)
def test_a_refusal_hangs_on_its_condition_but_on_none_that_would_end_it(events_in, negated):
    for condition in ("if Kesh stays", "provided that Kesh stays", "should the rebels stay"):
        assert leaving(events_in, negated.format(condition)) == "possible", condition
    for condition in ("unless Kesh pays", "even if Kesh pays", "in May"):
        assert leaving(events_in, negated.format(condition)) == "refused", condition


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland promised that it would leave the camp if Kesh paid.", "planned"),
        ("Norland promised that it would not leave the camp if Kesh paid.", "refused"),
        ("Norland promises that it will leave the camp if Kesh pays.", "planned"),
    ],
)
def test_who_promises_means_it(events_in, text, status):
    assert leaving(events_in, text) == status


IDLE = [
    "The fleet will sail as if nothing had happened.",
    "The captain said the fleet would sail as if nothing had happened.",
    "The fleet will sail no matter if the wind drops.",
    "The captain said the fleet would sail regardless if the wind dropped.",
    "The fleet will sail if need be.",
    "The captain said the fleet would sail if need be.",
    "The fleet will sail as long as it takes to find the boys.",
    "The fleet will sail so long as it takes to pay off the debt.",
]
HANGING = [
    "The fleet will sail as long as it takes prisoners.",
    "The fleet will sail if the need is great.",
    "If elected, the mayor said, the fleet would sail.",
    "If asked, the admiral said, the fleet would sail.",
    "If the wind drops, the admiral said, the fleet would sail.",
    "Supposing the king agrees, the fleet will sail.",
    "The fleet will sail, supposing the king agrees.",
    "The fleet will sail, should the talks with the king fail.",
    "The fleet will sail, should the price of grain fall.",
    "The fleet will sail provided that Bree disarms.",
    "The fleet will sail in case Kesh attacks.",
]


@pytest.mark.parametrize(
    ("text", "status"), [*((text, "planned") for text in IDLE), *((text, "possible") for text in HANGING)]
)
def test_what_is_a_condition_and_what_only_looks_like_one(status_of, text, status):
    assert status_of(text, "sail") == status


def test_what_is_only_compared_is_told_by_nobody(status_of):
    assert status_of("The clerk spoke as if the bank had failed.", "failed") == "possible"
    assert status_of("The clerk spoke as though the bank had failed.", "failed") == "possible"
    assert status_of("The clerk spoke as the bank failed.", "failed") == "done"


SUPPOSED = [
    ("The firm will not sell the port should Kesh apologise.", "sell"),
    ("The firm will not sell the port should Kesh Iron apologise.", "sell"),
    ("The paper will print the letter should the editor insist.", "print"),
    ("The firm will reopen the mine should Kesh Iron confirm the price.", "reopen"),
    ("The bank will lend the money should Orsk promise to repay it.", "lend"),
    ("The bank will lend the money if Orsk promises to repay it.", "lend"),
    ("The clinic will move should the surgeon warn of a flood.", "move"),
    ("The firm will sell the mine, assuming the court agrees.", "sell"),
    ("Assuming that the court agrees, the firm will sell the mine.", "sell"),
    ("The choir will sing should talks resume.", "sing"),
    ("The guards will fire should protesters march.", "fire"),
]


@pytest.mark.parametrize(("text", "words"), SUPPOSED)
def test_nobody_speaks_in_a_condition(said, status_of, text, words):
    assert said(text).told == []
    assert status_of(text, words) == "possible"


@pytest.mark.parametrize(
    ("text", "condition", "actor"),
    [
        ("The choir will sing should talks resume.", "resume", "talks"),
        ("The guards will fire should protesters march.", "march", "protesters"),
        ("The choir will sing should it flood.", "flood", None),
        ("The king agreed the queen would reign should he die.", "die", "The king"),
        ("The club would move the game, the coach said, should rain come.", "come", "rain"),
        ("The fleet will sail, should the price of grain fall.", "fall", "the price of grain"),
        ("The fleet will sail provided that Bree disarms.", "disarms", "Bree"),
    ],
)
def test_the_condition_behind_should_is_supposed(event_of, text, condition, actor):
    event = event_of(text, condition)
    assert (str(event.status), event.actor.name if event.actor else None) == ("possible", actor)
    assert "supposed" in event.why


def test_who_tells_an_act_with_its_condition_says_both(said):
    text = "The club would move the game, the coach said, should rain come."
    assert {speaker for _, _, speaker in said(text).told} == {"the coach"}
    assert any(words.startswith("The club would move the game") for _, words, _ in said(text).told)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said firms should house refugees.",
        "The firm would pay and workers should rest, the mayor said.",
        "The council will say what schools should teach.",
        "Drivers will wait where lorries should stop.",
    ],
)
def test_what_somebody_should_do_is_no_condition(events_in, text):
    assert not any("supposed" in e.why for e in events_in(text).values())


OPENING = {"condition", "event", "case", "understanding"}


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Norland will withdraw its fleet on condition that Kesh pays.", "withdraw", "its fleet"),
        ("The guards will withdraw on the condition that Kesh pays.", "withdraw", None),
        ("The army will leave in the event of a deal.", "leave", None),
        ("The judge will resign in case the court convicts him.", "resign", None),
        ("The union would agree on the understanding that the firm pays, it said.", "agree", None),
        ("The mayor will speak at the main event of the week.", "speak", "the main event of the week"),
        ("The council will vote on the condition of the bridge.", "vote", "the condition of the bridge"),
    ],
)
def test_what_only_opens_a_condition_is_nobodys_target(events_in, text, words, target):
    event = next(e for e in events_in(text).values() if e.predicate.lemma.split()[0] == words.split()[0])
    assert (event.target.name if event.target else None) == target
    assert target is not None or not any(role.name.split()[-1] in OPENING for _, role in event.others)
