"""When one story turns out to be two, and when it does not."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.core import Document, Passage, Role, Span, content_id
from rashomon.group import Stories, StorySettings

BRIDGE = (
    "Engineer Ansel Greeve closed the Lantern bridge in Norholm after a gravel barge cracked its second pier.",
    "The gravel barge Queen Ada cracked a pier of Norholm's Lantern bridge, engineer Ansel Greeve said.",
    "Lorries must use the tunnel while divers look at the Lantern bridge, Norholm engineer Ansel Greeve said.",
    "Divers found a crack in the second pier of the Lantern bridge that the barge Queen Ada struck in Norholm.",
    "A crack runs through the Lantern bridge in Norholm where the gravel barge Queen Ada struck, divers said.",
    "Engineer Ansel Greeve of Norholm said the barge Queen Ada left a crack in the Lantern bridge and its pier.",
)
MILL = (
    "Engineer Linnea Quill closed the Mill bridge in Vastermund after a timber barge cracked its third pier.",
    "The timber barge Old Swan cracked a pier of Vastermund's Mill bridge, engineer Linnea Quill said.",
    "Buses must use the ferry while divers look at the Mill bridge, Vastermund engineer Linnea Quill said.",
    "Divers found a crack in the third pier of the Mill bridge that the barge Old Swan struck in Vastermund.",
)


def loose(**more):
    """Everything joins the nearest story at first: what parts it later is the evidence."""
    return StorySettings(join_at=-30.0, kin_at=-30.0, **more)


def report(key, text, hours):
    return Document(
        id=key,
        text=text,
        published_at=datetime(2031, 5, 2, tzinfo=UTC) + timedelta(hours=hours),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def rows(order):
    """Reports on the Lantern bridge (b) and on the Mill bridge (m), in that order."""
    texts = {"b": iter(BRIDGE), "m": iter(MILL)}
    return [report(f"{which}{number}", next(texts[which]), number) for number, which in enumerate(order)]


def told(order, settings):
    """The stream after these reports came."""
    stream = Stories(settings)
    for each in rows(order):
        stream.add(each)
    return stream


def sides(stream):
    return ["".join(document[0] for document in story.documents) for story in stream.stories()]


def likeness(stream):
    """What the parts of the only parting had: within the one, within the other, between them."""
    (change,) = stream.changes
    return tuple(signal.adds for signal in change.signals)


def test_two_happenings_part_once_each_has_three_reports():
    assert sides(told("bmbmb", loose())) == ["bmbmb"]
    assert sides(told("bmbmbm", loose())) == ["bbb", "mmm"]


def test_two_reports_that_are_told_differently_are_no_story_of_their_own():
    stream = told("bmbmbbbb", loose())
    assert sides(stream) == ["bmbmbbbb"]
    assert stream.changes == ()
    assert sides(told("bmbmbbbb", loose(least_part=2))) == ["bbbbbb", "mm"]


def test_parts_must_be_clearly_more_alike_within_than_to_one_another():
    first, second, between = likeness(told("bmbmbm", loose()))
    gap = min(first - between, second - between)
    assert gap > StorySettings().part_gap
    assert sides(told("bmbmbm", loose(part_gap=gap + 2.0))) == ["bmbmbm"]
    assert sides(told("bmbmbm", loose(part_gap=gap - 2.0))) == ["bbb", "mmm"]


def test_parts_that_are_alike_are_angles_on_one_happening():
    *_, between = likeness(told("bmbmbm", loose()))
    assert between < StorySettings().part_likeness
    assert sides(told("bmbmbm", loose(part_likeness=between - 0.05))) == ["bmbmbm"]
    assert sides(told("bmbmbm", loose(part_likeness=between + 0.05))) == ["bbb", "mmm"]


def test_a_story_that_parted_is_known_by_how_alike_its_own_reports_are():
    stream = told("bmbmbm", loose())
    for key, text in (("b9", BRIDGE[4]), ("m9", MILL[3])):
        story = stream.add(report(key, text, 9))
        names = {signal.name for signal in stream.explain(key).signals}
        assert story == content_id("story", f"{key[0]}{'bm'.index(key[0])}")
        assert "likeness among members" in names


@pytest.mark.parametrize("taken", [False, True])
def test_a_part_does_not_leave_under_an_id_that_another_story_bears(taken):
    """Only a stream that was kept elsewhere and changed there can hold such a story; it is not written over."""
    before = told("bmbmb", loose()).save()
    if taken:
        other = content_id("story", "m1")
        stream = json.loads(before["stream"])
        before["stream"] = json.dumps({**stream, "stories": [*stream["stories"], [other, other, ["lone"]]]}).encode()
    stream = Stories.restore(before, loose())
    stream.add(rows("bmbmbm")[-1])
    documents = {document for story in stream.stories() for document in story.documents}
    assert ("lone" in documents) is taken
    assert len(stream.changes) == (not taken)
