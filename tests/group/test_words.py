"""Words with their places."""

import pytest
from tests.newsrooms import newsroom

from rashomon.group.words import lines, stem


@newsroom
def test_every_word_reads_back_to_its_place(documents):
    """Initials, figures, apostrophes and scripts without blanks.

    == The Harbour Post ==
    U.N. envoy’s plea

    The U.N. envoy’s 1,200 guards weren't told. 港口 reopened at 6.30.
    """
    (document,) = documents
    headline, body = lines(document)
    assert [w.form for w in headline.words] == ["un", "envoy's", "plea"]
    assert [w.form for w in body.words] == [
        "the", "un", "envoy's", "1,200", "guards", "weren't", "told", "港", "口", "reopened", "at", "6.30",
    ]  # fmt: skip
    for word in body.words:
        assert document.text[word.start : word.end].replace(".", "").lower()[:2] == word.form.replace(".", "")[:2]
    assert [w.first for w in body.words][:3] == [True, False, False]


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
