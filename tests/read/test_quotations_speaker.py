"""Who is taken to have said it, in invented reports of many kinds; a speaker that is not told stays open."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.read import Reader
from rashomon.read.names import Names
from rashomon.read.parse import parse
from rashomon.read.quotations import find_quotations


def speaker_of(reader: Reader, document_of: Any, text: str, words: str) -> str | None:
    """The name of whoever is taken to have said some words: that of the shortest quotation that holds them."""
    parsed = parse(document_of(text), reader.nlp)
    start = text.index(words)
    holding = [
        q
        for q in find_quotations(parsed, Names.of(parsed))
        if q.span.start <= start and q.span.end >= start + len(words)
    ]
    assert holding, f"no quotation holds {words!r}"
    speaker = min(holding, key=lambda q: len(q.span)).speaker
    return speaker.name if speaker is not None else None


# what it is about, the report, and who said which words
SAID: list[tuple[str, str, dict[str, str | None]]] = [
    (
        "what one says that he thinks, behind another who spoke",
        'Director Ada Kolm told reporters that the dam was safe, but farmer Jan Hill said he doubted "every figure".',
        {"every figure": "Jan Hill", "the dam was safe": "Ada Kolm"},
    ),
    (
        "what one says that she thinks",
        'Jan Hill left early, and his wife, Mary Hill, said she believed in "nothing at all".',
        {"nothing at all": "Mary Hill"},
    ),
    (
        "a name behind a semicolon",
        '"The siege is over," said Chancellor Alma Orr; King Harl, standing beside her, said only: "Finally."',
        {"The siege": "Alma Orr", "Finally": "Harl"},
    ),
    (
        "first surname",
        (
            'President Luis Alberto Montero Quiroga flew home. "We will rebuild," Montero said. Montero '
            "Quiroga added that aid was coming."
        ),
        {"We will rebuild": "Luis Alberto Montero Quiroga", "aid was coming": "Luis Alberto Montero Quiroga"},
    ),
    (
        "second surname",
        "Luis Montero Quiroga spoke first. Luis Montero said the port was closed.",
        {"the port was closed": "Luis Montero Quiroga"},
    ),
    (
        "initials",
        'J. R. Arn owns the mill. "It will close," Arn said.',
        {"It will close": "J. R. Arn"},
    ),
    (
        "a couple",
        (
            'Ida Brandt and her husband, Tom Brandt, own the inn. "We are ruined," Tom Brandt said. Ida '
            "Brandt said the roof had fallen in."
        ),
        {"We are ruined": "Tom Brandt", "the roof had fallen in": "Ida Brandt"},
    ),
    (
        "firm, role, name",
        "Vellan Metro chief executive Colin Abara said the line would reopen.",
        {"the line would reopen": "Colin Abara"},
    ),
    (
        "after its spokeswoman",
        (
            "A spokeswoman for Vellan Metro declined to comment. Vellan Metro chief executive Colin Abara"
            " said the line would reopen on Monday."
        ),
        {"the line would reopen": "Colin Abara"},
    ),
    (
        "two who speak for it",
        (
            "A spokeswoman for Vellan Metro said two trains had collided. Later, Vellan Metro spokesman "
            "Ode Kent said three people were hurt."
        ),
        {"two trains had collided": "A spokeswoman for Vellan Metro", "three people were hurt": "Ode Kent"},
    ),
    (
        "the statement",
        '"The bridge is safe," the ministry said in a statement. The statement said work would go on.',
        {"The bridge is safe": "the ministry", "work would go on": "the ministry"},
    ),
    (
        "a letter seen by",
        "A letter seen by the Lys Courier says the mayor knew of the leak.",
        {"the mayor knew of the leak": "A letter"},
    ),
    (
        "a source",
        '"The deal is close," a source close to the talks said.',
        {"The deal is close": "a source close to the talks"},
    ),
    (
        "one resident",
        "Officials said the road was open. One resident said the noise was terrible.",
        {"the road was open": "Officials", "the noise was terrible": "One resident"},
    ),
    (
        "carrier and told",
        "The Lys Courier, citing officials, reported that the dam had burst.",
        {"the dam had burst": "Lys Courier"},
    ),
    (
        "he",
        'Anna Kerr met John Tarn on Monday. "I am tired," he said.',
        {"I am tired": "John Tarn"},
    ),
    (
        "she",
        'Anna Kerr met John Tarn on Monday. "I am tired," she said.',
        {"I am tired": "Anna Kerr"},
    ),
    (
        "he is no body",
        'The Ministry of Transport closed the bridge. "I am tired," he said.',
        {"I am tired": None},
    ),
    (
        "the age",
        (
            'Fuming mum-of-two Kelly Drabble, 34, from Sarrow, said: "It was disgusting." The 34-year-old'
            ' added: "I want my money back."'
        ),
        {"It was disgusting": "Kelly Drabble", "I want my money back": "Kelly Drabble"},
    ),
    (
        "title inside",
        "Lys Chief Minister Rajni Pathare on Sunday said that the scheme would be extended to all districts.",
        {"the scheme would be extended": "Rajni Pathare"},
    ),
    (
        "office with of",
        (
            '"The accused has been arrested," said Deputy Superintendent of Police K. V. Ramnath. The DSP'
            " said a case was registered."
        ),
        {"The accused has been arrested": "K. V. Ramnath"},
    ),
    (
        "office in apposition",
        (
            "The Inspector-General of Police, Mr Adewunle Okoroji, has said that officers will be "
            "deployed. Okoroji warned politicians against violence."
        ),
        {"officers will be deployed": "Adewunle Okoroji"},
    ),
    (
        "rank",
        ("The spokesperson of the command, SP Haruna Balewe, confirmed the attack. He said six persons were rescued."),
        {"the attack": "Haruna Balewe", "six persons were rescued": "Haruna Balewe"},
    ),
    (
        "surname without particle",
        'Maria de la Cruz lost her home. "The water came at night," Cruz said.',
        {"The water came at night": "Maria de la Cruz"},
    ),
    (
        "two ministers",
        (
            "Prime Minister Hanne Solberga met Defence Minister Karl Ostby. The prime minister said the "
            "army was ready. The defence minister said more tanks were needed."
        ),
        {"the army was ready": "Hanne Solberga", "more tanks": "Karl Ostby"},
    ),
    (
        "firm and executive",
        (
            'Orvex said on Monday it would cut 200 jobs. "We had no choice," the company said in a '
            "statement. Chief executive Pia Holm said costs had risen."
        ),
        {"it would cut 200 jobs": "Orvex", "We had no choice": "Orvex", "costs had risen": "Pia Holm"},
    ),
    (
        "the group",
        "Shares in Orvex Group fell. The group said sales were weak. It said it expected a better spring.",
        {"sales were weak": "Orvex Group", "it expected a better spring": "Orvex Group"},
    ),
    (
        "according to a firm",
        "According to Orvex chief executive Pia Holm, demand is strong.",
        {"demand is strong": "Pia Holm"},
    ),
    (
        "the age untold",
        'Striker Ayo Benn scored twice. "I am buzzing," the 22-year-old said.',
        {"I am buzzing": "Ayo Benn"},
    ),
    (
        "the judge",
        'Judge Helen Stride told Dunne he had shown no remorse. "You are a danger," the judge said.',
        {"You are a danger": "Helen Stride"},
    ),
    (
        "passive",
        "It was claimed by residents that the mill had dumped oil.",
        {"the mill had dumped oil": "residents"},
    ),
    (
        "inverted",
        'Said Anna Kerr: "It is over."',
        {"It is over": "Anna Kerr"},
    ),
    (
        "misspelling",
        'Frederick Lindqvist spoke first. "We won," Lindquist said.',
        {"We won": "Frederick Lindqvist"},
    ),
    (
        "she and he",
        "Anna Kerr said she would resign. John Tarn said he would not.",
        {"she would resign": "Anna Kerr", "he would not": "John Tarn"},
    ),
    (
        "they of bodies",
        "The Norland Red Cross and the Lys Red Cross sent aid. They said more was needed.",
        {"more was needed": None},
    ),
    (
        "passive controls",
        "Arn was arrested after saying the king was mad.",
        {"the king was mad": "Arn"},
    ),
    (
        "issued a statement",
        'The Security Panel issued a statement calling the test "a clear violation of its orders".',
        {"a clear violation": "Security Panel"},
    ),
    (
        "past after would",
        (
            "Prime Minister Hanne Solberga said this week that the country would leave the pact and "
            "suggested that it would close its ports."
        ),
        {"it would close its ports": "Hanne Solberga"},
    ),
    (
        "rain cites nothing",
        "Experts said heavy rain had weakened the wall, citing the age of the stones.",
        {"the age of the stones": "Experts"},
    ),
    (
        "a speech she gave",
        "The port is unsafe, according to a speech Anna Kerr gave in May.",
        {"The port is unsafe": "Anna Kerr"},
    ),
    (
        "the data",
        "According to the data, one in five houses is empty.",
        {"one in five houses": "the data"},
    ),
    (
        "many of whom",
        "Residents met families of the victims, many of whom say the dam was old.",
        {"the dam was old": "families of the victims"},
    ),
    (
        "a title of its own",
        "Mr Tarn left. Michelle Tarn stayed. Mr Tarn said he was tired.",
        {"he was tired": "Tarn"},
    ),
    (
        "known by a surname",
        "Tarn met voters in Lys. His daughter, Ivana Tarn, came along. Tarn said he was tired.",
        {"he was tired": "Tarn"},
    ),
    (
        "it of a paper",
        "A statement was found on the wall of the Lys Bank. It says the mayor must go.",
        {"the mayor must go": None},
    ),
    (
        "kind told by the noun",
        'The Lys Zoo closed. "We are sad," the zoo said.',
        {"We are sad": "Lys Zoo"},
    ),
    (
        "the last who speaks for somebody",
        (
            "Rebel spokesman Karim Vell claimed the attack. A foreign ministry spokesman in Paris said "
            "all were safe. Two cars burned, the spokesman said."
        ),
        {"Two cars burned": "A foreign ministry spokesman in Paris"},
    ),
    (
        "an aside before the name",
        ("With 50 days until the election, Mina Dale, an adviser to the Kerr campaign, called the remarks a warning."),
        {"the remarks a warning": "Mina Dale"},
    ),
    (
        "it that says nothing",
        'Anna Kerr\'s brief said that was untrue and dismissed the reports as "old and misread statements".',
        {"old and misread statements": "Anna Kerr"},
    ),
    (
        "a seat and its country",
        "France said the claim was false. The Élysée said it would answer.",
        {"it would answer": "Élysée"},
    ),
]


@pytest.mark.parametrize(("text", "said"), [c[1:] for c in SAID], ids=[c[0] for c in SAID])
def test_words_are_laid_to_whoever_said_them(
    reader: Reader, document_of: Any, text: str, said: dict[str, str | None]
) -> None:
    assert {words: speaker_of(reader, document_of, text, words) for words in said} == said


# limits: the phrase is kept as told where it could mean either
EITHER = [
    (
        (
            "Norland Prime Minister Hanne Solberga met Suland Prime Minister Otto Brack. The prime "
            "minister said the army was ready."
        ),
        "the army was ready",
        "The prime minister",
    ),
    (
        "Orvex Inc and Tellin Plc will merge. The company said jobs were safe.",
        "jobs were safe",
        "The company",
    ),
]


@pytest.mark.parametrize(("text", "words", "phrase"), EITHER)
def test_a_description_of_two_stands_for_neither(
    reader: Reader, document_of: Any, text: str, words: str, phrase: str
) -> None:
    assert speaker_of(reader, document_of, text, words) == phrase


# what it is about, the report, and who said which words: several people of different offices
OFFICES: list[tuple[str, str, dict[str, str | None]]] = [
    (
        "another ministry",
        "Interior minister Dario Pell said the border was open. The defence minister said troops would stay.",
        {"the border was open": "Dario Pell", "troops would stay": "The defence minister"},
    ),
    (
        "attorney general",
        "Gov. Walt Emery spoke on Monday. The attorney general said charges were likely.",
        {"charges were likely": "The attorney general"},
    ),
    (
        "judge and prosecutor",
        "Judge Hilary Penrose spoke. The prosecutor said the police had lied. The judge said she would wait.",
        {"the police had lied": "The prosecutor", "she would wait": "Hilary Penrose"},
    ),
    (
        "his lawyer",
        "Walt Emery was charged. Emery's lawyer said the case was weak. His sister said he was ill.",
        {"the case was weak": "Emery's lawyer", "he was ill": "His sister"},
    ),
    (
        "a deputy",
        "Mayor Otto Linz left. The deputy mayor said the bridge was closed. The mayor said it was not.",
        {"the bridge was closed": "The deputy mayor", "it was not": "Otto Linz"},
    ),
    (
        "vice president",
        "Vice President Omar Teal arrived. The president said the dam was safe.",
        {"the dam was safe": "The president"},
    ),
    (
        "another word for it",
        "Lawyer Pia Holm spoke for the family. The attorney said the case was weak.",
        {"the case was weak": "Pia Holm"},
    ),
    (
        "premier",
        "Premier Otto Brack resigned. The prime minister said he was ill.",
        {"he was ill": "Otto Brack"},
    ),
    (
        "a wider word",
        "Senator Paul Grieve walked out. The lawmaker said the vote was a farce.",
        {"the vote was a farce": "Paul Grieve"},
    ),
    (
        "what she is like",
        "Mayor Anna Kerr spoke. The embattled mayor said she would stay.",
        {"she would stay": "Anna Kerr"},
    ),
    (
        "taken to be known",
        "Mr Brack spoke in Lys. The French president said the pact was dead.",
        {"the pact was dead": "Brack"},
    ),
    (
        "the country of another",
        "Mr Brack met President Roy. Mr Brack smiled. The French president said the pact was dead.",
        {"the pact was dead": "Brack"},
    ),
]


@pytest.mark.parametrize(("text", "said"), [c[1:] for c in OFFICES], ids=[c[0] for c in OFFICES])
def test_a_role_means_nobody_of_another_office(
    reader: Reader, document_of: Any, text: str, said: dict[str, str | None]
) -> None:
    assert {words: speaker_of(reader, document_of, text, words) for words in said} == said


# the sentence before is about somebody else, or about two who can both be meant
ABOUT_OTHERS = [
    (
        "a surname never introduced",
        '"You lied," union leader Karl Dale said. Lind rejected the charge. "The ship was checked," he said.',
        None,
    ),
    (
        "a surname that is a word",
        '"You lied," union leader Karl Dale said. Banks rejected the charge. "The ship was checked," he said.',
        None,
    ),
    (
        "two who met",
        'Minister Ada Lind met Judge Eva Moor on Monday. "The ship was checked," she said.',
        None,
    ),
    (
        "two who met, one of them a man",
        'Minister Ada Lind met Judge Peter Moor on Monday. "The ship was checked," she said.',
        "Ada Lind",
    ),
    (
        "a slip of the pen",
        '"You lied," union leader Karl Dahlen said. Dalhen rejected the charge. "The ship was checked," he said.',
        "Karl Dahlen",
    ),
    (
        "a country that answers, for which a man may speak: the limit",
        '"You lied," union leader Karl Dale said. Norway rejected the charge. "The ship was checked," he said.',
        "Karl Dale",
    ),
    (
        "a crowd",
        '"You lied," union leader Karl Dale said. Workers cheered. "The ship was checked," he said.',
        "Karl Dale",
    ),
    (
        "named again in the sentence",
        'Union leader Karl Dale spoke. Lind rejected the charge. Karl Dale left when he said: "The ship was checked."',
        "Karl Dale",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), [c[1:] for c in ABOUT_OTHERS], ids=[c[0] for c in ABOUT_OTHERS])
def test_a_pronoun_is_not_laid_to_the_one_before_another_subject(
    reader: Reader, document_of: Any, text: str, speaker: str | None
) -> None:
    assert speaker_of(reader, document_of, text, "The ship was checked") == speaker
