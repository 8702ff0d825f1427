"""The terms of many documents counted in columns, against counting one document word by word."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Document, Part, Passage, Role, Span
from rashomon.core.calendar import MONTHS
from rashomon.group import StorySettings
from rashomon.group.tally import RECENT_DAYS, count, tally
from rashomon.group.tokens import Spare
from rashomon.group.vocabulary import CALENDAR, LONGEST_TELLING_CAPITAL, OWN_DAYS
from rashomon.group.words import WORD, form_of, sentence_starts, stem

NEAR = StorySettings(lead_chars=40, body_chars=90)
"""Under which short texts have a lead, a body, and what is not counted."""
FIFTH = datetime(2031, 5, 5, 9, tzinfo=UTC)
SAID = (
    "The the Barge barge barge's Barge's Ada Orr of Of. slept. Slept shut! 5 May May. 3 30 April 40 1.5 31 "
    "today Friday yesterday “We U.S. quay\n Quay 2 June ², lamp"
).split(" ")
LINES = st.lists(st.sampled_from(SAID), max_size=30).map(" ".join)


def report(lines, headline=None, at=FIFTH, key="report"):
    passages, text = [], ""
    for line in lines:
        if line:
            passages.append(Passage(span=Span(len(text), len(text) + len(line)), role=Role.PARAGRAPH))
        text += line + "\n"
    return Document(
        id=key,
        text=text,
        headline=headline,
        headline_span=None if headline is None else Span(0, len(headline), Part.HEADLINE),
        published_at=at,
        passages=tuple(passages),
    )


REPORTS = st.builds(report, st.lists(LINES, max_size=4), st.none() | LINES, st.none() | st.just(FIFTH))


def placed(document, s):
    """The words of each passage: written, form, weight, whether in the body, whether it begins a sentence."""
    begun, found = None, []
    for passage in document.prose():
        stretch = document.part(passage.span.part)[passage.span.start : passage.span.end]
        firsts, own = set(sentence_starts(stretch)), []
        for match in WORD.finditer(stretch):
            at, weight = passage.span.start + match.start(), s.headline_weight
            if passage.role is not Role.HEADLINE:
                begun = at if begun is None else begun
                if passage.span.part is Part.TEXT and at - begun >= s.body_chars:
                    weight = 0.0  # known for its spelling, not counted
                else:
                    lead = passage.span.part is not Part.TEXT or at - begun < s.lead_chars
                    weight = s.lead_weight if lead else 1.0
            own.append((match.group(), form_of(match.group()), weight, match.start() in firsts))
        found.append((passage.role is Role.HEADLINE, own))
    return found


def plainly(document, s):
    """Words, names and figures of a document with their weights, and whether it tells of a day of its own."""
    passages = placed(document, s)
    prose = [word for headline, own in passages if not headline for word in own]
    always = {form for word, form, _, first in prose if is_capital(word, form) and not first}
    lower = {form for word, form, _, _ in prose if not is_capital(word, form)}
    words, names, figures, own_day = defaultdict(float), defaultdict(float), defaultdict(float), False
    for headline, own in passages:
        for before, (word, form, weight, first) in pairwise([None, *own]):
            if not weight:
                continue
            opening, bare = headline or weight > 1.0, form.removesuffix("'s")
            own_day |= opening and form in OWN_DAYS
            if form[0].isdigit():
                figures["f:" + form] += weight
            else:
                words[stem(form)] += weight
                sure = not headline and not first
                long = form not in lower and len(bare) > LONGEST_TELLING_CAPITAL
                if is_capital(word, form) and (sure or form in always or bare in always or long):
                    names["n:" + bare] += weight
            if before is not None and before[2] == weight and (day := day_of(before[1], form)):
                figures[f"d:{day[0]}-{day[1]}"] += weight
                own_day |= opening and is_recent(day, document.published_at)
    return [list(words.items()), list(names.items()), list(figures.items())], own_day


def is_capital(word, form):
    return word[0].isupper() and form not in CALENDAR


def day_of(left, right):
    for month, number in ((left, right), (right, left)):
        if month in MONTHS and number in {str(day) for day in range(1, 32)}:
            return MONTHS[month], int(number)
    return None


def is_recent(day, at):
    return at is not None and day in {
        ((at - timedelta(n)).month, (at - timedelta(n)).day) for n in range(RECENT_DAYS + 1)
    }


def told(found, number):
    """What a tally says of one of its documents, as the plain way has it."""
    first = int(found.sizes[:number].sum())
    answer = []
    for size in found.sizes[number].tolist():
        own = slice(first, first := first + size)
        answer.append([(found.terms[p], n) for p, n in zip(found.places[own], found.counts[own].tolist(), strict=True)])
    return answer, found.own_days[number]


@settings(deadline=None, max_examples=150)
@given(st.lists(REPORTS, max_size=5))
def test_many_documents_are_counted_as_each_by_itself(documents):
    found = tally(documents, NEAR)
    assert found.sizes.shape == (len(documents), 3)
    assert len(found.own_days) == len(documents)
    assert [told(found, number) for number in range(len(documents))] == [plainly(each, NEAR) for each in documents]
    assert found.sizes.sum() == len(found.places) == len(found.counts)
    assert set(found.places.tolist()) == set(range(len(found.terms))), "each term is somebody's"
    assert len(set(found.terms)) == len(found.terms)
    for document in documents:
        words, names, figures, own_day = count(document, NEAR)
        assert ([list(words.items()), list(names.items()), list(figures.items())], own_day) == plainly(document, NEAR)


def test_what_was_counted_before_changes_nothing(monkeypatch):
    documents = [report([f"Barge {n} slept on {n} May. Ada Orr{n} of Quay{n % 3}"], key=f"d{n}") for n in range(1, 30)]
    wanted = [plainly(document, NEAR) for document in documents]
    for most in (0, 20, 1 << 17):
        monkeypatch.setattr("rashomon.group.tally.MOST_WORDS", most)
        for _ in range(2):
            assert [told(tally([document], NEAR), 0) for document in documents] == wanted


def test_words_are_forgotten_where_there_are_many(monkeypatch):
    """A process that counts for weeks remembers no more than so many, and those of one batch."""
    monkeypatch.setattr("rashomon.group.tally.MOST_WORDS", 50)
    spare = Spare()
    monkeypatch.setattr("rashomon.group.tally._spare", spare)
    for batch in range(40):
        tally([report([f"barge{batch}x{n} Quay{batch}x{n}" for n in range(5)])], NEAR)
        kept = spare.take(None, most=10_000)
        assert kept is not None
        assert spare.take(None, most=10_000) is None, "one is left, and whoever has it has it alone"
        assert len(kept.lexicon) <= 50 + 15
        spare.leave(None, kept)


@pytest.mark.parametrize("number", ["²", "①", "9" * 5000, "0", "32", "٤"])
def test_what_looks_like_the_day_of_a_date_and_is_none_loses_no_report(number):
    found = count(report([f"Divers came at noon on May {number}. Then on {number} May."]), NEAR)
    assert found.words["noon"] == 2.0
    assert [term for term in found.figures if term.startswith("d:")] == (["d:5-4"] if number == "٤" else [])
