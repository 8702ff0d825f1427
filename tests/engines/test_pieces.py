"""Pieces of work: in order whatever order they are made in, bounded, tried again alone where a process ended."""

import pytest

from rashomon.core.engine import Fallen
from rashomon.engines.errors import EngineError
from rashomon.engines.pieces import Pieces


def test_what_is_made_out_of_order_is_given_back_in_order():
    pieces = Pieces("abcdef", together=2, most=3)
    handed = [pieces.next() for _ in range(3)]
    for piece in reversed(handed):
        pieces.made(piece, [letter.upper() for letter in piece.given])
        given = "".join(pieces.ready())
        assert given == ("ABCDEF" if piece is handed[0] else "")
    assert pieces.next() is None
    assert pieces.done


def test_no_more_is_taken_than_is_allowed_ahead():
    taken = []
    pieces = Pieces((taken.append(n) or n for n in range(100)), together=5, most=2)
    first = pieces.next()
    assert pieces.next() is not None
    assert pieces.next() is None
    assert len(taken) == 10
    pieces.made(first, first.given)
    assert pieces.next() is None, "what is made and not fetched counts too"
    assert list(pieces.ready()) == [0, 1, 2, 3, 4]
    assert pieces.next().first == 10
    pieces.widen(3)
    assert pieces.next().first == 15


def test_what_a_process_ended_over_is_tried_alone_and_then_set_aside():
    pieces = Pieces("abc", together=3, most=2)
    pieces.ended(pieces.next())
    alone = [pieces.next() for _ in range(3)]
    assert [piece.given for piece in alone] == [["a"], ["b"], ["c"]]
    pieces.made(alone[0], ["A"])
    pieces.made(alone[2], ["C"])
    pieces.ended(alone[1])
    assert list(pieces.ready()) == ["A", Fallen(given="b"), "C"]
    assert pieces.next() is None
    assert pieces.done


def test_where_an_end_strikes_the_neighbours_what_is_tried_again_has_none():
    pieces = Pieces("abcd", together=1, most=3, by_itself=True)
    first, second = pieces.next(), pieces.next()
    pieces.ended(first)
    third = pieces.next()
    assert third.given == ["c"], "something is still worked on: others go on"
    pieces.made(second, ["B"])
    pieces.made(third, ["C"])
    again = pieces.next()
    assert (again.given, again.ends) == (["a"], 1)
    assert pieces.next() is None, "nothing beside it"
    pieces.made(again, ["A"])
    assert list(pieces.ready()) == ["A", "B", "C"]
    assert pieces.next().given == ["d"]


def test_one_thing_is_made_of_each():
    pieces = Pieces("ab", together=2, most=1)
    with pytest.raises(EngineError, match="of 2 things 1"):
        pieces.made(pieces.next(), ["A"])
