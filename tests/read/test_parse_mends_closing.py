"""A clause that closes a sentence reports all its main clauses, and what it does not report, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def told(reader: Any, document_of: Any) -> Any:
    """The voices of the verbs of a sentence, by lemma, and the words of its quotations."""

    def read(text: str) -> tuple[dict[str, str | None], list[str]]:
        document = document_of(text)
        reading = reader.read(document)
        voices = {
            e.predicate.lemma: e.voice.name if e.voice else None for e in reading.events if e.predicate.form == "verb"
        }
        return voices, [document.words_at(q.span) for q in reading.quotations]

    return read


@pytest.mark.parametrize(
    ("clauses", "closing", "voice", "verbs"),
    [
        # the parser took the noun before the ship's name for the subject of "said"
        (
            "The freighter Ida Torn sank near the port of Dell on Monday morning and parents sued the city",
            "a spokesman for the union said",
            "a spokesman for the union",
            {"sink", "sue"},
        ),
        # it hung the closing verb on the first clause
        (
            "Floods swept away two bridges in Orlin, and the army shelled the town",
            "the regional government said",
            "the regional government",
            {"sweep", "shell"},
        ),
        (
            "The school bus Number 9 plunged into the river, but the council elected Ida Torn",
            "said the governor",
            "the governor",
            {"plunge", "elect"},
        ),
        (
            "The mayor of Alm resigned on Tuesday and three men were arrested",
            "the ministry announced",
            "the ministry",
            {"resign", "arrest"},
        ),
        # it hung both clauses on the closing verb, so that only one was reported
        (
            "Soldiers opened fire on a crowd in Bress on Friday and 14 people were killed",
            "doctors said",
            "doctors",
            {"kill"},
        ),
        (
            "Thieves broke into the museum, two guards were killed and 23 passengers died",
            "a spokesman for the union said",
            "a spokesman for the union",
            {"break", "kill", "die"},
        ),
        # it took the name of whoever speaks for a word of the last clause
        (
            "The train Night Arrow derailed outside Tarn on Wednesday evening and the crew fled",
            "the governor, Petr Hasek, said on Friday",
            "Petr Hasek",
            {"derail", "flee"},
        ),
        (
            "The power plant at Dell was shut on Sunday and the council elected Ida Torn",
            "Ada Brenn, a spokeswoman for the army, said",
            "Ada Brenn",
            {"shut", "elect"},
        ),
    ],
)
def test_a_closing_clause_reports_every_clause_before_it(
    told: Any, clauses: str, closing: str, voice: str, verbs: set[str]
) -> None:
    voices, quotations = told(f"{clauses}, {closing}.")
    assert {verb: voices[verb] for verb in verbs} == dict.fromkeys(verbs, voice)
    assert quotations == [clauses]


@pytest.mark.parametrize(
    ("text", "lemma", "voice"),
    [
        # what stands behind the verb is reported, and nothing before it
        ("The bridge collapsed and the owner said the road was closed.", "collapse", None),
        ("The army shelled the town and the governor said that rebels fled.", "shell", None),
        ("The mill burned and the crew fled, and the mayor said nothing.", "burn", None),
        # somebody else told the first part
        (
            "Ida Brenn said the army shelled the town, but rebels fled the valley, the governor said.",
            "shell",
            "Ida Brenn",
        ),
        # who reports a denial need not be who told what is denied
        ("The council closed the school, but the mayor denied it, the union said.", "close", None),
        ("The council closed the school, but the mayor denied it, the union said.", "deny", "the union"),
        # another sentence
        ("The council closed the school. The mill burned and the crew fled, police said.", "close", None),
    ],
)
def test_it_reports_nothing_that_is_another_ones(told: Any, text: str, lemma: str, voice: str | None) -> None:
    assert told(text)[0][lemma] == voice
