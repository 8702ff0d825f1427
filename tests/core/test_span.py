"""Places in a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Document, Part, Passage, Role, Span

BOUNDS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
SPANS = st.builds(lambda b, part: Span(b[0], b[1], part), BOUNDS, st.sampled_from(list(Part)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_runs_forward_from_the_beginning(start, end):
    with pytest.raises(ValueError, match="a span runs"):
        Span(start, end)


@given(SPANS, SPANS)
def test_shared_characters_touching_and_covering_agree(left, right):
    shared = left.shared_chars(right)
    assert shared == right.shared_chars(left) <= min(len(left), len(right))
    if len(left) and len(right):
        assert left.touches(right) is (shared > 0)
    if left.covers(right):
        assert shared == len(right)


@given(st.text(alphabet="ab \n\t.", max_size=20), st.data())
def test_trimming_keeps_every_word(text, data):
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    span = Span(start, end)
    assert span.trimmed(text).of(text) == span.of(text).strip()
    assert span.trimmed(text, " .").of(text) == span.of(text).strip(" .")
    assert span.covers(span.trimmed(text))


def test_an_empty_span_is_still_a_place():
    assert bool(Span(3, 3)) is True
    assert len(Span(3, 3)) == 0


def test_spans_count_in_code_points():
    text = "🚢 Orsk"
    assert Span(2, 6).of(text) == "Orsk"


def test_headline_spans_come_first_and_never_meet_those_of_the_text():
    assert sorted([Span(0, 4), Span(2, 3, Part.HEADLINE)]) == [Span(2, 3, Part.HEADLINE), Span(0, 4)]
    assert not Span(0, 4).touches(Span(0, 4, Part.HEADLINE))
    assert not Span(0, 4).covers(Span(0, 4, Part.HEADLINE))


def test_prose_begins_with_a_headline_that_stands_outside_the_text():
    body = Passage(span=Span(0, 12), role=Role.PARAGRAPH)
    byline = Passage(span=Span(14, 20), role=Role.BYLINE)
    document = Document(
        id="d",
        text="Orsk closed.\n\nBy Holm",
        headline="Quay shut",
        headline_span=Span(0, 9, Part.HEADLINE),
        passages=(body, byline),
    )
    headline, only = document.prose()
    assert (headline.role, document.words_at(headline.span)) == (Role.HEADLINE, "Quay shut")
    assert only == body
