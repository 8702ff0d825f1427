"""A stream of stories from which reports were removed goes on as if it had never taken them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rashomon.core import Document, Passage, Role, Span
from rashomon.group import Stories
from rashomon.group.background import NAMELESS, Background
from rashomon.group.languages.across import StoriesAcross

AT = datetime(2031, 5, 2, 6, tzinfo=UTC)
LEAD = "The Harbour Council closed the swing bridge at Norholm after Ossian Quillfeather found cracks in pier {n}"


def report(number, text=LEAD, *, hours=0, **more):
    told = text.format(n=number)
    passage = Passage(span=Span(0, len(told)), role=Role.PARAGRAPH)
    return Document(
        id=f"d{number}", text=told, published_at=AT + timedelta(hours=hours + number), passages=(passage,), **more
    )


FERRY = "Seven people were hurt when the ferry Sentinel struck the quay in fog, a coastguard said"
REPORTS = [report(0), report(1), report(2, FERRY), report(3, FERRY + " on Monday"), report(4)]


def fed(kind, documents):
    stream = kind()
    stream.feed(documents)
    return stream


def told(stream):
    return {story.documents for story in stream.stories()}


def rows(stream):
    """All that the stream knows of words, as one piece."""
    return b"\n".join(stream.save().values())


@pytest.mark.parametrize("kind", [Stories, StoriesAcross])
def test_a_story_goes_on_without_its_member(kind):
    stream = fed(kind, REPORTS)
    assert stream.forget([REPORTS[1]], leaving=["d1"]) == frozenset()
    assert told(stream) == told(fed(kind, [each for each in REPORTS if each.id != "d1"]))
    stream.add(report(5))
    assert ("d0", "d4", "d5") in told(stream)


@pytest.mark.parametrize("kind", [Stories, StoriesAcross])
def test_a_story_of_which_nothing_is_left_ends(kind):
    stream = fed(kind, REPORTS)
    (ended,) = stream.forget(REPORTS[2:4], leaving=["d2", "d3"])
    assert ended not in {story.id for story in stream.stories()}
    assert told(stream) == {("d0", "d1", "d4")}
    stream.add(report(6, FERRY))
    assert ("d6",) in told(stream)


@pytest.mark.parametrize("kind", [Stories, StoriesAcross])
def test_words_that_no_other_report_had_are_gone_and_others_stay(kind):
    stream = fed(kind, REPORTS)
    assert b"sentinel" in rows(stream).lower()
    stream.forget(REPORTS[2:4], leaving=["d2", "d3"])
    left = rows(stream).lower()
    assert b"sentinel" not in left
    assert b"quillfeather" in left
    again = kind.restore(stream.save())
    assert told(again) == told(stream)


def test_a_long_story_loses_the_weights_of_a_member_that_is_still_known():
    many = [report(number) for number in range(80)]
    stream = fed(Stories, many)
    (story,) = told(stream)
    stream.forget(many[-1:], leaving=["d79"])
    assert told(stream) == {story[:-1]}
    stream.forget(many[:1], leaving=["d0"])  # so early that its own vector is not known any more
    assert told(stream) == {story[1:-1]}
    stream.add(report(81))
    assert len(told(stream)) == 1


def test_terms_taken_back_keep_their_numbers():
    background = Background()
    numbers = background.numbered(["n:quillfeather", "n:orsk"])
    background.learn(["n:quillfeather", "n:orsk"])
    background.learn(["n:orsk"])
    background.unlearn(["n:quillfeather", "n:orsk"])
    assert background.numbered(["n:orsk"])[0] == numbers[1]
    assert background.numbered(["n:quillfeather"])[0] == len(background) - 1 != numbers[0]
    assert background.learned().decode().count(NAMELESS) == 1
