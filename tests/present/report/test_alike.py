"""Claims that read the same stand once, and say that they are several; voices and denials are no origins."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace

import lxml.html
import pytest
from rich.console import Console
from tests.present import ferry
from tests.present.questions.kept import archive

from rashomon.core import Coverage, Root, Standing, Status
from rashomon.present import questions
from rashomon.present.questions import Asked
from rashomon.present.report import sheet
from rashomon.present.report.markdown import brief
from rashomon.present.report.page import page
from rashomon.present.report.resting import within
from rashomon.present.report.terminal import show


def shown(account):
    console = Console(file=io.StringIO(), width=160)
    show(account, console, full=True)
    return console.file.getvalue()


def with_claims(account, story, *claims):
    return replace(account, stories=(replace(story, claims=claims, coverage=(), digest=(), answers=(), timeline=()),))


def test_two_acts_told_by_the_same_words_stand_once(account, story):
    first = ferry.CLAIMS[0]
    words = shown(with_claims(account, story, first, replace(first, id="again", action="order")))
    assert words.count(f"{first.text}  (") == 1
    assert f"2 claims, of “{first.action}” and “order”" in words


def test_on_the_page_two_acts_told_by_the_same_words_stand_once(account, story):
    first = ferry.CLAIMS[0]
    tree = lxml.html.document_fromstring(
        page(with_claims(account, story, first, replace(first, id="again", action="order")))
    )
    (row,) = tree.xpath("//li[contains(concat(' ', @class, ' '), ' claim ')]")
    assert row.get("id") == f"claim-{first.id}"
    assert f"2 claims, of “{first.action}” and “order”" in " ".join(row.text_content().split())
    assert [span.get("id") for span in row.xpath(".//span[@id]")] == ["claim-again"]


def test_in_markdown_two_acts_told_by_the_same_words_stand_once(account, story):
    first = ferry.CLAIMS[0]
    words = brief(with_claims(account, story, first, replace(first, id="again", action="order")))
    assert words.count(first.text) == 1
    assert f"2 claims, of “{first.action}” and “order”" in words


def other_voice(first):
    return replace(first, reports=(replace(first.reports[0], voice="somebody"), *first.reports[1:]))


def more_origins(first):
    return replace(first, origins=first.origins + 1)


def other_root(first):
    return replace(first, root=Root(party=None, document=None, reason="all copy one"))


@pytest.mark.parametrize("changed", [other_voice, more_origins, other_root])
def test_what_a_row_shows_otherwise_stands_by_itself(account, story, changed):
    first = ferry.CLAIMS[0]
    words = shown(with_claims(account, story, first, replace(changed(first), id="again", action="order")))
    assert "2 claims, of" not in words


def test_what_others_tell_stands_by_itself(account, story):
    first = ferry.CLAIMS[0]
    fewer = replace(first, id="again", action="order", reports=first.reports[:2])
    words = shown(with_claims(account, story, first, fewer))
    assert words.count(f"{first.text}  (") == 2
    assert "2 claims, of" not in words


def two_voices(story):
    """A claim of one document in two voices, which another denies."""
    first = ferry.CLAIMS[0]
    here, there = first.reports[0], next(r for r in first.reports if r.document != first.reports[0].document)
    one, other, third = (origin.id for origin in story.origins[:3])
    reports = (
        replace(here, origin=one, status=Status.DONE, revised=()),
        replace(here, origin=other, status=Status.DONE, revised=()),
        replace(there, origin=third, status=Status.DENIED, revised=()),
    )
    return replace(first, reports=reports, origins=1, root=None)


def test_in_the_terminal_as_many_origins_are_listed_as_counted(account, story):
    words = shown(with_claims(account, story, two_voices(story)))
    assert "(1 origin, in two voices" in words
    rows = [line.split()[0] for line in words.splitlines() if line.startswith("  ") and line[2:3].isalpha()]
    assert rows == ["origin", "voice", "denial"]


def test_on_the_page_as_many_origins_are_listed_as_counted(account, story):
    claim = two_voices(story)
    tree = lxml.html.document_fromstring(page(with_claims(account, story, claim)))
    (opened,) = tree.xpath(f"//*[@id='claim-{claim.id}']//details")
    words = " ".join(opened.text_content().split())
    assert words.startswith("1 independent origin, in two voices of")
    rows = [" ".join(row.text_content().split()) for row in opened.xpath("./ul/li")]
    assert [row.startswith(("the same origin, in another voice: ", "a denial, no origin of it: ")) for row in rows] == [
        False,
        True,
        True,
    ]
    sides = " ".join(tree.xpath(f"//*[@id='claim-{claim.id}']//dl")[0].text_content().split())
    assert "done 1 origin" in sides
    assert "denied 1 origin" in sides


def alone_twice(account, story):
    """An account in which one report alone tells two acts by the same words, and one thing more."""
    first = next(c for c in ferry.CLAIMS if c.standing is Standing.SINGLE)
    claims = (first, replace(first, id="again", action="order"), replace(first, id="more", text="The crew slept."))
    (document,) = {r.document for r in first.reports}
    covered = Coverage(document=document, only_here=tuple(c.id for c in claims), left_out=())
    made = with_claims(account, story, *claims)
    return replace(made, stories=(replace(made.stories[0], coverage=(covered,)),))


def test_the_state_of_a_story_counts_claims_as_lists_of_stories_do(account, story):
    made = alone_twice(account, story)
    with archive(made).view() as view:
        (answer,) = questions.stories(view, Asked()).results
    assert answer.standings[Standing.SINGLE] == 3
    assert "3 told by one report alone" in shown(made)
    for form in (brief, page):
        assert "3 told by one report alone" in form(made)


@pytest.mark.parametrize("full", [True, False])
def test_a_story_of_one_report_lists_the_claims_that_it_counts(account, story, full):
    made = alone_twice(account, story)
    (one,) = {report.document for claim in made.stories[0].claims for report in claim.reports}
    own = tuple(each for each in made.documents if each.id == one)
    made = replace(made, documents=own, stories=(replace(made.stories[0], documents=(one,), coverage=()),))
    console = Console(file=io.StringIO(), width=200)
    show(made, console, full=full)
    words = console.file.getvalue()
    assert "1 report · no claim told by several · 3 told by one report alone" in words
    assert "Told by one report alone\n" in words
    assert ("The crew slept." in words) is full
    assert ("; 1 more" in words) is not full


def test_a_story_without_a_brief_says_so(account, story):
    said = "no sentence for a brief"
    assert said not in shown(account)
    assert said in shown(replace(account, stories=(replace(story, digest=()),)))
    assert said not in shown(replace(account, stories=(replace(story, digest=(), claims=()),)))


def test_more_are_counted_beside_the_row_that_is_seen(account, story):
    made = alone_twice(account, story)
    console = Console(file=io.StringIO(), width=200)
    show(made, console)
    assert "; 1 more" in console.file.getvalue()
    assert "; 2 more" not in console.file.getvalue()


def test_on_the_page_claims_here_alone_are_counted_as_claims_and_a_row_says_how_many_it_is(account, story):
    tree = lxml.html.document_fromstring(page(alone_twice(account, story)))
    (opened,) = tree.xpath("//details[summary[contains(., 'here alone')]]")
    assert len(opened.xpath("./ul/li")) == 2
    assert opened.xpath("./summary")[0].text_content() == "3 claims here alone"
    assert opened.text_content().count("2 claims, of “") == 1


@pytest.mark.parametrize("face", [shown, page, brief])
def test_on_what_a_claim_rests_is_worked_out_once_however_often_it_is_shown(account, monkeypatch, face):
    asked = Counter()

    def counting(claim, origins):
        asked[claim.id] += 1
        return within(claim, origins)

    monkeypatch.setattr(sheet, "within", counting)
    face(account)
    assert asked
    assert set(asked.values()) == {1}


def said_once(story):
    """A quotation of the story that one document alone has."""
    several = story.utterances[0]
    return replace(several, id="once", quotations=several.quotations[:1])


def test_all_that_is_asked_for_has_what_one_report_alone_quotes(account, story):
    made = replace(account, stories=(replace(story, utterances=(said_once(story),)),))
    words = next(line for line in said_once(story).text.split(". "))
    assert f" · {words[:30]}" in shown(made)
    console = Console(file=io.StringIO(), width=160)
    show(made, console)
    assert f" · {words[:30]}" not in console.file.getvalue()


def test_a_story_of_one_report_shows_its_quotations(account, story):
    one = said_once(story)
    made = replace(
        account, stories=(replace(story, documents=(one.quotations[0].document,), claims=(), utterances=(one,)),)
    )
    assert f" · {one.text[:30]}" in shown(made)
