"""What is known of written words, against the plain way of asking each word."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core.calendar import MONTHS
from rashomon.group.tokens import Tokens
from rashomon.group.vocabulary import (
    CALENDAR,
    CAPITAL,
    DIGIT,
    LONG,
    LONGEST_TELLING_CAPITAL,
    MONTH,
    NO_TERM,
    OWN_DAY,
    OWN_DAYS,
    Vocabulary,
)
from rashomon.group.words import WORD, form_of, stem

SAID = (
    "The the THE Pier pier Pier's pier's U.S. US us May may Friday friday's Fri yesterday Tonight 40 1.5 40,000 "
    "Ada Adas Ada's quay İzmir ΣΑΣ Straße ẞ 港 ² Overnight barges barge's I a it's It’s it"
).split()
WORDS = st.lists(st.one_of(st.sampled_from(SAID), st.from_regex(WORD, fullmatch=True).filter(len)), max_size=40)


def known_of(vocabulary, word):
    """What the columns say of a word, in words."""
    row = vocabulary[word]
    known = vocabulary.columns()
    name = int(known.names[row])
    return (
        int(known.marks[row]),
        vocabulary.written[known.forms[row]],
        vocabulary.written[known.bare[row]],
        vocabulary.terms[known.terms[row]],
        None if name == NO_TERM else vocabulary.terms[name],
    )


def plainly(word):
    """The same of the word alone."""
    form = form_of(word)
    bare, digit = form.removesuffix("'s"), form[0].isdigit()
    capital = word != form and word[0].isupper() and form not in CALENDAR
    marks = {
        CAPITAL: capital,
        DIGIT: digit,
        MONTH: form in MONTHS,
        OWN_DAY: form in OWN_DAYS,
        LONG: len(bare) > LONGEST_TELLING_CAPITAL,
    }
    return (
        sum(mark for mark, has in marks.items() if has),
        form,
        bare,
        "f:" + form if digit else stem(form),
        "n:" + bare if capital else None,
    )


@settings(deadline=None)
@given(WORDS, WORDS)
def test_the_columns_say_of_each_word_what_the_word_says(first, more):
    vocabulary = Vocabulary()
    before = vocabulary.rows(first).tolist()
    rows = vocabulary.rows(more)
    assert vocabulary.rows(first).tolist() == before, "who has a row keeps it"
    assert rows.dtype == np.int32
    assert [vocabulary.written[row] for row in rows.tolist()] == more
    assert len(vocabulary.written) == len(vocabulary) == len(set(vocabulary.values()))
    assert len(set(vocabulary.terms)) == len(vocabulary.terms)
    for word in {*first, *more}:
        assert known_of(vocabulary, word) == plainly(word)
        assert vocabulary.form_of_row(vocabulary[word]) == form_of(word)


def test_a_term_has_one_number_whoever_asks():
    vocabulary = Vocabulary()
    barge, date = vocabulary["barges"], vocabulary.term("d:5-3")
    assert vocabulary.term("barg") == vocabulary.columns().terms[barge]
    assert vocabulary.term("d:5-3") == date
    assert vocabulary.terms[date] == "d:5-3"


def test_a_day_or_a_month_is_no_name_and_today_is_a_day_of_its_own():
    vocabulary = Vocabulary()
    assert known_of(vocabulary, "Friday")[-1] is None
    assert known_of(vocabulary, "May")[-1] is None
    assert known_of(vocabulary, "Mayor")[-1] == "n:mayor"
    assert known_of(vocabulary, "today")[0] & OWN_DAY
    assert not known_of(vocabulary, "Fri")[0] & OWN_DAY, "short forms stand in tables"


def test_nothing_is_known_before_the_first_word():
    known = Vocabulary().columns()
    assert [len(column) for column in known] == [0] * 5
    assert known.marks.dtype == np.uint8


def test_the_words_of_texts_are_met_through_their_tokens():
    tokens = Tokens(Vocabulary())
    parted = tokens.part(["The Pier's “lamp” lit,", "", "the lamp"])
    assert [tokens.lexicon.form_of_row(row) for row in parted.rows.tolist()] == [
        *("the", "pier's", "lamp", "lit"),
        *("the", "lamp"),
    ]
    assert parted.counts.tolist() == [4, 0, 2]
