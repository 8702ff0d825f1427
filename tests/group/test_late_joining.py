"""Small stories that turn out to be part of another: which, when, and on what evidence."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.group.bags import Bags

from rashomon.core import Copy, CopyKind, Direction, Document, Passage, Role, Span, content_id
from rashomon.group import Stories, StorySettings
from rashomon.group.revision import joining

BEGAN = datetime(2031, 5, 2, tzinfo=UTC)
BRIDGE = (
    "Engineer Ansel Greeve closed the Lantern bridge in Norholm after a gravel barge cracked its second pier.",
    "The gravel barge Queen Ada cracked a pier of Norholm's Lantern bridge, engineer Ansel Greeve said.",
    "Lorries must use the tunnel while divers look at the Lantern bridge, Norholm engineer Ansel Greeve said.",
    "Divers found a crack in the second pier of the Lantern bridge that the barge Queen Ada struck in Norholm.",
    "A crack runs through the Lantern bridge in Norholm where the gravel barge Queen Ada struck, divers said.",
    "Engineer Ansel Greeve of Norholm said the barge Queen Ada left a crack in the Lantern bridge and its pier.",
)
ELSEWHERE = (
    "Forty thousand people watched the last kites fall on Ostrand beach.",
    "Kelder's parliament lowered the pension age by one vote.",
    "Vastermund Rovers won the cup with two late goals against Sable Athletic.",
    "A court fined the Saint Ada clinic in Ferrin for handing out wrong pills.",
)
APART = StorySettings(join_at=50.0, copies_weight=1000.0)
"""Only copies are one story; what joins stories later is the evidence."""


def report(key, text, days):
    return Document(
        id=key,
        text=text,
        published_at=BEGAN + timedelta(days=days),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def told_in(stream, groups):
    """The stream after each group of reports (key, text, days) was told as one story, for being one text."""
    copies = [of_one_text(group[0][0], each[0]) for group in groups for each in group[1:]]
    stream = Stories.restore(stream.save(), APART)
    stream.know(copies)
    for group in groups:
        assert {stream.add(report(*each)) for each in group} == {story(group[0][0])}
    return Stories.restore(stream.save())


def of_one_text(origin, copy):
    return Copy(
        origin=origin,
        copy=copy,
        shared_chars=90,
        share_of_copy=1.0,
        share_without_quotations=1.0,
        kind=CopyKind.VERBATIM,
        direction=Direction.EARLIER,
        passages=(),
        reason="invented",
    )


def later(stream, days, which):
    """The stream after a day on which two outlets, a minute apart, told of something else."""
    for minutes in (0, 1):
        stream.add(report(f"elsewhere {days} {minutes}", ELSEWHERE[which], days + minutes / 1440))


def joined(stream):
    return [(change.story, change.other) for change in stream.changes if change.kind == "joined"]


def story(key):
    return content_id("story", key)


def test_silent_stories_are_looked_over_once_a_day_of_the_stream():
    stream = told_in(Stories(), [[("first", BRIDGE[0], 0.0)], [("second", BRIDGE[1], 0.1)]])
    later(stream, 2.5, 0)
    assert joined(stream) == [], "its reports may still be coming"
    later(stream, 3.3, 1)
    assert joined(stream) == [], "silent for three days, but the last look is not a day ago"
    later(stream, 3.6, 2)
    assert joined(stream) == [(story("first"), story("second"))]


def test_a_small_story_is_looked_over_once_and_not_again_while_it_takes_nothing():
    stream = told_in(Stories(), [[("lone", BRIDGE[0], 0.0)]])
    later(stream, 4.0, 0)
    pair = [("pair 1", BRIDGE[1], 4.1), ("pair 2", BRIDGE[2], 4.2)]
    stream = told_in(stream, [pair])
    for number, days in enumerate((8.5, 10.0), start=1):
        later(stream, days, number)
    assert joined(stream) == [], "the pair is the larger, and the other had its turn before the pair was there"
    stream.settle()
    assert joined(stream) == [(story("pair 1"), story("lone"))], "unless the collection is closed"


def test_a_small_story_that_took_another_report_is_looked_over_again():
    stream = told_in(Stories(), [[("lone", BRIDGE[0], 0.0)]])
    later(stream, 4.0, 0)
    stream = told_in(stream, [[(f"three {n}", BRIDGE[n], 4.1 + n / 10) for n in (1, 2, 3)]])
    again = Stories.restore(stream.save(), APART)
    again.know([of_one_text("lone", "lone again")])
    assert again.add(report("lone again", BRIDGE[0], 4.5)) == story("lone")
    stream = Stories.restore(again.save())
    assert joined(stream) == []
    for number, days in enumerate((8.5, 10.0), start=1):
        later(stream, days, number)
    assert joined(stream) == [(story("three 1"), story("lone"))]


def test_of_small_stories_the_smallest_is_looked_over_first():
    stream = told_in(
        Stories(),
        [
            [(f"three {n}", BRIDGE[n], n / 10) for n in (0, 1, 2)],
            [(f"two {n}", BRIDGE[n], n / 10) for n in (3, 4)],
            [("one", BRIDGE[5], 0.6)],
        ],
    )
    stream.settle()
    assert [other for _, other in joined(stream)] == [story("one"), story("two 3")]
    (left,) = stream.stories()
    assert left.id == story("three 0")


def test_a_story_that_others_joined_is_known_by_how_alike_they_were():
    stream = told_in(Stories(), [[("first", BRIDGE[0], 0.0)], [("second", BRIDGE[1], 0.1)]])
    stream.settle()
    assert stream.add(report("third", BRIDGE[2], 0.2)) == story("first")
    told = {signal.name: signal.value for signal in stream.explain("third").signals}
    assert told["likeness among members"] > 0.0


def test_a_story_that_took_reports_is_known_by_how_alike_they_were():
    stream = Stories()
    for number in range(3):
        assert stream.add(report(f"{number}", BRIDGE[number], number / 10)) == story("0")
    second, third = ({signal.name for signal in stream.explain(key).signals} for key in ("1", "2"))
    assert "likeness among members" not in second, "of one report nothing is known"
    assert "likeness among members" in third


def test_a_story_of_many_reports_stands_alone():
    bags = Bags(StorySettings(late_members=2))
    for size, joins in ((2, True), (3, False)):
        small = bags.story(f"{size}", *(bags.report("barge pier", "Norholm") for _ in range(size)))
        other = bags.story(f"beside {size}", *(bags.report("barge pier", "Norholm") for _ in range(5)))
        found = joining(bags.judge, small)
        assert (found is not None and found.to is other) is joins
        bags.state.forget(small)
        bags.state.forget(other)


def test_a_story_joins_none_whose_core_alone_is_near():
    """Four reports have nothing in common but that each tells a part of what the small story tells."""
    parts = ("barge pier", "quay rope", "tug sluice", "kite rudder")
    bags = Bags()
    small = bags.story("small", bags.report(" ".join(parts)))
    bags.story("torn", *(bags.report(part) for part in parts))
    (other,) = (live for live in bags.state.live.values() if live is not small)
    (member,) = small.members()
    by_core = bags.judge.against(member, other, members=False).score
    by_members = bags.judge.against(member, other).score
    assert by_members < by_core
    assert found_at(bags, small, by_members - 0.01) == "torn"
    assert found_at(bags, small, (by_members + by_core) / 2) is None


def test_a_story_joins_none_whose_nearer_half_alone_is_near():
    """Half of the larger story tells what the small one tells, the other half something else."""
    bags = Bags()
    small = bags.story("small", bags.report("barge pier"))
    other = bags.story("halved", *(bags.report(words) for words in ("barge pier", "quay rope") * 2))
    (member,) = small.members()
    by_core = bags.judge.against(member, other, members=False).score
    by_members = bags.judge.against(member, other).score
    assert by_core < by_members
    assert found_at(bags, small, by_core - 0.01) == "halved"
    assert found_at(bags, small, (by_members + by_core) / 2) is None


def found_at(bags, small, join_at):
    """Which story the small one joins where so much is asked."""
    bags.judge.settings = StorySettings(join_at=join_at)
    found = joining(bags.judge, small)
    return None if found is None else found.to.id


@pytest.mark.parametrize("members", [("barge pier", "kite rudder tug"), ("kite rudder tug", "barge pier")])
def test_a_story_of_which_one_report_belongs_elsewhere_stays_where_the_other_does_not(members):
    bags = Bags()
    small = bags.story("small", *(bags.report(words, words.split()[0]) for words in members))
    other = bags.story("other", *(bags.report("barge pier", "barge") for _ in range(3)))
    scores = [bags.judge.against(member, other).score for member in small.members()]
    mean = sum(scores) / 2
    assert max(scores) > mean > min(scores)
    assert found_at(bags, small, mean + 0.01) is None
