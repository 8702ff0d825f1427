"""A very large story says what it did not compare."""

from rashomon.align.frames import Frame
from rashomon.align.propositions import MOST_OF_ONE_ACTION
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
