"""Stories that part and join when later documents turn the evidence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rashomon.core import Document, Part, Passage, Role, Span, content_id
from rashomon.group import Stories, StorySettings

NORHOLM = (
    "Engineer Ansel Greeve closed the Lantern bridge in Norholm after a gravel barge cracked its second pier.",
    "The gravel barge Queen Ada cracked a pier of Norholm's Lantern bridge, engineer Ansel Greeve said.",
    "Lorries must use the tunnel while divers look at the Lantern bridge, Norholm engineer Ansel Greeve said.",
    "Divers found a crack in the second pier of the Lantern bridge that the barge Queen Ada struck in Norholm.",
)
VASTERMUND = (
    "Engineer Linnea Quill closed the Mill bridge in Vastermund after a timber barge cracked its third pier.",
    "The timber barge Old Swan cracked a pier of Vastermund's Mill bridge, engineer Linnea Quill said.",
    "Buses must use the ferry while divers look at the Mill bridge, Vastermund engineer Linnea Quill said.",
    "Divers found a crack in the third pier of the Mill bridge that the barge Old Swan struck in Vastermund.",
)
LOOSE = StorySettings(join_at=-30.0, kin_at=-30.0)
"""Everything joins the nearest story at first: what parts them later is the evidence."""


def report(key, text, *, hours=None):
    headline = text.partition(" after ")[0]
    return Document(
        id=key,
        text=text,
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        published_at=None if hours is None else datetime(2031, 5, 2, tzinfo=UTC) + timedelta(hours=hours),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def mixed():
    pairs = [pair for both in zip(NORHOLM, VASTERMUND, strict=True) for pair in zip("nv", both, strict=True)]
    return [report(f"{which}{number}", text, hours=number) for number, (which, text) in enumerate(pairs)]


def sides(stream):
    return {frozenset(document[0] for document in story.documents) for story in stream.stories()}


def test_two_happenings_told_as_one_part_when_each_can_show_what_it_is():
    stream = Stories(LOOSE)
    reports = mixed()
    told = [stream.add(each) for each in reports]
    assert len(set(told[:5])) == 1, "until each has three reports nothing is taken back"
    assert sides(stream) == {frozenset("n"), frozenset("v")}
    (change,) = stream.changes
    assert (change.kind, change.story, change.other) == ("parted", content_id("story", "n0"), content_id("story", "v1"))
    assert {document[0] for document in change.documents} == {"v"}
    assert change.at == reports[5].published_at.timestamp()
    assert [signal.name for signal in change.signals][-1] == "likeness between the parts"
    assert told[5] == told[7] == change.other, "the document on whose coming they part is told where it is now"


def test_a_story_that_parted_keeps_its_place_its_id_and_its_storyline():
    stream = Stories(LOOSE)
    for each in mixed():
        stream.add(each)
    first, second = stream.stories()
    assert first.id == content_id("story", "n0")
    assert first.storyline == second.storyline == first.id


def test_later_documents_join_the_part_that_they_belong_to():
    stream = Stories(LOOSE)
    for each in mixed():
        stream.add(each)
    late = report(
        "v9", "Engineer Linnea Quill opened Vastermund's Mill bridge to buses once divers had filled its pier."
    )
    assert stream.add(late) == content_id("story", "v1")


def test_reports_of_one_happening_do_not_part():
    stream = Stories(LOOSE)
    texts = [*NORHOLM, *(text.replace("Norholm", "the town of Norholm") for text in NORHOLM)]
    for number, text in enumerate(texts):
        stream.add(report(f"n{number}", text, hours=number))
    assert len(stream.stories()) == 1
    assert stream.changes == ()


def test_a_small_story_that_fell_silent_joins_the_one_it_belongs_to():
    strict = StorySettings(join_at=50.0)
    opened = Stories(strict)
    for number, text in enumerate(NORHOLM[:3]):
        opened.add(report(f"n{number}", text, hours=number))
    assert len(opened.stories()) == 3
    stream = Stories.restore(opened.save())
    stream.add(report("same day", "Forty thousand people watched the last kites fall on Ostrand beach.", hours=5))
    assert not stream.changes, "its reports may still be coming"
    for hours in (24 * 7, 24 * 7 + 1):
        stream.add(report(f"{hours}", f"Kelder's parliament lowered the pension age by {hours} votes.", hours=hours))
    assert [change.kind for change in stream.changes] == ["joined", "joined"]
    assert {change.story for change in stream.changes} == {content_id("story", "n0")}, "the one opened first goes on"
    assert max(len(story.documents) for story in stream.stories()) == 3


def test_a_small_story_joins_a_larger_one_and_never_the_other_way():
    opened = Stories(StorySettings(join_at=50.0))
    opened.add(report("n0", NORHOLM[0], hours=0))
    several = Stories.restore(opened.save())
    rows = several.save()
    strict = Stories.restore(rows, StorySettings(join_at=50.0))
    strict.add(report("n1", NORHOLM[1], hours=1))
    stream = Stories.restore(strict.save())
    for number, text in enumerate(NORHOLM[2:], start=2):
        stream.add(report(f"n{number}", text, hours=number))
    sizes = {story.id: len(story.documents) for story in stream.stories()}
    assert len(sizes) == 2
    stream.settle()
    (story,) = stream.stories()
    assert story.id == max(sizes, key=sizes.get)


def test_changes_are_kept_and_taken_up():
    stream = Stories(LOOSE)
    for each in mixed():
        stream.add(each)
    again = Stories.restore(stream.save(), LOOSE)
    assert again.changes == stream.changes
    assert again.stories() == stream.stories()
    assert again.save() == stream.save()


def test_a_story_is_looked_over_only_at_sizes_whose_members_are_all_remembered():
    settings = StorySettings()
    assert max(settings.parted_at) <= settings.members_compared
    assert min(settings.parted_at) >= 2 * settings.least_part


def test_the_changes_of_released_stories_are_forgotten_and_still_counted():
    settings = replace(LOOSE, late_members=0)
    stream = Stories(settings)
    for each in mixed():
        stream.add(each)
    assert (stream.changed, len(stream.changes_since(0))) == (1, 1)
    for hours in (24 * 2000, 24 * 2000 + 1):
        stream.add(report(f"{hours}", "Kelder's parliament lowered the pension age.", hours=hours))
    assert len(stream.release()) == 2
    assert stream.changes == ()
    assert (stream.changed, stream.changes_since(1)) == (1, [])
    assert Stories.restore(stream.save(), settings).changed == 1
