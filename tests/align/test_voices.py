"""Words of one who is named by one report and left open or told by an office in another."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Utterance

POST, MAIL = "The Harbour Post", "Norholm Mail"
LONG = "The boiler was never looked at and I should have closed the mill myself"
SHORT = "The crew did very well"
PLATITUDE = "It was so bad that I do not know what to say about it"

NAMED = "Mill chief Tove Lindqvist"
ROOM = """
== The Harbour Post, 2031-05-02 14:10 +02:00 ==
{headline}

{there} "{said}," {who} told reporters.

== Norholm Mail, 2031-05-02 15:00 +02:00 ==
{other_headline}

{here} "{again}," {she} told reporters.
"""
TWO_TOWNS = {
    "here": "A mill burned down in Tarnby on Friday.",
    "headlines": ("Mill fire in Sarnvik", "Tarnby mill burns"),
}
FIRE = "A mill burned down in Sarnvik on Friday."


@pytest.fixture(scope="session")
def voices(ledger_of):
    """Say the same, or nearly, in two reports: the first one's utterance, and whether it is the other's too."""

    def told(
        who: str,
        she: str,
        said: str = LONG,
        *,
        again: str | None = None,
        there: str = FIRE,
        here: str = FIRE,
        headlines: tuple[str, str] = ("Mill fire in Sarnvik", "Sarnvik mill burns"),
    ) -> tuple[Utterance, bool]:
        room = parse_newsroom(
            ROOM.format(
                headline=headlines[0],
                other_headline=headlines[1],
                there=there,
                here=here,
                said=said,
                again=again or said,
                who=who,
                she=she,
            )
        )
        ledger = ledger_of(room)
        first = ledger.utterance(POST, said.split(".", maxsplit=1)[0])
        return first, first.id == ledger.utterance(MAIL, (again or said).split(".")[0]).id

    return told


@pytest.mark.parametrize("she", ["she", "the mill chief", "the head of the mill", "a spokeswoman"])
def test_the_same_words_over_a_whole_sentence_are_one_utterance(voices, she):
    said, one = voices(NAMED, she)
    assert one
    assert said.differences == "none"


@pytest.mark.parametrize(("first", "second"), [(NAMED, "the mill chief"), ("the mill chief", NAMED)])
def test_the_speaker_is_whoever_is_named(voices, ledger_of, first, second):
    said, one = voices(first, second)
    named, _ = voices(NAMED, NAMED)
    assert one
    assert said.speaker == named.speaker


def test_two_who_are_told_by_two_offices_are_one_voice_of_the_same_words(voices):
    assert voices("the mill chief", "the head of the mill")[1]


def test_a_short_sentence_within_many_words_in_common_is_one_utterance(voices):
    said = "We are ashamed. The boiler was never looked at and I should have closed the mill"
    assert voices(NAMED, "she", said)[1]


@pytest.mark.parametrize("she", ["Mona Kell", "Mill owner Mona Kell", "Tavria's Board of Mills"])
def test_the_same_words_of_two_who_are_named_are_two_utterances(voices, she):
    assert not voices(NAMED, she)[1]


@pytest.mark.parametrize("she", ["she", "the mill chief"])
def test_two_who_are_named_are_not_joined_by_one_who_is_not(voices, ledger_of, she):
    room = parse_newsroom(
        "\n".join(
            f'\n== {outlet}, 2031-05-02 1{n}:00 +02:00 ==\nSarnvik mill burns\n\n{FIRE} "{LONG}," {who} said.\n'
            for n, (outlet, who) in enumerate(((POST, NAMED), (MAIL, she), ("Evening Echo", "Mona Kell")))
        )
    )
    ledger = ledger_of(room)
    assert ledger.utterance(POST, LONG).id != ledger.utterance("Evening Echo", LONG).id


@pytest.mark.parametrize("she", ["she", "the mill chief"])
@pytest.mark.parametrize("said", [SHORT, PLATITUDE], ids=["few words", "words that anybody says"])
def test_words_that_another_may_say_too_are_two_utterances(voices, said, she):
    assert not voices(NAMED, she, said)[1]


@pytest.mark.parametrize("she", ["she", "a police spokeswoman"])
def test_the_same_words_in_two_towns_are_two_utterances(voices, she):
    said = "We ask all who saw anything near the old mill on that night to call us"
    assert not voices("Inspector Tove Lindqvist", she, said, **TWO_TOWNS)[1]


def test_a_word_that_is_no_name_does_not_name_a_speaker(voices):
    mill = "A mill burned down in Sarnvik on Friday."
    assert not voices("Tove Mill", "she", SHORT, there=mill, here=mill)[1]


def test_a_name_does(voices):
    assert voices("Tove Mill", "she", SHORT, here="Tove Mill and Mona Kell saw the mill burn in Sarnvik on Friday.")[1]


@pytest.mark.parametrize("said", [SHORT, LONG], ids=["few words", "many words"])
def test_one_office_in_two_towns_is_two_voices(voices, said):
    assert not voices("a police spokesman", "a police spokesman", said, **TWO_TOWNS)[1]


@pytest.mark.parametrize("said", [SHORT, LONG], ids=["few words", "many words"])
def test_one_office_in_one_town_is_one_voice(voices, said):
    assert voices("a police spokesman", "a police spokesman", said)[1]


@pytest.mark.parametrize(
    ("town", "one"), [("Tarnby", False), ("Sarnvik", True), ("Sarnvik, a port in Tarnby,", True)], ids=str
)
def test_what_one_office_tells_in_the_reporters_words(ledger_of, town, one):
    told = "Guards in {} caught two men on Friday after a theft of copper, a police spokesman said."
    room = parse_newsroom(
        "\n".join(
            f"\n== {outlet}, 2031-05-02 1{n}:00 +02:00 ==\nTwo men caught\n\n{told.format(place)}\n"
            for n, (outlet, place) in enumerate(((POST, "Sarnvik"), (MAIL, town)))
        )
    )
    ledger = ledger_of(room)
    words = "caught two men on Friday"
    assert (ledger.utterance(POST, words).id == ledger.utterance(MAIL, words).id) is one
