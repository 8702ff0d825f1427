"""What the page of a story has: every claim once under its name, notices on reports, and what became of a telling."""

from collections import Counter
from dataclasses import replace

import lxml.html
import pytest
from tests.present import ferry

from rashomon.core import Notice, NoticeKind
from rashomon.present.report.links import OnThePage
from rashomon.present.report.page import page
from rashomon.present.report.sheet import sheets
from rashomon.present.report.story_page import StoryPage


def laid(account):
    (sheet,) = sheets(account)
    return StoryPage(sheet, OnThePage(frozenset(ferry.DOCUMENTS)))


def with_notice(account, kind, words="Share this story"):
    noticed = replace(ferry.DOCUMENTS["overseas"], notices=(Notice(span=ferry.at("overseas", words), kind=kind),))
    return replace(account, documents=tuple(noticed if d.id == "overseas" else d for d in account.documents))


def tree_of(account):
    return lxml.html.document_fromstring(page(account))


def test_every_claim_and_utterance_has_its_name_once(account):
    names = Counter(tree_of(account).xpath("//main//@id"))
    assert all(names[f"claim-{claim.id}"] == 1 for claim in ferry.CLAIMS)
    assert all(names[f"said-{utterance.id}"] == 1 for utterance in ferry.STORY.utterances)
    assert all(names[f"origin-{origin.id}"] == 1 for origin in ferry.STORY.origins)


def test_a_claim_without_coverage_is_told_under_its_report_all_the_same(account, story):
    bare = replace(account, stories=(replace(story, coverage=()),))
    assert [(column.letter, [c.id for c in alone]) for column, alone, _ in laid(bare).coverage] == [
        ("A", ["c4"]),
        ("E", ["c5"]),
    ]


def test_figures_are_named_by_the_first_place_that_tells_them(account):
    one = laid(account)
    first = ferry.at("courier", "14")
    assert one.figure_name(one.figures[0]) == f"figure-courier:{first.start}-{first.end}"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (NoticeKind.RETRACTION, "withdrawn"),
        (NoticeKind.CORRECTION, "corrected"),
        (NoticeKind.CLARIFICATION, "clarified"),
        (NoticeKind.UPDATE, "updated"),
    ],
)
def test_a_notice_is_seen_wherever_its_report_is_named(account, kind, word):
    tree = tree_of(with_notice(account, kind))
    (head,) = tree.xpath("//table[contains(@class, 'matrix')]/thead//th[bdi[text()='“Two years”']]")
    row = next(li for li in tree.xpath("//ul[contains(@class, 'reporters')]/li") if "“Two years”" in li.text_content())
    (report,) = tree.xpath("//article[@id='report-overseas']")
    for place in (head, row, report):
        assert place.xpath(".//span[contains(@class, 'notice')][contains(., $word)]", word=word)
    place = ferry.at("overseas", "Share this story")
    assert f"#overseas:{place.start}-{place.end}" in row.xpath(".//a/@href")


def test_a_telling_that_was_withdrawn_says_so(account, story):
    claim = replace(
        story.claims[0], reports=tuple(replace(r, revised=("retraction",)) for r in story.claims[0].reports[:1])
    )
    tree = tree_of(replace(account, stories=(replace(story, claims=(claim,)),)))
    assert "withdrawn by its outlet" in tree.xpath("//*[@id='claim-c1']")[0].text_content()


def test_what_was_set_aside_leads_to_its_words(account):
    tree = tree_of(account)
    (section,) = tree.xpath("//section[@aria-labelledby='aside']")
    assert "share-prompt 2 stretches, 8 words" in " ".join(section.text_content().split())
    for link in section.xpath(".//a/@href"):
        assert tree.xpath("//*[@id=$name]", name=link[1:])[0].text_content() in {
            "Subscribe to our morning letter",
            "Share this story",
        }


def test_disputed_figures_stand_with_their_claim(account, story):
    claim = replace(story.claims[2], differs=("figure",), standing=story.claims[0].standing)
    tree = tree_of(replace(account, stories=(replace(story, claims=(claim,)),)))
    words = " ".join(tree.xpath("//*[@id='claim-c3']")[0].text_content().split())
    assert "14 cracks A C B against 19" in words or "14 cracks A B C against 19" in words
    assert "14 cracks 3 reports against 19 1 report" in " ".join(
        tree.xpath("//ol[@class='glance']")[0].text_content().split()
    )


def test_the_first_screen_of_the_page_tells_reports_and_origins_apart(account):
    (glance,) = tree_of(account).xpath("//ol[@class='glance']")
    (agreed,) = glance.xpath("./li[@class='agreed']")
    assert "done 3 reports, 2 origins" in " ".join(agreed.text_content().split())


def test_a_story_without_anything_to_draw_draws_nothing(account, story):
    bare = replace(story, timeline=(), origins=(), copies=(), figures=())
    assert not tree_of(replace(account, stories=(bare,))).xpath("//svg")
