"""Every character that is not blank is in a passage or set aside, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.cover import uncovered

from rashomon.clean import document
from rashomon.core import Document, Given, Page, Passage, Role, SetAside, Span

LINES = [
    "Harbour bridge closed after storm",
    "By Ada Moor",
    "Norvale, 3 March 2021 10:15 GMT",
    "The bridge over the harbour will stay closed until Friday, the mayor of Norvale said on Monday.",
    "“We will not open it before the engineers agree,” she said.",
    "The bridge is seen after the storm. (Ada Moor/Reuters)",
    "Read more:",
    "MOST POPULAR",
    "Share this story: https://example.org/x",
    "-",
    "___",
    "Source: Norvale Post, AP",
    "(Reuters) - The bridge is closed and will stay so until the engineers have seen it.",
    "Bridge is shut! — Norvale Port (@norvaleport) 3 March 2021",
    "© 2021 Norvale Post. All rights reserved.",
    "Story highlights The bridge is closed",
]
pieces = st.one_of(st.sampled_from(LINES), st.text(max_size=60))
texts = st.lists(st.tuples(pieces, st.sampled_from(["\n", "\n\n", "\r\n", " ", "\u2028", "\n \n"])), max_size=25).map(
    lambda pairs: "".join(a + b for a, b in pairs)
)


@settings(max_examples=150, deadline=None)
@given(text=texts, kind=st.sampled_from(["text", "ready"]), headline=st.sampled_from([None, *LINES[:2], "Else"]))
def test_cleaning_covers_any_text_and_changes_none_of_it(text, kind, headline):
    made = document(Page(address="a.txt", kind=kind, text=text, given=Given(headline=headline)))
    if isinstance(made, Document):
        assert made.text == text
        assert uncovered(text, made.passages, made.set_aside) == []
        assert list(made.passages) == sorted(made.passages, key=lambda p: p.span)
        assert all(p.span.trimmed(text) == p.span for p in made.passages)
        if made.headline_span is not None:
            assert made.words_at(made.headline_span)
    else:
        assert made.fatal


def test_gaps_are_found_and_overlaps_refused():
    text = "one two three"
    first, last = Passage(span=Span(0, 3), role=Role.PARAGRAPH), SetAside(span=Span(8, 13), reason="caption")
    assert uncovered(text, [first], [last]) == [Span(4, 7)]
    with pytest.raises(ValueError, match="overlap"):
        uncovered(text, [first], [SetAside(span=Span(2, 5), reason="caption")])
    with pytest.raises(ValueError, match="beyond"):
        uncovered(text, [], [SetAside(span=Span(8, 20), reason="caption")])
