"""Reports that were corrected, withdrawn or silently changed, and what becomes of the claims that rest on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tests.newsrooms import newsroom

from rashomon.core import Alteration, AlterationKind, Earlier, Span, Standing


def told(story, room, outlet, words):
    """The claim that a report tells at these words."""
    place, document = room.span(outlet, words), room[outlet].id
    (claim,) = [c for c in story.claims if any(r.document == document and place.touches(r.span) for r in c.reports)]
    return claim


def problems(story, code):
    return [p for p in story.problems if p.code == code]


@newsroom
def test_a_retracted_report_makes_nothing_agreed(room, account_for):
    """Two outlets tell it, one of them withdrew its report.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Board shuts harbour bridge

    The Port Board closed the Lantern bridge on Friday after divers found cracks.

    == Ostrand Mail, 2031-05-02 12:00 Z ==
    Lantern bridge closed

    On Friday the Port Board closed the Lantern bridge, and lorries queued for miles.

    Editor's note: This article has been retracted. Its author had not been to Norvale.
    """
    story = account_for(room)
    claim = told(story, room, "Norvale Post", "closed the Lantern bridge")
    assert {r.document for r in claim.reports} == {d.id for d in room.documents}, "nobody vanishes"
    assert claim.standing is Standing.SINGLE
    assert claim.standing_reason.endswith("counts 1 of 2: 1 rests on a withdrawn report")
    assert (claim.outlets, claim.origins) == (1, 1)
    marks = {r.document: r.revised for r in claim.reports}
    assert marks == {room["Norvale Post"].id: (), room["Ostrand Mail"].id: ("retraction",)}
    (problem,) = problems(story, "report-retracted")
    assert problem.document == room["Ostrand Mail"].id
    cited = {c.document for s in story.digest for c in s.citations}
    assert cited == {room["Norvale Post"].id}


@newsroom
def test_the_same_two_reports_without_the_note_agree(room, account_for):
    """The control.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Board shuts harbour bridge

    The Port Board closed the Lantern bridge on Friday after divers found cracks.

    == Ostrand Mail, 2031-05-02 12:00 Z ==
    Lantern bridge closed

    On Friday the Port Board closed the Lantern bridge, and lorries queued for miles.
    """
    story = account_for(room)
    assert told(story, room, "Norvale Post", "closed the Lantern bridge").standing is Standing.AGREED
    assert problems(story, "report-retracted") == []


@newsroom
def test_copies_of_a_retracted_report_agree_with_nobody(room, account_for):
    """Two papers print the agency's report; the agency withdraws it.

    == Kestrin News Agency, 2031-05-02 10:00 Z ==
    RETRACTION: Board shuts harbour bridge

    The Port Board closed the Lantern bridge on Friday after divers found cracks in two of its pillars near the quay.

    This story has been withdrawn.

    == Ostrand Mail, 2031-05-02 12:00 Z; credits: Kestrin News Agency ==
    Lantern bridge closed

    The Port Board closed the Lantern bridge on Friday after divers found cracks in two of its pillars near the quay.

    == Upriver Today, 2031-05-02 13:00 Z; credits: Kestrin News Agency ==
    Bridge shut

    The Port Board closed the Lantern bridge on Friday after divers found cracks in two of its pillars near the quay.
    """
    story = account_for(room)
    claim = told(story, room, "Ostrand Mail", "closed the Lantern bridge")
    assert claim.standing is Standing.DISPUTED
    assert "retracted" in claim.standing_reason
    assert any("closed the Lantern bridge" in p.message for p in problems(story, "rests-on-retracted"))
    assert all(claim.id not in s.claims for s in story.digest)


@newsroom
def test_what_only_a_retracted_report_tells_is_single_and_in_no_digest(room, account_for):
    """One report, withdrawn.

    == Ostrand Mail, 2031-05-02 12:00 Z ==
    Lantern bridge closed

    On Friday the Port Board closed the Lantern bridge, and lorries queued for miles.

    This article has been removed because its author had not been to Norvale.
    """
    story = account_for(room)
    claim = told(story, room, "Ostrand Mail", "closed the Lantern bridge")
    assert claim.standing is Standing.SINGLE
    assert "retracted" in claim.standing_reason
    assert story.digest == ()


@newsroom
def test_a_correction_is_told_with_what_was_wrong_and_withdraws_only_that(room, account_for):
    """A corrected report still confirms what it was right about.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Board shuts harbour bridge

    The Port Board closed the Lantern bridge on Friday after divers found cracks.

    == Ostrand Mail, 2031-05-02 12:00 Z ==
    Lantern bridge closed

    On Friday the Port Board closed the Lantern bridge, and lorries queued for miles.

    This article was amended on 3 May 2031. The bridge has four pillars, not three.
    """
    story = account_for(room)
    claim = told(story, room, "Norvale Post", "closed the Lantern bridge")
    assert claim.standing is Standing.AGREED
    assert {r.revised for r in claim.reports} == {(), ("correction",)}
    (problem,) = problems(story, "report-corrected")
    assert "on 2031-05-03" in problem.message
    assert "wrong: “three”" in problem.message
    assert "right: “four”" in problem.message
    assert not any("amended" in c.text for c in story.claims), "what the desk did is no claim of the story"


@newsroom
def test_what_an_earlier_version_said_stands_among_the_problems(room, account_for):
    """An archive knows what the Mail said an hour before.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Board shuts harbour bridge

    The Port Board closed the Lantern bridge on Friday after divers found cracks.

    == Mail, 2031-05-02 12:00 Z ==
    Lantern bridge closed

    On Friday the Port Board closed the Lantern bridge, and 14 lorries fell into the river.
    """
    place = room.span("Mail", "14 lorries")
    gone = "The mayor had signed the order."
    earlier = Earlier(
        version="v1",
        seen_at=datetime(2031, 5, 2, 11, tzinfo=UTC),
        alterations=(
            Alteration(kind=AlterationKind.FIGURE, before=Span(0, 2), words_before="12", now=place, words_now="14"),
            Alteration(kind=AlterationKind.REMOVED, before=Span(9, 40), words_before=gone),
        ),
    )
    story = account_for(room, Mail=(earlier, replace(earlier, version="v2")))
    figure, removed = sorted(problems(story, "said-before"), key=lambda p: p.message)
    assert (figure.document, figure.span) == (room["Mail"].id, place)
    assert figure.message == "figure: the version seen 2031-05-02T11:00+00:00 said “12”, now “14”, without a notice"
    assert removed.span is None
    assert removed.message.endswith(f"“{gone}”; it is told no more, without a notice")
    marks = {r.span: r.revised for c in story.claims for r in c.reports if r.document == room["Mail"].id}
    assert {marked for span, marked in marks.items() if place.touches(span)} == {("said-before",)}


@newsroom
def test_figures_of_a_retracted_report_are_in_conflict_with_none(room, account_for):
    """Two tolls, one of them withdrawn.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Bridge falls

    The fall of the Lantern bridge killed 12 people on Friday.

    == Ostrand Mail, 2031-05-02 10:10 Z ==
    Bridge falls in Norvale

    The fall of the Lantern bridge killed 19 people on Friday.

    This story has been retracted.
    """
    story = account_for(room)
    assert all(line.standing is not Standing.DISPUTED for line in story.figures)
    claim = told(story, room, "Norvale Post", "killed 12 people")
    assert claim.standing is not Standing.DISPUTED


def sentences(story):
    return " ".join(s.text for s in story.digest)


@newsroom
def test_who_repeats_a_withdrawn_report_is_not_the_digest_and_the_denial_is(room, account_for):
    """One outlet withdraws, one repeats it with its credit, one has the denial.

    == Lantern Star, 2031-05-02 10:00 Z ==
    Harbour master sold pilot boat

    Harbour Master Oda Renn sold a pilot boat to Brack Salvage last year, two clerks said.

    Renn met Till Brack at a chapel in Norvale in March, the clerks said.

    This report has been withdrawn.

    == Ostrand Tribune, 2031-05-02 12:00 Z ==
    Paper: pilot boat was sold

    Harbour Master Oda Renn sold a pilot boat to Brack Salvage last year, the Lantern Star reported on Friday.

    Renn met Till Brack at a chapel in Norvale in March, the newspaper said. Divers closed the quay for repairs.

    == Lowmoor Gazette, 2031-05-02 15:00 Z ==
    Renn answers report

    Harbour Master Oda Renn denied on Friday that she had sold a pilot boat to Brack Salvage.
    """
    story = account_for(room)
    claim = told(story, room, "Ostrand Tribune", "sold a pilot boat")
    assert claim.standing is Standing.DENIED
    assert claim.standing_reason.startswith("told only by what rests on a report that its outlet retracted, denied by")
    assert claim.standing_reason.endswith("counts 1 of 3: 2 rest on a withdrawn report")
    marks = {r.document: r.revised for r in claim.reports}
    assert marks[room["Ostrand Tribune"].id] == ("rests-on-retracted",)
    met = told(story, room, "Ostrand Tribune", "met Till Brack")
    assert met.standing is Standing.DISPUTED
    problem_texts = [p.message for p in problems(story, "rests-on-retracted")]
    assert any("sold a pilot boat" in text for text in problem_texts)
    assert any("met Till Brack" in text for text in problem_texts)
    assert "Star" not in sentences(story)
    assert "Tribune" not in sentences(story)
    assert "denied on Friday" in sentences(story)


@newsroom
def test_who_repeats_a_withdrawn_report_and_has_a_source_of_his_own_counts(room, account_for):
    """The control: the Tribune asked somebody itself.

    == Lantern Star, 2031-05-02 10:00 Z ==
    Harbour master sold pilot boat

    Harbour Master Oda Renn sold a pilot boat to Brack Salvage last year.

    This report has been withdrawn.

    == Ostrand Tribune, 2031-05-02 12:00 Z ==
    Clerk tells of pilot boat

    Oda Renn sold a pilot boat to Brack Salvage, the clerk Wim Adder said on Friday.
    """
    story = account_for(room)
    claim = told(story, room, "Ostrand Tribune", "sold a pilot boat")
    assert claim.standing is Standing.SINGLE
    assert problems(story, "rests-on-retracted") == []


@newsroom
def test_who_has_it_from_one_who_repeats_it_does_not_count(room, account_for):
    """A chain of three.

    == Lantern Star, 2031-05-02 10:00 Z ==
    Harbour master sold pilot boat

    Harbour Master Oda Renn sold a pilot boat to Brack Salvage last year.

    This report has been withdrawn.

    == Ostrand Tribune, 2031-05-02 12:00 Z ==
    News from the quay

    It was the talk of all inns on the hill. Oda Renn sold a pilot boat to Brack Salvage, the Lantern Star reported.

    == Lowmoor Gazette, 2031-05-02 15:00 Z ==
    In the papers

    Rain fell on the fair for a third day. Oda Renn sold a pilot boat to Brack Salvage, the Ostrand Tribune reported.
    """
    story = account_for(room)
    claim = told(story, room, "Lowmoor Gazette", "sold a pilot boat")
    assert claim.standing is Standing.DISPUTED
    assert claim.standing_reason.endswith("counts 0 of 3: 3 rest on a withdrawn report")
    assert "sold" not in sentences(story)


@newsroom
def test_what_a_withdrawn_page_says_that_it_said_is_no_telling(room, account_for):
    """Only the notice is left of the Star's page.

    == Lantern Star, 2031-05-02 10:00 Z ==
    On Oda Renn

    The Lantern Star has withdrawn this report. It said that Oda Renn sold a pilot boat to Brack Salvage.

    The report also claimed that Renn burned the papers of the boat.

    == Ostrand Tribune, 2031-05-02 12:00 Z ==
    Clerk tells of pilot boat

    Oda Renn sold a pilot boat to Brack Salvage, the clerk Wim Adder said on Friday.
    """
    story = account_for(room)
    claim = told(story, room, "Ostrand Tribune", "sold a pilot boat")
    assert {r.document for r in claim.reports} == {room["Ostrand Tribune"].id}
    assert not any("burned" in c.text or "withdrawn" in c.text for c in story.claims)


@newsroom
def test_the_title_of_a_withdrawn_story_is_that_from_before(room, account_for):
    """An archive knows the headline that the withdrawal replaced.

    == Lantern Star, 2031-05-02 10:00 Z ==
    Story withdrawn: Oda Renn

    The Lantern Star has withdrawn this report. It said that Oda Renn sold a pilot boat to Brack Salvage.
    """
    place = room["Lantern Star"].headline_span
    before = "Harbour master sold pilot boat"
    changed = Alteration(
        kind=AlterationKind.HEADLINE,
        before=place,
        words_before=before,
        now=place,
        words_now="Story withdrawn: Oda Renn",
    )
    earlier = Earlier(version="v1", seen_at=datetime(2031, 5, 2, 11, tzinfo=UTC), alterations=(changed,))
    assert account_for(room, **{"Lantern Star": (earlier,)}).title == before
    assert account_for(room).title == "Story withdrawn: Oda Renn", "nothing is known of before"


@newsroom
def test_words_quoted_where_a_withdrawn_report_is_repeated_are_in_no_digest(room, account_for):
    """The Star's source is quoted by the Tribune, in the words of the Star.

    == Lantern Star, 2031-05-02 10:00 Z ==
    Harbour master sold pilot boat

    Harbour Master Oda Renn sold a pilot boat to Brack Salvage. "She took the keys herself," a clerk told the Star.

    This report has been withdrawn.

    == Ostrand Tribune, 2031-05-02 12:00 Z ==
    Paper: pilot boat was sold

    Oda Renn sold a pilot boat to Brack Salvage, the Lantern Star reported, quoting a clerk.

    "She took the keys herself," the clerk told the Lantern Star.

    == Lowmoor Gazette, 2031-05-02 15:00 Z ==
    Renn speaks

    "I have the keys in my drawer," Oda Renn said on Friday.
    """
    story = account_for(room)
    assert "She took the keys" not in sentences(story)
    assert "sold" not in sentences(story)
