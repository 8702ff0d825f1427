"""What an outlet says of its own report: corrected, clarified, withdrawn, updated; prose about others is none."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.cover import uncovered
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned

from rashomon.clean.notices import notices_in
from rashomon.core import NoticeKind, Part, Passage, Role, Span

NOTICES = {
    "This article was amended on 4 March 2021 to correct the name of the port.": "correction",
    "• This report was amended on 5 March because it named the wrong firm.": "correction",
    "Correction: an earlier version of this report gave the wrong day for the closure.": "correction",
    "CORRECTION (12 May): The bridge has four pillars, not three.": "correction",
    "Correction, March 4, 2021: The mayor is Ines Calder, not Ines Calter.": "correction",
    "This story has been corrected to show that two pillars are cracked, not three.": "correction",
    "An earlier version of this article said that the bridge would open on Thursday.": "correction",
    "Due to an editing error, an earlier version of this story misnamed the engineer.": "correction",
    "(This story has been refiled to correct the spelling of Calder in the second paragraph)": "correction",
    "(Corrects spelling of name in paragraph 3)": "correction",
    "Editor’s note: This article has been updated to correct the number of pillars.": "correction",
    "We have removed a paragraph from this story that named the wrong firm.": "correction",
    "Clarification: the board has nine members, of whom two did not vote.": "clarification",
    "This article was updated to make clear that the mayor had not voted.": "clarification",
    "Editor's note: This article has been retracted. Its author had invented the engineer.": "retraction",
    "RETRACTION: The Harbour Post withdraws its report of 3 March on the bridge.": "retraction",
    "This story has been removed because its source could not be found.": "retraction",
    "We have withdrawn this article while we look into how it came about.": "retraction",
    "Editor's note: the Harbour Post has retracted this article.": "retraction",
    "The Harbour Post has withdrawn this report. It said that the mayor sold the bridge.": "retraction",
    "KILL: The story slugged NORVALE-BRIDGE is wrong. Do not use it.": "retraction",
    "EDITORS: Please kill and do not use the story slugged NORVALE-BRIDGE.": "retraction",
    "The Quay News Agency has withdrawn its story about the bridge. A substitute will be sent.": "retraction",
    "This story has been updated with the words of the mayor.": "update",
    "Update: The bridge opened on Tuesday night.": "update",
    "(Adds quotes, background)": "update",
    "Editor’s note: This story was updated at 5.45 p.m. with the words of the board.": "update",
}


@pytest.mark.parametrize(("line", "kind"), NOTICES.items())
def test_a_notice_is_a_fact_of_the_document_and_its_words_stay_covered(line, kind):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{line}")
    (notice,) = made.notices
    assert (str(notice.kind), made.words_at(notice.span)) == (kind, line)
    assert uncovered(made.text, made.passages, made.set_aside) == []


BEHIND_A_SENTENCE = {
    "Four divers were held on Friday. Correction: An earlier version of this story said that five divers were held.": (
        "Correction: An earlier version of this story said that five divers were held.",
        "five divers were held",
    ),
    "The board met. CORRECTION: The bridge has four pillars, not three.": (
        "CORRECTION: The bridge has four pillars, not three.",
        "three",
    ),
    "The board met. Then it asked for a correction: four pillars, not three.": None,
    "The mate wrote “It is late. Correction: it is early.” to his wife.": None,
    "The board met. Update: The bridge opened on Tuesday night.": None,
}


@pytest.mark.parametrize(("line", "expected"), BEHIND_A_SENTENCE.items())
def test_a_label_that_begins_a_sentence_begins_a_notice(line, expected):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{line}")
    found = [(made.words_at(n.span), made.words_at(n.wrong) if n.wrong else None) for n in made.notices]
    assert found == ([expected] if expected is not None else [])


def test_the_page_of_a_retraction_says_what_was_withdrawn():
    gone = "The Harbour Post reported on Monday that the mate of the Lise was drunk. That report was wrong."
    own = notices_in_page("Retraction: the barge Lise", gone, "The Harbour Post")
    assert [(str(n.kind), n.wrong is not None and n.wrong.of(gone)) for n in own][-1] == (
        "retraction",
        "the mate of the Lise was drunk",
    )
    assert notices_in_page("Retraction: the barge Lise", gone, "Norholm Mail")[1:] == ()
    assert notices_in_page("The barge Lise", gone, "The Harbour Post") == ()


def notices_in_page(headline, text, outlet):
    """The notices of a page of one paragraph."""
    return notices_in(
        text,
        (Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
        (),
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        names=[outlet],
    )


ABOUT_OTHERS = [
    "The university retracted the paper after two readers complained.",
    "The newspaper corrected its report on Tuesday, and the minister thanked it.",
    "The journal said that an earlier version of the study had counted four pillars twice.",
    "An earlier report in a Norvale paper said that the bridge had three pillars.",
    "“This article was amended on 3 May,” the editor told the court.",
    "This article of the treaty was changed in 1987.",
    "This story will be updated.",
    "This article was edited by Ada Moor.",
    "This story is updated daily.",
    "Corrections officers were called to the harbour jail on Monday.",
    "Updated: 2016-05-30 09:53",
    "Editor’s note: Ines Calder writes every week about bridges and what becomes of them.",
    "The Harbour Post has retracted a report on the bridge, the board said on Friday.",
    "The story has been corrected twice by the ministry, she said.",
    "The Quay News Agency has withdrawn its story about the bridge.",
    "The ship maker has withdrawn this report on the hull, the board said.",
    "Kill or cure: do not use the north pillar, divers say.",
]


@pytest.mark.parametrize("line", ABOUT_OTHERS)
@pytest.mark.parametrize("last", [True, False])
def test_a_report_on_what_others_corrected_has_no_notice(line, last):
    around = [FIRST, SECOND, THIRD, line] if last else [FIRST, line, SECOND, THIRD]
    made = cleaned("Harbour bridge stays closed\n\n" + "\n\n".join(around))
    assert made.notices == ()


def test_the_story_is_this_one_only_in_the_last_words():
    line = "The story has been corrected to say that two pillars are cracked."
    last = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{line}")
    first = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}\n\n{FIRST}")
    assert [n.kind for n in last.notices] == [NoticeKind.CORRECTION]
    assert first.notices == ()


HEADLINES = {
    "CORRECTED-Port of Norvale closes": ("correction", "CORRECTED-"),
    "REFILE-Port of Norvale closes": ("correction", "REFILE-"),
    "RETRACTION: Port of Norvale closes": ("retraction", "RETRACTION:"),
    "UPDATE 2-Port of Norvale closes": ("update", "UPDATE 2-"),
    "Port of Norvale closes [Updated]": ("update", "[Updated]"),
    "Port of Norvale closes UPDATED": ("update", "UPDATED"),
    "UPDATED Port of Norvale closes": ("update", "UPDATED"),
}


@pytest.mark.parametrize(("headline", "told"), HEADLINES.items())
def test_a_mark_in_the_headline_is_a_notice(headline, told):
    made = cleaned(f"{FIRST}\n\n{SECOND}", kind="ready", headline=headline)
    (notice,) = made.notices
    assert notice.span.part is Part.HEADLINE
    assert (str(notice.kind), made.words_at(notice.span)) == told


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor retracts claim about bridge",
        "Court of Norvale updated its rules",
        "Correction of river bed begins",
        "UPDATED RULES FOR THE PORT",
        "Bridge claims retracted by board",
    ],
)
def test_a_headline_on_a_retraction_is_none(headline):
    assert cleaned(f"{FIRST}\n\n{SECOND}", kind="ready", headline=headline).notices == ()


TOLD = [
    ("This article was amended on 4 March 2021. An earlier version said three pillars were cracked; it was two.",
     "three pillars were cracked", "it was two"),
    ("Correction: The bridge has four pillars, not three.", "three", "four"),
    ("Correction: The mayor is Ines Calder, not Ines Calter.", "Ines Calter", "Ines Calder"),
    ("This story was corrected to say the bridge opens on Tuesday, not on Monday.", "on Monday", "on Tuesday"),
    ("An earlier version of this article incorrectly said that the board had seven members. It has nine.",
     "the board had seven members", "It has nine"),
    ("An earlier version of this report misidentified the engineer as Ada Orsk.", "Ada Orsk", None),
    ("An earlier version of this article misspelled the name of the mayor.", None, None),
    ("Correction: the year of the flood was changed from 1962 to 1926.", "1962", "1926"),
    ("Correction: A caption should have read Quay Street rather than Key Street.", "Key Street", "Quay Street"),
    ("An earlier version of this story gave the wrong age. We regret the error.", None, None),
    ("Correction: An earlier version of this story listed twelve names, as reported by a local station.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wrong", "right"), TOLD)
def test_what_was_wrong_and_what_is_right_where_the_notice_says_so(line, wrong, right):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{line}")
    (notice,) = made.notices
    told = [None if span is None else made.words_at(span) for span in (notice.wrong, notice.right)]
    assert told == [wrong, right]


DATED = [
    ("This article was amended on 4 March 2021 to correct a name.", "2021-03-04"),
    ("This article was amended on March 4 to correct a name.", "2021-03-04"),
    ("This article was amended on 4 January to correct a name.", "2022-01-04"),
    ("Correction (5 March): The bridge has four pillars.", "2021-03-05"),
    ("Correction, March 5, 2021: The bridge has four pillars.", "2021-03-05"),
    ("Correction: The bridge was built on 5 March 1926, not in May.", None),
    ("On 6 March 2021 this article was amended to correct a name.", "2021-03-06"),
]


@pytest.mark.parametrize(("line", "day"), DATED)
def test_the_day_of_a_notice(line, day):
    made = cleaned(f"{FIRST}\n\n{SECOND}\n\n{line}", published_at=datetime(2021, 3, 3, 10, tzinfo=UTC))
    (notice,) = made.notices
    assert notice.date == day
    assert (notice.date_span is None) == (day is None)


def test_without_a_year_and_a_time_of_publishing_there_is_no_day():
    (notice,) = cleaned(f"{FIRST}\n\n{SECOND}\n\nThis article was amended on 4 March to correct a name.").notices
    assert notice.date is None


def test_a_label_alone_takes_the_paragraph_below_it():
    made = cleaned(
        f"Bridge closed\n\n{FIRST}\n\n{SECOND}\n\nCorrection: March 5, 2021\n\nThe bridge has four pillars, not three."
    )
    (notice,) = made.notices
    assert made.words_at(notice.span) == "Correction: March 5, 2021\n\nThe bridge has four pillars, not three."
    assert notice.date == "2021-03-05"
    assert notice.wrong is not None
    assert made.words_at(notice.wrong) == "three"


def test_a_notice_in_brackets_inside_a_paragraph():
    made = cleaned(f"Bridge closed\n\n{FIRST} (Correction: the board met on Sunday, not on Monday.) {SECOND}")
    (notice,) = made.notices
    assert made.words_at(notice.span) == "(Correction: the board met on Sunday, not on Monday.)"


@given(st.text(max_size=300))
def test_any_words_give_notices_whose_places_lie_in_them(words):
    made = notices_in("", (), (), headline=words or None, headline_span=Span(0, len(words), Part.HEADLINE))
    assert all(notice.span.end <= len(words) for notice in made)


@given(
    st.lists(st.sampled_from([*NOTICES, *ABOUT_OTHERS, "Correction:", "(", "as", ", not", " 3 May", FIRST]), min_size=1)
)
def test_notices_lie_in_the_text_and_do_not_overlap(lines):
    made = cleaned(FIRST + "\n\n" + "\n\n".join(lines))
    places = [n.span for n in made.notices if n.span.part is Part.TEXT]
    assert all(a.end <= b.start for a, b in itertools.pairwise(places))
    for notice in made.notices:
        for inner in (notice.wrong, notice.right, notice.date_span):
            assert inner is None or notice.span.covers(inner)


def test_the_outlet_that_withdrew_its_story_is_the_one_of_this_report():
    line = "The Quay News Agency has withdrawn its story about the bridge."
    text = f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{line}"
    kinds = {
        outlet: [n.kind for n in cleaned(text, outlet=outlet).notices]
        for outlet in ("Quay News Agency", "Harbour Post")
    }
    assert kinds == {"Quay News Agency": [NoticeKind.RETRACTION], "Harbour Post": []}


def test_a_negation_is_right_and_what_was_wrong_is_not_said():
    line = "This story has been corrected to show that the mayor was not arrested."
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{line}")
    (notice,) = made.notices
    assert notice.wrong is None
    assert notice.right is not None
    assert made.words_at(notice.right) == "the mayor was not arrested"
