"""Free words are found in all their forms, in every store, and what is in marks as it was written."""

import pytest
from tests.present.questions.kept import NOW, document

from rashomon.core import Story
from rashomon.present import questions
from rashomon.present.questions import Asked
from rashomon.present.questions.forms import forms, in_all_forms
from rashomon.stores import open_store
from rashomon.stores.memory import MemoryStore
from rashomon.stores.query import Sought, parse


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("lower", {"lowers", "lowered", "lowering"}),
        ("lowered", {"lower", "lowering"}),
        ("expel", {"expels", "expelled", "expelling"}),
        ("strike", {"strikes", "struck", "striking"}),
        ("struck", {"strike", "strikes"}),
        ("closing", {"close", "closes", "closed"}),
        ("deny", {"denies", "denied", "denying"}),
        ("denied", {"deny", "denies"}),
        ("ferry", {"ferries"}),
        ("fishermen", {"fisherman"}),
        ("said", {"say", "says", "saying"}),
        ("planned", {"plan", "plans", "planning"}),
        ("agreed", {"agree", "agrees", "agreeing"}),
        ("buses", {"bus"}),
        ("trawler", {"trawlers"}),
    ],
)
def test_forms_of_a_word(word, others):
    assert forms(word)[0] == word
    assert others <= set(forms(word))


@pytest.mark.parametrize("word", ["not", "will", "the", "orsk", "norholm", "bâtir", "4000", "ab", "grève", "über"])
def test_what_is_no_noun_or_verb_of_the_language_stays(word):
    assert forms(word) == (word,)


@pytest.mark.parametrize(
    ("word", "never"),
    [
        ("port", "porter"),
        ("ferries", "ferry's"),
        ("hope", "hopped"),
        ("plan", "plane"),
        ("fined", "find"),
        ("wed", "we"),
    ],
)
def test_other_words_are_no_forms(word, never):
    assert never not in forms(word)


@pytest.mark.parametrize(
    "asked",
    [
        '"lower water"',
        '"lower"',
        "Rose",
        "-lower",
        "low*",
        "status:denied",
        'party:"Ana Lower"',
        "harbour,quay",
        '"lower',
        "",
    ],
)
def test_what_is_written_otherwise_is_asked_as_it_stands(asked):
    assert in_all_forms(asked) == asked


def test_a_choice_stays_a_choice_and_what_is_excluded_stays_out():
    asked = parse(in_all_forms('harbour OR port -strike "pay talks"'), Sought.DOCUMENTS)
    choice, without, talks = asked.clauses
    assert {phrase.words[0] for phrase in choice.phrases} >= {"harbour", "harbours", "port", "ports"}
    assert (without.excluded, [phrase.words for phrase in without.phrases]) == (True, [("strike",)])
    assert [phrase.words for phrase in talks.phrases] == [("pay", "talks")]


TEXTS = {
    "lowered": "The company lowered the water level of the lake overnight.",
    "lower": "The company will not lower the waters, it said.",
    "higher": "The company raised the water level.",
    "french": "La compagnie a baissé l'eau du lac pendant la nuit.",
}


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    made = MemoryStore() if request.param == "memory" else open_store(str(tmp_path / "desk.db"), create=True)
    with made.writer() as writer:
        for name, text in TEXTS.items():
            writer.add(document(name, "Lake Mail", text, NOW), seen_at=NOW, made_by="test.v1")
        writer.settle([Story(id="lake", documents=tuple(TEXTS))], made_by="test.v1")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lower water", {"lowered", "lower"}),
        ("Lowering waters", {"lowered", "lower"}),
        ('"lower" water', {"lower"}),
        ("water -lower", {"lowered", "higher"}),
        ("lower* water", {"lowered", "lower"}),
        ("baissé eau", {"french"}),
        ("lake OR lac", {"lowered", "french"}),
    ],
)
def test_words_are_found_in_their_forms_and_marked(store, words, found):
    with store.view() as view:
        hits = questions.search(view, Asked(words=words)).results
        assert {hit.answer.id for hit in hits} == found
        assert all(hit.marks for hit in hits)
        stories = questions.stories(view, Asked(words=words)).results
    assert [story.id for story in stories] == ["lake"]
