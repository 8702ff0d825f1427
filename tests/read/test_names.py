"""Parties of invented reports: who is meant by a name, a role or a pronoun."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.core import Kind, Passage, Role, Span
from rashomon.read import Reader
from rashomon.read.names import Names
from rashomon.read.names_found import find_names
from rashomon.read.nouns import nouns
from rashomon.read.parse import parse


def meant(reader: Reader, document_of: Any, text: str) -> dict[str, list[str]]:
    """For each party's name, the words that stand for it, in text order."""
    parsed = parse(document_of(text), reader.nlp)
    found: dict[str, list[str]] = {}
    for mention in Names.of(parsed).mentions:
        found.setdefault(mention.name, []).append(mention.span.of(text))
    return found


# text, the party's fullest name, words that must be laid to it
PARTIES = [
    ("Anna Kerr resigned on Monday. Ms Kerr leaves in May. Kerr was mayor.",
     "Anna Kerr", ["Anna Kerr", "Kerr", "Kerr"]),
    ("The French foreign minister, Paul Arnaud, left. The foreign minister had slept badly.",
     "Paul Arnaud", ["minister", "Paul Arnaud", "minister"]),
    ("French Foreign Minister Paul Arnaud left. The minister slept.", "Paul Arnaud", ["Paul Arnaud", "minister"]),
    ("Anna Kerr, the mayor of Lys, met John Tarn. She thanked him.", "Anna Kerr", ["Anna Kerr", "She"]),
    ("Anna Kerr, the mayor of Lys, met John Tarn. She thanked him.", "John Tarn", ["John Tarn", "him"]),
    ("Ms Kerr met Mr Tarn. He left early.", "Tarn", ["Tarn", "He"]),
    ("The Ministry of Transport closed the bridge. The ministry said it was unsafe.",
     "Ministry of Transport", ["Ministry of Transport"]),
    ("A spokeswoman for the port refused to comment. The spokeswoman, Ida Brandt, later apologised.",
     "Ida Brandt", ["spokeswoman", "spokeswoman", "Ida Brandt"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "words"), PARTIES, ids=[f"{n}: {t[:20]}" for t, n, _ in PARTIES])
def test_words_are_laid_to_their_party(
    reader: Reader, document_of: Any, text: str, name: str, words: list[str]
) -> None:
    found = meant(reader, document_of, text)
    assert name in found, found
    rest = iter(found[name])
    assert all(word in rest for word in words), found


def test_a_capital_and_its_country_are_two_parties(reader: Reader, document_of: Any) -> None:
    found = meant(reader, document_of, "Paris answered France. France had asked Paris first.")
    assert len(found["Paris"]) == 2
    assert len(found["France"]) == 2


def test_two_surnames_alike_in_one_letter_under_one_given_name_are_one_person(reader: Reader, document_of: Any) -> None:
    found = meant(
        reader, document_of, "Frederick Lindqvist spoke. Later Frederik Lindqvist left. Frederik Lindqvist is tall."
    )
    assert len(found["Frederik Lindqvist"]) == 3


def test_an_ex_president_is_not_the_president(reader: Reader, document_of: Any) -> None:
    text = "President Olga Vann met former President Hugo Lind. The president thanked the former president."
    found = meant(reader, document_of, text)
    assert found["Olga Vann"][-1] == "president"
    assert found["Hugo Lind"][-1] == "president"


def test_a_pronoun_without_anybody_to_stand_for_stays_open(reader: Reader, document_of: Any) -> None:
    parsed = parse(document_of("He left the room."), reader.nlp)
    sentence = parsed.sentences[0]
    assert Names.of(parsed).referent(sentence.doc[0], sentence) is None


def parties_of(reader: Reader, document: Any, verb: str) -> tuple[str | None, str | None]:
    """Actor and target of the happening that a verb names."""
    event = next(e for e in reader.read(document).events if e.predicate.lemma == verb)
    return event.actor and event.actor.name, event.target and event.target.name


# the report, a verb, who does it to whom
DONE_TO: list[tuple[str, str, tuple[str | None, str | None]]] = [
    ("City coach Enzo Marchetti refused to blame the referee.", "blame", ("Enzo Marchetti", "the referee")),
    ("The coach, Enzo Marchetti, praised the coach.", "praise", ("Enzo Marchetti", "the coach")),
    ('Tina Finch was angry. Finch: "She called me a liar."', "call", (None, None)),
    ('"Nobody asked me to pay her," Mara Dent said.', "pay", ("Mara Dent", None)),
    ("Judge Hilary Penrose heard Ruth Coe. Sentencing her, Penrose wept.", "sentence", ("Hilary Penrose", "Ruth Coe")),
    ("Tom Hale met Karl Brandt. He told him that he would close it.", "close", (None, None)),
    ("The LNA reports that the firm helped hide boats it had bought.", "buy", ("the firm", "boats")),
    ("The investors met. Phones are dangerous, and children's use of them is growing.", "use", ("children", None)),
    ("Halmet: Chief Minister R. Velu Nair opened a port on Sunday.", "open", ("R. Velu Nair", "a port")),
    ("Hon. Abah left. Rs. 20 crore was paid.", "pay", (None, None)),
]


@pytest.mark.parametrize(("text", "verb", "parties"), DONE_TO, ids=[c[0][:40] for c in DONE_TO])
def test_who_does_it_to_whom(
    reader: Reader, document_of: Any, text: str, verb: str, parties: tuple[str | None, str | None]
) -> None:
    assert parties_of(reader, document_of(text), verb) == parties


def test_a_phrase_without_a_party_is_named_by_its_own_words(reader: Reader, document_of: Any) -> None:
    parsed = parse(document_of("The committee closed the old stone bridge."), reader.nlp)
    sentence = parsed.sentences[0]
    bridge = next(t for t in sentence.doc if t.text == "bridge")
    referent = Names.of(parsed).referent(bridge, sentence)
    assert referent is not None
    assert (referent.name, referent.kind, referent.head) == ("the old stone bridge", Kind.THING, "bridge")


def test_the_table_of_nouns_tells_kinds_and_gender() -> None:
    table = nouns()
    assert table.kinds["spokeswoman"] is Kind.PERSON
    assert table.gender["spokeswoman"] == "f"
    assert table.kinds["ministry"] is Kind.BODY
    assert table.speaks("report")


def headed(reader: Reader, document_of: Any, text: str) -> set[str]:
    """The names found in a report whose first line is its headline."""
    document = document_of(text)
    end = text.index("\n")
    passages = (
        Passage(span=Span(0, end), role=Role.HEADLINE),
        Passage(span=Span(end + 1, len(text)), role=Role.PARAGRAPH),
    )
    parsed = parse(replace(document, passages=passages), reader.nlp)
    return {name.words[0] for name in find_names(parsed) if len(name.words) == 1}


def test_a_deed_that_only_a_headline_capitalises_is_no_name(reader: Reader, document_of: Any) -> None:
    text = "Norway Recalls Envoy In Retaliation For Raid\nNorway recalled its envoy in retaliation for a raid in Lys."
    assert "Retaliation" not in headed(reader, document_of, text)


def test_a_name_that_ends_like_a_deed_is_kept(reader: Reader, document_of: Any) -> None:
    text = "Beijing Recalls Envoy After Raid\nBeijing recalled its envoy after a raid. A Boeing brought him home."
    assert "Beijing" in headed(reader, document_of, text)


def test_a_lone_adjective_is_no_name(reader: Reader, document_of: Any) -> None:
    found = meant(reader, document_of, "Western officials met Norwegian officials in Lys. The Norwegians left early.")
    assert "Western" not in found
    assert any(name.startswith("Norwegian") for name in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TV Orrin, a broadcaster from Lys, reported that the water was cut off.", "TV Orrin"),
        ("The broadcaster TV Orrin reported on Friday that the water was cut off.", "TV Orrin"),
        ("The water is cut off, TV Orrin reported.", "TV Orrin"),
        ("Radio Marn said on Monday that the mine had been closed.", "Radio Marn"),
    ],
)
def test_the_name_of_a_station_begins_with_what_it_is(reader: Reader, document_of: Any, text: str, name: str) -> None:
    assert name in meant(reader, document_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "TV presenter Ada Brink resigned on Monday.",
        "A radio carried by Ada Brink was found on Monday.",
        "The TV, said Ada Brink, was broken.",
    ],
)
def test_a_set_or_a_trade_before_a_name_is_no_station(reader: Reader, document_of: Any, text: str) -> None:
    assert "Ada Brink" in meant(reader, document_of, text)
