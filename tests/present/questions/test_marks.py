"""The places of what was looked for, folded as the stores fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.questions.marks import MARKS, marks
from rashomon.stores.query import Sought, parse
from rashomon.stores.words import folded


def marked(text, question):
    return [span.of(text) for span in marks(text, parse(question, Sought.DOCUMENTS))]


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        ("The harbour was closed.", "HARBOUR", ["harbour"]),
        ("The harbour strike, a harbour-strike", '"harbour strike"', ["harbour strike", "harbour-strike"]),
        ("They expelled him; expulsion, expels", "expel*", ["expelled", "expels"]),
        ("port or harbour", "harbour OR port", ["port", "harbour"]),
        ("Ärger in Ōsaka", "arger osaka", ["Ärger", "Ōsaka"]),
        ("E\u0301te\u0301 1", "ete", ["E\u0301te\u0301"]),
        ("東京で列車が止まった", "列車", ["列車"]),
        ("strike at the port", "port -strike", ["port"]),
        ("the Bay Post wrote", "outlet:bay", []),
        ("nothing here", "zzz", []),
    ],
)
def test_words_are_marked_where_they_stand(text, question, words):
    assert marked(text, question) == words


def test_no_more_than_some_are_marked():
    assert len(marked("a " * 500, "a")) == MARKS


@given(
    st.text(st.sampled_from("aé ßﬁ東ก́_-1"), max_size=30), st.text(st.sampled_from("aéßfi東1"), min_size=1, max_size=3)
)
def test_what_is_marked_has_the_words_that_were_looked_for(text, word):
    looked_for = folded(word)
    for span in marks(text, parse(word, Sought.DOCUMENTS)):
        assert looked_for == folded(span.of(text))
