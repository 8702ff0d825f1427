"""A text cut at the borders of overlapping places loses no word and marks every place exactly."""

from hypothesis import given
from hypothesis import strategies as st
from tests.present import ferry

from rashomon.core import Document, Part, Passage, Role, SetAside, Span
from rashomon.present.report.segments import blocks

TEXT = "First paragraph of words.\nSecond one, set aside.\nThird, with more words still."
LINES = [Span(0, 25), Span(26, 48), Span(49, len(TEXT))]
DOCUMENT = Document(
    id="d",
    text=TEXT,
    passages=(Passage(span=LINES[0], role=Role.PARAGRAPH), Passage(span=LINES[2], role=Role.PARAGRAPH)),
    set_aside=(SetAside(span=LINES[1], reason="caption"),),
)
places = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda p: p[0] < p[1]), max_size=8
).map(lambda pairs: [Span(*pair) for pair in pairs])


@given(places)
def test_no_word_is_lost_whatever_is_cited(cited):
    shown = "\n".join("".join(s.words for s in block.segments) for block in blocks(DOCUMENT, cited))
    assert shown == TEXT


@given(places)
def test_the_segments_of_a_place_are_its_words(cited):
    found = blocks(DOCUMENT, cited)
    for place in cited:
        marked = "".join(s.words for block in found for s in block.segments if place in s.within)
        assert marked == place.of(TEXT).replace("\n", "")


@given(places)
def test_a_place_begins_once_at_its_first_word(cited):
    segments = [segment for block in blocks(DOCUMENT, cited) for segment in block.segments]
    for place in set(cited):
        if not place.of(TEXT).strip("\n"):
            continue
        assert sum(place in segment.begins for segment in segments) == 1
        first = next(segment for segment in segments if place in segment.within)
        assert place in first.begins


def test_what_is_set_aside_keeps_its_reason_and_its_place():
    assert [(b.role, b.reason) for b in blocks(DOCUMENT, [])] == [
        (Role.PARAGRAPH, None),
        (None, "caption"),
        (Role.PARAGRAPH, None),
    ]


def test_words_that_nothing_covers_are_shown_too():
    loose = Document(id="d", text=TEXT, passages=(Passage(span=LINES[2], role=Role.PARAGRAPH),))
    shown = " ".join("".join(s.words for s in block.segments) for block in blocks(loose, []))
    assert shown.split() == TEXT.split()


def test_a_headline_outside_the_text_stands_first_and_takes_its_own_places():
    echo = ferry.DOCUMENTS["echo"]
    first, second, *_ = blocks(echo, [Span(0, 6, Part.HEADLINE)])
    assert [s.words for s in first.segments] == ["Harrow", " bridge shut “for ever”"]
    assert all(not segment.within for segment in second.segments)
