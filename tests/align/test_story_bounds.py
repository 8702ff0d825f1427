"""A very large story says what it did not compare."""

from rashomon.align.agreements import MOST_OF_ONE_ACTION
from rashomon.align.frames import Frame
from rashomon.align.joining import MOST_JOINED
from rashomon.align.story_bounds import cut_short


def frames(action, count):
    return [Frame(telling=None, action=action, actor=None, target=None, context=frozenset()) for _ in range(count)]


def test_as_many_tellings_as_are_compared_are_no_problem():
    assert cut_short(frames("close", MOST_OF_ONE_ACTION) + frames("sell", MOST_OF_ONE_ACTION)) is None


def test_more_are_named_with_their_number():
    problem = cut_short(frames("close", MOST_OF_ONE_ACTION + 1) + frames("sell", 2))
    assert (problem.stage, problem.code) == ("align", "tellings-not-compared")
    assert f"“close” ({MOST_OF_ONE_ACTION + 1})" in problem.message
    assert "sell" not in problem.message
    assert f"compared with the {MOST_OF_ONE_ACTION - 1} before and after it" in problem.message
    assert f"{MOST_JOINED:,}" not in problem.message


def test_so_many_that_not_all_could_become_one_claim_are_named_with_that_bound():
    told = frames("close", MOST_JOINED + 1) + frames("sell", MOST_JOINED)
    message = cut_short(told).message
    assert f"of “close” ({MOST_JOINED + 1}), “sell” ({MOST_JOINED}) there are more than" in message
    assert f"and of “close” ({MOST_JOINED + 1}) no more than {MOST_JOINED:,} that follow one another" in message


def test_of_many_actions_five_are_named_and_the_others_counted():
    told = [f for n in range(7) for f in frames(f"act{n}", MOST_OF_ONE_ACTION + 9 - n)]
    message = cut_short(told).message
    assert "“act4” (305) and 2 more there are" in message
    assert "act5" not in message
