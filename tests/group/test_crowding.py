"""Which stories come to rest where too many live."""

from rashomon.core import Document, Passage, Role, Span
from rashomon.group import Stories, StorySettings

TEXTS = {
    "bridge": "Engineer Ansel Greeve closed the Lantern bridge in Norholm after a gravel barge cracked its pier.",
    "clinic": "Judge Odile Varn fined the Glen Harrow clinic in Ferrin because director Bram Steyn lost samples.",
    "kites": "Forty thousand people watched the last kites fall on Ostrand beach, and hotels sold every bed.",
    "pension": "Kelder's parliament lowered the pension age by a single vote while miners sang in the gallery.",
}


def told(stream, which, number=0):
    text = TEXTS[which]
    document = Document(
        id=f"{which} {number}", text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),)
    )
    return stream.add(document)


def test_among_too_many_the_story_that_was_silent_longest_rests_first():
    stream = Stories(StorySettings(live_stories=2))
    bridge, clinic = told(stream, "bridge"), told(stream, "clinic")
    assert told(stream, "bridge", 1) == bridge
    kites = told(stream, "kites")
    assert [story.id for story in stream.release()] == [clinic], "opened later, but the other took a report since"
    assert told(stream, "bridge", 2) == bridge
    told(stream, "pension")
    assert [story.id for story in stream.release()] == [kites]


def test_a_story_that_was_crowded_out_takes_nothing_more():
    stream = Stories(StorySettings(live_stories=2))
    bridge = told(stream, "bridge")
    told(stream, "clinic")
    told(stream, "kites")
    assert told(stream, "bridge", 1) != bridge
