"""The verdict on a sentence from where the reports tell its points."""

from rashomon.account.check import _of_document
from rashomon.core import Bearing, Difference, Span, Status

POINTS = ("Norholm dismissed the pilots", "closed the lock")


def bearing(point, start, *on):
    return Bearing(
        point=point,
        document="post",
        span=Span(start, start + 10),
        status=Status.DONE,
        differs=tuple(Difference(on=o, told=f"{o} differs") for o in on),
    )


def test_a_document_that_bears_every_point_carries_the_sentence():
    bears, otherwise = _of_document([bearing(0, 0), bearing(1, 20)], POINTS)
    assert [b.point for b in bears] == [0, 1]
    assert otherwise == []


def test_one_point_left_out_carries_nothing_and_is_named():
    bears, otherwise = _of_document([bearing(0, 0)], POINTS)
    assert bears == []
    assert [d.told for b in otherwise for d in b.differs] == ["does not tell: closed the lock"]


def test_one_point_told_otherwise_carries_nothing():
    bears, otherwise = _of_document([bearing(0, 0), bearing(1, 20, "status")], POINTS)
    assert bears == []
    assert {d.on for b in otherwise for d in b.differs} == {"words", "status"}


def test_of_what_is_told_otherwise_the_nearest_is_shown():
    _, otherwise = _of_document([bearing(0, 0, "status", "actor"), bearing(0, 20, "status")], POINTS[:1])
    assert [b.span.start for b in otherwise] == [20]


def test_a_carrying_document_shows_only_what_contradicts_it():
    bears, otherwise = _of_document(
        [bearing(0, 0), bearing(0, 20, "status"), bearing(0, 40, "actor", "status")], POINTS[:1]
    )
    assert len(bears) == 1
    assert [b.span.start for b in otherwise] == [20]


def test_an_event_and_the_quotation_around_it_are_one_place():
    inner = Bearing(point=0, document="post", span=Span(2, 8), status=Status.DONE)
    bears, _ = _of_document([inner, bearing(0, 0)], POINTS[:1])
    assert [b.span for b in bears] == [Span(0, 10)]
