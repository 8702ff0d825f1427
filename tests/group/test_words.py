"""Words with their places."""

import pytest
from tests.newsrooms import newsroom

from rashomon.core import Document, Passage, Role, Span
from rashomon.group.words import cut, form_of, sentence_starts, stem


@newsroom
def test_every_word_reads_back_to_its_place(documents):
    """Initials, figures, apostrophes and scripts without blanks.

    == The Harbour Post ==
    U.N. envoy’s plea

    The U.N. envoy’s 1,200 guards weren't told. 港口 reopened at 6.30.
    """
    (document,) = documents
    found = cut(document)
    assert [form_of(w) for w in found.words[:3]] == ["un", "envoy's", "plea"]
    assert [form_of(w) for w in found.words[3:]] == [
        "the", "un", "envoy's", "1,200", "guards", "weren't", "told", "港", "口", "reopened", "at", "6.30",
    ]  # fmt: skip
    for word, start in zip(found.words[3:], found.starts[3:], strict=True):
        assert document.text[start : start + len(word)] == word
    starts = sentence_starts(document.text)
    assert [start in starts for start in found.starts[3:]][:3] == [True, False, False]


def prose(text):
    return Document(id="d", text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),))


def test_a_sentence_begins_behind_its_marks_and_not_behind_initials():
    text = "“Close it!” Dr. Orlow told J. Varn. “Now.” Nobody moved."
    starts = sentence_starts(text)
    assert [text[start:].partition(" ")[0] for start in sorted(starts) if start < len(text)] == [
        "Close", "Dr.", "Now.”", "Nobody",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "forms",
    [
        ("expel", "expels", "expelled"),
        ("close", "closes", "closed", "closing"),
        ("city", "cities"),
        ("pilot", "pilot's"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_negation_is_never_lost_in_stemming():
    assert stem("not") == "not"
    assert stem("deny") != stem("den")
