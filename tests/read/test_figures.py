"""Numbers in invented sentences, with what they count."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Figure
from rashomon.read.figures import find_figures
from rashomon.read.figures_amounts import amounts
from rashomon.read.figures_numbers import number_of
from rashomon.read.parse import parse

FRIDAY = datetime(2016, 12, 30, 18, 0, tzinfo=UTC)

NUMBERS = [
    ("35", 35), ("1,200", 1200), ("4.25", 4.25), ("twenty-one", 21), ("two hundred and six", 206),
    ("one thousand two hundred", 1200), ("half a million", 500_000), ("half a dozen", 6), ("two dozen", 24),
    ("a couple", 2), ("a hundred", 100), ("1.5 million", 1_500_000), ("three billion", 3e9), ("2.5bn", 2.5e9),
    ("a quarter of a million", 250_000), ("two and a half", 2.5), ("two and a half million", 2_500_000),
    ("ninety-nine", 99), ("1.1 million", 1_100_000), ("fifteen hundred", 1500), ("two lakh", 200_000),
    ("several", None), ("twelfth", None), ("half", None),
]  # fmt: skip

# text, then for each figure: words, value, bound, unit, what it counts, head
FIGURES = [
    ("It named 31 employees of the Varn embassy.",
     ("31", 31, "exact", None, "employees of the Varn embassy", "employee")),
    ("It expelled 35 Varnian diplomats.", ("35", 35, "exact", None, "Varnian diplomats", "diplomat")),
    ("It named nine staff and four more from the consulate.",
     ("nine", 9, "exact", None, "staff", "staff"),
     ("four", 4, "exact", None, None, "")),
    ("At least 12 people died.", ("12", 12, "at least", None, "people", "people")),
    ("No fewer than twelve people died.", ("twelve", 12, "at least", None, "people", "people")),
    ("More than 1.5 million workers struck.", ("1.5 million", 1_500_000, "at least", None, "workers", "worker")),
    ("Up to 40 villages lost power.", ("40", 40, "at most", None, "villages", "village")),
    ("Fewer than two hundred managers struck.", ("two hundred", 200, "at most", None, "managers", "manager")),
    ("As many as 50 flights were cancelled.", ("50", 50, "at most", None, "flights", "flight")),
    ("Nearly 300 passengers were rescued.", ("300", 300, "about", None, "passengers", "passenger")),
    ("Some 300 passengers were rescued.", ("300", 300, "about", None, "passengers", "passenger")),
    ("About 300 passengers were rescued.", ("300", 300, "about", None, "passengers", "passenger")),
    ("An estimated 300 passengers were rescued.", ("300", 300, "about", None, "passengers", "passenger")),
    ("Thirty or so passengers were rescued.", ("Thirty", 30, "about", None, None, "")),
    ("Three hundred passengers were rescued.", ("Three hundred", 300, "exact", None, "passengers", "passenger")),
    ("It said 10 of the 12 victims fled.",
     ("10", 10, "exact", None, "victims", "victim"),
     ("12", 12, "exact", None, "victims", "victim")),
    ("The rabbi said five of the dead were brothers.", ("five", 5, "exact", None, "dead", "dead")),
    ("Some 300 of the ship's passengers were rescued.", ("300", 300, "about", None, "ship's passengers", "passenger")),
    ("Two other harbours closed.", ("Two", 2, "exact", None, "harbours", "harbour")),
    ("The raid killed six more militants.", ("six", 6, "exact", None, "militants", "militant")),
    ("The raid killed 11 and wounded 12.", ("11", 11, "exact", None, None, ""), ("12", 12, "exact", None, None, "")),
    ("They held 35 Varnian “intelligence operatives”.",
     ("35", 35, "exact", None, "Varnian “intelligence operatives", "operative")),
    ("In the north 35 villages were cut off.", ("35", 35, "exact", None, "villages", "village")),
    # ranges and changes
    ("Between 10 and 20 villages were cut off.", ("Between 10 and 20", 10, "range", None, "villages", "village")),
    ("Three or four bridges fell.", ("Three or four", 3, "range", None, "bridges", "bridge")),
    ("It cut 300-400 jobs.", ("300-400", 300, "range", None, "jobs", "job")),
    ("It will cost 10 to 20 million euros.", ("10 to 20 million euros", 10_000_000, "range", "EUR", None, "")),
    ("Membership fell from 500 to 300.", ("500", 500, "exact", None, None, ""), ("300", 300, "exact", None, None, "")),
    # percent
    ("Turnout reached 61.5 percent.", ("61.5 percent", 61.5, "exact", "percent", None, "")),
    ("Turnout reached 48 per cent of voters.", ("48 per cent", 48, "exact", "percent", "voters", "voter")),
    ("Rates rose to 4.25%.", ("4.25%", 4.25, "exact", "percent", None, "")),
    ("Rates rose by two percentage points.", ("two percentage points", 2, "exact", "percentage point", None, "")),
    # money
    ("The bank offered $600m in aid.", ("$600m", 6e8, "exact", "USD", "aid", "aid")),
    ("The bank offered $5 million in return.", ("$5 million", 5e6, "exact", "USD", None, "")),
    ("The bank lost £2.5bn.", ("£2.5bn", 2.5e9, "exact", "GBP", None, "")),
    ("The bank lost €1,200.", ("€1,200", 1200, "exact", "EUR", None, "")),
    ("The bank lost half a million dollars.", ("half a million dollars", 500_000, "exact", "USD", None, "")),
    ("The bank lost 3 billion yuan.", ("3 billion yuan", 3e9, "exact", "CNY", None, "")),
    ("The bank set up a $20 million fund.", ("$20 million", 2e7, "exact", "USD", "fund", "fund")),
    ("The bank paid more than A$40.", ("A$40", 40, "at least", "AUD", None, "")),
    # measures
    ("The crew had 72 hours to depart.", ("72", 72, "exact", "hour", None, "")),
    ("It moved 600 tons of refined oil.", ("600", 600, "exact", "ton", "refined oil", "oil")),
    ("The path is 20 kilometers long.", ("20", 20, "exact", "kilometre", None, "")),
    ("They walked a 20-mile route.", ("20", 20, "exact", "mile", None, "")),
    # vague and equal
    ("Dozens of angry villagers waited.", ("Dozens", None, "vague", None, "angry villagers", "villager")),
    ("Several police officers waited.", ("Several", None, "vague", None, "police officers", "officer")),
    ("Hundreds of miners marched.", ("Hundreds", None, "vague", None, "miners", "miner")),
    ("Scores of miners marched.", ("Scores", None, "vague", None, "miners", "miner")),
    ("Tens of thousands of miners marched.", ("Tens of thousands", None, "vague", None, "miners", "miner")),
    ("It vowed to expel an equal number of envoys.", ("an equal number", None, "equal", None, "envoys", "envoy")),
    ("The same number of guards stood by.", ("The same number", None, "equal", None, "guards", "guard")),
    ("A couple of nurses fled.", ("A couple", 2, "about", None, "nurses", "nurse")),
    ("Two dozen sailors fled.", ("Two dozen", 24, "about", None, "sailors", "sailor")),
    # shares, factors, none
    ("A third of the members stayed away.", ("A third", 1 / 3, "exact", "share", "members", "member")),
    ("Two-thirds of members agreed.", ("Two-thirds", 2 / 3, "exact", "share", "members", "member")),
    ("More than half of the patients left.", ("half", 0.5, "at least", "share", "patients", "patient")),
    ("Half the members agreed.", ("Half", 0.5, "exact", "share", "members", "member")),
    ("One in five members agreed.", ("One in five", 0.2, "exact", "share", "members", "member")),
    ("Profits were cut by a fifth.", ("a fifth", 0.2, "exact", "share", None, "")),
    ("Twice as many ferries sailed.", ("Twice as many", 2, "exact", "times", "ferries", "ferry")),
    ("Exports have nearly tripled.", ("tripled", 3, "about", "times", None, "")),
    ("No one was hurt.", ("No one", 0, "exact", None, None, "")),
    ("None of the crew members died.", ("None", 0, "exact", None, "crew members", "member")),
    ("There were no casualties.", ("no", 0, "exact", None, "casualties", "casualty")),
    ("The club scored zero goals.", ("zero", 0, "exact", None, "goals", "goal")),
    # measures of several words
    ("A quake of magnitude 6.2 struck.", ("magnitude 6.2", 6.2, "exact", "magnitude", None, "")),
    ("He drove at 90 km/h.", ("90 km/h", 90, "exact", "kilometre per hour", None, "")),
    ("It was minus 12 degrees.", ("minus 12", -12, "exact", "degree", None, "")),
    ("It reached 41 degrees Celsius.", ("41 degrees Celsius", 41, "exact", "degree Celsius", None, "")),
    ("The park covers 12 square kilometres.",
     ("12 square kilometres", 12, "exact", "square kilometre", None, "")),
    ("She fell 200ft.", ("200ft", 200, "exact", "foot", None, "")),
    ("The cliff is 40m high.", ("40m", 40, "exact", "metre", None, "")),
    ("The show drew 4.5m viewers.", ("4.5m", 4_500_000, "exact", None, "viewers", "viewer")),
    # currencies of several countries keep their word
    ("It cost 3,000 rupees.", ("3,000 rupees", 3000, "exact", "rupee", None, "")),
    ("It cost $5million.", ("$5million", 5_000_000, "exact", "USD", None, "")),
    # changes are two figures, ranges one
    ("Its value fell $9 billion to $80 billion.",
     ("$9 billion", 9e9, "exact", "USD", None, ""), ("$80 billion", 80e9, "exact", "USD", None, "")),
    ("From 300 to 350 delegates came.", ("300 to 350", 300, "range", None, "delegates", "delegate")),
    ("It has leads ranging from 3 to 7 points.", ("3 to 7", 3, "range", None, "points", "point")),
    ("They asked between $10m and $15m.", ("between $10m and $15m", 1e7, "range", "USD", None, "")),
    # the counted noun is told by a state, or behind a hyphen
    ("The raid left 11 dead.", ("11", 11, "exact", None, "dead", "dead")),
    ("The four-member panel met.", ("four", 4, "exact", None, "member", "member")),
    ("Some 1,000-plus runners entered.", ("1,000", 1000, "at least", None, "runners", "runner")),
    ("She holds two bachelor's degrees.", ("two", 2, "exact", None, "bachelor's degrees", "degree")),
    ("More than a half million people left.",
     ("a half million", 500_000, "at least", None, "people", "people")),
    ("About 4-5,000 people left.", ("4-5,000", 4000, "range", None, "people", "people")),
    # one
    ("One expert called it calculated.", ("One", 1, "exact", None, "expert", "expert")),
]  # fmt: skip

NO_FIGURE = [
    "The minister was the first to leave.",
    "The 21st round of talks failed.",
    "She was born in 1998.",
    "It opened on 30 December 2016.",
    "It opened at 3 p.m. on Friday.",
    "Mara Quill, 43, heads the union.",
    "Mara Quill (43) heads the union.",
    "The driver was aged 43.",
    "An 18-year-old student won.",
    "The driver is 43 years old.",
    "The Calder 208 landed safely.",
    "Flight 93 landed safely.",
    "The council passed Resolution 2375.",
    "See page 3 of the report.",
    "The U-20 team flew home.",
    "Engineers tested the 5G masts.",
    "Call 555-123-4567 for help.",
    "She lives at 10 Harrow Street.",
    "The visitors won 3-1.",
    "The Group of Seven met again.",
    "One of them fled.",
    "One day it will end.",
    "The office is open 24/7.",
    "He scores often.",
    "There is no evidence of fraud.",
    "Nobody knows who paid.",
    "They have zero tolerance for fraud.",
    "A third man fled.",
    "The plan was dropped by a third party.",
    "Her second-half goal won it.",
    "Half the time it rains.",
    "She turned 17 in May.",
    "Children as young as six worked there.",
    "They brought Ana, nine, and Tom, six.",
    "It won 4 / 5 stars.",
    "The bus, No. 38, was empty.",
    "She lives at 131 West 23rd Street.",
    "They doubled down on the plan.",
    "They back a two-state solution.",
    "Vega One in Lys closed.",
]


def told(document: Any, figure: Figure) -> tuple[Any, ...]:
    return document.words_at(figure.span), figure.value, figure.bound, figure.unit, figure.counts, figure.head


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_a_number_in_words_or_digits_has_its_value(words: str, value: float | None) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize("case", FIGURES, ids=[c[0] for c in FIGURES])
def test_a_figure_has_its_value_bound_unit_and_count(reader: Any, document_of: Any, case: Any) -> None:
    text, *wanted = case
    document = document_of(text, FRIDAY)
    assert [told(document, f) for f in find_figures(parse(document, reader.nlp))] == wanted


@pytest.mark.parametrize("text", NO_FIGURE)
def test_a_number_that_names_or_dates_is_no_figure(reader: Any, document_of: Any, text: str) -> None:
    document = document_of(text, FRIDAY)
    assert [told(document, f) for f in find_figures(parse(document, reader.nlp))] == []


def test_a_range_keeps_both_ends(reader: Any, document_of: Any) -> None:
    (figure,) = find_figures(parse(document_of("Between 10 and 20 villages were cut off."), reader.nlp))
    assert (figure.value, figure.high) == (10, 20)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Several", 3, 12),
        ("Dozens of", 20, 200),
        ("Hundreds of thousands of", 200_000, 2_000_000),
        ("A few hundred", 200, 2000),
        ("Numerous", 3, None),
    ],
)
def test_a_vague_number_has_a_least_and_a_most(
    reader: Any, document_of: Any, words: str, low: float, high: float | None
) -> None:
    (figure,) = find_figures(parse(document_of(f"{words} miners marched."), reader.nlp))
    assert (figure.value, figure.low, figure.high) == (None, low, high)


def test_part_and_whole_are_two_figures_with_their_own_counts(reader: Any, document_of: Any) -> None:
    text = "The ministry named 31 employees of the embassy and four diplomats from the consulate."
    figures = find_figures(parse(document_of(text), reader.nlp))
    assert [(f.value, f.head) for f in figures] == [(31, "employee"), (4, "diplomat")]


def test_the_counted_words_stand_where_their_span_says(reader: Any, document_of: Any) -> None:
    document = document_of("A first line.\n\nThe storm cut off 35 hill villages, crews said.")
    (figure,) = find_figures(parse(document, reader.nlp))
    assert figure.counts_span is not None
    assert document.words_at(figure.counts_span) == figure.counts == "hill villages"


@given(st.integers(0, 10**12))
def test_digits_with_and_without_commas_mean_the_same(number: int) -> None:
    assert number_of(f"{number:,}") == number_of(str(number)) == number


@given(st.text(alphabet="0123456789,.$£%- aboutfivemillion'toandhalf", max_size=60))
def test_no_text_breaks_it_and_places_lie_in_the_text(text: str) -> None:
    assert all(0 <= a.start < a.end <= len(text) for a in amounts(text))


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Twenty-eight pilots walked out.", 28, "pilots"),
        ("Forty-two of the lorries never came.", 42, "lorries"),
        ("Some 30, 000 marchers filled the square.", 30_000, "marchers"),
        ("The ship carries two 76mm guns.", 2, "76mm guns"),
    ],
)
def test_numbers_of_more_than_one_part_are_one_number(reader, document_of, text, value, noun):
    figure = reader.read(document_of(text)).figures[0]
    assert (figure.value, figure.counts) == (value, noun)


@pytest.mark.parametrize(
    "text", ["Update 4.1 fixes the fault.", "He was 43.", "Mara Quill is 51 and lives in Osk.", "Osk won 4-2."]
)
def test_versions_ages_and_scores_count_nothing(reader, document_of, text):
    assert reader.read(document_of(text)).figures == ()


def test_only_noughts_make_up_for_a_stray_blank(reader, document_of):
    values = [f.value for f in reader.read(document_of("In groups of 12, 500 people came.")).figures]
    assert 12_500 not in values
